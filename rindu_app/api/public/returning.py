"""Coming back with the code. Wrong, malformed and unknown codes get the same answer after the same work."""

from starlette.responses import Response

from rindu_app.access.errors import Invalid
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, hand_over, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.slowing import SLOWING
from rindu_app.api.public.visitor import VISITOR, marked
from rindu_app.domain.visits.commands import end_visit, start_visit
from rindu_app.domain.visits.leaving import new_mark, read_mark
from rindu_app.domain.visits.return_visit import find_by_code
from rindu_app.words.errors import sentence


@marked
def show_come_back(ask: Ask, mark: str) -> Response:
    return page("lanjut", typed="", errors={}, mark=mark)


def come_back(ask: Ask) -> Response:
    """The form by GET; the conversation by POST with the right code."""
    if not ask.posted:
        return show_come_back(ask)
    typed, mark = ask.typed("code"), read_mark(ask.typed("k"))
    try:
        with open_session(VISITOR, write=False) as session:
            report_id, sealer = find_by_code(session, typed)
    except Invalid as refusal:
        SLOWING.note_failure(ask.source)
        errors = {refusal.field: sentence(refusal.code)}
        return page("lanjut", status=422, typed=typed[:60], errors=errors, mark=mark or new_mark())
    with open_session(VISITOR) as session:
        if ask.token:
            end_visit(session, ask.token)
        visit = start_visit(session, sealer=sealer, report_id=report_id, draft={"k": mark or new_mark()})
    return hand_over(go("/percakapan"), visit.token)
