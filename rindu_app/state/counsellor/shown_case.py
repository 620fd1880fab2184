"""One case file in the words of its screen."""

from dataclasses import dataclass

from rindu_app.domain.cases.rows import AccessRow, CaseView, ConsentRow, LineRow, MemberRow, TaskRow
from rindu_app.state.counsellor.shown import ShownReport, show_report
from rindu_app.words import dates, routes
from rindu_app.words.acts import act_in_words
from rindu_app.words.codes import CaseEventKind, CaseStatus, MemberKind

# The picture of a line: the name of an icon of the kit.
PICTURES: dict[str, str] = {
    CaseEventKind.OPENED: "folder",
    CaseEventKind.REPORT_JOINED: "link",
    CaseEventKind.NOTE: "edit",
    CaseEventKind.MEMBER_ADDED: "people",
    CaseEventKind.MEMBER_LEFT: "people",
    CaseEventKind.HANDED_OVER: "people",
    CaseEventKind.BREAK_GLASS: "warning",
    CaseEventKind.RISK_CHANGED: "flag",
    CaseEventKind.TASK_ADDED: "tasks",
    CaseEventKind.TASK_DONE: "check",
    CaseEventKind.CONSENT_GIVEN: "consent",
    CaseEventKind.CONSENT_REFUSED: "consent",
    CaseEventKind.CONSENT_WITHDRAWN: "consent",
    CaseEventKind.CLOSED: "lock",
    CaseEventKind.REOPENED: "folder",
    CaseEventKind.SHELTER_ASKED: "shelter",
    CaseEventKind.SHELTER_CANCELLED: "shelter",
    CaseEventKind.SHELTER_REFUSED: "shelter",
    CaseEventKind.SHELTER_PLACED: "shelter",
    CaseEventKind.SHELTER_MOVED: "shelter",
    CaseEventKind.SHELTER_NEED_GIVEN: "shelter",
    CaseEventKind.SHELTER_VISIT: "people",
    CaseEventKind.SHELTER_INCIDENT: "warning",
    CaseEventKind.SHELTER_EXTENSION_ASKED: "clock",
    CaseEventKind.SHELTER_EXTENDED: "clock",
    CaseEventKind.SHELTER_EXTENSION_DENIED: "clock",
    CaseEventKind.SHELTER_LEFT: "shelter",
    CaseEventKind.PERSON_ADDED: "people",
    CaseEventKind.PERSON_CHANGED: "people",
    CaseEventKind.PERSON_REMOVED: "people",
    CaseEventKind.INCIDENT_ADDED: "flag",
    CaseEventKind.INCIDENT_CHANGED: "flag",
    CaseEventKind.INCIDENT_REMOVED: "flag",
    "message": "message",
    "team_note": "hide",
}


@dataclass(frozen=True)
class ShownLine:
    key: str
    picture: str
    title: str
    text: str
    meta: str
    href: str


@dataclass(frozen=True)
class ShownTask:
    uid: str
    title: str
    owner: str
    due: str
    done: bool
    late: bool


@dataclass(frozen=True)
class ShownConsent:
    key: str
    purpose: str
    title: str
    answer: str
    detail: str
    holds: bool


@dataclass(frozen=True)
class ShownMember:
    uid: str
    account_id: str
    name: str
    detail: str
    removable: bool


@dataclass(frozen=True)
class ShownAccess:
    key: str
    by: str
    act: str
    when: str


@dataclass(frozen=True)
class ShownFolder:
    """Everything of a case that its screen shows, the person's name excepted. `goes_on`: open, and mine to work on."""

    number: str = ""
    eyebrow: str = ""
    risk: str = "low"
    risk_label: str = ""
    is_open: bool = True
    may_work: bool = True
    goes_on: bool = True
    status_label: str = ""
    place: str = ""
    age: str = ""
    has_name: bool = False
    contact_allowed: bool = False
    mine: bool = False
    manager: str = ""
    team_line: str = ""
    team: tuple[ShownMember, ...] = ()
    tasks: tuple[ShownTask, ...] = ()
    done_tasks: tuple[ShownTask, ...] = ()
    consents: tuple[ShownConsent, ...] = ()
    reports: tuple[ShownReport, ...] = ()
    timeline: tuple[ShownLine, ...] = ()
    version: int = 0
    timezone: str = ""
    today: str = ""


def show_folder(view: CaseView) -> ShownFolder:
    zone = view.timezone
    tasks = [_task(row, zone) for row in view.tasks]
    manager = next((row.name for row in view.team if row.kind == MemberKind.MANAGER), "")
    opened = f"dibuka {dates.show_date(view.opened, zone)} · {dates.show_age(view.opened, zone)}"
    is_open = view.status == CaseStatus.OPEN
    return ShownFolder(
        number=view.number,
        eyebrow=f"Kasus · {opened}" if is_open else f"Kasus ditutup · {opened}",
        risk=view.risk,
        risk_label=view.risk_label,
        is_open=is_open,
        may_work=view.may_work,
        goes_on=is_open and view.may_work,
        status_label=view.status_label,
        place=view.place,
        age=view.age,
        has_name=view.has_name,
        contact_allowed=view.contact_allowed,
        mine=view.mine,
        manager=manager,
        team_line=", ".join(_named(row) for row in view.team),
        team=tuple(_member(row, zone) for row in view.team),
        tasks=tuple(task for task in tasks if not task.done),
        done_tasks=tuple(task for task in tasks if task.done),
        consents=tuple(_consent(number, row, zone) for number, row in enumerate(view.consents)),
        reports=tuple(show_report(row, zone) for row in view.reports),
        timeline=tuple(_line(number, row, zone) for number, row in enumerate(reversed(view.timeline)))[::-1],
        version=view.version,
        timezone=zone,
        today=dates.today(zone),
    )


def show_access(rows: tuple[AccessRow, ...], zone: str) -> list[ShownAccess]:
    return [
        ShownAccess(str(number), row.by, act_in_words(row.action), dates.show_moment(row.at, zone))
        for number, row in enumerate(rows)
    ]


def _line(number: int, row: LineRow, zone: str) -> ShownLine:
    return ShownLine(
        key=str(number),
        picture=PICTURES.get(row.kind, "clock"),
        title=row.label,
        text=row.text,
        meta=" · ".join(filter(None, [dates.show_moment(row.at, zone), row.by, row.source])),
        href=routes.report(row.source) if row.source else "",
    )


def _task(row: TaskRow, zone: str) -> ShownTask:
    return ShownTask(row.uid, row.title, row.owner, dates.show_due(row.due, zone), row.done, row.late)


def _consent(number: int, row: ConsentRow, zone: str) -> ShownConsent:
    answer = "Diberikan" if row.given else "Tidak diberikan"
    detail = f"{dates.show_date(row.at, zone)}, oleh {row.given_by.lower()}. {row.evidence}"
    if row.withdrawn:
        answer, detail = "Dicabut", f"{dates.show_date(row.withdrawn, zone)}. Semula: {detail}"
    return ShownConsent(str(number), row.purpose, row.label, answer, detail, row.holds)


def _member(row: MemberRow, zone: str) -> ShownMember:
    until = f", sampai {dates.show_moment(row.until, zone)}" if row.until else ""
    reason = f". {row.reason}" if row.reason else ""
    is_team = row.kind == MemberKind.TEAM
    return ShownMember(row.uid, str(row.account_id), row.name, f"{row.kind_label}{until}{reason}", is_team)


def _named(row: MemberRow) -> str:
    return f"{row.name} ({row.kind_label.lower()})" if row.kind != MemberKind.TEAM else row.name
