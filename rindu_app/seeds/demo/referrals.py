"""Steps of a story about referrals: asking, answering, silence, and taking back."""

from collections.abc import Callable
from typing import Any, Protocol

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.partners.queries import list_partners
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.answering import answer_referral
from rindu_app.domain.referrals.chasing import chase_referrals
from rindu_app.domain.referrals.lists import read_addressed
from rindu_app.domain.referrals.making import Wish, make_referral, record_outcome
from rindu_app.models import Referral
from rindu_app.words.codes import ReferralAction, ReferralOutcome, Urgency


class Told(Protocol):
    """As much of a story as a referral needs."""

    case: str


def partner_named(session: Session, actor: Actor, name: str) -> str:
    """The uid of a partner of the actor's area."""
    return next(row.uid for row in list_partners(session, actor) if row.name == name)


def _refer(session: Session, actor: Actor, story: Told, step: dict[str, Any]) -> None:
    written = {name: step[name] for name in ("summary", "needs", "address") if name in step}
    wish = Wish(
        partner=partner_named(session, actor, step["partner"]),
        service=step["service"],
        purpose=step["purpose"],
        fields=(*step["fields"], *written),
        written=written,
        urgency=Urgency(step.get("urgency", "normal")),
    )
    make_referral(session, actor, number=story.case, wish=wish)


def _answer(session: Session, actor: Actor, story: Told, step: dict[str, Any]) -> None:
    """The partner looks first, and then answers the newest one for that service."""
    found = session.exec(
        select(Referral).where(Referral.service == step["service"]).order_by(col(Referral.id).desc())
    ).first()
    assert found is not None
    read_addressed(session, actor, number=number_of(found))
    answer_referral(
        session,
        actor,
        number=number_of(found),
        action=ReferralAction(step["action"]),
        note=step.get("note", ""),
    )


def _outcome(session: Session, actor: Actor, story: Told, step: dict[str, Any]) -> None:
    given = {name: step[name] for name in ("service", "note")}
    record_outcome(session, actor, number=story.case, outcome=ReferralOutcome(step["outcome"]), **given)


def _chase(session: Session, actor: Actor, story: Told, step: dict[str, Any]) -> None:
    chase_referrals(session, actor)


def _withdraw(session: Session, actor: Actor, story: Told, step: dict[str, Any]) -> None:
    subject = partner_named(session, actor, step["partner"])
    withdraw_consent(session, actor, number=story.case, purpose="referral", subject=subject)


STEPS: dict[str, Callable[[Session, Actor, Any, dict[str, Any]], None]] = {
    "refer": _refer, "partner_answer": _answer, "outcome": _outcome, "chase": _chase, "withdraw_referral": _withdraw,
}  # fmt: skip
# Done by the clock, not by a person.
BY_THE_CLOCK = frozenset({"chase"})
