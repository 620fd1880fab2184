"""Staff decide about reports; each decision leaves its line, and each refusal leaves nothing."""

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.reports.handling import (
    assign_report,
    close_report,
    forward_report,
    mark_duplicate,
    mark_junk,
    reopen_report,
    unmark_duplicate,
    unmark_junk,
)
from rindu_app.domain.reports.inbox import list_inbox
from rindu_app.domain.reports.rows import InboxFilter, ReportView
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.triage import triage_report
from rindu_app.domain.reports.view import read_report, reveal_name
from rindu_app.models import AuditEntry
from rindu_app.words.codes import ReportStatus, Risk, Role
from tests.factories import METRO, REJOMULYO, SYSTEM, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


def view(actor: Actor, number: str) -> ReportView:
    with open_session(actor) as session:
        return read_report(session, actor, number=number)


def numbers(actor: Actor, **wanted: object) -> list[str]:
    with open_session(actor, write=False) as session:
        return [row.number for row in list_inbox(session, actor, wanted=InboxFilter(**wanted)).rows]  # type: ignore[arg-type]


def audited(action: str) -> list[str]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(AuditEntry.object_ref).where(AuditEntry.action == action)))


def test_reading_a_report_and_asking_for_the_name_leave_a_trace_each() -> None:
    counsellor = make_account()
    submitted, _ = send_report(name="Nama Rekaan", story="Cerita")
    seen = view(counsellor, submitted.number)
    assert (seen.story, seen.has_name, "Nama Rekaan" in repr(seen)) == ("Cerita", True, False)
    assert audited("report:reveal_name") == []
    with open_session(counsellor) as session:
        assert reveal_name(session, counsellor, number=submitted.number) == ("Nama Rekaan", "")
    assert audited("report:read") == audited("report:reveal_name") == [submitted.number]


def test_danger_signs_propose_and_a_person_decides_with_a_reason() -> None:
    counsellor, (submitted, _) = make_account(), send_report(door="talk")
    with open_session(counsellor) as session, pytest.raises(Invalid, match="reason_missing"):
        triage_report(
            session, counsellor, number=submitted.number, signs=["threat_to_kill"], decided=Risk.MEDIUM
        )
    with open_session(counsellor) as session:
        triage_report(
            session, counsellor, number=submitted.number, signs=["threat_to_kill"], decided=Risk.HIGH
        )
    seen = view(counsellor, submitted.number)
    assert (seen.risk, seen.risk_decided, seen.status) == (Risk.HIGH, True, ReportStatus.REVIEWING)


def test_an_unknown_danger_sign_is_refused() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    with open_session(counsellor) as session, pytest.raises(Invalid, match="unknown_choice"):
        triage_report(session, counsellor, number=submitted.number, signs=["bad_weather"], decided=Risk.LOW)


def test_a_report_is_given_to_somebody_who_works_here_only() -> None:
    counsellor, colleague, away = make_account(), make_account(), make_account(area_code=METRO)
    admin, (submitted, _) = make_account(Role.ADMIN), send_report()
    for wrong in (away, admin):
        with open_session(counsellor) as session, pytest.raises(Invalid, match="assignee_not_here"):
            assign_report(session, counsellor, number=submitted.number, account_id=wrong.id)
    with open_session(counsellor) as session:
        assign_report(session, counsellor, number=submitted.number, account_id=colleague.id)
    assert numbers(colleague, view="mine") == [submitted.number]
    assert numbers(counsellor, view="mine") == []


def test_a_forwarded_report_leaves_one_inbox_and_stands_in_the_other() -> None:
    here, there, (submitted, _) = make_account(), make_account(area_code=METRO), send_report()
    with open_session(here) as session:
        forward_report(
            session, here, number=submitted.number, area_code=REJOMULYO, reason="Ia pindah ke sana"
        )
    assert (numbers(here), numbers(there)) == ([], [submitted.number])
    with open_session(here) as session, pytest.raises(NotFound):
        read_report(session, here, number=submitted.number)


@pytest.mark.parametrize(
    ("area", "code"),
    [("99.99", "unknown_area"), ("35.10.10.2001", "area_not_other"), (METRO, "reason_missing")],
)
def test_a_report_is_forwarded_with_a_reason_to_a_real_other_place(area: str, code: str) -> None:
    here, (submitted, _) = make_account(), send_report()
    with open_session(here) as session, pytest.raises(Invalid, match=code):
        reason = "" if code == "reason_missing" else "Karena"
        forward_report(session, here, number=submitted.number, area_code=area, reason=reason)
    assert numbers(here) == [submitted.number]


