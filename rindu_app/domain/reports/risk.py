"""A first risk from what the person said, until somebody has looked. Never lower than she says it is."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.reports.answers import Answers
from rindu_app.words.codes import Door, Risk, Teller

# Used only where the administrator's table lacks a rule, so that no report is ever refused for it. [S 18], [D]
_FALLBACK_MINUTES = {Risk.HIGH: 15, Risk.MEDIUM: 360, Risk.LOW: 1440}


@dataclass(frozen=True)
class Sign:
    """A danger sign of the checklist (code list `danger_sign`): its weight, and whether one alone means high risk."""

    code: str
    weight: int
    alone: bool


def first_risk(answers: Answers) -> Risk:
    """From the citizen's own answers: danger now is high; a child or any kind of violence at least medium."""
    if answers.danger == "yes":
        return Risk.HIGH
    if (
        answers.kinds
        or answers.teller == Teller.CHILD
        or answers.danger == "unknown"
        or answers.door == Door.REPORT
    ):
        return Risk.MEDIUM
    return Risk.LOW


def propose_risk(signs: list[Sign], thresholds: dict[Risk, int]) -> Risk:
    """From the ticked danger signs: one grave sign alone, or a sum that reaches the threshold of a level."""
    if any(sign.alone for sign in signs):
        return Risk.HIGH
    weight = sum(sign.weight for sign in signs)
    reached = [risk for risk in (Risk.HIGH, Risk.MEDIUM) if risk in thresholds and weight >= thresholds[risk]]
    return reached[0] if reached else Risk.LOW


def due_at(session: Session, risk: Risk, received: datetime) -> datetime:
    """When somebody must have answered. Risk clocks run round the clock and ignore holidays (5.5)."""
    return received + length_of(session, f"risk_{risk}", _FALLBACK_MINUTES[risk])
