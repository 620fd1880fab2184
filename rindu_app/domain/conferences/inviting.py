"""Asking people to a conference: colleagues of the team, and partners as far as her consent for each of them goes."""

from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid
from rindu_app.access.sealing import new_sealer, store_key
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.access import case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.conferences.access import access_conference, access_invitee, invitees_of
from rindu_app.domain.conferences.parcels import end_invitee, facts_of, seal_parcel, tell
from rindu_app.domain.conferences.times import join_conference, miss_conference
from rindu_app.domain.conferences.workflow import next_status
from rindu_app.domain.partners.queries import find_partner
from rindu_app.domain.referrals.fields import fill_fields
from rindu_app.domain.referrals.permits import PURPOSE, find_permit
from rindu_app.models import Case, CaseConference, ConferenceInvitee, Partner
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ConferenceAction, InviteAnswer, SharedField
from rindu_app.words.notices import Notice


@dataclass(frozen=True)
class PartnerInvite:
    """Which partner, and what of the person it may read; `written` holds the fields that are written anew."""

    partner: str
    fields: tuple[str, ...] = ()
    written: dict[str, str] = field(default_factory=dict)


def invite_member(
    session: Session, actor: Actor, *, number: str, uid: str, account_id: int
) -> ConferenceInvitee:
    """Ask a colleague of the team; whoever puts herself on the list comes.

    Raises `Invalid` for anybody else, `Conflict` where she is on the list already, or puts herself on it and is expected elsewhere.
    """
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.INVITE)
    if account_id not in team_ids(session, case):
        raise Invalid("account_id", "assignee_not_here")
    if any(row.account_id == account_id for row in invitees_of(session, conference)):
        raise Conflict("invited_already")
    invitee = _new(actor, case, conference, account_id=account_id)
    if account_id == actor.account_id:
        invitee.answer, invitee.answered_at = InviteAnswer.COMES, clock.now()
        join_conference(session, conference, account_id)
    session.add(invitee)
    add_line(session, actor, case, CaseEventKind.CONFERENCE_INVITED, account=account_id)
    return invitee


def invite_partner(
    session: Session, actor: Actor, *, number: str, uid: str, wish: PartnerInvite
) -> ConferenceInvitee:
    """Ask a partner, with no more of the person than her consent for it names.

    Raises `Conflict` without consent (`consent_needed`) or where it is on the list, `Invalid` with the field.
    """
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.INVITE)
    partner = find_partner(session, case.area_code, wish.partner)
    if partner is None:
        raise Invalid("partner", "unknown_choice")
    if any(row.partner_id == partner.id for row in invitees_of(session, conference)):
        raise Conflict("invited_already")
    require_consent(session, actor, case, PURPOSE, subject=partner.uid)
    permit = find_permit(session, case, partner.uid)
    if permit is None or not set(wish.fields) <= permit.fields:
        raise Invalid("fields", "field_not_consented")
    fields = tuple(str(code) for code in SharedField if code in wish.fields)
    shared = fill_fields(session, case, sealer_of(session, case), fields, wish.written)
    own = new_sealer()
    store_key(session, own)
    invitee = _new(actor, case, conference, partner_id=partner.id, key_uid=own.uid, fields=list(fields), access_until=permit.until)  # fmt: skip
    seal_parcel(own, invitee, {**facts_of(session, case, conference), "shared": shared})
    session.add(invitee)
    session.info.setdefault("sealers", {})[own.uid] = own
    add_line(session, actor, case, CaseEventKind.CONFERENCE_INVITED, note=partner.name)
    tell(session, partner, Notice.WAITING, f"conference:{invitee.uid}")
    return invitee


def uninvite(session: Session, actor: Actor, *, number: str, uid: str, invitee_uid: str) -> None:
    """Take somebody off the list; a partner reads nothing of it from now on."""
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.INVITE)
    invitee = access_invitee(session, conference, invitee_uid)
    partner = session.get(Partner, invitee.partner_id) if invitee.partner_id else None
    end_invitee(session, invitee)
    if invitee.account_id not in (None, conference.by_id):
        miss_conference(session, conference, invitee.account_id)
    if partner is not None:
        tell(session, partner, Notice.CHANGED, f"conference-off:{invitee.uid}")
    name = partner.name if partner else names_of(session, {invitee.account_id}).get(invitee.account_id, "")
    add_line(session, actor, case, CaseEventKind.CONFERENCE_UNINVITED, note=name)


def answer_own(
    session: Session, actor: Actor, *, number: str, uid: str, answer: InviteAnswer
) -> ConferenceInvitee:
    """A colleague says whether she comes. Raises `Forbidden` for whoever is not asked, `Conflict` where she is expected elsewhere."""
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.INVITE)
    mine = next((row for row in invitees_of(session, conference) if row.account_id == actor.account_id), None)
    if mine is None:
        raise Forbidden("not_invited")
    change = join_conference if answer == InviteAnswer.COMES else miss_conference
    change(session, conference, actor.id)
    return _answered(session, actor, case, mine, answer, account=actor.id)


def note_partner_answer(
    session: Session, actor: Actor, *, number: str, uid: str, invitee_uid: str, answer: InviteAnswer
) -> ConferenceInvitee:
    """What a partner told us by telephone, written down by us."""
    case, conference = access_conference(session, actor, number=number, uid=uid)
    next_status(conference.status, ConferenceAction.INVITE)
    invitee = access_invitee(session, conference, invitee_uid)
    if invitee.partner_id is None:
        raise Forbidden("answers_herself")
    return _answered(session, actor, case, invitee, answer)


def end_stale_invitations(session: Session, actor: Actor) -> int:
    """Invitations whose consent, or whose days to be read after the meeting, have run out; for the clock. Returns how many ended."""
    stale = (
        select(ConferenceInvitee, Case, Partner)
        .join(Case, col(Case.id) == col(ConferenceInvitee.case_id))
        .join(Partner, col(Partner.id) == col(ConferenceInvitee.partner_id))
        .where(col(ConferenceInvitee.access_until) <= clock.now(), col(ConferenceInvitee.ended_at).is_(None))
    )
    found = session.exec(stale).all()
    for invitee, case, partner in found:
        consents = find_permit(session, case, partner.uid) is not None
        kind = CaseEventKind.CONFERENCE_READ_OUT if consents else CaseEventKind.CONFERENCE_REVOKED
        end_invitee(session, invitee)
        add_line(session, actor, case, kind, note=partner.name)
    return len(found)


def _answered(
    session: Session, actor: Actor, case: Case, invitee: ConferenceInvitee, answer: InviteAnswer, **facts: int
) -> ConferenceInvitee:
    if answer == InviteAnswer.OPEN:
        raise Invalid("answer", "unknown_choice")
    invitee.answer, invitee.answered_at = answer, clock.now()
    session.add(invitee)
    partner = session.get(Partner, invitee.partner_id) if invitee.partner_id else None
    kind = CaseEventKind.CONFERENCE_COMES if answer == InviteAnswer.COMES else CaseEventKind.CONFERENCE_ABSENT
    add_line(session, actor, case, kind, note=partner.name if partner else "", **facts)
    return invitee


def _new(actor: Actor, case: Case, conference: CaseConference, **given: Any) -> ConferenceInvitee:
    assert conference.id is not None
    return ConferenceInvitee(
        uid=new_uid(), conference_id=conference.id, case_id=case_id(case), by_id=actor.id, at=clock.now(), **given
    )  # fmt: skip
