"""Reading code lists and hotlines."""

from datetime import date

import pytest
from sqlmodel import Session

from rindu_app.domain.codes.queries import label_of, list_codes, list_hotlines, read_labels
from rindu_app.models import CodeItem, Hotline


@pytest.fixture
def topics(reference: Session) -> Session:
    """A list with an entry that ended, one that is hidden, one that begins later, and one of today, out of order."""
    ended = {"valid_from": date(2010, 1, 1), "valid_to": date(2026, 1, 1)}
    today = {"valid_from": date(2010, 1, 1)}
    reference.add_all(
        [
            CodeItem(
                list_code="topic", code="now_b", label="Kini B", position=3, **today, extra={"weight": 2}
            ),
            CodeItem(list_code="topic", code="now_a", label="Kini A", position=2, **today),
            CodeItem(list_code="topic", code="ended", label="Dulu", position=1, **ended),
            CodeItem(list_code="topic", code="hidden", label="Simpan", position=1, active=False, **today),
            CodeItem(list_code="topic", code="later", label="Nanti", position=1, valid_from=date(2999, 1, 1)),
        ]
    )
    reference.flush()
    return reference


def test_a_list_offers_what_is_valid_today_in_its_order(topics: Session) -> None:
    assert [row.code for row in list_codes(topics, "topic")] == ["now_a", "now_b"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2025, 12, 31), ["ended", "now_a", "now_b"]),
        (date(2026, 1, 1), ["now_a", "now_b"]),
        (date(2999, 1, 1), ["later", "now_a", "now_b"]),
    ],
)
def test_a_list_can_be_read_as_of_another_day(topics: Session, day: date, codes: list[str]) -> None:
    assert [row.code for row in list_codes(topics, "topic", on=day)] == codes


def test_what_a_list_adds_comes_along(topics: Session) -> None:
    assert list_codes(topics, "topic")[1].extra["weight"] == 2


def test_an_unknown_list_is_empty(reference: Session) -> None:
    assert list_codes(reference, "nothing") == ()
    assert read_labels(reference, "nothing") == {}


def test_labels_of_ended_and_hidden_entries_can_still_be_read(topics: Session) -> None:
    assert label_of(topics, "topic", "ended") == "Dulu"
    assert read_labels(topics, "topic")["hidden"] == "Simpan"


def test_a_code_without_entry_shows_itself(reference: Session) -> None:
    assert label_of(reference, "violence_kind", "physical") == "Fisik"
    assert label_of(reference, "violence_kind", "unheard_of") == "unheard_of"


def test_national_numbers_are_shown_everywhere(reference: Session) -> None:
    lines = list_hotlines(reference)
    assert [line.number for line in lines] == ["112", "110", "119", "129", "148"]
    assert (lines[3].whatsapp, lines[3].whatsapp_shown) == ("628111129129", "08111129129")
    assert (lines[0].whatsapp, lines[0].whatsapp_shown) == ("", "")


def test_numbers_of_her_area_come_first_and_those_of_others_not_at_all(reference: Session) -> None:
    reference.add_all(
        [
            Hotline(number="0000-1", label="Kabupaten", area_code="35.10"),
            Hotline(number="0000-2", label="Kecamatan", area_code="35.10.25", whatsapp="15550100"),
            Hotline(number="0000-3", label="Kota lain", area_code="35.11"),
            Hotline(number="0000-4", label="Ditutup", area_code="35.10", active=False),
        ]
    )
    reference.flush()
    lines = list_hotlines(reference, "35.10.25.2001")
    assert [line.number for line in lines[:3]] == ["0000-2", "0000-1", "112"]
    assert lines[0].whatsapp_shown == "+15550100"
    assert len(lines) == 7
    assert len(list_hotlines(reference)) == 5
