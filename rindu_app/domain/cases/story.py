"""The timeline of a case: its own events and the messages of its reports, newest first, in a fixed number of queries."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer, open_sealers
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import access_case, sealer_of
from rindu_app.domain.cases.notes import WRITTEN, NoteWords, is_fresh, read_notes
from rindu_app.domain.cases.rows import LineRow
from rindu_app.domain.codes.queries import read_all_labels
from rindu_app.domain.referrals.in_words import say_referrals
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.models import Case, CaseEvent, Message, Report
from rindu_app.words.aftercare import say_month
from rindu_app.words.codes import (
    AftercareEnd,
    ApprovalKind,
    AssessmentArea,
    Audience,
    Author,
    CaseEventKind,
    CounsellingMode,
    LegalTrackKind,
    MediationStop,
    PersonRole,
    Progress,
    Risk,
    ShelterUrgency,
)
from rindu_app.words.labels import label

TIMELINE = 300
# What can be read at a glance of what others did meanwhile.
NEWS = 8
# Facts of an event that are codes of a list.
_LISTS = {
    "purpose": "consent_purpose",
    "subject": "handling_kind",
    "component": "service_component",
    "reason": "case_closing_reason",
    "ending": "case_closing_reason",
    "reopening": "case_reopening_reason",
    "need": "shelter_need",
    "incident": "shelter_incident",
    "outreach": "outreach_result",
    "stage": "legal_stage",
    "aid": "aid_kind",
    "refusal": "shelter_refusal_reason",
    "destination": "shelter_destination",
}


def read_timeline(
    session: Session,
    case: Case,
    sealer: Sealer,
    reports: list[Report],
    *,
    reader: int | None = None,
    most: int = TIMELINE,
) -> tuple[LineRow, ...]:
    """The newest `most` lines. The caller has access to the case, and so to its reports.

    A note that is not for the actor leaves no line. `reader`: whose own notes are shown as hers to mend.
    """
    events = session.exec(
        select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(col(CaseEvent.id).desc()).limit(most)
    ).all()
    by_id = {report.id: report for report in reports}
    messages = session.exec(
        select(Message)
        .where(col(Message.report_id).in_(by_id))
        .order_by(col(Message.id).desc())
        .limit(TIMELINE)
    ).all()
    people = {event.by_id for event in events} | {message.by_id for message in messages}
    people |= {event.facts.get("account") for event in events}
    names = names_of(session, people)
    labels = read_all_labels(session, _LISTS.values())
    told = say_referrals(session, events)
    places = read_area_paths(
        session, {event.facts["to_area"] for event in events if "to_area" in event.facts}
    )
    offices = {code: path.name for code, path in places.items()}
    told |= {event.uid: _moved(event, offices, names) for event in events if "to_area" in event.facts}
    notes = read_notes(session, case, sealer, (str(event.facts.get(WRITTEN, "")) for event in events))
    lines = [
        _event_line(event, sealer, names, labels, told.get(event.uid, ""))
        if WRITTEN not in event.facts
        else _note_line(event, notes[event.facts[WRITTEN]], names, reader)
        for event in events
        if event.facts.get(WRITTEN) in notes or WRITTEN not in event.facts
    ]
    sealers = open_sealers(session, {report.key_uid for report in reports})
    for message in messages:
        report = by_id[message.report_id]
        lines.append(_message_line(message, report, sealers[report.key_uid], names))
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:TIMELINE])


def read_news(
    session: Session, actor: Actor, *, number: str, version: int, lock: bool = False
) -> tuple[LineRow, ...]:
    """The newest of what was done on a case since it had this version, as far as the actor reads it. Raises `NotFound`."""
    case = access_case(session, actor, number, Permission.CASE_READ, lock=lock)
    since = min(case.version - version, TIMELINE)
    if since <= 0:
        return ()
    return read_timeline(session, case, sealer_of(session, case), [], most=since)[:NEWS]


def expect_version(session: Session, actor: Actor, *, number: str, version: int) -> None:
    """Hold the case's row and make sure that it is still what the person saw when she decided.

    Call it first in the transaction of the decision. What she may not read stops nobody, so it is not betrayed either.
    Raises `Conflict` where somebody was quicker, `NotFound` for strangers.
    """
    if read_news(session, actor, number=number, version=version, lock=True):
        raise Conflict("file_changed")


def _event_line(
    event: CaseEvent,
    sealer: Sealer,
    names: dict[int | None, str],
    labels: dict[tuple[str, str], str],
    told: str,
) -> LineRow:
    note = sealer.open(f"case_event.note:{event.uid}", event.note) if event.note else ""
    return LineRow(
        kind=event.kind,
        label=label(CaseEventKind(event.kind)),
        by=names.get(event.by_id, ""),
        at=event.at,
        text=". ".join(filter(None, [told or _in_words(event, names, labels), note])),
        source=str(event.facts.get("report", "")),
    )


def _note_line(
    event: CaseEvent, words: NoteWords, names: dict[int | None, str], reader: int | None
) -> LineRow:
    note = words.note
    mine = note.author_id == reader and is_fresh(note)
    return LineRow(
        kind=event.kind,
        label=label(CaseEventKind(event.kind)),
        by=names.get(event.by_id, ""),
        at=event.at,
        text=words.text,
        source="",
        note=note.uid,
        audience=note.audience,
        edited=note.edited_at,
        former=words.former,
        may_edit=mine,
        version=note.version,
    )


def _message_line(message: Message, report: Report, sealer: Sealer, names: dict[int | None, str]) -> LineRow:
    from_team = message.audience == Audience.TEAM
    return LineRow(
        kind="team_note" if from_team else "message",
        label="Catatan tim" if from_team else "Pesan",
        by=names.get(message.by_id, "") or label(Author.REPORTER),
        at=message.at,
        text=sealer.open(f"message.body:{message.uid}", message.body),
        source=report_number(report),
    )


def _moved(event: CaseEvent, offices: dict[str, str], names: dict[int | None, str]) -> str:
    """To which office, and who manages the case there."""
    words = (offices.get(event.facts["to_area"], ""), names.get(event.facts.get("account"), ""))
    return ", ".join(filter(None, words))


def _in_words(event: CaseEvent, names: dict[int | None, str], labels: dict[tuple[str, str], str]) -> str:
    """What the codes of an event say: to which risk, for which purpose, who joined."""
    facts = event.facts
    if "assessed" in facts:
        return f"{label(AssessmentArea(facts['assessed']))}: {facts['score']} dari 4"
    if "progress" in facts:
        return label(Progress(facts["progress"]))
    if "risk" in facts:
        return label(Risk(facts["risk"]))
    if "person" in facts:
        return label(PersonRole(facts["person"]))
    if "mode" in facts:
        return label(CounsellingMode(facts["mode"]))
    if "account" in facts:
        return names.get(facts["account"], "")
    if "month" in facts:
        return say_month(facts["month"])
    if "aftercare" in facts:
        return label(AftercareEnd(facts["aftercare"]))
    if "tries" in facts:
        return f"{facts['tries']} kali dicoba"
    if "days" in facts:
        return f"{facts['days']} hari"
    if "stopped" in facts:
        return label(MediationStop(facts["stopped"]))
    if "track" in facts:
        return label(LegalTrackKind(facts["track"]))
    if "urgency" in facts:
        return label(ShelterUrgency(facts["urgency"]))
    about = label(ApprovalKind(facts["approval"])) if "approval" in facts else ""
    words = (labels.get((list_code, str(facts.get(fact, ""))), "") for fact, list_code in _LISTS.items())
    return ": ".join(filter(None, [about, *words]))
