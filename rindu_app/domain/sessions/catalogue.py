"""Kinds of counselling, each tagged three ways: function of the UPTD, service of SIMFONI, component of indicator 354 (3.5)."""

from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.access.errors import Invalid
from rindu_app.domain.codes.queries import list_codes

LIST = "counselling_service"


@dataclass(frozen=True)
class Service:
    """`for_groups`: it is what groups do; the others are for one person or family."""

    code: str
    label: str
    uptd: str
    simfoni: str
    component: str
    for_groups: bool


def list_services(session: Session, *, for_groups: bool = False) -> tuple[Service, ...]:
    """What can be planned now. One query."""
    return tuple(service for service in _all(session) if service.for_groups == for_groups)


def service_of(session: Session, code: str, *, for_groups: bool = False) -> Service:
    """Raises `Invalid("service", "unknown_choice")`."""
    for service in list_services(session, for_groups=for_groups):
        if service.code == code:
            return service
    raise Invalid("service", "unknown_choice")


def _all(session: Session) -> tuple[Service, ...]:
    # An entry that an office added by hand carries no tags: it counts as what counselling mostly is.
    return tuple(
        Service(
            row.code, row.label, str(row.extra.get("uptd", "accompaniment")),
            str(row.extra.get("simfoni", "rehabilitation")), str(row.extra.get("component", "psychosocial")),
            bool(row.extra.get("group")),
        )
        for row in list_codes(session, LIST)
    )  # fmt: skip
