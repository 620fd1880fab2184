"""Who comes and who may sleep where, as people say it."""

import pytest

from rindu_app.words.shelter import say_people, say_rule


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ([("female", 31)], "Perempuan 31 tahun"),
        ([("female", 31), ("male", 0)], "Perempuan 31 tahun, dengan laki-laki di bawah 1 tahun"),
        (
            [("female", 31), ("male", 9), ("male", 4), ("female", 2)],
            "Perempuan 31 tahun, dengan laki-laki 9 tahun, laki-laki 4 tahun, dan perempuan 2 tahun",
        ),
    ],
)
def test_people_are_named_by_sex_and_age(people: list[tuple[str, int]], words: str) -> None:
    assert say_people(people) == words


@pytest.mark.parametrize(
    ("boys", "families", "words"),
    [
        (None, False, "Perempuan saja"),
        (0, False, "Perempuan, dan anak laki-laki di bawah 1 tahun"),
        (12, True, "Perempuan, dan anak laki-laki sampai 12 tahun. Untuk ibu yang datang bersama anak"),
    ],
)
def test_a_rule_says_who_is_taken(boys: int | None, families: bool, words: str) -> None:
    assert say_rule(boys, families) == words
