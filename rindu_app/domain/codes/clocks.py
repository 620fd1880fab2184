"""How long something may take, as the office has set it among its clocks."""

from datetime import timedelta

from sqlmodel import Session, select

from rindu_app.models import ClockRule


def length_of(session: Session, code: str, fallback_minutes: int) -> timedelta:
    """The fallback is used only where the administrator's table lacks the rule, so that nothing stays without a clock."""
    minutes = session.exec(select(ClockRule.minutes).where(ClockRule.code == code)).first()
    return timedelta(minutes=fallback_minutes if minutes is None else minutes)
