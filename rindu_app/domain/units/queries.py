"""Units as a citizen sees them. Public facts: no actor, no access check."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, or_, select

from rindu_app.access.scopes import within_area
from rindu_app.domain.areas.codes import area_lineage
from rindu_app.models import Unit
from rindu_app.words import clock
from rindu_app.words.moments import DAYS, ZONES

MOST = 4
ALL_DAY = ["00:00", "24:00"]


@dataclass(frozen=True)
class UnitRow:
    """`where` never tells a secret address; `dial` is the number as `tel:` wants it."""

    name: str
    where: str
    hours: str
    phone: str
    dial: str


def list_units(session: Session, area_code: str) -> tuple[UnitRow, ...]:
    """Active units of the area, of those above and those within, the nearest level first. One query.

    ValueError when `area_code` is malformed.
    """
    lineage = area_lineage(area_code)
    kabupaten = lineage[-2] if len(lineage) > 1 else lineage[0]
    here = or_(col(Unit.area_code).in_(lineage), within_area(Unit.area_code, kabupaten))
    found = session.exec(select(Unit).where(col(Unit.active).is_(True), here)).all()
    ordered = sorted(
        found, key=lambda unit: (not area_code.startswith(unit.area_code), len(unit.area_code), unit.id)
    )
    return tuple(_row(unit, clock.now()) for unit in ordered[:MOST])


def whatsapp_of(session: Session, area_code: str) -> str:
    """The WhatsApp number of the nearest unit that has one, or ""."""
    lineage = area_lineage(area_code)
    statement = select(Unit).where(
        col(Unit.active).is_(True), col(Unit.area_code).in_(lineage), Unit.whatsapp != ""
    )
    found = sorted(session.exec(statement), key=lambda unit: (-len(unit.area_code), unit.id))
    return found[0].whatsapp if found else ""


def _row(unit: Unit, moment: datetime) -> UnitRow:
    where = "Alamat dirahasiakan, tanyakan kepada konselor" if unit.address_secret else unit.address
    dial = "".join(c for c in unit.phone if c.isdigit() or c == "+")
    return UnitRow(unit.name, where, say_hours(unit.hours, unit.timezone, moment), unit.phone, dial)


def say_hours(hours: dict[str, list[str]], timezone: str, moment: datetime) -> str:
    """ "Buka sampai 15.30 WIB", "Buka 24 jam", or when it opens next; "" where no hours are known. `hours` as in `Unit.hours`."""
    if all(hours.get(str(day)) == ALL_DAY for day in range(1, 8)):
        return "Buka 24 jam"
    local = moment.astimezone(ZoneInfo(timezone))
    zone, now = ZONES.get(timezone, ""), f"{local:%H:%M}"
    for ahead in range(8):
        day = (local + timedelta(days=ahead)).isoweekday()
        opens, closes = hours.get(str(day), ["", ""])[:2]
        if not opens or (ahead == 0 and now >= closes):
            continue
        if ahead == 0 and now >= opens:
            return f"Buka sampai {closes.replace(':', '.')} {zone}".strip()
        name = "hari ini" if ahead == 0 else "besok" if ahead == 1 else DAYS[day]
        return f"Tutup, buka lagi {name} pukul {opens.replace(':', '.')} {zone}".strip()
    return ""
