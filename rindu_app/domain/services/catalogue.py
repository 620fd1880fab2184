"""The catalogue of services. Each kind carries one code of each facet, so that one event feeds every report (3.5, RS-04)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from rindu_app.domain.codes.queries import read_lists

KINDS = "service_kind"
# Facet of a kind → the list that its code belongs to.
FACETS = {"uptd": "service_uptd", "simfoni": "service_simfoni", "component": "service_component"}
HEALTH = "health"


@dataclass(frozen=True)
class ServiceKind:
    """`handling` is the kind of handling that the client has to agree to (list `handling_kind`)."""

    code: str
    label: str
    uptd: str
    simfoni: str
    component: str
    handling: str

    @property
    def is_health(self) -> bool:
        """Of health services nothing is kept but whether they were done; the rest stays with who treats her (RS-08)."""
        return self.component == HEALTH or self.simfoni == HEALTH


def read_kinds(session: Session) -> dict[str, ServiceKind]:
    """Every kind by its code, those no longer offered included. One query."""
    found = read_lists(session, [KINDS])[KINDS]
    return {code: kind_of(code, facts.label, facts.extra) for code, facts in found.items()}


def kind_of(code: str, label: str, extra: Mapping[str, Any]) -> ServiceKind:
    """An entry that an administrator added names no facets: it counts as accompaniment until we ship it with its own."""
    return ServiceKind(
        code=code,
        label=label,
        uptd=str(extra.get("uptd", "accompaniment")),
        simfoni=str(extra.get("simfoni", "rehabilitation")),
        component=str(extra.get("component", "coordination")),
        handling=str(extra.get("handling", "accompaniment")),
    )
