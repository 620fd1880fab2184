"""Whatever is sent, answers are clean or refused with the name of the field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rindu_app.access.errors import Invalid
from rindu_app.domain.reports.answers import Answers, as_draft, check_answers
from rindu_app.words.errors import SENTENCES

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=4), max_leaves=6
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(sorted(Answers.__dataclass_fields__)), ANYTHING))
def test_any_input_is_typed_answers_or_a_named_refusal(raw: dict[str, object]) -> None:
    try:
        answers = check_answers(raw)
    except Invalid as refusal:
        assert refusal.code in SENTENCES
        assert refusal.field in Answers.__dataclass_fields__
    else:
        assert check_answers(as_draft(answers)) == answers


def test_only_the_story_is_needed() -> None:
    assert check_answers({"story": "Tolong"}).story == "Tolong"
    with pytest.raises(Invalid) as refusal:
        check_answers({"story": "  \n "})
    assert (refusal.value.field, refusal.value.code) == ("story", "story_missing")


def test_control_characters_go_and_writing_stays() -> None:
    story = check_answers({"story": "baris satu\r\nbaris dua\x00\x07 ꦱꦶꦠꦶ \u202bعربي\u202c 😢"}).story
    assert story == "baris satu\nbaris dua ꦱꦶꦠꦶ \u202bعربي\u202c 😢"


@pytest.mark.parametrize(
    ("field", "value"),
    [("door", "window"), ("mode", "telepathy"), ("ways", ["pigeon"]), ("days", [8]), ("hour_from", "99"), ("danger", "perhaps"),
     ("story", "x" * 20_001), ("name", "x" * 201)],
)  # fmt: skip
def test_what_is_not_offered_is_refused(field: str, value: object) -> None:
    with pytest.raises(Invalid) as refusal:
        check_answers({"story": "Tolong", field: value})
    assert refusal.value.field == field


def test_hours_must_run_forward() -> None:
    with pytest.raises(Invalid, match="hours_reversed"):
        check_answers({"story": "Tolong", "hour_from": "11", "hour_to": "9"})
