"""Changing lists, emergency numbers and clocks. Nothing is deleted: an entry is no longer offered, and old records keep it."""

import re
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.reports.answers import clean_text
from rindu_app.models import Area, ClockRule, CodeItem, Hotline
from rindu_app.words import clock

_CODE = re.compile(r"[a-z][a-z0-9_]{1,40}")
_DIAL = re.compile(r"\+?[0-9][0-9 -]{1,18}")
LONGEST_MINUTES = 90 * 24 * 60
LONGEST_DAYS = 90


@dataclass(frozen=True)
class ItemFields:
    label: str
    help: str = ""
    position: int = 0
    active: bool = True


def change_item(session: Session, actor: Actor, *, item_id: int, fields: ItemFields) -> None:
    """Change the words, place or offering of an entry; its code stays. Raises `Forbidden`, `NotFound`, `Invalid`."""
    _may(actor)
    item = session.exec(select(CodeItem).where(CodeItem.id == item_id).with_for_update()).first()
    if item is None:
        raise NotFound
    item.label, item.help = text("label", fields.label, 300, needed=True), text("help", fields.help, 600)
    item.position, item.active = max(0, min(fields.position, 9_999)), fields.active
    session.add(item)
    audit(session, actor, "codes:item:change", f"{item.list_code}:{item.code}"[:60], active=item.active)


def add_item(session: Session, actor: Actor, *, list_code: str, code: str, fields: ItemFields) -> int:
    """A new entry at the end of a list that exists; returns its id. Raises `Forbidden`, `NotFound`, `Invalid`, `Conflict`."""
    _may(actor)
    last = session.exec(select(func.max(CodeItem.position)).where(CodeItem.list_code == list_code)).one()
    if last is None:
        raise NotFound
    if not _CODE.fullmatch(code.strip()):
        raise Invalid("code", "code_form")
    same = select(CodeItem.id).where(CodeItem.list_code == list_code, CodeItem.code == code.strip())
    if session.exec(same).first() is not None:
        raise Conflict("already_there")
    item = CodeItem(
        list_code=list_code, code=code.strip(), label=text("label", fields.label, 300, needed=True),
        help=text("help", fields.help, 600), position=last + 1, valid_from=clock.now().date(),
    )  # fmt: skip
    session.add(item)
    session.flush()
    audit(session, actor, "codes:item:add", f"{list_code}:{item.code}"[:60])
    return item.id or 0


@dataclass(frozen=True)
class HotlineFields:
    """`area_code` "" is the whole country; `whatsapp` is kept as digits."""

    number: str
    label: str
    note: str = ""
    whatsapp: str = ""
    area_code: str = ""
    position: int = 0
    active: bool = True


def save_hotline(
    session: Session, actor: Actor, *, fields: HotlineFields, hotline_id: int | None = None
) -> int:
    """Add an emergency number or change one; returns its id. Raises `Forbidden`, `NotFound`, `Invalid`."""
    _may(actor)
    if fields.area_code and not is_within(fields.area_code, actor.area_code):
        raise Forbidden
    if fields.area_code and session.get(Area, fields.area_code) is None:
        raise Invalid("area_code", "unknown_area")
    line = _hotline(session, actor, hotline_id)
    number, whatsapp = fields.number.strip(), fields.whatsapp.strip()
    if not _DIAL.fullmatch(number):
        raise Invalid("number", "phone_form")
    if whatsapp and not _DIAL.fullmatch(whatsapp):
        raise Invalid("whatsapp", "phone_form")
    line.number, line.whatsapp = number, _digits(whatsapp) or None
    line.label, line.note = text("label", fields.label, 60, needed=True), text("note", fields.note, 120)
    line.area_code, line.position = fields.area_code or None, max(0, min(fields.position, 9_999))
    line.active = fields.active
    session.add(line)
    session.flush()
    audit(session, actor, "codes:hotline:save", f"hotline:{line.id}", fields.area_code, active=line.active)
    return line.id or 0


def _hotline(session: Session, actor: Actor, hotline_id: int | None) -> Hotline:
    if hotline_id is None:
        return Hotline(number="", label="")
    line = session.exec(select(Hotline).where(Hotline.id == hotline_id).with_for_update()).first()
    if line is None or (line.area_code and not is_within(line.area_code, actor.area_code)):
        raise NotFound
    return line


def change_clock(session: Session, actor: Actor, *, code: str, amount: int) -> None:
    """Set how long something may take: minutes, or working days where the rule counts those. New reports use it at once.

    Raises `Forbidden`, `NotFound`, `Invalid("amount", …)`.
    """
    _may(actor)
    rule = session.exec(select(ClockRule).where(col(ClockRule.code) == code).with_for_update()).first()
    if rule is None:
        raise NotFound
    longest = LONGEST_MINUTES if rule.minutes is not None else LONGEST_DAYS
    if not 1 <= amount <= longest:
        raise Invalid("amount", "amount_range", longest=longest)
    before = rule.minutes if rule.minutes is not None else rule.working_days
    if rule.minutes is not None:
        rule.minutes = amount
    else:
        rule.working_days = amount
    session.add(rule)
    audit(session, actor, "codes:clock:change", code, before=before, after=amount)


def text(field: str, value: str, limit: int, *, needed: bool = False) -> str:
    """Without control characters and edges. Raises `Invalid` (`required`, `too_long`)."""
    kept = clean_text(value)
    if needed and not kept:
        raise Invalid(field, "required")
    if len(kept) > limit:
        raise Invalid(field, "too_long", limit=limit, length=len(kept))
    return kept


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return f"62{digits[1:]}" if digits.startswith("0") else digits


def _may(actor: Actor) -> None:
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
