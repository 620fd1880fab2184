"""Whether a case may be mediated at all (3.9; UU 12/2022 Pasal 23). Pure, and without a way round: no role, no exception.

What is not known shuts the gate: a missing fact never counts as a good one.
"""

from collections.abc import Collection
from dataclasses import dataclass

from rindu_app.words.codes import MediationBlock as B
from rindu_app.words.codes import Risk

SEXUAL, TRAFFICKING = "sexual", "trafficking"
# Kinds that can be spoken about at all. Whatever else a list names, now or later, cannot.
SPEAKABLE = frozenset({"physical", "psychological", "exploitation", "neglect", "other"})
# Entries of finer lists that are sexual violence whatever kind they are reported as.
SEXUAL_LISTS = frozenset({"sexual_violence_kind", "sexual_violence_other"})
SEXUAL_FORMS = frozenset({"sexual_exploitation"})


@dataclass(frozen=True)
class GateFacts:
    """What decides. `codes`: (list, code) of all incidents. `child`: at an incident or today; `household`: KDRT. None: not known."""

    incidents: int
    codes: frozenset[tuple[str, str]]
    child: bool | None
    household: bool | None
    risk: str


def why_blocked(facts: GateFacts) -> tuple[B, ...]:
    """Every reason against mediation, the gravest first; empty where it may be offered."""
    kinds = {code for name, code in facts.codes if name == "violence_kind"}
    against = {
        B.SEXUAL: SEXUAL in kinds or _is_sexual(facts.codes),
        B.TRAFFICKING: any(code == TRAFFICKING for _, code in facts.codes),
        B.CHILD: facts.child is True,
        B.HIGH_RISK: facts.risk == Risk.HIGH and facts.household is not False,
        B.KIND_UNCLEAR: bool(kinds - SPEAKABLE - {SEXUAL, TRAFFICKING})
        or (facts.incidents > 0 and not kinds),
        B.NO_INCIDENT: facts.incidents == 0,
        B.AGE_UNKNOWN: facts.child is None,
    }
    return tuple(block for block, holds in against.items() if holds)


def _is_sexual(codes: Collection[tuple[str, str]]) -> bool:
    return any(
        name in SEXUAL_LISTS or (name == "violence_form" and code in SEXUAL_FORMS) for name, code in codes
    )
