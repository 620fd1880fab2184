"""Every act that anything writes into the audit trail has Indonesian words."""

import re
from pathlib import Path

import rindu_app
from rindu_app.words.lists import LISTS
from rindu_app.words.trail import ACTS, GROUPS, OTHER, say_act, say_ref

HOME = Path(rindu_app.__file__).parent
WRITTEN = re.compile(r"\baudit\(\s*[\w.]+,\s*[\w.]+,\s*\"([^\"{]+)\"")


def test_every_act_has_words_of_its_own() -> None:
    found = {act for path in HOME.rglob("*.py") for act in WRITTEN.findall(path.read_text())}
    assert len(found) > 25
    assert {act for act in found if say_act(act) == OTHER} == set()


def test_every_act_belongs_to_a_group_that_can_be_chosen() -> None:
    assert [act for act in ACTS if not act.startswith(("schedule:", *GROUPS))] == []


def test_every_shipped_list_has_a_name() -> None:
    shipped = set()
    for path in (HOME / "seeds" / "reference" / "lists").glob("*.toml"):
        shipped |= set(re.findall(r"^\[(\w+)\]$", path.read_text(), re.MULTILINE))
    assert shipped == set(LISTS)


def test_things_are_named_as_people_know_them() -> None:
    assert say_ref("L-2611-0001") == "L-2611-0001"
    assert say_ref("account:11") == "akun 11"
    assert say_ref("a" * 32) == ""
    assert say_ref("") == ""
