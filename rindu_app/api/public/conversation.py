"""The conversation behind a code: read it, write, answer an appointment, change safe contact, withdraw."""

from collections.abc import Callable
from typing import Any

from sqlmodel import Session
from starlette.responses import Response

from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, hand_over, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.rows import appointment_row, file_row, message_row
from rindu_app.api.public.visitor import change, look, mark_of
from rindu_app.domain.feedback.asking import is_asked
from rindu_app.domain.threads.commands import answer_appointment, withdraw_report, write_message
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.models.base import new_uid
from rindu_app.words.codes import ReportStatus
from rindu_app.words.errors import sentence

CONVERSATION = "/percakapan"


def reporter(ask: Ask) -> OpenVisit:
    """The visit of somebody who has sent or has come back. Raises `NotFound("visit_over")`."""
    visit = look(ask)
    if visit.report_id is None:
        raise NotFound("visit_over")
    return visit


def act(visit: OpenVisit, do: Callable[[Session], Any]) -> Any:
    """One transaction as the reporter."""
    with open_session(visit.actor) as session:
        session.info.setdefault("sealers", {})[visit.sealer.uid] = visit.sealer
        return do(session)


def onward(ask: Ask, address: str = CONVERSATION) -> Response:
    """After something was done: the visit lasts a while longer."""
    change(ask, lambda _session, _visit: None)
    return hand_over(go(address), ask.token)


def conversation(ask: Ask) -> Response:
    """The thread by GET, a new message by POST; the same message twice is one."""
    visit = reporter(ask)
    if not ask.posted:
        return show(ask, visit, {})
    key = ask.typed("key")
    try:
        act(visit, lambda s: write_message(s, visit.actor, text=ask.typed("text"), client_key=_key(key)))
    except Invalid as refusal:
        return show(
            ask, visit, {refusal.field: sentence(refusal.code, **refusal.facts)}, typed=ask.typed("text")
        )
    return onward(ask, f"{CONVERSATION}#terakhir")


def _key(text: str) -> str:
    """The page's own key; a forged one of another shape only loses its protection against doubling."""
    return text if len(text) == 32 and all(c in "0123456789abcdef" for c in text) else new_uid()


def show(
    ask: Ask, visit: OpenVisit, errors: dict[str, str], *, typed: str = "", status: int = 422
) -> Response:
    thread = act(visit, lambda s: read_own_thread(s, visit.actor))
    asked = act(visit, lambda s: is_asked(s, visit.actor))
    return page("percakapan", status=status if errors else 200, errors=errors, typed=typed, mark=mark_of(visit),
        key=new_uid(), words=thread.status_words, waiting=thread.waiting, may_withdraw=thread.may_withdraw,
        withdrawn=thread.status == ReportStatus.WITHDRAWN,
        messages=[message_row(m, thread.timezone) for m in thread.messages],
        appointments=[appointment_row(a, thread.timezone) for a in thread.appointments],
        files=[file_row(f) for f in thread.files], has_code="code" in visit.draft, asked=asked,
    )  # fmt: skip


def appointment(ask: Ask) -> Response:
    """Yes or no to a proposed meeting."""
    visit, uid, accept = reporter(ask), str(ask.parts["uid"]), ask.typed("jawab") == "ya"
    if not ask.posted:
        return go(CONVERSATION)
    if ask.typed("jawab") not in ("ya", "tidak"):
        raise Invalid("jawab", "unknown_choice")
    try:
        act(visit, lambda s: answer_appointment(s, visit.actor, uid=uid, accept=accept))
    except Conflict as refusal:
        return show(ask, visit, {"janji": sentence(refusal.code)}, status=409)
    return onward(ask, f"{CONVERSATION}#janji")


def withdraw(ask: Ask) -> Response:
    """Take the report back: a page that asks once more, then done."""
    visit = reporter(ask)
    if not ask.posted:
        return page("tarik", mark=mark_of(visit), errors={})
    try:
        act(visit, lambda s: withdraw_report(s, visit.actor))
    except Conflict as refusal:
        return show(ask, visit, {"text": sentence(refusal.code)}, status=409)
    return onward(ask)
