"""Numbers are read as people write them, and safe contact is a rule."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rindu_app.domain.contact.phones import normalise_phone, whatsapp_link
from rindu_app.domain.contact.safety import ContactRule, why_unsafe
from rindu_app.domain.contact.search_words import name_words
from rindu_app.words.codes import ContactWay

MONDAY_10_WIB = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["0812-0000-1234", "+62 812 0000 1234", "62812 0000 1234", "8120000 1234", "+620812 0000 1234", "0062 812 00001234"]
)  # fmt: skip
def test_all_ways_to_write_a_number_are_one_number(written: str) -> None:
    assert normalise_phone(written) == "+6281200001234"


def test_a_foreign_number_stays_foreign_and_nonsense_is_no_number() -> None:
    assert normalise_phone("+60 12-345 6789") == "+60123456789"
    assert normalise_phone("nanti saja") == ""
    assert normalise_phone("08") == ""


@given(st.text())
def test_any_text_is_a_number_or_nothing(text: str) -> None:
    number = normalise_phone(text)
    assert number == "" or number[1:].isdigit()
    assert normalise_phone(number) == number


def test_a_whatsapp_link_has_digits_only_and_a_neutral_text() -> None:
    link = whatsapp_link("0812-0000-1234", "Halo, saya ingin bertanya")
    assert link == "https://wa.me/6281200001234?text=Halo%2C%20saya%20ingin%20bertanya"


def rule(**values: object) -> ContactRule:
    given_rule = {"ways": frozenset({"whatsapp"}), "days": frozenset(), "hour_from": None, "hour_to": None}
    return ContactRule(**{**given_rule, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "way", "reason"),
    [
        ({}, ContactWay.WHATSAPP, None),
        ({}, ContactWay.PHONE, "not_safe_way"),
        ({"ways": frozenset({"none", "whatsapp"})}, ContactWay.WHATSAPP, "not_safe_way"),
        ({"ways": frozenset({"none"})}, ContactWay.HERE, None),
        ({"days": frozenset({1, 2})}, ContactWay.WHATSAPP, None),
        ({"days": frozenset({2})}, ContactWay.WHATSAPP, "not_safe_day"),
        ({"hour_from": 9, "hour_to": 11}, ContactWay.WHATSAPP, None),
        ({"hour_from": 9, "hour_to": 10}, ContactWay.WHATSAPP, "not_safe_hour"),
        ({"hour_from": 11, "hour_to": 12}, ContactWay.WHATSAPP, "not_safe_hour"),
    ],
)
def test_only_the_chosen_way_day_and_hour_are_safe(
    changes: dict[str, object], way: ContactWay, reason: str | None
) -> None:
    assert why_unsafe(rule(**changes), way, MONDAY_10_WIB, "Asia/Jakarta") == reason


def test_hours_are_those_of_her_place() -> None:
    nine_to_eleven = rule(hour_from=9, hour_to=11)
    assert why_unsafe(nine_to_eleven, ContactWay.WHATSAPP, MONDAY_10_WIB, "Asia/Makassar") == "not_safe_hour"


def test_names_are_compared_without_case_marks_and_order() -> None:
    assert name_words("Siti  Nur-HÁLIMAH") == name_words("halimah, siti nur") == {"siti", "nur", "halimah"}
