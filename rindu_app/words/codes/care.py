"""Assessment and plan."""

from enum import StrEnum


class AssessmentArea(StrEnum):
    """The four domains of an assessment (method 1 of indicator 354)."""

    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    SOCIAL = "social"
    ECONOMIC = "economic"


class Progress(StrEnum):
    """How far a goal is. Only REACHED counts as reached; DROPPED leaves the plan."""

    NOT_STARTED = "not_started"
    GOING = "going"
    REACHED = "reached"
    DROPPED = "dropped"
