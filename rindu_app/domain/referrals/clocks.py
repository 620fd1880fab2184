"""How long each step of a referral may take (3.8). An office changes it among its clocks."""

from datetime import datetime, timedelta

from sqlmodel import Session

from rindu_app.domain.codes import clocks
from rindu_app.words import clock
from rindu_app.words.codes import Urgency

ANSWER = {Urgency.URGENT: "referral_answer_urgent", Urgency.NORMAL: "referral_answer"}
DONE, ESCALATION, LINK = "referral_done", "referral_escalation", "referral_link"
# Used only where the administrator's table lacks a rule, so that nothing stays without a clock.
_FALLBACK_MINUTES = {
    "referral_answer_urgent": 120,
    "referral_answer": 2880,
    DONE: 20160,
    ESCALATION: 1440,
    LINK: 10080,
}


def from_now(session: Session, code: str) -> datetime:
    return clock.now() + length_of(session, code)


def length_of(session: Session, code: str) -> timedelta:
    return clocks.length_of(session, code, _FALLBACK_MINUTES[code])
