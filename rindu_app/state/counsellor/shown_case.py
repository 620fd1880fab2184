"""One case file in the words of its screen."""

from dataclasses import dataclass, field

from rindu_app.domain.cases.rows import CaseView, LineRow, MemberRow, TaskRow
from rindu_app.state.counsellor.case_safety import ShownSafety, show_safety
from rindu_app.state.counsellor.shown import ShownReport, show_report
from rindu_app.state.counsellor.shown_notes import ShownFormer, show_former, show_mended
from rindu_app.words import dates
from rindu_app.words.codes import CaseEventKind, MemberKind, NoteAudience
from rindu_app.words.labels import label
from rindu_app.words.medical import say_window

# The picture of a line: the name of an icon of the kit.
PICTURES: dict[str, str] = {
    CaseEventKind.OPENED: "folder",
    CaseEventKind.REPORT_JOINED: "link",
    CaseEventKind.NOTE: "edit",
    CaseEventKind.NOTE_ADDED: "edit",
    CaseEventKind.MEMBER_ADDED: "people",
    CaseEventKind.MEMBER_LEFT: "people",
    CaseEventKind.HANDED_OVER: "people",
    CaseEventKind.TRANSFER_OFFERED: "forward",
    CaseEventKind.TRANSFER_REQUESTED: "forward",
    CaseEventKind.TRANSFER_FORWARDED: "forward",
    CaseEventKind.TRANSFER_REFUSED: "close",
    CaseEventKind.TRANSFER_WITHDRAWN: "close",
    CaseEventKind.TRANSFER_LATE: "warning",
    CaseEventKind.TRANSFER_ESCALATED: "warning",
    CaseEventKind.TRANSFER_MOVED: "forward",
    CaseEventKind.BREAK_GLASS: "warning",
    CaseEventKind.RISK_CHANGED: "flag",
    CaseEventKind.TASK_ADDED: "tasks",
    CaseEventKind.TASK_DONE: "check",
    CaseEventKind.TASK_ENDED: "close",
    CaseEventKind.APPOINTMENT_CANCELLED: "close",
    CaseEventKind.TASK_RAISED: "warning",
    CaseEventKind.QUIET: "clock",
    CaseEventKind.QUIET_RAISED: "warning",
    CaseEventKind.CONSENT_GIVEN: "consent",
    CaseEventKind.CONSENT_REFUSED: "consent",
    CaseEventKind.CONSENT_WITHDRAWN: "consent",
    CaseEventKind.CONSENT_LAPSED: "consent",
    CaseEventKind.APPROVAL_ASKED: "clock",
    CaseEventKind.APPROVED: "check",
    CaseEventKind.NOT_APPROVED: "edit",
    CaseEventKind.SESSION_PLANNED: "calendar",
    CaseEventKind.SESSION_MOVED: "calendar",
    CaseEventKind.SESSION_CANCELLED: "close",
    CaseEventKind.SESSION_HELD: "check",
    CaseEventKind.SESSION_MISSED: "clock",
    CaseEventKind.GROUP_JOINED: "people",
    CaseEventKind.GROUP_LEFT: "people",
    CaseEventKind.ASSESSED: "tasks",
    CaseEventKind.DANGER_CHECKED: "flag",
    CaseEventKind.SAFETY_PLANNED: "shield",
    CaseEventKind.GOAL_ADDED: "flag",
    CaseEventKind.GOAL_PROGRESS: "flag",
    CaseEventKind.PLAN_AGREED: "consent",
    CaseEventKind.REFERRAL_SENT: "forward",
    CaseEventKind.REFERRAL_OPENED: "forward",
    CaseEventKind.REFERRAL_ACCEPTED: "forward",
    CaseEventKind.REFERRAL_REFUSED: "forward",
    CaseEventKind.REFERRAL_MISSED: "forward",
    CaseEventKind.REFERRAL_DONE: "forward",
    CaseEventKind.REFERRAL_LATE: "warning",
    CaseEventKind.REFERRAL_ESCALATED: "warning",
    CaseEventKind.REFERRAL_REVOKED: "forward",
    CaseEventKind.REFERRAL_OUTCOME: "forward",
    CaseEventKind.CONFERENCE_PLANNED: "calendar",
    CaseEventKind.CONFERENCE_MOVED: "calendar",
    CaseEventKind.CONFERENCE_AGREED: "check",
    CaseEventKind.CONFERENCE_INVITED: "people",
    CaseEventKind.CONFERENCE_UNINVITED: "people",
    CaseEventKind.CONFERENCE_COMES: "check",
    CaseEventKind.CONFERENCE_ABSENT: "people",
    CaseEventKind.CONFERENCE_HELD: "check",
    CaseEventKind.CONFERENCE_DECIDED: "tasks",
    CaseEventKind.CONFERENCE_SHARED: "forward",
    CaseEventKind.CONFERENCE_READ_OUT: "close",
    CaseEventKind.CONFERENCE_REVOKED: "close",
    CaseEventKind.CONFERENCE_CANCELLED: "close",
    CaseEventKind.CLOSED: "lock",
    CaseEventKind.REOPENED: "folder",
    CaseEventKind.AFTERCARE_PLANNED: "care",
    CaseEventKind.AFTERCARE_MET: "care",
    CaseEventKind.AFTERCARE_ALARM: "warning",
    CaseEventKind.AFTERCARE_SETTLED: "shield",
    CaseEventKind.AFTERCARE_RAISED: "warning",
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
    CaseEventKind.SHELTER_OVERDUE: "clock",
    CaseEventKind.SHELTER_RAISED: "warning",
    CaseEventKind.SHELTER_ONWARD: "forward",
    CaseEventKind.SHELTER_LEFT: "shelter",
    CaseEventKind.PERSON_ADDED: "people",
    CaseEventKind.PERSON_CHANGED: "people",
    CaseEventKind.PERSON_REMOVED: "people",
    CaseEventKind.INCIDENT_ADDED: "flag",
    CaseEventKind.INCIDENT_CHANGED: "flag",
    CaseEventKind.INCIDENT_REMOVED: "flag",
    CaseEventKind.SERVICE_GIVEN: "care",
    CaseEventKind.SERVICE_REMOVED: "care",
    CaseEventKind.OUTREACH_PLANNED: "place",
    CaseEventKind.OUTREACH_CHECKED: "place",
    CaseEventKind.OUTREACH_GOING: "place",
    CaseEventKind.OUTREACH_DONE: "place",
    CaseEventKind.OUTREACH_FAILED: "place",
    CaseEventKind.OUTREACH_CANCELLED: "place",
    CaseEventKind.MEDIATION_PREPARED: "people",
    CaseEventKind.MEDIATION_CHANGED: "people",
    CaseEventKind.MEDIATION_BEGUN: "people",
    CaseEventKind.MEDIATION_MINUTES: "edit",
    CaseEventKind.MEDIATION_AGREED: "check",
    CaseEventKind.MEDIATION_NOT_AGREED: "people",
    CaseEventKind.MEDIATION_STOPPED: "warning",
    CaseEventKind.MEDIATION_KEPT: "check",
    CaseEventKind.MEDIATION_BROKEN: "warning",
    CaseEventKind.MEDIATION_COMPLETED: "check",
    CaseEventKind.LEGAL_STEP: "flag",
    CaseEventKind.LEGAL_STEP_REMOVED: "flag",
    CaseEventKind.LEGAL_LEFT: "close",
    CaseEventKind.LEGAL_TAKEN_UP: "flag",
    CaseEventKind.AID_APPLIED: "care",
    CaseEventKind.AID_GRANTED: "care",
    CaseEventKind.AID_REFUSED: "care",
    CaseEventKind.AID_WITHDRAWN: "care",
    CaseEventKind.AID_RECEIVED: "care",
    "message": "message",
    "team_note": "hide",
}


