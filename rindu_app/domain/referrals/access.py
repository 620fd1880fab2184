"""Net 2 for referrals: through the case for its team, by address for the partner, by the one link for its holder."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id
from rindu_app.domain.reports.numbers import read_number, show_number
from rindu_app.models import Case, Referral

PREFIX = "R"


def number_of(referral: Referral) -> str:
    return show_number(PREFIX, referral.id, referral.at)


def access_case_referral(session: Session, actor: Actor, *, number: str, uid: str) -> tuple[Case, Referral]:
    """A referral of a case that the actor works on; case and referral are held. Raises `NotFound`, `Forbidden`."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    referral = session.exec(
        select(Referral).where(Referral.uid == uid, Referral.case_id == case_id(case)).with_for_update()
    ).first()
    if referral is None:
        raise NotFound
    return case, referral


def access_addressed(session: Session, actor: Actor, number: str = "") -> Referral:
    """A referral that was sent to the actor, who is a partner or holds its link (then it needs no number).

    Raises `Forbidden` for anybody else, `NotFound` for what was sent to somebody else.
    """
    if not actor.may(Permission.REFERRAL_ANSWER):
        raise Forbidden
    row_id = actor.referral_id if actor.referral_id is not None else read_number(PREFIX, number)
    if row_id is None:
        raise NotFound
    # The scope of the session adds: addressed to this partner, and sent at all.
    referral = session.exec(select(Referral).where(Referral.id == row_id)).first()
    if referral is None:
        raise NotFound
    return referral
