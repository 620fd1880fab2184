"""How long an answer may take, and how long after the reminder the next one above is told."""

from datetime import timedelta

from sqlmodel import Session

from rindu_app.domain.codes import clocks

ANSWER, ESCALATION = "transfer_answer", "transfer_escalation"
# Used only where the administrator's table lacks a rule, so that nothing stays without a clock.
_FALLBACK_MINUTES = {ANSWER: 1440, ESCALATION: 1440}


def length_of(session: Session, code: str) -> timedelta:
    return clocks.length_of(session, code, _FALLBACK_MINUTES[code])
