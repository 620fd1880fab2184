"""Lines of the timeline about referrals, in words."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.domain.codes.queries import read_labels
from rindu_app.models import CaseEvent, Partner
from rindu_app.words.codes import ReferralOutcome
from rindu_app.words.labels import REVOKED_BECAUSE, label


def say_referrals(session: Session, events: Sequence[CaseEvent]) -> dict[str, str]:
    """By the event's uid: which referral, to whom, for what; or who receives her next. Two queries, none where no line is about one."""
    mine = [event for event in events if "referral" in event.facts or "onward" in event.facts]
    if not mine:
        return {}
    ids = {event.facts.get("partner") for event in mine} - {None}
    partners = dict(session.exec(select(Partner.id, Partner.name).where(col(Partner.id).in_(ids))).all())
    services = read_labels(session, "referral_service")
    return {event.uid: _line(event.facts, partners, services) for event in mine}


def _line(facts: dict[str, Any], partners: dict[int | None, str], services: dict[str, str]) -> str:
    outcome = facts.get("outcome")
    words = [
        str(facts.get("referral", "")),
        partners.get(facts.get("partner"), ""),
        services.get(str(facts.get("service")), ""),
        label(ReferralOutcome(outcome)) if outcome else "",
        REVOKED_BECAUSE.get(str(facts.get("reason")), ""),
    ]
    return ", ".join(filter(None, words))
