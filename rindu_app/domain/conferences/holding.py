"""It was held: who came, what was said, what was decided, and what of it a partner may read."""

from datetime import UTC, date, datetime, time

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.domain.cases.access import case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.conferences.access import access_conference, access_invitee, invitees_of, place_of
from rindu_app.domain.conferences.parcels import change_parcel, limit_reading, tell
from rindu_app.domain.conferences.workflow import next_status
from rindu_app.domain.referrals.permits import PURPOSE, find_permit
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.schedule.slots import cut_short
from rindu_app.models import CaseConference, ConferenceDecision, ConferenceInvitee, Partner
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ConferenceAction
from rindu_app.words.notices import Notice


def hold_conference(
    session: Session, actor: Actor, *, number: str, uid: str, notes: str, came: list[str]
) -> CaseConference:
    """Minutes, and who of the list came (`came`: their uids). The minutes are for the team until they are shared, and what
    partners were told is readable for some days only.

    Raises `Conflict` before it began, `Invalid` without minutes.
    """
    case, conference = access_conference(session, actor, number=number, uid=uid)
    conference.status = next_status(conference.status, ConferenceAction.HOLD)
    if conference.starts_at > clock.now():
        raise Conflict("conference_early")
    notes = required_text("notes", notes)
    conference.notes, conference.ended_at = (
        sealer_of(session, case).seal(place_of("notes", uid), notes),
        clock.now(),
    )
    session.add(conference)
    cut_short(session, uid)
    for invitee in invitees_of(session, conference):
        invitee.came = invitee.uid in came
        if invitee.partner_id is not None:
            limit_reading(session, invitee, invitee.access_until)
        session.add(invitee)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_HELD)
    return conference


def decide(
    session: Session, actor: Actor, *, number: str, uid: str, words: str, due_on: date, who: str
) -> ConferenceDecision:
    """What was decided, by whom it is done and until when: a task for a colleague, a promise of a partner who was asked.

    `who` is the uid of an invitee. Raises `Invalid` with the field, `NotFound`, `Conflict` before it was held.
    """
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.RECORD)
    assert conference.id is not None
    words = required_text("words", words, 300)
    owner = next((row for row in invitees_of(session, conference) if row.uid == who), None)
    if owner is None:
        raise Invalid("who", "unknown_choice")
    task = None
    if owner.account_id is not None:
        due = datetime.combine(due_on, time(9), UTC)
        task = add_task(session, actor, number=number, title=words, due_at=due, owner_id=owner.account_id)
    new = new_uid()
    decision = ConferenceDecision(
        uid=new, conference_id=conference.id, case_id=case_id(case), task_uid=task.uid if task else None,
        owner_id=owner.account_id, partner_id=owner.partner_id, due_on=due_on, by_id=actor.id, at=clock.now(),
        words=sealer_of(session, case).seal(f"conference_decision.words:{new}", words),
    )  # fmt: skip
    session.add(decision)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_DECIDED, note=words)
    return decision


def share_notes(
    session: Session, actor: Actor, *, number: str, uid: str, invitee_uid: str
) -> ConferenceInvitee:
    """Let one partner read the minutes: a decision of its own each time, while her consent for it holds. The days that it may
    read begin anew.
    """
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.RECORD)
    invitee = access_invitee(session, conference, invitee_uid)
    partner = session.get(Partner, invitee.partner_id) if invitee.partner_id else None
    if partner is None or conference.notes is None or invitee.key_uid is None:
        raise Invalid("invitee", "unknown_choice")
    require_consent(session, actor, case, PURPOSE, subject=partner.uid)
    notes = sealer_of(session, case).open(place_of("notes", uid), conference.notes)
    change_parcel(session, invitee, notes=notes)
    invitee.has_notes = True
    permit = find_permit(session, case, partner.uid)
    limit_reading(session, invitee, permit.until if permit else None)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_SHARED, note=partner.name)
    tell(session, partner, Notice.CHANGED, f"conference-notes:{invitee.uid}")
    return invitee
