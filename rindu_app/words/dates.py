"""Days and times at a glance, as an Indonesian office writes them: "Hari ini 14.10", "Kemarin 09.00", "Sen 23 Nov"."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from rindu_app.words import clock
from rindu_app.words.ages import PartialDate

DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
LONG_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

_NEAR = {0: "Hari ini", -1: "Kemarin", 1: "Besok"}
LATE = "lewat"
# From here on a wait is counted in days: "51:20" says nothing to anybody.
_HOURS_SHOWN = 48
# A rule of 72 hours keeps its hours, as the law writes it; a stay of two weeks is days.
_DAYS_SHOWN = 7


def show_time(moment: datetime, zone: str) -> str:
    """ "14.10", by the clocks of the zone."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H.%M}"


def show_moment(moment: datetime, zone: str) -> str:
    """ "Hari ini 14.10", "Kemarin 14.10", "Besok 09.00", "Sen 23 Nov 14.10"; another year is named."""
    return f"{show_day(moment, zone)} {show_time(moment, zone)}"


def show_within(moment: datetime, zone: str) -> str:
    """`show_moment` within a sentence: "hari ini 10.32", "kemarin 10.32", "Kam 26 Nov 10.32"."""
    told = show_moment(moment, zone)
    return told[:1].lower() + told[1:] if told.startswith(("Hari ini", "Kemarin", "Besok")) else told


def show_day(moment: datetime, zone: str) -> str:
    """ "Hari ini", "Kemarin", "Besok", "Sen 23 Nov", "12 Nov 2025"."""
    local, today = _local(moment, zone), _local(clock.now(), zone)
    away = (local.date() - today.date()).days
    if away in _NEAR:
        return _NEAR[away]
    if local.year != today.year:
        return show_date(moment, zone)
    return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"


def show_date(moment: datetime, zone: str) -> str:
    """ "12 Nov 2026": for papers and headings, where "kemarin" would be wrong tomorrow."""
    local = _local(moment, zone)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def show_appointment(moment: datetime, zone: str) -> str:
    """ "Besok 09.00 WIB": two people in two zones must mean the same minute."""
    return f"{show_moment(moment, zone)} {_local(moment, zone).tzname()}"


def show_span(moment: datetime, minutes: int, zone: str) -> str:
    """ "Besok 09.00–10.30 WIB": from when until when."""
    end = moment + timedelta(minutes=minutes)
    return f"{show_moment(moment, zone)}–{show_time(end, zone)} {_local(moment, zone).tzname()}"


def show_days(first: date, last: date) -> str:
    """ "23–29 Nov 2026", "30 Nov – 6 Des 2026", "28 Des 2026 – 3 Jan 2027"; a single day alone."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {MONTHS[first.month - 1]}{year} – {end}"


def field_values(moment: datetime, zone: str) -> tuple[str, str]:
    """A moment as a date field and a time field write it: ("2026-11-24", "14:10")."""
    local = _local(moment, zone)
    return f"{local:%Y-%m-%d}", f"{local:%H:%M}"


def show_wait(minutes_left: int | None) -> tuple[str, str]:
    """A running clock and its word: 48 → ("0:48", "sisa waktu"); -12 → ("0:12", "lewat"); None → ("", "")."""
    if minutes_left is None:
        return "", ""
    word, minutes = (LATE if minutes_left < 0 else "sisa waktu"), abs(minutes_left)
    if minutes >= _HOURS_SHOWN * 60:
        return f"{minutes // 1440} hari", word
    return f"{minutes // 60}:{minutes % 60:02d}", word


def show_due(due: datetime, zone: str) -> str:
    """When a task is due, from near to far: "lewat 2 jam", "Hari ini 16.00", "Besok 09.00", "Kam 27 Nov"."""
    late = int((clock.now() - due).total_seconds() // 60)
    if late >= 1440:
        return f"{LATE} {late // 1440} hari"
    if late >= 60:
        return f"{LATE} {late // 60} jam"
    if late > 0:
        return f"{LATE} {late} menit"
    return show_moment(due, zone) if due - clock.now() < timedelta(days=2) else show_day(due, zone)


def show_age(since: datetime, zone: str) -> str:
    """Whole days since then: "hari ini", "1 hari", "11 hari"."""
    days = (_local(clock.now(), zone).date() - _local(since, zone).date()).days
    return f"{days} hari" if days > 0 else "hari ini"


def show_days_left(due: datetime, zone: str) -> tuple[str, bool]:
    """Calendar days until a stay should end, and whether that day has passed: "sisa 3 hari", "hari terakhir", "lewat 2 hari"."""
    days = (_local(due, zone).date() - _local(clock.now(), zone).date()).days
    if days == 0:
        return "hari terakhir", False
    return (f"sisa {days} hari", False) if days > 0 else (f"{LATE} {-days} hari", True)


def show_length(minutes: int) -> str:
    """ "45 menit", "4 jam", "1 jam 30 menit", "72 jam"; from a week on in days: "14 hari", "7 hari 12 jam"."""
    days, within = divmod(minutes, 1440) if minutes >= _DAYS_SHOWN * 1440 else (0, minutes)
    hours, rest = divmod(within, 60)
    parts = [(days, "hari"), (hours, "jam"), (rest, "menit")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"


def show_partial(day: PartialDate | None) -> str:
    """As exactly as it is known: "2 Nov 2026", "Nov 2026", "2026"; "tanggal tidak diketahui"."""
    if day is None:
        return "tanggal tidak diketahui"
    month = MONTHS[day.month - 1] if day.month is not None else ""
    return " ".join(filter(None, [str(day.day or ""), month, str(day.year)]))


def read_moment(day: str, time: str, zone: str) -> datetime:
    """The moment that a date field ("2026-11-24") and a time field ("14:10") name in a zone.

    Raises `ValueError` for anything else.
    """
    written = datetime.strptime(f"{day} {time[:5]}", "%Y-%m-%d %H:%M")  # noqa: DTZ007  # the zone follows
    return written.replace(tzinfo=ZoneInfo(zone))


def show_plain_date(day: date) -> str:
    """ "31 Des 2027": a day that has no hour and no zone."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def add_months(moment: datetime, months: int) -> datetime:
    """The same day some months later; where that month is shorter, its last day."""
    years, month = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month + 1
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))


def today(zone: str) -> str:
    """Today as a date field writes it: "2026-11-24"."""
    return f"{_local(clock.now(), zone):%Y-%m-%d}"


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))
