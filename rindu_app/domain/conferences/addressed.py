"""What a partner sees of a conference it is asked to, and answers. Nothing else of the case is within its reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import ErasedError, open_sealer, open_sealers
from rindu_app.access.session import widened
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.conferences.access import access_invited
from rindu_app.domain.conferences.parcels import open_parcel
from rindu_app.domain.conferences.workflow import next_status
from rindu_app.domain.referrals.permits import read_permits
from rindu_app.models import Case, CaseConference, ConferenceInvitee, Partner
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ConferenceAction, ConferenceStatus, InviteAnswer, SharedField
from rindu_app.words.labels import label

MOST = 25


@dataclass(frozen=True)
class InvitationRow:
    """One invitation as its partner reads it. `shared` is (label, text); `notes` only where the minutes were shared.

    `answerable`: it has not been held yet. `until`: when it closes by itself. `video`: it takes place in a room that this invitation opens.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    place: str
    purpose: str
    video: bool
    shared: tuple[tuple[str, str], ...]
    notes: str
    by: str
    answer: str
    answerable: bool
    until: datetime | None


def list_invitations(session: Session, actor: Actor) -> tuple[InvitationRow, ...]:
    """What this partner is asked to, newest first. What has ended is not there any more. Raises `Forbidden` for anybody else.

    A fixed number of queries, however many there are.
    """
    if not actor.may(Permission.REFERRAL_ANSWER):
        raise Forbidden
    found = session.exec(_standing()).all()
    names, statuses = names_of(session, {row.by_id for row in found}), live_statuses(session, found)
    open_sealers(session, {row.key_uid for row in found if row.key_uid})
    rows = []
    for invitee in found:
        status = statuses.get(invitee.uid)
        content = _content(session, invitee) if status is not None else {}
        if status is not None and content:
            audit(session, actor, "conference:read", f"invitation:{invitee.id}")
            rows.append(_row(invitee, content, names.get(invitee.by_id, ""), status))
    return tuple(rows)


def peek_invitations(session: Session, actor: Actor) -> tuple[tuple[str, str, int, bool], ...]:
    """By which a change is noticed, without reading anything. Not audited. Raises `Forbidden`."""
    if not actor.may(Permission.REFERRAL_ANSWER):
        raise Forbidden
    found = session.exec(_standing()).all()
    statuses = live_statuses(session, found)
    return tuple((row.uid, row.answer, hash(row.parcel), row.uid in statuses) for row in found)


def _standing() -> SelectOfScalar[ConferenceInvitee]:
    return (
        select(ConferenceInvitee)
        .where(col(ConferenceInvitee.ended_at).is_(None))
        .order_by(col(ConferenceInvitee.id).desc())
        .limit(MOST)
    )


def answer_invitation(session: Session, actor: Actor, *, uid: str, answer: InviteAnswer) -> ConferenceInvitee:
    """Comes, or does not. Raises `NotFound` for what was sent to others, `Conflict` where it was withdrawn or is over."""
    invitee = access_invited(session, actor, uid)
    if answer is InviteAnswer.OPEN:
        raise Forbidden
    with widened(session, "a partner's answer"):
        # The case first, as everybody does who withdraws: whoever comes second sees what the first one did.
        case = session.get_one(Case, invitee.case_id, with_for_update=True)
        session.refresh(invitee, with_for_update=True)
        status = live_status(session, invitee)
        if status is None:
            raise Conflict("invitation_withdrawn")
        next_status(status, ConferenceAction.INVITE)
        invitee.answer, invitee.answered_at = answer, clock.now()
        session.add(invitee)
        partner = session.get_one(Partner, invitee.partner_id)
        comes = answer is InviteAnswer.COMES
        kind = CaseEventKind.CONFERENCE_COMES if comes else CaseEventKind.CONFERENCE_ABSENT
        add_line(session, actor, case, kind, note=partner.name)
        session.flush()
    return invitee


def live_status(session: Session, invitee: ConferenceInvitee) -> ConferenceStatus | None:
    """How far the conference is; None where the invitation has ended, or what it rests on does not hold this very moment."""
    return live_statuses(session, [invitee]).get(invitee.uid)


def live_statuses(session: Session, invitees: Sequence[ConferenceInvitee]) -> dict[str, ConferenceStatus]:
    """By the invitation's uid, without those of which `live_status` knows none. Four queries."""
    standing = [
        row
        for row in invitees
        if row.ended_at is None and (row.access_until is None or row.access_until > clock.now())
    ]
    ids = {row.conference_id for row in standing}
    with widened(session, "does her consent still hold"):
        conferences = {
            row.id: row.status
            for row in session.exec(select(CaseConference).where(col(CaseConference.id).in_(ids)))
        }
        partners = {
            row.id: row.uid
            for row in session.exec(
                select(Partner).where(col(Partner.id).in_({row.partner_id for row in standing}))
            )
        }
        permits = read_permits(session, {row.case_id for row in standing})
    found: dict[str, ConferenceStatus] = {}
    for row in standing:
        status, permit = (
            conferences.get(row.conference_id),
            permits.get((row.case_id, partners.get(row.partner_id, ""))),
        )
        if status is not None and permit is not None and set(row.fields) <= permit.fields:
            found[row.uid] = ConferenceStatus(status)
    return found


def _content(session: Session, invitee: ConferenceInvitee) -> dict[str, Any]:
    try:
        return open_parcel(open_sealer(session, invitee.key_uid or ""), invitee)
    except ErasedError:
        return {}


def _row(
    invitee: ConferenceInvitee, content: dict[str, Any], by: str, status: ConferenceStatus
) -> InvitationRow:
    starts_at, shared = datetime.fromisoformat(content["starts_at"]), dict(content["shared"])
    return InvitationRow(
        uid=invitee.uid,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=int(content["minutes"])),
        place=str(content["place"]),
        purpose=str(content["purpose"]),
        video=bool(content["video"]),
        shared=tuple((label(SharedField(code)), text) for code, text in shared.items()),
        notes=str(content.get("notes", "")),
        by=by,
        answer=invitee.answer,
        answerable=status is not ConferenceStatus.HELD,
        until=invitee.access_until,
    )
