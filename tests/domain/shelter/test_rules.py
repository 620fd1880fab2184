"""Who may sleep in which room."""

import pytest

from rindu_app.domain.shelter.rules import Guest, Party, RoomRule, why_not_here
from rindu_app.words.codes import Sex

WOMAN, MAN = Guest(Sex.FEMALE, 31), Guest(Sex.MALE, 31)
GIRL, TEEN_GIRL, BABY_BOY, BOY, TEEN_BOY = (
    Guest(Sex.FEMALE, 6), Guest(Sex.FEMALE, 17), Guest(Sex.MALE, 0), Guest(Sex.MALE, 12), Guest(Sex.MALE, 13)
)  # fmt: skip
WOMEN, SMALL, FAMILIES = RoomRule(None, False), RoomRule(12, False), RoomRule(12, True)


@pytest.mark.parametrize(
    ("rule", "party", "against"),
    [
        (WOMEN, Party(WOMAN), None),
        (WOMEN, Party(WOMAN, (GIRL, TEEN_GIRL)), None),
        (WOMEN, Party(GIRL), None),
        (WOMEN, Party(WOMAN, (BABY_BOY,)), "shelter_women_only"),
        (RoomRule(0, False), Party(WOMAN, (BABY_BOY,)), None),
        (SMALL, Party(WOMAN, (GIRL, BOY)), None),
        (SMALL, Party(BOY), None),
        (SMALL, Party(WOMAN, (BOY, TEEN_BOY)), "shelter_boy_too_old"),
        (SMALL, Party(TEEN_BOY), "shelter_boy_too_old"),
        (SMALL, Party(MAN), "shelter_no_men"),
        (WOMEN, Party(MAN), "shelter_no_men"),
        (SMALL, Party(WOMAN, (Guest(Sex.MALE, 18),)), "shelter_no_men"),
        (FAMILIES, Party(WOMAN), "shelter_families_only"),
        (FAMILIES, Party(WOMAN, (BOY,)), None),
    ],
)
def test_sex_age_and_family_decide(rule: RoomRule, party: Party, against: str | None) -> None:
    assert why_not_here(rule, party) == against


@pytest.mark.parametrize(
    ("house", "room", "boys"), [(12, 12, 12), (12, 5, 5), (5, 12, 5), (None, 12, None), (12, None, None)]
)
def test_a_room_may_be_stricter_than_its_house_and_never_milder(
    house: int | None, room: int | None, boys: int | None
) -> None:
    assert RoomRule.of(house, room, families_only=False) == RoomRule(boys, False)
