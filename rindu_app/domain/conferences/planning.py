"""Planning a case conference: when, where, what for; another time; agreed; called off."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, number_of, sealer_of
from rindu_app.domain.cases.beside import Version, require_seen, version_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.conferences.access import access_conference, invitees_of, place_of
from rindu_app.domain.conferences.parcels import change_parcel, end_invitee, facts_of, tell
from rindu_app.domain.conferences.times import place_conference
from rindu_app.domain.conferences.workflow import OPEN, next_status
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.domain.schedule.slots import give_back
from rindu_app.models import Case, CaseConference, ConferenceInvitee, Partner
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ConferenceAction, InviteAnswer
from rindu_app.words.notices import Notice

LONGEST = 8 * 60
CHANGES = (CaseEventKind.CONFERENCE_PLANNED, CaseEventKind.CONFERENCE_MOVED)


@dataclass(frozen=True)
class ConferencePlan:
    """`video`: everybody meets in a room of the video server, else at `place`."""

    starts_at: datetime
    purpose: str
    place: str = ""
    minutes: int = 90
    video: bool = False


def plan_conference(session: Session, actor: Actor, *, number: str, plan: ConferencePlan) -> CaseConference:
    """Raises `NotFound` outside the team, `Invalid` with the field (`day` where the actor is expected elsewhere)."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    _check(plan)
    uid, sealer = new_uid(), sealer_of(session, case)
    conference = CaseConference(
        uid=uid, case_id=case_id(case), starts_at=plan.starts_at, minutes=plan.minutes, by_id=actor.id, at=clock.now(),
        place=b"", purpose=sealer.seal(place_of("purpose", uid), required_text("purpose", plan.purpose, 1_000)),
    )  # fmt: skip
    _set_place(sealer, conference, plan)
    place_conference(session, case, conference)
    session.add(conference)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_PLANNED, row=uid)
    return conference


def move_conference(
    session: Session,
    actor: Actor,
    *,
    number: str,
    uid: str,
    plan: ConferencePlan,
    version: Version | None = None,
) -> CaseConference:
    """Another time or place: everybody is asked anew, and partners are told that something changed.

    `version` is that of the plan that she saw (`plan_of`). Raises `Invalid`, `ChangedBeside`.
    """
    case, conference = access_conference(session, actor, number=number, uid=uid)
    target, sealer = next_status(conference.status, ConferenceAction.MOVE), sealer_of(session, case)
    if version is not None:
        now = plan_of(sealer, conference)
        require_seen(session, case, CHANGES, seen=version, version=version_of(now), now=lambda: now, row=uid)
    _check(plan)
    conference.status = target
    conference.starts_at, conference.minutes = plan.starts_at, plan.minutes
    purpose = required_text("purpose", plan.purpose, 1_000)
    conference.purpose = sealer.seal(place_of("purpose", uid), purpose)
    _set_place(sealer, conference, plan)
    place_conference(session, case, conference)
    session.add(conference)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_MOVED, row=uid)
    for invitee in invitees_of(session, conference):
        invitee.answer, invitee.answered_at = InviteAnswer.OPEN, None
        change_parcel(session, invitee, **facts_of(session, case, conference))
        session.add(invitee)
    _tell_partners(session, case, conference, f"moved{case.version}")
    return conference


def plan_of(sealer: Sealer, conference: CaseConference) -> ConferencePlan:
    """What is planned now."""
    return ConferencePlan(
        starts_at=conference.starts_at,
        purpose=sealer.open(place_of("purpose", conference.uid), conference.purpose),
        place=sealer.open(place_of("place", conference.uid), conference.place),
        minutes=conference.minutes,
        video=conference.room is not None,
    )


def agree_conference(session: Session, actor: Actor, *, number: str, uid: str) -> CaseConference:
    """The time stands: enough of those who are needed will come."""
    case, conference = access_conference(session, actor, number=number, uid=uid)
    conference.status = next_status(conference.status, ConferenceAction.AGREE)
    session.add(conference)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_AGREED)
    return conference


def cancel_conference(
    session: Session, actor: Actor, *, number: str, uid: str, reason: str
) -> CaseConference:
    """Called off, with the reason; partners are told, and read nothing of it any more."""
    case, conference = access_conference(session, actor, number=number, uid=uid, is_open=False)
    conference.status = next_status(conference.status, ConferenceAction.CANCEL)
    reason = required_text("reason", reason, 1_000)
    conference.ending = sealer_of(session, case).seal(place_of("ending", uid), reason)
    conference.ended_at = clock.now()
    session.add(conference)
    give_back(session, uid)
    _tell_partners(session, case, conference, "cancelled")
    for invitee in invitees_of(session, conference):
        if invitee.partner_id is not None:
            end_invitee(session, invitee)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_CANCELLED, note=reason)
    return conference


def end_conferences(session: Session, actor: Actor, case: Case, *, reason: str) -> None:
    """The case closes: what is planned is called off, and no partner reads anything of an earlier one any longer."""
    number = number_of(case)
    coming = select(CaseConference.uid).where(
        CaseConference.case_id == case.id, col(CaseConference.status).in_(OPEN)
    )
    for uid in session.exec(coming.order_by(col(CaseConference.id))).all():
        cancel_conference(session, actor, number=number, uid=uid, reason=reason)
    standing = select(ConferenceInvitee).where(
        ConferenceInvitee.case_id == case.id,
        col(ConferenceInvitee.partner_id).is_not(None),
        col(ConferenceInvitee.ended_at).is_(None),
    )
    for invitee in session.exec(standing).all():
        end_invitee(session, invitee)


def _check(plan: ConferencePlan) -> None:
    if plan.starts_at <= clock.now():
        raise Invalid("day", "time_past")
    if not 15 <= plan.minutes <= LONGEST:
        raise Invalid("minutes", "amount_range", longest=LONGEST)


def _set_place(sealer: Sealer, conference: CaseConference, plan: ConferencePlan) -> None:
    place = clean_text(plan.place)[:300] if plan.video else required_text("place", plan.place, 300)
    conference.place = sealer.seal(place_of("place", conference.uid), place)
    if plan.video and conference.room is None:
        conference.room = sealer.seal(place_of("room", conference.uid), secrets.token_urlsafe(24))
    elif not plan.video:
        conference.room = None


def _tell_partners(session: Session, case: Case, conference: CaseConference, what: str) -> None:
    for invitee in invitees_of(session, conference):
        partner = session.get(Partner, invitee.partner_id) if invitee.partner_id else None
        if partner is not None:
            tell(session, partner, Notice.CHANGED, f"conference-{what}:{invitee.uid}")
