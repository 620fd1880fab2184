"""One kabupaten after five years (DESIGN.md, section 9): 14,000 reports, 9,000 cases and their threads, all invented."""

import random
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session, SQLModel, select

from rindu_app.access.actor import Actor
from rindu_app.access.keyring import get_keyring
from rindu_app.access.sealing import Sealer, new_sealer
from rindu_app.access.session import open_session
from rindu_app.domain.contact.search_words import search_tokens
from rindu_app.models import (
    Account,
    AftercareVisit,
    Approval,
    Area,
    Assessment,
    Case,
    CaseEvent,
    CaseMember,
    CaseTask,
    Consent,
    DataKey,
    Message,
    Report,
    ReportEvent,
    ReportKind,
    SafeContact,
    SearchToken,
)
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import Role
from rindu_app.words.dates import add_months

REPORTS, CASES, COUNSELLORS, OPEN_REPORTS, LINES = 14_000, 9_000, 30, 400, 8
NAMES = ("Sari", "Ayu", "Dewi", "Rina", "Wati", "Lestari", "Putri", "Indah", "Kartika", "Melati")
BATCH = 500
Rows = dict[type[SQLModel], list[dict[str, Any]]]


def fill_kabupaten(area: str = "35.10") -> list[Actor]:
    """Fill the configured database; returns its counsellors, and last a supervisor. Areas must be seeded."""
    dice = random.Random(354)
    system = Actor.system("bench")
    with open_session(system) as session:
        villages = list(
            session.exec(select(Area.code).where(Area.level == 4, Area.code.startswith(area + ".")))
        )  # type: ignore[attr-defined]
        staff = _add_staff(session, area)
    for start in range(0, REPORTS, BATCH):
        rows: Rows = {}
        for number in range(start, min(start + BATCH, REPORTS)):
            _add_report(rows, dice, number + 1, dice.choice(villages), staff)
        with open_session(system) as session:
            for model in _ORDER:
                if rows.get(model):
                    session.execute(insert(model), rows[model])
        print(f"\r  {start + BATCH:,} laporan", end="", flush=True)
    print()
    _count_rows(system)
    return staff


def _count_rows(system: Actor) -> None:
    """What PostgreSQL does by itself (autovacuum) within a minute of so many new rows: look how many there are of what."""
    with open_session(system) as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("ANALYZE"))


_ORDER = (
    DataKey, Case, CaseMember, CaseEvent, CaseTask, Consent, Assessment, Approval, AftercareVisit, Report, ReportKind, SafeContact, ReportEvent, Message, SearchToken,
)  # fmt: skip


def _add_staff(session: Session, area: str) -> list[Actor]:
    accounts = [
        Account(
            username=f"bench{number}",
            display_name=f"Petugas {number}",
            role=Role.SUPERVISOR if number == COUNSELLORS else Role.COUNSELLOR,
            area_code=area,
            password_hash="!",
        )
        for number in range(COUNSELLORS + 1)
    ]
    session.add_all(accounts)
    session.flush()
    return [Actor(kind=Role(a.role), account_id=a.id, area_code=area) for a in accounts]


def _key(rows: Rows) -> Sealer:
    sealer = new_sealer()
    name, wrapped = get_keyring().wrap(sealer.key, sealer.uid)
    values = {"uid": sealer.uid, "wrapping_key": name, "wrapped": wrapped, "created_on": clock.now().date()}
    rows.setdefault(DataKey, []).append(values)
    return sealer


def _add_report(rows: Rows, dice: random.Random, number: int, place: str, staff: list[Actor]) -> None:
    sealer, is_open, has_case = _key(rows), number > REPORTS - OPEN_REPORTS, number <= CASES
    age = timedelta(hours=dice.uniform(0, 60)) if is_open else timedelta(days=dice.uniform(3, 1800))
    received, owner = clock.now() - age, dice.choice(staff[:-1])
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
        _add_case(rows, dice, number, place, received, owner)


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


