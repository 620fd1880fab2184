"""Who may sleep in which room: plain rules over plain facts, without a database."""

from dataclasses import dataclass

from rindu_app.words.codes import Sex

ADULT = 18


@dataclass(frozen=True)
class Guest:
    """Somebody who comes; `age` in whole years."""

    sex: Sex
    age: int


@dataclass(frozen=True)
class Party:
    """Whom a place is asked for, with the children who come along."""

    guest: Guest
    children: tuple[Guest, ...] = ()

    @property
    def size(self) -> int:
        return 1 + len(self.children)


@dataclass(frozen=True)
class RoomRule:
    """`boys_until`: the oldest boy, in years, both room and house considered; None: women and girls only."""

    boys_until: int | None
    families_only: bool

    @classmethod
    def of(cls, house: int | None, room: int | None, *, families_only: bool) -> "RoomRule":
        return cls(None if house is None or room is None else min(house, room), families_only)


def why_not_here(rule: RoomRule, party: Party) -> str | None:
    """The code of what stands against this party in a room of this rule; None where they may sleep there.

    Children stay with their mother, so that one who may not come in keeps all of them out of this room.
    """
    males = [guest.age for guest in (party.guest, *party.children) if guest.sex is Sex.MALE]
    if any(age >= ADULT for age in males):
        return "shelter_no_men"
    if males and rule.boys_until is None:
        return "shelter_women_only"
    if rule.boys_until is not None and any(age > rule.boys_until for age in males):
        return "shelter_boy_too_old"
    return "shelter_families_only" if rule.families_only and not party.children else None
