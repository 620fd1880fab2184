"""Whether the help was good, behind her code. What she answers is kept apart from her report."""

from starlette.responses import Response

from rindu_app.access.errors import Conflict, Invalid
from rindu_app.api.public.answer import go, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.conversation import CONVERSATION, act, onward, reporter
from rindu_app.api.public.visitor import mark_of
from rindu_app.domain.feedback.asking import has_answered, is_asked, send_feedback
from rindu_app.domain.feedback.said import check_said
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.words.codes import Question
from rindu_app.words.errors import sentence

FEEDBACK = "/percakapan/masukan"
FIELDS = (*Question, "words")


def feedback(ask: Ask) -> Response:
    """The questions while she is asked, a word of thanks once she has answered, and else the conversation.

    Nothing is kept before she sends: what she ticks is hers to change. Sending twice is once.
    """
    visit = reporter(ask)
    asked = act(visit, lambda session: is_asked(session, visit.actor))
    if ask.posted:
        return _send(ask, visit) if asked else go(FEEDBACK)
    if asked:
        return page("masukan", form={}, errors={}, mark=mark_of(visit))
    if act(visit, lambda session: has_answered(session, visit.actor)):
        return page("terima-kasih", mark=mark_of(visit))
    return go(CONVERSATION)


def _send(ask: Ask, visit: OpenVisit) -> Response:
    typed = {str(name): ask.typed(name) for name in FIELDS}
    try:
        said = check_said(typed)
        act(visit, lambda session: send_feedback(session, visit.actor, said=said))
    except Invalid as refusal:
        errors = {refusal.field: sentence(refusal.code, **refusal.facts)}
        return page("masukan", status=422, form=typed, errors=errors, mark=mark_of(visit))
    except Conflict:
        return go(FEEDBACK)  # the other of two taps was quicker
    return onward(ask, FEEDBACK)
