"""One kabupaten after five years (DESIGN.md, section 9): 14,000 reports, 9,000 cases and their threads, all invented."""

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import select

from bench.care import add_care
from bench.office import Office, open_office
from bench.others import add_others
from bench.rows import LONG, CaseRows, Rows, add_key, write_rows
from bench.trail import add_trail
from rindu_app.access.actor import Actor
from rindu_app.access.keyring import get_keyring
from rindu_app.access.sealing import Sealer
from rindu_app.access.session import open_session
from rindu_app.domain.contact.search_words import search_tokens
from rindu_app.models import (
    AftercareVisit,
    Approval,
    Area,
    Assessment,
    Case,
    CaseEvent,
    CaseMember,
    CaseTask,
    Consent,
    Message,
    Report,
    ReportEvent,
    ReportKind,
    SafeContact,
    SearchToken,
)
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.dates import add_months

OPEN_REPORTS, LINES = 400, 8
NAMES = ("Sari", "Ayu", "Dewi", "Rina", "Wati", "Lestari", "Putri", "Indah", "Kartika", "Melati")
BATCH = 500


@dataclass(frozen=True)
class Size:
    """How much there is. `trail`: lines of the audit chain about cases."""

    reports: int = 14_000
    cases: int = 9_000
    trail: int = 300_000


def fill_kabupaten(area: str = "35.10", size: Size = Size()) -> Office:
    """Fill the configured database; returns who works there. Areas must be seeded."""
    dice = random.Random(354)
    system = Actor.system("bench")
    with open_session(system) as session:
        villages = list(
            session.exec(select(Area.code).where(Area.level == 4, Area.code.startswith(area + ".")))
        )  # type: ignore[attr-defined]
        office = open_office(session, area)
    for start in range(0, size.reports, BATCH):
        rows: Rows = {}
        for number in range(start, min(start + BATCH, size.reports)):
            _add_report(rows, dice, number + 1, dice.choice(villages), office, size)
        with open_session(system) as session:
            write_rows(session, rows)
        print(f"\r  {start + BATCH:,} laporan", end="", flush=True)
    print()
    add_trail(system, office.counsellors, size.trail)
    _count_rows(system)
    return office


def _count_rows(system: Actor) -> None:
    """What PostgreSQL does by itself (autovacuum) within a minute of so many new rows: look how many there are of what."""
    with open_session(system) as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("ANALYZE"))


def _add_report(rows: Rows, dice: random.Random, number: int, place: str, office: Office, size: Size) -> None:
    sealer, has_case = add_key(rows), number <= size.cases
    is_open = not has_case and number > size.reports - OPEN_REPORTS
    age = timedelta(hours=dice.uniform(0, 60)) if is_open else timedelta(days=dice.uniform(3, 1800))
    received, (owner, colleague) = clock.now() - age, dice.sample(office.counsellors, 2)
    name, phone = f"{dice.choice(NAMES)} Rekaan{number}", f"0812000{number:05d}"
    told = {
        "story": "Cerita rekaan. " * 40,
        "name": name,
        "affected_name": "",
        "age": "",
        "needs": "",
        "rt": "",
        "phone": phone,
    }
    rows.setdefault(Report, []).append({
        "id": number, "key_uid": sealer.uid, "area_code": place, "channel": "web", "door": "report", "teller": "self", "mode": "",
        "named": True, "danger_now": False, "answers": sealer.seal_json(f"report.answers:{sealer.uid}", told),
        "status": "case" if has_case else ("new" if is_open else "consulted"),
        "risk": dice.choice(("high", "medium", "medium", "low", "low")), "risk_decided": not is_open, "received_at": received,
        "due_at": received + timedelta(hours=6), "answered_at": None if is_open else received, "unread": is_open,
        "assignee_id": owner.account_id, "case_id": number if has_case else None, "held_group": None, "version": 1,
    })  # fmt: skip
    rows.setdefault(ReportKind, []).append(
        {"report_id": number, "code": dice.choice(("fisik", "psikis", "seksual"))}
    )
    uid = new_uid()
    contact = {"phone": phone, "trusted": "", "who_answers": "", "code_word": "", "stop_word": ""}
    rows.setdefault(SafeContact, []).append({
        "uid": uid, "report_id": number, "ways": ["here"], "days": [], "may_identify": False, "may_leave_message": False,
        "phone_shared": True, "details": sealer.seal_json(f"safe_contact.details:{uid}", contact), "since": received,
    })  # fmt: skip
    for token in search_tokens(get_keyring(), names=[name], phones=[phone]):
        rows.setdefault(SearchToken, []).append({"report_id": number, "token": token})
    _add_thread(rows, sealer, number, received, owner)
    if has_case:
        is_active = number % 9 == 0
        case = CaseRows(rows, add_key(rows), number, received, place, owner.id, colleague.id, is_active)
        _add_case(case)
        add_care(case, office)
        add_others(case, office)


