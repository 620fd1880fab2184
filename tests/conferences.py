"""Case conferences: for the tests."""

from datetime import timedelta
from typing import Any

from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.conferences.addressed import InvitationRow, answer_invitation, list_invitations
from rindu_app.domain.conferences.holding import hold_conference
from rindu_app.domain.conferences.inviting import PartnerInvite, invite_member, invite_partner
from rindu_app.domain.conferences.planning import ConferencePlan, plan_conference
from rindu_app.domain.conferences.view import ConferenceRow, read_conferences
from rindu_app.models import CaseConference, ConferenceInvitee
from rindu_app.words import clock
from rindu_app.words.codes import InviteAnswer
from tests.factories import SYSTEM

DAY = timedelta(days=1)


def a_plan(days: float = 3, **values: Any) -> ConferencePlan:
    given = {"purpose": "Menyepakati perlindungan", "place": "Aula dinas", **values}
    return ConferencePlan(clock.now() + days * DAY, **given)


def convene(by: Actor, number: str, **values: Any) -> str:
    with open_session(by) as session:
        return plan_conference(session, by, number=number, plan=a_plan(**values)).uid


def ask(by: Actor, number: str, uid: str, whom: Actor) -> str:
    with open_session(by) as session:
        return invite_member(session, by, number=number, uid=uid, account_id=whom.id).uid


def ask_partner(by: Actor, number: str, uid: str, partner: str, *fields: str, **written: str) -> str:
    with open_session(by) as session:
        wish = PartnerInvite(partner, fields, written)
        return invite_partner(session, by, number=number, uid=uid, wish=wish).uid


def hold(by: Actor, number: str, uid: str, *came: str, notes: str = "Disepakati tiga langkah") -> None:
    """Some days later, when it has begun."""
    with clock.moved(4 * DAY), open_session(by) as session:
        hold_conference(session, by, number=number, uid=uid, notes=notes, came=list(came))


def invitations(actor: Actor) -> tuple[InvitationRow, ...]:
    with open_session(actor) as session:
        return list_invitations(session, actor)


def answer(actor: Actor, uid: str, said: InviteAnswer = InviteAnswer.COMES) -> None:
    with open_session(actor) as session:
        answer_invitation(session, actor, uid=uid, answer=said)


def seen(actor: Actor, number: str) -> ConferenceRow:
    """The newest conference of the file."""
    with open_session(actor) as session:
        return read_conferences(session, actor, number=number).conferences[0]


def set_status(uid: str, status: str) -> None:
    with open_session(SYSTEM) as session:
        session.exec(select(CaseConference).where(CaseConference.uid == uid)).one().status = status


def stored(uid: str) -> ConferenceInvitee:
    with open_session(SYSTEM, write=False) as session:
        return session.exec(select(ConferenceInvitee).where(ConferenceInvitee.uid == uid)).one()


def take_back(manager: Actor, number: str, hospital: str) -> None:
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=hospital)


def kinds(actor: Actor, number: str) -> list[str]:
    with open_session(actor) as session:
        lines = read_case(session, actor, number=number).timeline
    return [row.kind for row in reversed(lines) if row.kind.startswith("conference")]
