"""Visits after a closing in the words of their screens."""

from dataclasses import dataclass
from typing import Any

from rindu_app.domain.aftercare.rows import DueRow, VisitRow
from rindu_app.words import dates, routes
from rindu_app.words.aftercare import say_month
from rindu_app.words.codes import AftercareStatus, FeelsSafe, RelapseSign, Stability
from rindu_app.words.counsellor import NO_MANAGER
from rindu_app.words.labels import label

LEVELS = list(Stability)


@dataclass(frozen=True)
class ShownStage:
    """One stop of the year: `tone` is what its dot looks like, `filled` of the steps of stability are reached."""

    key: str
    title: str
    tone: str
    state: str
    when: str
    steps: tuple[bool, ...]
    stability: str


@dataclass(frozen=True)
class ShownVisit:
    """What was found at one visit, line by line. `alarm`: it waits for somebody to act."""

    uid: str = ""
    title: str = ""
    state: str = ""
    meta: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    alarm: bool = False
    settled: str = ""


@dataclass(frozen=True)
class ShownNow:
    """The visit that can be recorded today. `may_give_up`: it was tried often enough."""

    uid: str = ""
    title: str = ""
    due: str = ""
    late: bool = False
    tried: str = ""
    may_give_up: bool = False


@dataclass(frozen=True)
class ShownDue:
    """A line of the list of visits."""

    key: str
    href: str
    title: str
    detail: str
    word: str
    tone: str


def show_stage(row: VisitRow, zone: str) -> ShownStage:
    when = dates.show_plain_date(row.held_on) if row.held_on else dates.show_date(row.due, zone)
    level = LEVELS.index(Stability(row.stability)) + 1 if row.stability else 0
    return ShownStage(
        key=row.uid,
        title=f"Bulan {row.month}",
        tone="alarm" if row.alarm else "late" if row.late else row.status,
        state=_state(row, zone),
        when=when,
        steps=tuple(step < level for step in range(len(LEVELS))) if level else (),
        stability=_say(Stability, row.stability),
    )


def _state(row: VisitRow, zone: str) -> str:
    if row.alarm:
        return "Tanda bahaya"
    if row.status == AftercareStatus.PLANNED:
        return dates.show_days_left(row.due, zone)[0].capitalize() if row.open else "Nanti"
    return label(AftercareStatus(row.status))


def show_visit(row: VisitRow, zone: str) -> ShownVisit:
    held = dates.show_plain_date(row.held_on) if row.held_on else ""
    facts = (
        ("Kestabilan", _say(Stability, row.stability)),
        ("Tanda kekerasan", _say(RelapseSign, row.relapse)),
        ("Merasa aman di tempat tinggalnya", _say(FeelsSafe, row.safe)),
        ("Bicara tanpa didengar orang lain", {True: "Ya", False: "Tidak"}.get(row.alone, "")),  # type: ignore[call-overload]  # None finds nothing
    )
    settled = dates.show_moment(row.settled_at, zone) if row.settled_at else ""
    return ShownVisit(
        uid=row.uid,
        title=say_month(row.month),
        state=label(AftercareStatus(row.status)),
        meta=" · ".join(filter(None, [held, row.place, row.by])),
        facts=tuple((name, said) for name, said in facts if said),
        note=row.note,
        alarm=row.alarm,
        settled=f"{row.settled} ({row.settled_by}, {settled})" if row.settled else "",
    )


def show_now(rows: tuple[VisitRow, ...], zone: str) -> ShownNow:
    """Of the visits whose time has come, the latest: what was missed before it is not made up for."""
    row = next((row for row in reversed(rows) if row.open), None)
    if row is None:
        return ShownNow()
    return ShownNow(
        uid=row.uid,
        title=say_month(row.month),
        due=f"{dates.show_date(row.due, zone)} · {dates.show_days_left(row.due, zone)[0]}",
        late=row.late,
        tried=f"Sudah {row.tries} kali dicoba" if row.tries else "",
        may_give_up=row.tries >= row.least_tries,
    )


def show_due(row: DueRow, zone: str) -> ShownDue:
    left = dates.show_days_left(row.due, zone)[0]
    tried = f"{row.tries} kali dicoba" if row.tries else ""
    return ShownDue(
        key=f"{row.number}-{row.month}",
        href=routes.case_aftercare(row.number),
        title=f"{row.number} · {say_month(row.month)}",
        detail=" · ".join(filter(None, [row.place, row.manager or NO_MANAGER, tried])),
        word="Tanda bahaya" if row.alarm else left,
        tone="danger" if row.alarm or row.raised else "warning" if row.late else "plain",
    )


def _say(codes: Any, code: str) -> str:
    return label(codes(code)) if code else ""