def _add_case(rows: Rows, dice: random.Random, number: int, place: str, opened: Any, owner: Actor) -> None:
    sealer = _key(rows)
    rows.setdefault(Case, []).append({
        "id": number, "key_uid": sealer.uid, "area_code": place, "status": "open" if number % 9 == 0 else "closed",
        "risk": "medium", "manager_id": owner.account_id, "opened_at": opened, "active_at": opened, "version": 1,
        "client": sealer.seal_json(f"case.client:{sealer.uid}", {"name": "Nama Rekaan", "phone": "", "age": "30"}),
    })  # fmt: skip
    rows.setdefault(CaseMember, []).append({
        "uid": new_uid(), "case_id": number, "account_id": owner.account_id, "kind": "manager", "since": opened,
        "by_id": owner.account_id,
    })  # fmt: skip
    # The first case has the long timeline of the promise; the others an ordinary one.
    for _ in range(300 if number == 1 else LINES):
        uid = new_uid()
        rows.setdefault(CaseEvent, []).append({
            "uid": uid, "case_id": number, "kind": "note", "by_id": owner.account_id, "at": opened, "facts": {},
            "note": sealer.seal(f"case_event.note:{uid}", "Catatan rekaan. " * 6),
        })  # fmt: skip
    _add_care(rows, sealer, number, opened, owner)
    if number % 9:
        _add_aftercare(rows, number, opened + timedelta(days=60), owner)
    uid = new_uid()
    rows.setdefault(CaseTask, []).append({
        "uid": uid, "case_id": number, "owner_id": owner.account_id, "by_id": owner.account_id, "due_at": clock.now(),
        "title": sealer.seal(f"case_task.title:{uid}", "Tugas rekaan"),
    })  # fmt: skip


def _add_aftercare(rows: Rows, number: int, closed: Any, owner: Actor) -> None:
    """Four visits after a closing; those of the last three weeks have not been made yet."""
    for month in (1, 3, 6, 12):
        due = add_months(closed, month)
        done = due < clock.now() - timedelta(days=21)
        rows.setdefault(AftercareVisit, []).append({
            "uid": new_uid(), "case_id": number, "closed_at": closed, "month": month, "due_at": due, "at": closed, "tries": 0,
            "status": "done" if done else "planned", "held_on": due.date() if done else None, "place": "office" if done else "",
            "stability": "fair" if done else "", "relapse": "none" if done else "", "safe": "yes" if done else "",
            "by_id": owner.account_id, "alarming": False,
        })  # fmt: skip


def _add_care(rows: Rows, sealer: Sealer, number: int, at: Any, owner: Actor) -> None:
    """Six consents and four domains each; every tenth case was put before the supervisor, every hundredth still waits."""
    for purpose in ("keep_and_contact", "assessment", "shelter", "recording", "video_call", "follow_up"):
        uid = new_uid()
        rows.setdefault(Consent, []).append({
            "uid": uid, "case_id": number, "purpose": purpose, "subject": "", "fields": [], "given": True, "given_by": "self",
            "assent": "yes", "language": "indonesian", "explained_by_id": owner.account_id, "text_version": "1",
            "evidence_kind": "witness", "evidence": sealer.seal(f"consent.evidence:{uid}", "Lisan."), "at": at,
        })  # fmt: skip
    for area in ("physical", "psychological", "social", "economic"):
        uid = new_uid()
        rows.setdefault(Assessment, []).append({
            "uid": uid, "case_id": number, "area": area, "score": 2, "needs": [], "profession": "counsellor",
            "reason": sealer.seal(f"assessment.reason:{uid}", "Alasan rekaan. " * 4), "by_id": owner.account_id, "at": at,
        })  # fmt: skip
    if number % 10 == 0:
        uid, waits = new_uid(), number % 100 == 0
        rows.setdefault(Approval, []).append({
            "uid": uid, "case_id": number, "kind": "assessment", "facts": {"of": uid}, "asked_by_id": owner.account_id,
            "asked_at": at, "reason": sealer.seal(f"approval.reason:{uid}", "Mohon ditinjau."),
            "approved": None if waits else True, "decided_at": None if waits else at,
        })  # fmt: skip
