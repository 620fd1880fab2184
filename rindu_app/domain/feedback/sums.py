"""What clients said, for supervisors: sums of quarters that are over, and nothing of groups that are too small.

A quarter that is still running is not shown: whoever looked before and after one answer would know it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.feedback.keeping import place_of
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import ClientFeedback
from rindu_app.words import clock
from rindu_app.words.codes import Help, Question

SMALLEST = 5
SHOWN = 8


@dataclass(frozen=True)
class Sum:
    """How many answered, and the mean from 1 to 4 of what they said."""

    count: int
    mean: float


@dataclass(frozen=True)
class Quarter:
    """A quarter that is over. `count` is None, and the rest empty, where fewer than `SMALLEST` answered.

    A question or a kind of help is missing where it would tell of too few, or could be reckoned from the others. `words` stand
    in no order of time.
    """

    year: int
    number: int
    count: int | None = None
    questions: Mapping[Question, Sum] | None = None
    kinds: Mapping[Help, Sum] | None = None
    words: tuple[str, ...] = ()


def read_feedback(session: Session, actor: Actor) -> tuple[Quarter, ...]:
    """The newest quarters with answers from the actor's area, newest first. For supervisors; raises `Forbidden`.

    Looking leaves a line. Three queries.
    """
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    audit(session, actor, "feedback:read", "", actor.area_code)
    zone = ZoneInfo(timezone_of(session, actor.area_code))
    running = _first_month(clock.now().astimezone(zone))
    # By its random key: in the same order at each look, which is nobody's order.
    rows = session.exec(
        select(ClientFeedback).where(ClientFeedback.month < running).order_by(col(ClientFeedback.uid))
    ).all()
    rows = sorted(rows, key=_quarter_of, reverse=True)
    quarters = [(key, list(found)) for key, found in groupby(rows, key=_quarter_of)][:SHOWN]
    return tuple(_quarter(session, key, found) for key, found in quarters)


def _first_month(now: datetime) -> str:
    """Of the quarter that is running."""
    return f"{now.year}-{3 * ((now.month - 1) // 3) + 1:02d}"


def _quarter_of(row: ClientFeedback) -> tuple[int, int]:
    year, month = map(int, row.month.split("-"))
    return year, (month - 1) // 3 + 1


def _quarter(session: Session, key: tuple[int, int], rows: Sequence[ClientFeedback]) -> Quarter:
    if len(rows) < SMALLEST:
        return Quarter(*key)
    sealers = open_sealers(session, {row.key_uid for row in rows})
    return Quarter(
        *key,
        count=len(rows),
        questions=_questions(rows),
        kinds=_by_kind(rows),
        words=tuple(
            sealers[row.key_uid].open(place_of(row.uid), row.words)
            for row in rows
            if row.words and row.key_uid in sealers
        ),
    )


def _questions(rows: Sequence[ClientFeedback]) -> dict[Question, Sum]:
    said = {question: [score for row in rows if (score := getattr(row, question))] for question in Question}
    return {question: _sum(scores) for question, scores in said.items() if len(scores) >= SMALLEST}


def _by_kind(rows: Sequence[ClientFeedback]) -> dict[Help, Sum]:
    """Each answer has one kind, so what is hidden is all that is left over: it must not be too small either."""
    sizes = Counter(Help(row.help) for row in rows)
    shown = {kind for kind, size in sizes.items() if size >= SMALLEST}
    while shown and 0 < sum(sizes[kind] for kind in sizes.keys() - shown) < SMALLEST:
        shown.remove(min(shown, key=lambda kind: (sizes[kind], kind)))
    found = {}
    for kind in Help:
        scores = [score for row in rows if row.help == kind for score in _scores(row)]
        if kind in shown and scores:
            found[kind] = Sum(sizes[kind], sum(scores) / len(scores))
    return found


def _scores(row: ClientFeedback) -> list[int]:
    return [score for question in Question if (score := getattr(row, question))]


def _sum(scores: Sequence[int]) -> Sum:
    return Sum(len(scores), sum(scores) / len(scores))
