"""Lists, numbers and clocks as their administrator sees them: every entry, those no longer offered included."""

from dataclasses import dataclass

from sqlmodel import Session, col, func, or_, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import within_area
from rindu_app.models import ClockRule, CodeItem, Hotline


@dataclass(frozen=True)
class ManagedItem:
    id: int
    code: str
    label: str
    help: str
    position: int
    active: bool


@dataclass(frozen=True)
class ManagedHotline:
    id: int
    number: str
    label: str
    note: str
    whatsapp: str
    area_code: str
    position: int
    active: bool


@dataclass(frozen=True)
class ManagedClock:
    """`amount` counts minutes, or working days where `in_days`."""

    code: str
    label: str
    amount: int
    in_days: bool
    source: str


def list_lists(session: Session, actor: Actor) -> list[tuple[str, int]]:
    """(code of the list, number of entries) of every list."""
    _may(actor)
    counted = (
        select(CodeItem.list_code, func.count()).group_by(CodeItem.list_code).order_by(CodeItem.list_code)
    )
    return list(session.exec(counted))


def list_items(session: Session, actor: Actor, *, list_code: str) -> list[ManagedItem]:
    _may(actor)
    mine = select(CodeItem).where(CodeItem.list_code == list_code)
    return [
        ManagedItem(item.id or 0, item.code, item.label, item.help, item.position, item.active)
        for item in session.exec(mine.order_by(col(CodeItem.position), col(CodeItem.code)))
    ]


def list_managed_hotlines(session: Session, actor: Actor) -> list[ManagedHotline]:
    """National numbers and those of the administrator's area."""
    _may(actor)
    here = or_(col(Hotline.area_code).is_(None), within_area(Hotline.area_code, actor.area_code))
    lines = session.exec(select(Hotline).where(here).order_by(col(Hotline.position), col(Hotline.id)))
    return [
        ManagedHotline(
            line.id or 0, line.number, line.label, line.note, line.whatsapp or "", line.area_code or "",
            line.position, line.active,
        )
        for line in lines
    ]  # fmt: skip


def list_clocks(session: Session, actor: Actor) -> list[ManagedClock]:
    _may(actor)
    return [
        ManagedClock(
            rule.code, rule.label, rule.minutes or rule.working_days or 0, rule.minutes is None, rule.source
        )
        for rule in session.exec(select(ClockRule).order_by(col(ClockRule.code)))
    ]


def _may(actor: Actor) -> None:
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
