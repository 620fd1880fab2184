"""Review, sending, and the receipt."""

import time
from datetime import datetime
from typing import Any

from sqlmodel import Session
from starlette.responses import Response

from rindu_app.access.errors import Invalid
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, hand_over, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.leave import end, nothing_here
from rindu_app.api.public.said import said_rows
from rindu_app.api.public.steps import COUNT, neighbours
from rindu_app.api.public.story import RECEIPT, REVIEW
from rindu_app.api.public.visitor import VISITOR, look, mark_of
from rindu_app.domain.reports.answers import check_answers
from rindu_app.domain.reports.codes import show_code
from rindu_app.domain.reports.holding import Pace
from rindu_app.domain.reports.receipts import NewReceipt, prepare_receipt
from rindu_app.domain.reports.submit import submit_report
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.visits.commands import OpenVisit, open_visit, save_visit
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.errors import sentence
from rindu_app.words.moments import say_moment

CONVERSATION = "/percakapan"
# Nearer than this the clock of somebody in danger is a promise in minutes, not an hour of the day.
SOON_MINUTES = 30


def review(ask: Ask) -> Response:
    """Everything said, by GET; sending it by POST."""
    visit = look(ask)
    if visit.report_id is not None:
        return go(RECEIPT)
    if ask.posted:
        return send(ask, visit)
    return show_review(ask, visit, {})


def show_review(ask: Ask, visit: OpenVisit, errors: dict[str, str]) -> Response:
    with open_session(VISITOR, write=False) as session:
        open_visit(session, ask.token)
        rows = said_rows(session, visit)
    back, _ = neighbours("periksa", visit.draft["answers"])
    return page("periksa", status=422 if errors else 200, said=rows, back=back, n=COUNT, m=COUNT, errors=errors,
        mark=mark_of(visit),
    )  # fmt: skip


def send(ask: Ask, visit: OpenVisit) -> Response:
    """Send once, however often it is pressed: the visit's row makes the second press wait and read the first one's code."""
    receipt = prepare_receipt(visit.sealer)  # slow, so before the transaction
    try:
        with open_session(VISITOR) as session:
            _send(session, open_visit(session, ask.token, lock=True), ask, receipt)
    except Invalid as refusal:
        if refusal.field == "story":
            return go("/cerita/isi?dari=periksa")
        return show_review(ask, visit, {refusal.field: sentence(refusal.code, **refusal.facts)})
    return hand_over(go(RECEIPT), ask.token)


def _send(session: Session, visit: OpenVisit, ask: Ask, receipt: NewReceipt) -> None:
    if visit.report_id is not None:
        return
    draft = visit.draft
    answers = check_answers(draft["answers"] | _area(draft))
    pace = Pace(seconds=time.time() - draft.get("since", 0), source=ask.source)
    zone = timezone_of(session, answers.area_code or get_settings().home_area)
    submit_report(session, VISITOR, visit=visit, answers=answers, receipt=receipt, pace=pace)
    visit.draft |= {
        "k": draft.get("k", ""),
        "zone": zone,
        "urgent": answers.danger == "yes",
        "w": draft.get("w", ""),
    }
    save_visit(session, visit)


def _area(draft: dict[str, Any]) -> dict[str, str]:
    """Somebody who named no place is heard where she came in."""
    return {} if draft["answers"].get("area_code") or not draft.get("w") else {"area_code": draft["w"]}


def receipt(ask: Ask) -> Response:
    """The code, as often as she likes until she leaves."""
    visit = look(ask)
    if visit.report_id is None:
        return go(REVIEW)
    if "code" not in visit.draft:
        return go(CONVERSATION)
    if not ask.posted:
        return show_receipt(ask, visit, {})
    if not ask.typed("saved"):
        return show_receipt(ask, visit, {"saved": sentence("save_first")})
    end(ask.token, mark_of(visit))
    return nothing_here()


def show_receipt(ask: Ask, visit: OpenVisit, errors: dict[str, str]) -> Response:
    draft = visit.draft
    return page("angka", status=422 if errors else 200, code=show_code(draft["code"]), errors=errors, mark=mark_of(visit),
        read_by=say_read_by(datetime.fromisoformat(draft["due"]), draft.get("zone", "Asia/Jakarta")),
        urgent=draft.get("urgent", False),
    )  # fmt: skip


def say_read_by(due: datetime, zone: str) -> str:
    now = clock.now()
    if (due - now).total_seconds() <= SOON_MINUTES * 60:
        return "Konselor membacanya secepat mungkin."
    return f"Konselor membaca paling lambat {say_moment(due, zone, now)}."
