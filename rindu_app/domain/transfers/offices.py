"""Offices that a case can be forwarded to: areas where caseworkers are placed and some supervisor says yes or no."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from rindu_app.access.scopes import codes_over
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.reports.readers import CASEWORKERS
from rindu_app.models import Account
from rindu_app.words.codes import Role

# How a consent names an office as the one she is referred to.
OFFICE = "office:"


@dataclass(frozen=True)
class OfficeRow:
    code: str
    name: str


def list_offices(session: Session, *, but: str = "") -> tuple[OfficeRow, ...]:
    """By name; without the one that serves the area `but`. Two queries."""
    placed = _placed(session)
    own = _nearest(but, set(placed))
    supervised = {code for code, roles in placed.items() if Role.SUPERVISOR in roles}
    codes = {code for code in placed if code != own and supervised & set(codes_over(code))}
    rows = (
        OfficeRow(code, f"Kantor layanan {path.text}")
        for code, path in read_area_paths(session, codes).items()
    )
    return tuple(sorted(rows, key=lambda row: row.name))


def supervised_over(session: Session, area_code: str, *, blocked: set[int]) -> list[str]:
    """Offices over an area that have a supervisor who may see the case, the nearest first."""
    statement = select(Account.area_code).where(
        col(Account.area_code).in_(codes_over(area_code)),
        col(Account.active).is_(True),
        Account.role == Role.SUPERVISOR,
        col(Account.id).not_in(blocked),
    )
    return sorted(set(session.exec(statement)), key=len, reverse=True)


def serves(session: Session, area_code: str) -> str:
    """The nearest office over an area; "" where there is none."""
    return _nearest(area_code, set(_placed(session)))


def subject_of(area_code: str) -> str:
    return f"{OFFICE}{area_code}"


def _placed(session: Session) -> dict[str, set[str]]:
    statement = select(Account.area_code, Account.role).where(
        col(Account.active).is_(True), col(Account.role).in_(CASEWORKERS)
    )
    placed: dict[str, set[str]] = {}
    for code, role in session.exec(statement.distinct()):
        placed.setdefault(code, set()).add(role)
    return placed


def _nearest(area_code: str, offices: set[str]) -> str:
    return max(offices & set(codes_over(area_code)), key=len, default="") if area_code else ""
