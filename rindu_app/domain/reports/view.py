"""Opening one report: fixed number of queries, and a line in the audit trail."""

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.access.session import widened
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.contact.allowed import contact_rule
from rindu_app.domain.contact.safety import why_unsafe
from rindu_app.domain.incidents.window import window_of_report
from rindu_app.domain.reports.access import access_report, may_work_on, number_of, sealer_of
from rindu_app.domain.reports.inbox import minutes_left
from rindu_app.domain.reports.new_codes import has_code
from rindu_app.domain.reports.numbers import show_number
from rindu_app.domain.reports.rows import ContactView, EventRow, ReportView
from rindu_app.domain.reports.workflow import STEPS
from rindu_app.models import (
    Account,
    Appointment,
    Area,
    Attachment,
    Case,
    Message,
    Report,
    ReportEvent,
    ReportKind,
    SafeContact,
)  # fmt: skip
from rindu_app.words import clock
from rindu_app.words.codes import (
    AppointmentStatus,
    Channel,
    ContactWay,
    CounsellingMode,
    Door,
    ReportAction,
    ReportStatus,
    Risk,
    Teller,
)
from rindu_app.words.errors import sentence
from rindu_app.words.labels import label


def read_report(session: Session, actor: Actor, *, number: str) -> ReportView:
    """Everything staff see of a report except its thread and the person's name (`reveal_name`). Audited.

    Raises `NotFound` for strangers.
    """
    report = access_report(session, actor, number, Permission.REPORT_READ)
    audit(session, actor, "report:read", number_of(report), report.area_code)
    sealer = sealer_of(session, report)
    told = sealer.open_json(f"report.answers:{sealer.uid}", report.answers)
    named = told.get("area_code") or report.area_code  # where it happened stays, whoever handles it
    place = read_area_paths(session, [named]).get(named)
    labels = read_labels(session, "violence_kind")
    works = may_work_on(session, actor, report)
    kinds = session.exec(select(ReportKind.code).where(ReportKind.report_id == report.id)).all()
    return ReportView(
        number=number_of(report),
        status=report.status,
        status_label=label(ReportStatus(report.status)),
        door_label=label(Door(report.door)),
        teller_label=label(Teller(report.teller)),
        channel_label=label(Channel(report.channel)),
        mode_label=label(CounsellingMode(report.mode)) if report.mode else "",
        danger_now=report.danger_now,
        risk=report.risk,
        risk_label=label(Risk(report.risk)),
        risk_decided=report.risk_decided,
        minutes_left=minutes_left(report),
        kinds=tuple(sorted(labels.get(code, code) for code in kinds)),
        medical=window_of_report(session, list(kinds), report.received_at),
        place=place.text if place else "",
        area_code=report.area_code,
        rt=told["rt"],
        story=told["story"],
        has_name=bool(told["name"] or told["affected_name"]),
        age=told["age"],
        needs=told["needs"],
        received=report.received_at,
        assignee=_name(session, report.assignee_id),
        assignee_id=report.assignee_id,
        case_number=_case_number(session, report),
        duplicate_of=_duplicate_of(session, report),
        held_group=report.held_group or "",
        contact=read_contact(session, report, sealer),
        events=_events(session, report, sealer),
        actions=tuple(str(action) for status, action in STEPS if works and status == report.status),
        may_work=works,
        news=report.unread and (report.answered_at is not None or report.status == ReportStatus.CASE),
        has_code=has_code(session, report),
        version=report.version,
        timezone=timezone_of(session, report.area_code),
    )


def reveal_name(session: Session, actor: Actor, *, number: str) -> tuple[str, str]:
    """(name of the person who told us, name of the person it is about). Asking for it is audited by itself."""
    report = access_report(session, actor, number, Permission.REPORT_READ)
    audit(session, actor, "report:reveal_name", number_of(report), report.area_code)
    sealer = sealer_of(session, report)
    told = sealer.open_json(f"report.answers:{sealer.uid}", report.answers)
    return told["name"], told["affected_name"]


