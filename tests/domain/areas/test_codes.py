"""What an area code says by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rindu_app.domain.areas.codes import area_level, area_lineage, area_prefix, normalize_name


@pytest.mark.parametrize(("code", "level"), [("35", 1), ("35.10", 2), ("35.10.25", 3), ("35.10.25.2001", 4)])
def test_the_code_tells_the_level(code: str, level: int) -> None:
    assert area_level(code) == level


@pytest.mark.parametrize(
    "code", ["", "3", "351", "35.", "35.1", "35.10.", "35.10.25.201", "35.10.25.2001.1", "٣٥", "35\n", "%"]
)
def test_a_malformed_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError):
        area_level(code)


def test_the_lineage_goes_from_the_area_up_to_its_province() -> None:
    assert area_lineage("35.10.25.2001") == ("35.10.25.2001", "35.10.25", "35.10", "35")
    assert area_lineage("35") == ("35",)


def test_the_prefix_does_not_catch_a_neighbour() -> None:
    assert "35.10.01".startswith(area_prefix("35.10"))
    assert not "35.11.01".startswith(area_prefix("35.10"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Kota   METRO ", "kota metro"),
        ("Regapu\u2019u", "regapuu"),
        ("Regapu'u", "regapuu"),
        ("Lubuk Pakam I,II", "lubuk pakam i ii"),
        ("Éndé", "ende"),
    ],
)
def test_names_are_compared_without_case_accents_and_punctuation(typed: str, kept: str) -> None:
    assert normalize_name(typed) == kept


@given(st.text())
def test_any_text_becomes_words_that_like_need_not_escape(text: str) -> None:
    words = normalize_name(text)
    assert normalize_name(words) == words
    assert set(words) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
