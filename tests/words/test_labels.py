"""Every code a person can meet has Indonesian words."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

import rindu_app
from rindu_app.words import codes
from rindu_app.words.codes import ReportStatus
from rindu_app.words.errors import SENTENCES
from rindu_app.words.labels import LABELS, REPORTER_STATUS

ENUMS = [
    item
    for item in vars(codes).values()
    if isinstance(item, type) and issubclass(item, StrEnum) and item is not StrEnum
]


@pytest.mark.parametrize("enum", ENUMS)
def test_every_code_has_a_label_of_its_own(enum: type[StrEnum]) -> None:
    assert set(LABELS[enum]) == set(enum)
    assert all(LABELS[enum].values())


def test_a_reporter_can_read_every_status() -> None:
    assert set(REPORTER_STATUS) == set(ReportStatus)


def test_junk_reads_like_new_so_that_nobody_learns_she_was_not_believed() -> None:
    assert REPORTER_STATUS[ReportStatus.JUNK] == REPORTER_STATUS[ReportStatus.NEW]


RAISED = re.compile(
    r"(?:NotFound|Noted|Forbidden|Conflict|DomainError|Denied)\(\s*\"(\w+)\"|Invalid\(\s*[^,]+,\s*\"(\w+)\""
)


def test_every_refusal_in_the_code_has_its_sentence() -> None:
    used = set()
    for file in Path(rindu_app.__file__).parent.rglob("*.py"):
        used |= {first or second for first, second in RAISED.findall(file.read_text())}
    assert used - SENTENCES.keys() == set()