@dataclass(frozen=True)
class ShownLine:
    """`note`: the uid of a note, which its writer mends (`may_edit`) or anybody of the team adds to."""

    key: str
    picture: str
    title: str
    text: str
    meta: str
    source: str
    note: str = ""
    mended: str = ""
    former: tuple[ShownFormer, ...] = ()
    may_edit: bool = False


@dataclass(frozen=True)
class ShownTask:
    uid: str
    title: str
    owner: str
    due: str
    done: bool
    late: bool
    dropped: bool


@dataclass(frozen=True)
class ShownMember:
    uid: str
    account_id: str
    name: str
    detail: str
    removable: bool


@dataclass(frozen=True)
class ShownFolder:
    """Everything of a case that its first part shows, the person's name excepted. `older`: how many lines of its timeline are not shown."""

    age: str = ""
    has_name: bool = False
    contact_allowed: bool = False
    medical: str = ""
    safety: ShownSafety = field(default_factory=ShownSafety)
    manager: str = ""
    team_line: str = ""
    team: tuple[ShownMember, ...] = ()
    tasks: tuple[ShownTask, ...] = ()
    done_tasks: tuple[ShownTask, ...] = ()
    reports: tuple[ShownReport, ...] = ()
    timeline: tuple[ShownLine, ...] = ()
    older: int = 0


