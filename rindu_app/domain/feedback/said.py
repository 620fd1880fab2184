"""What somebody answered, from untrusted values. Every question may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rindu_app.access.errors import Invalid
from rindu_app.domain.reports.answers import clean_text
from rindu_app.words.codes import Question
from rindu_app.words.feedback import BEST, SKIP

LONGEST = 1_000


@dataclass(frozen=True)
class Said:
    """`scores` from 1 to 4 of the questions that were answered."""

    scores: Mapping[Question, int] = field(default_factory=dict)
    words: str = ""


def check_said(typed: Mapping[str, str]) -> Said:
    """Typed values by question, and `words`. Raises `Invalid` for a forged score, words that are too long, and where
    nothing was said at all.
    """
    scores: dict[Question, int] = {}
    for question in Question:
        value = typed.get(question, "")
        if value in ("", SKIP):
            continue
        if value not in map(str, range(1, BEST + 1)):
            raise Invalid(question, "unknown_choice")
        scores[question] = int(value)
    words = clean_text(typed.get("words", ""))
    if len(words) > LONGEST:
        raise Invalid("words", "too_long", limit=LONGEST, length=len(words))
    if not scores and not words:
        raise Invalid(Question.RESPECTED, "feedback_empty")
    return Said(scores, words)
