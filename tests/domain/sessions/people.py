"""Cases with the consents that counselling needs, and sessions in their calendars."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.outcome import settle_session
from rindu_app.domain.sessions.planning import cancel_session, move_session, plan_session
from rindu_app.domain.sessions.queries import read_sessions
from rindu_app.domain.sessions.rows import SessionsView
from rindu_app.domain.threads.commands import answer_appointment, propose_appointment
from rindu_app.models import CounsellingSession
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, SessionAction
from tests.factories import reporter_of, send_report

WIB = ZoneInfo("Asia/Jakarta")
CONSENTS = ("handling:counselling", "video_call", "keep_and_contact")


def at(hour: float, *, days: int = 7) -> datetime:
    """That hour of a Wednesday to come, in Banyuwangi."""
    day = (clock.now().astimezone(WIB) + timedelta(days=days)).date()
    day += timedelta(days=(2 - day.weekday()) % 7)
    return datetime(day.year, day.month, day.day, tzinfo=WIB) + timedelta(hours=hour)


def new_case(manager: Actor, *, consents: tuple[str, ...] = CONSENTS, **told: Any) -> tuple[str, Actor, str]:
    """(case number, the reporter, report number)"""
    sent, _ = send_report(**told)
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=sent.number))
    for consent in consents:
        agree(manager, number, consent)
    return number, reporter_of(sent), sent.number


def agree(
    manager: Actor, number: str, consent: str, *, given: bool = True, until: datetime | None = None
) -> None:
    purpose, _, subject = consent.partition(":")
    with open_session(manager) as session:
        answer = Answer(purpose, given=given, evidence="Lisan", subject=subject, expires_at=until)
        record_consent(session, manager, number=number, answer=answer)


def plan_of(actor: Actor, starts_at: datetime, **values: Any) -> Plan:
    return Plan(**{"service": "individual", "counsellor_id": actor.id, "starts_at": starts_at, **values})


def plan(
    actor: Actor,
    number: str,
    starts_at: datetime,
    *,
    appointment_uid: str = "",
    tell: str = "",
    **values: Any,
) -> CounsellingSession:
    with open_session(actor) as session:
        wanted = plan_of(actor, starts_at, **values)
        return plan_session(
            session, actor, number=number, plan=wanted, appointment_uid=appointment_uid, tell=tell
        )


def seen(actor: Actor, number: str) -> SessionsView:
    with open_session(actor) as session:
        return read_sessions(session, actor, number=number)


def agreed(
    actor: Actor,
    her: Actor,
    report: str,
    starts_at: datetime,
    *,
    mode: CounsellingMode = CounsellingMode.FACE,
    accept: bool = True,
) -> str:
    """An appointment that was proposed in her conversation and answered; its uid."""
    with open_session(actor) as session:
        uid = propose_appointment(
            session, actor, number=report, mode=mode, starts_at=starts_at, place="Ruang 2"
        ).uid
    with open_session(her) as session:
        answer_appointment(session, her, uid=uid, accept=accept)
    return uid


def perform(actor: Actor, number: str, uid: str, action: SessionAction) -> None:
    with open_session(actor) as session:
        match action:
            case SessionAction.MOVE:
                move_session(session, actor, number=number, uid=uid, plan=plan_of(actor, at(9, days=14)))
            case SessionAction.CANCEL:
                cancel_session(session, actor, number=number, uid=uid, reason="Klien sakit")
            case _:
                came = action is SessionAction.HOLD
                settle_session(session, actor, number=number, uid=uid, came=came)
