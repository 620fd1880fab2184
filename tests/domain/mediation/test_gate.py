"""The gate of mediation over every kind × child × risk × KDRT: shut where the law or the danger says so, and for what is not known."""

from itertools import product

import pytest

from rindu_app.domain.mediation.gate import GateFacts, why_blocked
from rindu_app.words.codes import MediationBlock as B
from rindu_app.words.codes import Risk
from rindu_app.words.errors import SENTENCES

CHILD = {True: {B.CHILD}, False: set(), None: {B.AGE_UNKNOWN}}
# What each kind of violence alone means to the gate.
KINDS: dict[str, set[B]] = {
    "physical": set(),
    "psychological": set(),
    "exploitation": set(),
    "neglect": set(),
    "other": set(),
    "sexual": {B.SEXUAL},
    "trafficking": {B.TRAFFICKING},
    "added_by_an_office": {B.KIND_UNCLEAR},
}


def facts(*codes: tuple[str, str], incidents: int = 1, child: bool | None = False, household: bool | None = False, risk: str = Risk.LOW) -> GateFacts:  # fmt: skip
    return GateFacts(incidents, frozenset(codes), child, household, risk)


def wanted(kind: str, child: bool | None, risk: Risk, household: bool | None) -> set[B]:
    """KDRT with high risk is shut; where nobody knows whether it is KDRT, it counts as such."""
    danger = {B.HIGH_RISK} if risk == Risk.HIGH and household in (True, None) else set()
    return KINDS[kind] | CHILD[child] | danger


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("child", CHILD)
@pytest.mark.parametrize("risk", Risk)
@pytest.mark.parametrize("household", [True, False, None])
def test_every_combination_is_decided(
    kind: str, child: bool | None, risk: Risk, household: bool | None
) -> None:
    given = facts(("violence_kind", kind), child=child, risk=risk, household=household)
    assert set(why_blocked(given)) == wanted(kind, child, risk, household)


@pytest.mark.parametrize(("one", "two"), list(product(KINDS, repeat=2)))
def test_one_shut_kind_among_several_shuts_the_gate(one: str, two: str) -> None:
    given = facts(("violence_kind", one), ("violence_kind", two), incidents=2)
    assert set(why_blocked(given)) == KINDS[one] | KINDS[two]


@pytest.mark.parametrize(
    ("list_code", "code", "block"),
    [
        ("sexual_violence_kind", "nonphysical_harassment", B.SEXUAL),
        ("sexual_violence_kind", "electronic", B.SEXUAL),
        ("sexual_violence_other", "household", B.SEXUAL),
        ("sexual_violence_other", "trafficking", B.TRAFFICKING),
        ("violence_form", "sexual_exploitation", B.SEXUAL),
    ],
)
def test_what_finer_lists_say_counts_whatever_the_kind_is(list_code: str, code: str, block: B) -> None:
    assert block in why_blocked(facts(("violence_kind", "exploitation"), (list_code, code)))


def test_an_economic_dispute_of_adults_may_be_offered() -> None:
    given = facts(
        ("violence_kind", "neglect"), ("violence_form", "no_maintenance"), household=True, risk=Risk.MEDIUM
    )
    assert why_blocked(given) == ()  # fmt: skip


def test_where_no_incident_is_recorded_the_gate_stays_shut() -> None:
    assert why_blocked(facts(incidents=0)) == (B.NO_INCIDENT,)
    assert why_blocked(facts(incidents=1)) == (B.KIND_UNCLEAR,)


def test_the_gravest_reason_comes_first() -> None:
    given = facts(("violence_kind", "sexual"), child=True, household=True, risk=Risk.HIGH)
    assert why_blocked(given) == (B.SEXUAL, B.CHILD, B.HIGH_RISK)


@pytest.mark.parametrize("block", B)
def test_each_reason_is_a_sentence_that_says_what_there_is_to_do(block: B) -> None:
    said = SENTENCES[f"mediation_blocked_{block}"]
    assert any(word in said for word in ("Tawarkan", "Dahulukan", "Perjelas", "Catat", "Lengkapi"))
