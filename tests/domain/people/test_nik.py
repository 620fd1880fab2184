"""A NIK is read without believing in it, and no child becomes a hundred years old."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal.nik import parse_nik

from rindu_app.domain.people.nik import mask_nik, read_nik

TODAY = date(2026, 11, 27)


def test_a_girl_born_in_2010_is_a_child_and_not_a_centenarian() -> None:
    found = read_nik("3510104112100001", TODAY)
    assert (found.born, found.sex, found.district) == (date(2010, 12, 1), "female", "35.10.10")
    assert found.doubts == ()


def test_her_grandmother_keeps_her_own_century() -> None:
    assert read_nik("3510104112450001", TODAY).born == date(1945, 12, 1)
    assert read_nik("3510102811260001", TODAY).born == date(1926, 11, 28)  # tomorrow's child is not born yet
    assert read_nik("3510102711260001", TODAY).born == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("35101041121", "nik_length"),
        ("tidak punya", "nik_length"),
        ("3510103102100001", "nik_date"),
        ("3510107202100001", "nik_date"),
        ("3510104112100000", "nik_serial"),
        ("٣٥١٠١٠٤١١٢١٠٠٠٠١", "nik_length"),
    ],
)
def test_what_cannot_be_a_nik_is_doubted_and_still_read(text: str, doubt: str) -> None:
    assert doubt in read_nik(text, TODAY).doubts


def test_blanks_dots_and_dashes_do_not_matter() -> None:
    assert read_nik("3510 1041 1210 0001", TODAY) == read_nik("35.1010.411210-0001", TODAY)


@given(st.dates(min_value=date(1927, 1, 1), max_value=TODAY), st.booleans(), st.integers(1, 9999))
def test_every_birthday_of_a_hundred_years_comes_back(born: date, woman: bool, serial: int) -> None:
    day = born.day + (40 if woman else 0)
    found = read_nik(f"351010{day:02d}{born:%m%y}{serial:04d}", TODAY)
    assert (found.born, found.sex, found.doubts) == (born, "female" if woman else "male", ())


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_it_agrees_with_another_reading_of_the_same_structure(digits: str) -> None:
    mine, theirs = read_nik(digits, TODAY), parse_nik(digits, reference_date=TODAY)
    if mine.born is not None and theirs.birth_date is not None:
        assert str(mine.born) == theirs.birth_date


@given(st.text(max_size=40))
def test_no_typing_breaks_it_and_no_mask_shows_more_than_its_ends(text: str) -> None:
    found = read_nik(text, TODAY)
    shown = mask_nik(found.digits)
    assert len(shown) <= 16
    assert set(shown[4:12]) <= {"*"}
    if "nik_length" in found.doubts:
        assert set(shown) <= {"*"}


def test_a_masked_nik_is_recognised_by_its_ends() -> None:
    assert mask_nik("3510104112100001") == "3510********0001"
