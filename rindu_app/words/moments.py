"""Times in whole words, as pages say them to a citizen, and papers to everybody. What staff read at a glance is in `dates`."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from rindu_app.words.ages import PartialDate
from rindu_app.words.dates import LONG_DAYS

# By `isoweekday`, which starts at 1.
DAYS = dict(enumerate(LONG_DAYS, start=1))
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def say_moment(moment: datetime, timezone: str, now: datetime) -> str:
    """ "hari ini pukul 16.00 WIB", "besok pukul 09.30 WITA", "Rabu, 25 November pukul 08.00 WIB"."""
    zone = ZoneInfo(timezone)
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    near = {today: "hari ini", today + timedelta(days=1): "besok", today - timedelta(days=1): "kemarin"}
    return f"{near.get(local.date()) or say_day(local)} pukul {local:%H.%M} {ZONES.get(timezone, '')}".strip()


def say_day(local: datetime) -> str:
    return f"{DAYS[local.isoweekday()]}, {local.day} {MONTHS[local.month - 1]}"


def say_date(day: date) -> str:
    """ "27 November 2026": on papers, where a shortened month looks careless."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_stamp(moment: datetime, timezone: str, *, named: bool = False) -> str:
    """ "27 November 2026 pukul 14.10 WIB"; `named` with the day before it: "Jumat, 27 November …"."""
    local = moment.astimezone(ZoneInfo(timezone))
    day = f"{DAYS[local.isoweekday()]}, " if named else ""
    return f"{day}{say_date(local.date())} pukul {local:%H.%M} {ZONES.get(timezone, '')}".strip()


def say_partial(day: PartialDate | None) -> str:
    """As exactly as it is known: "2 November 2026", "November 2026", "2026"; "" where nothing is."""
    if day is None:
        return ""
    month = MONTHS[day.month - 1] if day.month is not None else ""
    return " ".join(filter(None, [str(day.day or ""), month, str(day.year)]))


def day_of(moment: datetime, timezone: str) -> str:
    """ "27 November 2026", by the clocks of the zone."""
    return say_date(moment.astimezone(ZoneInfo(timezone)).date())