# What a phone shows of the timeline before it is asked for the rest.
RECENT = 30


def show_folder(view: CaseView, *, whole: bool) -> ShownFolder:
    """`whole`: the timeline with all its lines, not only the newest."""
    zone = view.head.timezone
    tasks = [_task(row, zone) for row in view.tasks]
    lines = tuple(_line(number, row, zone) for number, row in enumerate(reversed(view.timeline)))[::-1]
    return ShownFolder(
        age=view.age,
        has_name=view.has_name,
        contact_allowed=view.contact_allowed,
        medical=say_window(view.medical.prophylaxis, view.medical.contraception) if view.medical else "",
        safety=show_safety("now", view.safety, zone) if view.safety else ShownSafety(),
        manager=next((row.name for row in view.team if row.kind == MemberKind.MANAGER), ""),
        team_line=", ".join(_named(row) for row in view.team),
        team=tuple(show_member(row, zone) for row in view.team),
        tasks=tuple(task for task in tasks if not task.done),
        done_tasks=tuple(task for task in tasks if task.done),
        reports=tuple(show_report(row, zone) for row in view.reports),
        timeline=lines if whole else lines[:RECENT],
        older=0 if whole else max(len(lines) - RECENT, 0),
    )


def _line(number: int, row: LineRow, zone: str) -> ShownLine:
    readers = label(NoteAudience(row.audience)).lower() if row.audience else ""
    return ShownLine(
        key=str(number),
        picture=PICTURES.get(row.kind, "clock"),
        title=row.label,
        text=row.text,
        meta=" · ".join(filter(None, [dates.show_moment(row.at, zone), row.by, readers])),
        source=row.source,
        note=row.note,
        mended=show_mended(row.edited, zone),
        former=show_former(row.former, zone),
        may_edit=row.may_edit,
    )


def _task(row: TaskRow, zone: str) -> ShownTask:
    return ShownTask(
        row.uid, row.title, row.owner, dates.show_due(row.due, zone), row.done, row.late, row.dropped
    )


def show_member(row: MemberRow, zone: str) -> ShownMember:
    until = f", sampai {dates.show_moment(row.until, zone)}" if row.until else ""
    reason = f". {row.reason}" if row.reason else ""
    is_team = row.kind == MemberKind.TEAM
    return ShownMember(row.uid, str(row.account_id), row.name, f"{row.kind_label}{until}{reason}", is_team)


def _named(row: MemberRow) -> str:
    return f"{row.name} ({row.kind_label.lower()})" if row.kind != MemberKind.TEAM else row.name
