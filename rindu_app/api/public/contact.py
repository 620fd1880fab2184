"""Changing how she may be reached, from the conversation: the same three questions on one page."""

from starlette.responses import Response

from rindu_app.access.errors import Invalid
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.conversation import act, onward, reporter
from rindu_app.api.public.extras import ways
from rindu_app.api.public.steps import BY_NAME, Said, Step, as_form, check_contact, typed_answers
from rindu_app.api.public.visitor import VISITOR, mark_of
from rindu_app.domain.reports.answers import check_answers
from rindu_app.domain.threads.commands import change_safe_contact
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.words.errors import sentence

# This page has no button to skip a question.
HERE = {
    "choose_or_skip": "way_missing",
    "number_or_skip": "number_missing",
    "trusted_or_skip": "trusted_missing",
}
PARTS = tuple(BY_NAME[name] for name in ("kontak", "nomor", "waktu"))
ALL = Step("kontak", 0, tuple(field for part in PARTS for field in part.fields))


def contact(ask: Ask) -> Response:
    """What held before is not shown: it would tell somebody who found the code how to reach her."""
    visit = reporter(ask)
    if not ask.posted:
        return _show(ask, visit, {}, {})
    typed = typed_answers(ALL, ask.form.many)
    try:
        answers = check_answers(
            {name: value for name, value in typed.items() if value not in ("", [])}, whole=False
        )
        check_contact(typed)
        act(visit, lambda s: change_safe_contact(s, visit.actor, answers=answers))
    except Invalid as refusal:
        code = HERE.get(refusal.code, refusal.code)
        return _show(ask, visit, typed, {refusal.field: sentence(code, **refusal.facts)})
    return onward(ask, "/percakapan?baru=kontak")


def _show(ask: Ask, visit: OpenVisit, typed: Said, errors: dict[str, str]) -> Response:
    with open_session(VISITOR, write=False) as session:
        return page("ubah-kontak", status=422 if errors else 200, errors=errors, mark=mark_of(visit),
            form=as_form({}, typed), **ways(session),
        )  # fmt: skip
