"""The one way to obtain a case conference or an invitation of a case."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id
from rindu_app.models import Case, CaseConference, ConferenceInvitee


def access_conference(
    session: Session, actor: Actor, *, number: str, uid: str, is_open: bool = True
) -> tuple[Case, CaseConference]:
    """A conference of a case that the actor works on; both are held. Raises `NotFound`, `Forbidden`, `Conflict` for a closed case."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=is_open)
    found = session.exec(
        select(CaseConference)
        .where(CaseConference.uid == uid, CaseConference.case_id == case_id(case))
        .with_for_update()
    ).first()
    if found is None:
        raise NotFound
    return case, found


def access_invitee(session: Session, conference: CaseConference, uid: str) -> ConferenceInvitee:
    """Somebody who is still on the list. Raises `NotFound`."""
    found = session.exec(
        select(ConferenceInvitee).where(
            ConferenceInvitee.uid == uid, ConferenceInvitee.conference_id == conference.id
        )
    ).first()
    if found is None or found.ended_at is not None:
        raise NotFound
    return found


def invitees_of(session: Session, conference: CaseConference) -> list[ConferenceInvitee]:
    """Everybody who is still on the list, in order."""
    statement = select(ConferenceInvitee).where(
        ConferenceInvitee.conference_id == conference.id, col(ConferenceInvitee.ended_at).is_(None)
    )
    return list(session.exec(statement.order_by(col(ConferenceInvitee.id))))


def access_invited(session: Session, actor: Actor, uid: str) -> ConferenceInvitee:
    """An invitation that was sent to the actor, who is a partner. Raises `Forbidden`, `NotFound` for what was sent to others."""
    if not actor.may(Permission.REFERRAL_ANSWER):
        raise Forbidden
    # The scope of the session adds: addressed to this partner.
    found = session.exec(select(ConferenceInvitee).where(ConferenceInvitee.uid == uid)).first()
    if found is None:
        raise NotFound
    return found


def place_of(column: str, uid: str) -> str:
    """Where a sealed word of a conference stands."""
    return f"case_conference.{column}:{uid}"
