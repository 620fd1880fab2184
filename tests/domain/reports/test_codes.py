"""Receipt codes and report numbers survive how people type them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rindu_app.domain.reports.codes import new_code, read_code, show_code
from rindu_app.domain.reports.numbers import is_number_of, read_number, show_number


def test_a_code_has_twenty_digits_in_groups_of_four() -> None:
    assert [len(group) for group in show_code(new_code()).split(" ")] == [4] * 5


@given(st.lists(st.sampled_from(" .-–_/"), min_size=20, max_size=20))
def test_a_code_is_read_with_any_separators(marks: list[str]) -> None:
    code = new_code()
    assert read_code("".join(digit + mark for digit, mark in zip(code, marks, strict=True))) == code


def test_arabic_digits_are_digits_too() -> None:
    assert read_code("٠١٢٣٤٥٦٧٨٩" * 2) == "01234567890123456789"


@given(st.text())
def test_anything_else_is_no_code(text: str) -> None:
    code = read_code(text)
    assert code is None or (len(code) == 20 and code.isascii() and code.isdigit())


def test_codes_do_not_repeat() -> None:
    assert len({new_code() for _ in range(2000)}) == 2000


@given(st.integers(1, 10**9))
def test_a_number_is_read_back(row_id: int) -> None:
    shown = show_number("L", row_id, datetime(2026, 11, 3, tzinfo=UTC))
    assert shown.startswith("L-2611-")
    assert read_number("L", f" {shown.lower()} ") == row_id


@pytest.mark.parametrize(
    ("typed", "is_it"),
    [
        ("L-2611-0018", True),
        (" l2611 18 ".replace(" ", ""), True),
        ("L-2612-0018", False),
        ("L-2611-0019", False),
        ("K-2611-0018", False),
    ],
)
def test_a_slip_in_the_month_names_another_report(typed: str, is_it: bool) -> None:
    assert is_number_of(typed, "L", 18, datetime(2026, 11, 3, tzinfo=UTC)) == is_it


@pytest.mark.parametrize("text", ["", "L", "L-2611", "K-2611-0001", "L-2611-0001x", "0001"])
def test_what_is_not_a_number_is_refused(text: str) -> None:
    assert read_number("L", text) is None
