"""What can be entered about an office, checked: its area, name, numbers and hours."""

import re

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.reports.answers import clean_text
from rindu_app.models import Area

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_PHONE = re.compile(r"[\d\s()+.-]*")


def check_own_area(session: Session, actor: Actor, code: str) -> Area:
    """An area that this administrator keeps. Raises `Forbidden`, `Invalid` for one that is not there."""
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
    area = session.get(Area, code)
    if area is None or area.valid_to is not None:
        raise Invalid("area_code", "unknown_area")
    if not is_within(code, actor.area_code):
        raise Forbidden
    return area


def check_text(name: str, value: str, limit: int, *, needed: bool = False) -> str:
    """One line of plain text. Raises `Invalid` for the field `name`."""
    text = clean_text(value)
    if needed and not text:
        raise Invalid(name, "required")
    if len(text) > limit:
        raise Invalid(name, "too_long", limit=limit, length=len(text))
    return text


def check_phone(name: str, value: str) -> str:
    text = check_text(name, value, 30)
    if not _PHONE.fullmatch(text):
        raise Invalid(name, "phone_form")
    return text


def check_mail(value: str) -> str:
    text = check_text("mail", value, 120)
    if text and not _MAIL.fullmatch(text):
        raise Invalid("mail", "mail_form")
    return text


def check_hours(hours: dict[str, tuple[str, str]]) -> dict[str, list[str]]:
    """Opening times by day "1".."7"; days left empty are closed. Raises `Invalid` for the field `hours`."""
    kept = {}
    for day, (opens, closes) in sorted(hours.items()):
        if day not in "1234567" or len(day) != 1:
            raise Invalid("hours", "unknown_choice")
        if not opens and not closes:
            continue
        if not _TIME.fullmatch(opens) or not _TIME.fullmatch(closes):
            raise Invalid("hours", "time_form")
        if opens >= closes:
            raise Invalid("hours", "hours_reversed")
        kept[day] = [opens, closes]
    return kept
