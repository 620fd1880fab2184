"""The demo looks real, names nobody real, and stays out of production."""

import re
import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlmodel import SQLModel, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import verify_audit
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import second_factor
from rindu_app.domain.accounts.passwords import verify_password
from rindu_app.domain.reports.inbox import InboxFilter, list_inbox
from rindu_app.models import (
    Account,
    Appointment,
    Approval,
    Area,
    AuditEntry,
    Case,
    CaseReopening,
    CaseTask,
    ConflictBlock,
    Consent,
    CounsellingSession,
    GroupMeeting,
    LegalTrack,
    Mediation,
    Message,
    OutreachVisit,
    Partner,
    PlanAgreement,
    Referral,
    Report,
    SessionNote,
    ShelterExtension,
    ShelterStay,
    Unit,
)
from rindu_app.seeds.demo.load import FOLDER, PASSWORD, NoDemoHere, demo_accounts, demo_code, load_demo
from rindu_app.seeds.demo.story import STEPS
from rindu_app.seeds.reference.area_file import read_area_file
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Audience, Author, Role

SYSTEM = Actor.system("tests")


@pytest.fixture
def demo(installation: Path) -> Path:
    with open_session(SYSTEM) as session:
        for code in sorted(named_areas()):
            if session.get(Area, code) is None:
                zone = "Asia/Makassar" if code.startswith("64") else "Asia/Jakarta"
                area = Area(
                    code=code, name=code, level=1 + code.count("."), kind="uji", timezone=zone,
                    valid_from=date(2020, 1, 1), legal_basis="uji",
                )  # fmt: skip
                session.add(area)
    assert load_demo()
    return installation


def named_areas() -> set[str]:
    codes = set(re.findall(r"area = \"([\d.]+)\"", texts()))
    return {code[:length] for code in codes for length in (2, 5, 8, 13)}


def test_every_place_of_the_demo_exists() -> None:
    """The tests below make places up as they are named; here they are looked up in what we ship."""
    shipped = {record.code for record in read_area_file().records}
    assert named_areas() <= shipped


def texts() -> str:
    return "".join(path.read_text() for path in FOLDER.glob("*.toml"))


def test_every_screen_has_something_to_show(demo: Path) -> None:
    with open_session(SYSTEM, write=False) as session:
        statuses = Counter(session.exec(select(Report.status)))
        assert sum(statuses.values()) >= 34
        assert {"new", "reviewing", "needs_info", "consulted", "not_ours", "junk", "case"} <= statuses.keys()
        assert Counter(session.exec(select(Report.risk))).keys() == {"high", "medium", "low"}
        assert {area[:5] for area in session.exec(select(Report.area_code))} == {"35.10", "18.72", "64.71"}
        assert len(session.exec(select(Case)).all()) >= 12
        assert Counter(session.exec(select(Case.status)))["closed"] >= 2
        late = [
            task
            for task in session.exec(select(CaseTask))
            if task.done_at is None and task.due_at < clock.now()
        ]
        assert late
        for model, least in (
            (Message, 20),
            (Appointment, 4),
            (Consent, 12),
            (Unit, 6),
            (Partner, 8),
            (Referral, 8),
            (CounsellingSession, 8),
            (GroupMeeting, 2),
            (SessionNote, 2),
        ):
            assert len(session.exec(select(model)).all()) >= least
        assert max(session.exec(select(AuditEntry.at))) <= clock.now()
        assert verify_audit(session)[1] is None
        moments = session.exec(select(AuditEntry.at).order_by(AuditEntry.id)).all()  # type: ignore[arg-type]
    behind = [before - after for before, after in pairwise(moments) if after < before]
    # What a reporter does is rounded down to the quarter hour.
    assert max(gap.total_seconds() for gap in behind) < 900


# Tables of the case work that no story fills, and why.
NOT_TOLD = {
    "case_export": "a paper leaves the house for a day, and is made on the screen",
    "draft": "there only while somebody types",
}
# Of these every ending that somebody should have seen before it is her own case.
ENDINGS = (
    (LegalTrack.kind, {"criminal", "protection", "religious", "lpsk"}),
    (Mediation.status, {"meeting", "completed"}),
    (OutreachVisit.status, {"planned", "done", "failed"}),
    (ShelterStay.status, {"requested", "placed", "left"}),
    (ShelterExtension.approved, {True}),
    (PlanAgreement.number, {1, 2}),
    (Referral.status, {"sent", "done", "refused", "revoked"}),
)


def test_every_table_of_the_case_work_has_something_to_show(demo: Path) -> None:
    of_cases = [table for table in SQLModel.metadata.sorted_tables if "case_id" in table.c]
    with open_session(SYSTEM, write=False) as session:
        empty = {
            table.name
            for table in of_cases
            if not session.execute(select(func.count()).select_from(table)).scalar()
        }
    assert empty == NOT_TOLD.keys()


