"""Rows of the domain in the words of the screen: times by the clocks of the place, addresses of pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from rindu_app.domain.accounts.changes import AccountChangeRow
from rindu_app.domain.cases.rows import BrokenGlassRow, CaseRow
from rindu_app.domain.reports.block_notices import BlockNoticeRow
from rindu_app.domain.reports.overrides import OverrideRow
from rindu_app.domain.reports.rows import HeldGroup, InboxRow
from rindu_app.domain.schedule.rows import ScheduleRow
from rindu_app.words import dates, routes
from rindu_app.words.codes import ReportStatus
from rindu_app.words.counsellor import ANSWERED, HELD_BECAUSE, NEWS, NO_MANAGER
from rindu_app.words.labels import label
from rindu_app.words.trail import KINDS, say_act


@dataclass(frozen=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    text: str
    help: str = ""


@dataclass(frozen=True)
class ShownReport:
    """A row of the inbox."""

    number: str
    href: str
    title: str
    place: str
    risk: str
    risk_label: str
    unread: bool
    clock: str
    clock_word: str
    late: bool
    status_label: str
    received: str
    assignee: str


@dataclass(frozen=True)
class ShownGroup:
    """Held reports, folded into one line."""

    group: str
    title: str
    newest: str


@dataclass(frozen=True)
class ShownCase:
    """A row of the list of cases."""

    number: str
    href: str
    place: str
    risk: str
    risk_label: str
    manager: str
    tasks: str
    due: str
    late: bool
    active: str
    quiet: str


@dataclass(frozen=True)
class ShownPlan:
    """A row of the schedule. `icon`: its kind."""

    uid: str
    icon: str
    title: str
    detail: str
    number: str
    href: str
    when: str
    late: bool


@dataclass(frozen=True)
class ShownGlass:
    """An emergency opening."""

    uid: str
    number: str
    href: str
    by: str
    when: str
    until: str
    reason: str
    seen: bool


@dataclass(frozen=True)
class ShownOverride:
    """Somebody reached out against safe contact."""

    key: str
    number: str
    href: str
    by: str
    when: str
    rule: str
    reason: str


@dataclass(frozen=True)
class ShownBlockNotice:
    """A supervisor was shut out of a report."""

    uid: str
    number: str
    href: str
    whom: str
    by: str
    when: str
    reason: str
    lifted: bool
    seen: bool


@dataclass(frozen=True)
class ShownAccountChange:
    """Something was done to an account that can read here."""

    key: str
    title: str
    whose: str
    meta: str


# Open, with the first answer given: "Baru" would say that nobody did anything.
_UNDER_WAY = (ReportStatus.NEW, ReportStatus.REVIEWING)
# Where news waits for somebody. Of what is over, how it ended says more.
_GOES_ON = (*_UNDER_WAY, ReportStatus.NEEDS_INFO, ReportStatus.CASE)


def show_report(row: InboxRow, zone: str) -> ShownReport:
    time, word = dates.show_wait(row.minutes_left)
    return ShownReport(
        number=row.number,
        href=routes.report(row.number),
        title=row.title,
        place=row.place,
        risk=row.risk,
        risk_label=row.risk_label,
        unread=row.unread,
        clock=time,
        clock_word=word,
        late=word == dates.LATE,
        status_label=_standing(row, bool(time)),
        received=dates.show_moment(row.received, zone),
        assignee=row.assignee,
    )


def _standing(row: InboxRow, has_clock: bool) -> str:
    """What stands where no clock runs."""
    if row.unread and not has_clock and row.status in _GOES_ON:
        return NEWS
    return ANSWERED if row.status in _UNDER_WAY and not has_clock else row.status_label


def show_reports(rows: Iterable[InboxRow], zone: str) -> list[ShownReport]:
    return [show_report(row, zone) for row in rows]


def show_group(row: HeldGroup, zone: str) -> ShownGroup:
    why = HELD_BECAUSE[row.group.partition("-")[0]]
    return ShownGroup(
        row.group, f"{row.count} laporan {why}", f"Yang terakhir: {dates.show_moment(row.newest, zone)}"
    )


def show_case(row: CaseRow, zone: str) -> ShownCase:
    due = dates.show_due(row.next_due, zone) if row.next_due else ""
    return ShownCase(
        number=row.number,
        href=routes.case(row.number),
        place=row.place,
        risk=row.risk,
        risk_label=row.risk_label,
        manager=row.manager or NO_MANAGER,
        tasks=_tasks(row),
        due=due,
        late=due.startswith(dates.LATE),
        active=f"Terakhir: {dates.show_day(row.active, zone)}",
        quiet=say_quiet(row.quiet_days),
    )


def say_quiet(days: int) -> str:
    """ "Tanpa kabar 9 hari"; nothing where the team is heard of."""
    return f"Tanpa kabar {days} hari" if days else ""


def _tasks(row: CaseRow) -> str:
    late = f", {row.late_tasks} lewat" if row.late_tasks else ""
    return f"{row.open_tasks} tugas{late}" if row.open_tasks else "Tidak ada tugas"


def show_plan(row: ScheduleRow, zone: str) -> ShownPlan:
    """What is late says how late; everything else stands below its day and says only the hour."""
    hours = dates.show_time(row.at, zone) + (f"–{dates.show_time(row.until, zone)}" if row.until else "")
    return ShownPlan(
        uid=row.uid,
        icon=row.kind,
        title=row.title,
        detail=row.detail,
        number=row.number,
        href=_plan_href(row),
        when=dates.show_due(row.at, zone) if row.late else hours,
        late=row.late,
    )


def _plan_href(row: ScheduleRow) -> str:
    """Where its work is done; nowhere for time that is only taken."""
    if row.kind == "meeting":
        return routes.GROUPS
    if not row.number:
        return ""
    by_kind = {
        "task": routes.case,
        "session": routes.case_sessions,
        "visit": routes.case_services,
        "conference": routes.case_conferences,
        "aftercare": routes.case_aftercare,
    }
    return by_kind.get(row.kind, routes.report)(row.number)


def show_glass(row: BrokenGlassRow, zone: str) -> ShownGlass:
    return ShownGlass(
        uid=row.uid,
        number=row.case_number,
        href=routes.case(row.case_number),
        by=row.by,
        when=dates.show_moment(row.since, zone),
        until=dates.show_moment(row.until, zone) if row.until else "",
        reason=row.reason,
        seen=row.seen,
    )


def show_override(row: OverrideRow, zone: str) -> ShownOverride:
    return ShownOverride(
        key=row.key,
        number=row.report_number,
        href=routes.report(row.report_number),
        by=row.by,
        when=dates.show_moment(row.at, zone),
        rule=row.rule,
        reason=row.reason,
    )


def show_block_notice(row: BlockNoticeRow, zone: str) -> ShownBlockNotice:
    return ShownBlockNotice(
        uid=row.uid,
        number=row.report_number,
        href=routes.report(row.report_number),
        whom=row.whom,
        by=row.by,
        when=dates.show_moment(row.at, zone),
        reason=row.reason,
        lifted=row.lifted,
        seen=row.seen,
    )


def show_account_change(row: AccountChangeRow, zone: str) -> ShownAccountChange:
    return ShownAccountChange(
        key=str(row.key),
        title=say_act(row.act),
        whose=f"{row.whose}, {label(row.role)}",
        meta=f"{dates.show_moment(row.at, zone)} · oleh {row.by or KINDS['system'].lower()}",
    )