def _add_thread(rows: Rows, sealer: Sealer, number: int, received: Any, owner: Actor) -> None:
    for action in ("receive", "assign", "triage"):
        rows.setdefault(ReportEvent, []).append({
            "uid": new_uid(), "report_id": number, "action": action, "by_id": owner.account_id, "at": received,
            "from_status": "", "to_status": "new", "facts": {"proposed": "low", "decided": "low", "assignee": owner.account_id},
        })  # fmt: skip
    for line in range(4):
        uid, mine = new_uid(), line % 2 == 0
        rows.setdefault(Message, []).append({
            "uid": uid, "report_id": number, "author": "reporter" if mine else "staff",
            "by_id": None if mine else owner.account_id, "audience": "reporter",
            "body": sealer.seal(f"message.body:{uid}", "Pesan rekaan yang agak panjang. " * 5), "at": received,
        })  # fmt: skip


def _add_case(case: CaseRows) -> None:
    case.rows.setdefault(Case, []).append({
        "id": case.number, "key_uid": case.sealer.uid, "area_code": case.place,
        "status": "open" if case.is_open else "closed", "risk": "medium", "manager_id": case.owner,
        "opened_at": case.at, "active_at": case.at, "version": 1,
        "client": case.sealer.seal_json(
            f"case.client:{case.sealer.uid}", {"name": "Nama Rekaan", "phone": "", "age": "30"}
        ),
    })  # fmt: skip
    case.add(CaseMember, account_id=case.owner, kind="manager", since=case.at, by_id=case.owner)
    # The long case has the timeline of the promise; the others an ordinary one.
    for _ in range(300 if case.number == LONG else LINES):
        case.add(
            CaseEvent, kind="note", by_id=case.owner, at=case.at, facts={},
            sealed={"note": "Catatan rekaan. " * 6},
        )  # fmt: skip
    _add_judgement(case)
    if not case.is_open:
        _add_aftercare(case)
    case.add(
        CaseTask, owner_id=case.owner, by_id=case.owner, due_at=clock.now(), sealed={"title": "Tugas rekaan"}
    )


def _add_aftercare(case: CaseRows) -> None:
    """Four visits after a closing; those of the last three weeks have not been made yet."""
    closed = case.at + timedelta(days=60)
    for month in (1, 3, 6, 12):
        due = add_months(closed, month)
        done = due < clock.now() - timedelta(days=21)
        case.add(
            AftercareVisit, closed_at=closed, month=month, due_at=due, at=closed, tries=0,
            status="done" if done else "planned", held_on=due.date() if done else None, place="office" if done else "",
            stability="fair" if done else "", relapse="none" if done else "", safe="yes" if done else "",
            by_id=case.owner, alarming=False,
        )  # fmt: skip


def _add_judgement(case: CaseRows) -> None:
    """Six consents and four domains each; every tenth case was put before the supervisor, every hundredth still waits."""
    for purpose in ("keep_and_contact", "assessment", "shelter", "recording", "video_call", "follow_up"):
        case.add(
            Consent, purpose=purpose, subject="", fields=[], given=True, given_by="self", assent="yes",
            language="indonesian", explained_by_id=case.owner, text_version="1", evidence_kind="witness", at=case.at,
            sealed={"evidence": "Lisan."},
        )  # fmt: skip
    for area in ("physical", "psychological", "social", "economic"):
        case.add(
            Assessment, area=area, score=2, needs=[], profession="counsellor", by_id=case.owner, at=case.at,
            sealed={"reason": "Alasan rekaan. " * 4},
        )  # fmt: skip
    if case.number % 10 == 0:
        waits = case.number % 100 == 0
        case.add(
            Approval, kind="assessment", facts={"of": new_uid()}, asked_by_id=case.owner, asked_at=case.at,
            approved=None if waits else True, decided_at=None if waits else case.at,
            sealed={"reason": "Mohon ditinjau."},
        )  # fmt: skip
