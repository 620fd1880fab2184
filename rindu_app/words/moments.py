"""Times in whole words, as pages say them to a citizen. What staff read at a glance is in `dates`."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

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