def test_every_way_a_step_of_a_case_can_end_is_shown_once(demo: Path) -> None:
    with open_session(SYSTEM, write=False) as session:
        for column, endings in ENDINGS:
            assert set(session.exec(select(column))) >= endings
        decided = session.exec(select(Approval.kind).where(col(Approval.approved).is_(True)))
        assert set(decided) >= {"assessment", "plan", "closure"}
        withdrawn = session.exec(select(Consent.purpose).where(col(Consent.withdrawn_at).is_not(None)))
        assert set(withdrawn) - {"referral"}
        (block,) = session.exec(select(ConflictBlock)).all()
        assert block.until is None


def test_violence_happened_again_in_a_case_that_was_closed_and_somebody_has_to_look(demo: Path) -> None:
    with open_session(SYSTEM, write=False) as session:
        (reopened,) = session.exec(select(CaseReopening).where(col(CaseReopening.recurrence).is_(True))).all()
        case = session.get_one(Case, reopened.case_id)
        assert (case.status, case.risk, reopened.met_at) == ("open", "medium", None)
        assert reopened.due_at
        assert reopened.due_at > clock.now()
        assert session.exec(select(LegalTrack.left_at).where(LegalTrack.case_id == case.id)).one()


def test_a_stay_is_past_its_end_and_both_were_told(demo: Path) -> None:
    with open_session(SYSTEM, write=False) as session:
        over = session.exec(
            select(ShelterStay).where(ShelterStay.status == "placed", col(ShelterStay.due_at) < clock.now())
        ).all()
    assert [(stay.told_at is not None, stay.raised_at is not None) for stay in over] == [(True, True)]


def test_each_role_can_sign_in_with_what_is_printed(demo: Path) -> None:
    with open_session(SYSTEM) as session:
        for given in demo_accounts():
            account = session.exec(select(Account).where(Account.username == given.username)).one()
            assert verify_password(PASSWORD, account.password_hash)
            assert second_factor.use_code(session, account, demo_code(given.username))
            assert not account.must_change_password
    assert {(account.role, account.area) for account in demo_accounts()} == {
        (role, area) for role in Role for area in ("35.10", "18.72", "64.71")
    }


def test_a_counsellor_finds_work_of_every_age_in_her_inbox(demo: Path) -> None:
    with open_session(SYSTEM, write=False) as session:
        account = session.exec(select(Account).where(Account.username == "konselor.banyuwangi")).one()
    actor = Actor(kind=Role.COUNSELLOR, account_id=account.id, area_code="35.10", name="Sri")
    with open_session(actor, write=False) as session:
        rows = list_inbox(session, actor, wanted=InboxFilter())
    assert len(rows.rows) >= 5


def test_whoever_answers_has_read_what_she_answers(demo: Path) -> None:
    with open_session(SYSTEM, write=False) as session:
        messages = session.exec(select(Message).where(Message.audience == Audience.REPORTER)).all()
        last = {m.report_id: m.id or 0 for m in messages if m.author == Author.REPORTER}
        before = [m for m in messages if m.author == Author.STAFF and (m.id or 0) < last.get(m.report_id, 0)]
        assert before
        assert all(message.read_at is not None for message in before)


def test_a_second_load_adds_nothing(demo: Path) -> None:
    assert not load_demo()
    with open_session(SYSTEM, write=False) as session:
        assert len(session.exec(select(Account)).all()) == len(demo_accounts())


def test_production_refuses_it(installation: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RINDU_ENVIRONMENT", "production")
    monkeypatch.setenv("RINDU_KEY_FILE", str(tmp_path.parent / "keys.json"))
    monkeypatch.setenv("RINDU_PUBLIC_URL", "https://contoh.example")
    get_settings.cache_clear()
    with pytest.raises(NoDemoHere):
        load_demo()


def test_nobody_can_be_called_by_a_demo_number() -> None:
    phones = re.findall(r"\"((?:\(0\d+\)|0\d{3})[\d\s-]{7,})\"", texts())
    assert len(phones) > 15
    assert all(re.fullmatch(r"0812-0000-\d{4}|\(0\d{3}\) 000-\d{4}", phone) for phone in phones)
    assert not re.search(r"\b\d{16}\b", texts())
    assert {mail.rpartition("@")[2] for mail in re.findall(r"\S+@[\w.]+", texts())} == {"contoh.example"}


def test_every_step_is_one_the_loader_knows_and_in_order() -> None:
    for path in FOLDER.glob("reports_*.toml"):
        for report in tomllib.loads(path.read_text())["report"]:
            times = [step["at"] for step in report.get("steps", [])]
            assert times == sorted(times)
            assert not times or times[-1] < report["hours"]
            assert {step["do"] for step in report.get("steps", [])} <= STEPS.keys()
