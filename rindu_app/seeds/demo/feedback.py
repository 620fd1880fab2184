"""What invented clients said in quarters that are over."""

from datetime import date
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.feedback.keeping import keep_answer
from rindu_app.domain.feedback.said import Said
from rindu_app.words import clock
from rindu_app.words.codes import Help, Question


def keep_answers(rows: list[dict[str, Any]], seeder: Actor) -> None:
    """`ago`: how many quarters ago; `scores` in the order of the questions, 0 for none."""
    for row in rows:
        scores = {question: score for question, score in zip(Question, row["scores"], strict=True) if score}
        month = _month(clock.now().date(), row["ago"])
        with open_session(seeder) as session:
            said = Said(scores, row.get("words", ""))
            keep_answer(session, said, area_code=row["area"], month=month, help=Help(row["help"]))


def _month(today: date, ago: int) -> str:
    """The middle month of that quarter."""
    months = 12 * today.year + 3 * ((today.month - 1) // 3) + 1 - 3 * ago
    return f"{months // 12}-{months % 12 + 1:02d}"