def newest_contact(session: Session, report: Report) -> SafeContact:
    statement = (
        select(SafeContact).where(SafeContact.report_id == report.id).order_by(col(SafeContact.id).desc())
    )
    return session.exec(statement.limit(1)).one()


def timezone_of(session: Session, area_code: str) -> str:
    """The zone of a place, by its province: WIB, WITA or WIT."""
    zone = session.exec(select(Area.timezone).where(Area.code == area_code[:2])).first()
    return zone or "Asia/Jakarta"


def read_contact(session: Session, report: Report, sealer: Sealer) -> ContactView:
    contact = newest_contact(session, report)
    details = sealer.open_json(f"safe_contact.details:{contact.uid}", contact.details)
    zone, rule = timezone_of(session, report.area_code), contact_rule(session, report, contact)
    unsafe = {str(way): why_unsafe(rule, way, clock.now(), zone) for way in ContactWay}
    hours = ""
    if contact.hour_from is not None and contact.hour_to is not None:
        abbreviation = clock.now().astimezone(ZoneInfo(zone)).tzname()
        hours = f"{contact.hour_from:02d}.00–{contact.hour_to:02d}.00 {abbreviation}"
    return ContactView(
        ways=tuple(contact.ways),
        way_labels=tuple(label(ContactWay(way)) for way in contact.ways),
        days=tuple(contact.days),
        hours=hours,
        may_identify=contact.may_identify,
        may_leave_message=contact.may_leave_message,
        phone_shared=contact.phone_shared,
        unsafe_now={way: sentence(code) if code else "" for way, code in unsafe.items()},
        **details,
    )


def _events(session: Session, report: Report, sealer: Sealer) -> tuple[EventRow, ...]:
    statement = (
        select(ReportEvent, Account.display_name)
        .join(Account, col(Account.id) == col(ReportEvent.by_id), isouter=True)
        .where(ReportEvent.report_id == report.id)
        .order_by(col(ReportEvent.id).desc())
        .limit(100)
    )
    return tuple(
        EventRow(
            label(ReportAction(event.action)),
            by or "",
            event.at,
            ". ".join(filter(None, [_in_words(event), _note(sealer, event)])),
        )
        for event, by in session.exec(statement)
    )


def _note(sealer: Sealer, event: ReportEvent) -> str:
    return sealer.open(f"report_event.note:{event.uid}", event.note) if event.note else ""


def _in_words(event: ReportEvent) -> str:
    """What the codes of an event say: the risk decided, the way used."""
    if event.action == ReportAction.TRIAGE:
        return label(Risk(event.facts["decided"]))
    if event.action == ReportAction.CONTACT:
        return label(ContactWay(event.facts["way"]))
    return ""


def _name(session: Session, account_id: int | None) -> str:
    account = session.get(Account, account_id) if account_id else None
    return account.display_name if account else ""


def _case_number(session: Session, report: Report) -> str:
    case = session.get(Case, report.case_id) if report.case_id else None
    return show_number("K", case.id, case.opened_at) if case else ""


def _duplicate_of(session: Session, report: Report) -> str:
    if report.duplicate_of_id is None:
        return ""
    with widened(session, "duplicate number"):
        original = session.get(Report, report.duplicate_of_id)
    return number_of(original) if original else ""


def peek_report(session: Session, actor: Actor, *, number: str) -> tuple[int, ...]:
    """Changes whenever something in the report or its thread does; tells nothing else, so it is not audited."""
    report = access_report(session, actor, number, Permission.REPORT_READ)
    tables: tuple[Any, ...] = (Message, Appointment, SafeContact, ReportEvent, Attachment)
    counts = [
        session.exec(select(func.count()).select_from(table).where(table.report_id == report.id)).one()
        for table in tables
    ]
    statuses = list(session.exec(select(Appointment.status).where(Appointment.report_id == report.id)))
    answers = [statuses.count(status) for status in AppointmentStatus]
    return report.version, int(report.unread), *counts, *answers
