"""Steps of a story in which people meet about a case."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.conferences.addressed import answer_invitation, list_invitations
from rindu_app.domain.conferences.holding import decide, hold_conference
from rindu_app.domain.conferences.inviting import PartnerInvite, answer_own, invite_member, invite_partner
from rindu_app.domain.conferences.planning import ConferencePlan, plan_conference
from rindu_app.domain.conferences.view import ConferenceRow, read_conferences
from rindu_app.seeds.demo.referrals import partner_named
from rindu_app.words import clock
from rindu_app.words.codes import InviteAnswer

Step = dict[str, Any]


def _plan(session: Session, actor: Actor, story: Any, step: Step) -> None:
    """On the full hour, so many days or hours ahead."""
    ahead = clock.now() + timedelta(days=step["days"], hours=step["hours"])
    plan = ConferencePlan(
        starts_at=ahead.replace(minute=0, second=0, microsecond=0),
        purpose=step["purpose"],
        place=step["place"],
        minutes=step["minutes"],
    )
    uid = plan_conference(session, actor, number=story.case, plan=plan).uid
    session.flush()
    for username in step["team"]:
        whom = story.accounts[username].id
        invite_member(session, actor, number=story.case, uid=uid, account_id=whom)
        session.flush()
    for asked in step["partners"]:
        written = {name: asked[name] for name in ("summary", "needs", "address") if name in asked}
        wish = PartnerInvite(
            partner_named(session, actor, asked["name"]), (*asked["fields"], *written), written
        )
        invite_partner(session, actor, number=story.case, uid=uid, wish=wish)
        session.flush()


def _newest(session: Session, actor: Actor, story: Any) -> ConferenceRow:
    return read_conferences(session, actor, number=story.case).conferences[0]


def _come(session: Session, actor: Actor, story: Any, step: Step) -> None:
    uid = _newest(session, actor, story).uid
    answer_own(session, actor, number=story.case, uid=uid, answer=InviteAnswer.COMES)


def _partner_comes(session: Session, actor: Actor, story: Any, step: Step) -> None:
    uid = list_invitations(session, actor)[0].uid
    answer_invitation(session, actor, uid=uid, answer=InviteAnswer.COMES)


def _hold(session: Session, actor: Actor, story: Any, step: Step) -> None:
    row = _newest(session, actor, story)
    names = {one.name: one.uid for one in row.invitees}
    people = {username: names[who.name] for username, who in story.accounts.items() if who.name in names}
    uids = names | people
    came = [uids[name] for name in step["came"]]
    hold_conference(session, actor, number=story.case, uid=row.uid, notes=step["notes"], came=came)
    session.flush()
    for words, who, days in step["decisions"]:
        due = (clock.now() + timedelta(days=days)).date()
        decide(session, actor, number=story.case, uid=row.uid, words=words, due_on=due, who=uids[who])
        session.flush()


STEPS: dict[str, Callable[[Session, Actor, Any, Step], None]] = {
    "conference": _plan, "come": _come, "partner_comes": _partner_comes, "hold": _hold,
}  # fmt: skip