def test_a_duplicate_points_to_its_original_and_can_be_undone() -> None:
    counsellor, (first, _), (second, _) = make_account(), send_report(), send_report()
    with open_session(counsellor) as session:
        mark_duplicate(session, counsellor, number=second.number, of_number=first.number)
    assert view(counsellor, second.number).duplicate_of == first.number
    assert numbers(counsellor) == [first.number]
    with open_session(counsellor) as session, pytest.raises(Invalid, match="duplicate_of_itself"):
        mark_duplicate(session, counsellor, number=first.number, of_number=second.number)
    with open_session(counsellor) as session:
        unmark_duplicate(session, counsellor, number=second.number)
    assert sorted(numbers(counsellor)) == [first.number, second.number]


def test_a_report_cannot_be_a_duplicate_of_one_that_is_not_mine_to_see() -> None:
    counsellor, (mine, _), (foreign, _) = make_account(), send_report(), send_report(area_code=METRO)
    for other in (foreign.number, "L-2611-9999", "kemarin"):
        with open_session(counsellor) as session, pytest.raises(Invalid, match="report_not_found"):
            mark_duplicate(session, counsellor, number=mine.number, of_number=other)


def test_a_mistyped_month_opens_nothing() -> None:
    counsellor, (mine, _) = make_account(), send_report()
    slip = f"L-9901-{mine.number[-4:]}"
    with open_session(counsellor) as session:
        assert read_report(session, counsellor, number=mine.number).number == mine.number
        assert [row.number for row in search_reports(session, counsellor, text=mine.number)] == [mine.number]
        assert search_reports(session, counsellor, text=slip) == ()
        with pytest.raises(NotFound):
            read_report(session, counsellor, number=slip)


def test_closing_needs_a_reason_and_reopening_brings_it_back() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    number = submitted.number
    with open_session(counsellor) as session, pytest.raises(Invalid, match="reason_missing"):
        close_report(session, counsellor, number=number, status=ReportStatus.CONSULTED, reason=" ")
    with open_session(counsellor) as session:
        close_report(session, counsellor, number=number, status=ReportStatus.CONSULTED, reason="Sudah jelas")
    assert numbers(counsellor, view="closed") == [number]
    with open_session(counsellor) as session, pytest.raises(Conflict):
        close_report(session, counsellor, number=number, status=ReportStatus.NOT_OURS, reason="Lagi")
    with open_session(counsellor) as session:
        reopen_report(session, counsellor, number=number, reason="Ia menelepon")
    assert numbers(counsellor) == [number]
    assert [event.note for event in view(counsellor, number).events][:2] == ["Ia menelepon", "Sudah jelas"]


def test_junk_can_be_undone() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    with open_session(counsellor) as session:
        mark_junk(session, counsellor, number=submitted.number)
    assert numbers(counsellor) == []
    with open_session(counsellor) as session:
        unmark_junk(session, counsellor, number=submitted.number)
    assert numbers(counsellor) == [submitted.number]


def test_search_finds_by_number_phone_and_name_in_my_area_only() -> None:
    counsellor, away = make_account(), make_account(area_code=METRO)
    submitted, _ = send_report(name="Nur Halimah Rekaan", phone="0812-0000-7777", ways=["phone"])
    send_report(name="Nur Lain")

    def found(actor: Actor, text: str) -> list[str]:
        with open_session(actor) as session:
            return [row.number for row in search_reports(session, actor, text=text)]

    for text in (submitted.number, "+62 812 0000 7777", "halimah", "HALIMAH nur"):
        assert (found(counsellor, text), found(away, text)) == ([submitted.number], [])
    assert found(counsellor, "halim") == found(counsellor, "") == found(counsellor, "nur halimah lain") == []


def test_filters_narrow_the_inbox() -> None:
    counsellor = make_account()
    high, _ = send_report(danger="yes", area_code="35.10.10.2001", kinds=["fisik"])
    low, _ = send_report(door="talk", area_code="35.10.16")
    assert numbers(counsellor) == [high.number, low.number]
    assert numbers(counsellor, risk="high") == [high.number]
    assert numbers(counsellor, kind="fisik") == [high.number]
    assert numbers(counsellor, area_code="35.10.16") == [low.number]
    assert numbers(counsellor, status="reviewing") == []
    assert numbers(counsellor, days=7) == [high.number, low.number]


def test_the_inbox_pages_by_key_without_gap_or_repeat() -> None:
    counsellor = make_account()
    sent = [
        send_report(danger="yes" if n % 3 == 0 else "no", story=f"cerita {'abcdefghij'[n % 10] * (n + 3)}")[
            0
        ].number
        for n in range(30)
    ]
    seen, key = [], ""
    for _ in range(2):
        with open_session(counsellor, write=False) as session:
            page = list_inbox(session, counsellor, wanted=InboxFilter(), after=key)
        seen, key = seen + [row.number for row in page.rows], page.next_key
    assert key == ""
    assert sorted(seen) == sorted(sent)


def test_an_administrator_reads_no_report() -> None:
    admin, (submitted, _) = make_account(Role.ADMIN), send_report()
    with open_session(admin) as session, pytest.raises((NotFound, Forbidden)):
        read_report(session, admin, number=submitted.number)
