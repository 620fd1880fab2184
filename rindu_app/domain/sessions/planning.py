"""Planning a session of one person, moving it, calling it off."""

import secrets

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.beside import Version, require_seen, version_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import HANDLING, VIDEO_CALL
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.sessions.access import access_session, place_of
from rindu_app.domain.sessions.booking import Plan, book, check_plan
from rindu_app.domain.sessions.catalogue import service_of
from rindu_app.domain.sessions.ending import COUNSELLING, end_session
from rindu_app.domain.sessions.invites import agreed_appointment, invite, move_invite
from rindu_app.domain.sessions.workflow import next_status
from rindu_app.models import Case, CounsellingSession
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, CounsellingMode, EntryKind, SessionAction

PLACE_LENGTH = 300
CHANGES = (CaseEventKind.SESSION_PLANNED, CaseEventKind.SESSION_MOVED)


def plan_session(
    session: Session, actor: Actor, *, number: str, plan: Plan, appointment_uid: str = "", tell: str = ""
) -> CounsellingSession:
    """A session of this case's person (RR-09). It may come from an appointment she accepted (`appointment_uid`); otherwise
    `tell` names the report in whose conversation she shall see it.

    Raises `Invalid` with the field, `Conflict` without the consents (`consent_needed`), for time that is taken
    (`calendar_taken`) or unusual without a reason (`outside_calendar`).
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    check_plan(plan)
    _check_people(session, case, plan)
    _require_consents(session, actor, case, plan)
    uid, known = new_uid(), ""
    if appointment_uid:
        known = agreed_appointment(session, actor, case, appointment_uid, plan).uid
    elif tell:
        known = invite(session, actor, case, tell, plan).uid
    outside = book(session, plan, kind=EntryKind.SESSION, source_uid=uid, instead_of=known)
    row = CounsellingSession(
        uid=uid, case_id=case_id(case), appointment_uid=known or None, by_id=actor.id, counsellor_id=plan.counsellor_id,
        service="", uptd="", simfoni="", component="", mode="", starts_at=plan.starts_at, minutes=plan.minutes, place=b"",
        created_at=clock.now(),
    )  # fmt: skip
    write_plan(session, sealer_of(session, case), row, plan, outside=[str(code) for code in outside])
    session.add(row)
    add_line(session, actor, case, CaseEventKind.SESSION_PLANNED, mode=plan.mode, booking=uid)
    return row


def move_session(
    session: Session, actor: Actor, *, number: str, uid: str, plan: Plan, version: Version | None = None
) -> CounsellingSession:
    """Another time, place, way or counsellor. Whoever was told of it in her conversation is asked anew.

    `version` is that of the plan that she saw (`plan_of`). Raises as `plan_session`, and `ChangedBeside`.
    """
    case, row = access_session(session, actor, number, uid, is_open=True)
    next_status(row.status, SessionAction.MOVE)
    if version is not None:
        now = plan_of(sealer_of(session, case), row)
        require_seen(
            session, case, CHANGES, seen=version, version=version_of(now), now=lambda: now, booking=uid
        )
    check_plan(plan)
    _check_people(session, case, plan)
    _require_consents(session, actor, case, plan)
    if row.appointment_uid:
        move_invite(session, actor, case, row.appointment_uid, plan)
    outside = book(
        session, plan, kind=EntryKind.SESSION, source_uid=uid, instead_of=row.appointment_uid or ""
    )
    write_plan(session, sealer_of(session, case), row, plan, outside=[str(code) for code in outside])
    session.add(row)
    add_line(session, actor, case, CaseEventKind.SESSION_MOVED, mode=plan.mode, booking=uid)
    return row


def plan_of(sealer: Sealer, row: CounsellingSession) -> Plan:
    """What is planned now; why it must be outside the usual times belongs to the moment, and stays out."""
    return Plan(
        row.service, row.counsellor_id, row.starts_at, row.minutes, CounsellingMode(row.mode),
        sealer.open(place_of("place", row.uid), row.place), row.travel_before, row.travel_after,
    )  # fmt: skip


def cancel_session(
    session: Session, actor: Actor, *, number: str, uid: str, reason: str
) -> CounsellingSession:
    """Call it off; the time is free again. Allowed in a closed case too. Raises `Invalid` without a reason, `Conflict`."""
    case, row = access_session(session, actor, number, uid)
    next_status(row.status, SessionAction.CANCEL)
    if not (reason := clean_text(reason)[:500]):
        raise Invalid("reason", "reason_missing")
    end_session(session, actor, case, row, reason)
    return row


def write_plan(
    session: Session,
    sealer: Sealer,
    row: CounsellingSession,
    plan: Plan,
    *,
    outside: list[str],
    for_groups: bool = False,
) -> None:
    """Put what was planned into the row. A video call gets a room nobody can guess, which says nothing of the case."""
    service = service_of(session, plan.service, for_groups=for_groups)
    row.service, row.uptd = service.code, service.uptd
    row.simfoni, row.component = service.simfoni, service.component
    row.mode, row.starts_at, row.minutes = plan.mode, plan.starts_at, plan.minutes
    row.travel_before, row.travel_after = plan.travel_before, plan.travel_after
    row.counsellor_id, row.outside = plan.counsellor_id, outside
    row.place = sealer.seal(place_of("place", row.uid), clean_text(plan.place)[:PLACE_LENGTH])
    anyway = clean_text(plan.anyway)[:500]
    row.anyway = sealer.seal(place_of("anyway", row.uid), anyway) if outside and anyway else None
    if plan.mode is CounsellingMode.VIDEO and row.room is None:
        row.room = sealer.seal(place_of("room", row.uid), secrets.token_hex(16))


def _check_people(session: Session, case: Case, plan: Plan) -> None:
    if plan.counsellor_id not in team_ids(session, case):
        raise Invalid("counsellor", "assignee_not_here")


def _require_consents(session: Session, actor: Actor, case: Case, plan: Plan) -> None:
    """What has happened already is written down whatever was agreed (3.11: the lawful record of what was done)."""
    if plan.has_begun:
        return
    require_consent(session, actor, case, HANDLING, subject=COUNSELLING)
    if plan.mode is CounsellingMode.VIDEO:
        require_consent(session, actor, case, VIDEO_CALL)
