"""The team sees who looked: at the file, at its reports, at their files; and an emergency opening is never pushed out of sight."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases import access_log
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.cases.view import read_case, read_team
from rindu_app.domain.files.queries import open_file
from rindu_app.domain.reports.view import read_report, reveal_name
from rindu_app.domain.threads.queries import read_own_thread, read_thread
from tests.domain.files.test_files import attach
from tests.factories import make_account, report_id_of, reporter_of, send_report

pytestmark = pytest.mark.usefixtures("country")


def log(actor: Actor, case: str) -> list[tuple[str, str, str]]:
    with open_session(actor) as session:
        return [(row.by, row.action, row.ref) for row in read_team(session, actor, number=case).log]


def test_reading_a_report_of_the_case_its_thread_its_names_and_its_files_is_seen() -> None:
    manager, nosy = make_account(), make_account(display_name="Penasaran")
    (report, _), (other, _) = send_report(name="Melati Rekaan"), send_report(story="Cerita lain")
    with open_session(manager) as session:
        case = number_of(open_case(session, manager, number=report.number))
    uid = attach(reporter_of(report), report_id_of(report))
    with open_session(nosy) as session:
        break_glass(session, nosy, number=case, reason="Darurat")
        read_report(session, nosy, number=report.number)
        reveal_name(session, nosy, number=report.number)
        read_thread(session, nosy, number=report.number)
        open_file(session, nosy, uid)
        read_report(session, nosy, number=other.number)
    with open_session(reporter_of(report)) as session:
        read_own_thread(session, reporter_of(report))
    hers = [line[1:] for line in log(manager, case) if line[0] == "Penasaran"]
    assert hers == [
        ("file:read", uid), ("report:thread", report.number), ("report:reveal_name", report.number),
        ("report:read", report.number), ("case:break_glass", case),
    ]  # fmt: skip
    assert "report:own_thread" not in {action for _, action, _ in log(manager, case)}


def test_an_emergency_opening_stays_however_much_was_read_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "MOST", 5)
    manager, nosy, (report, _) = make_account(), make_account(), send_report()
    with open_session(manager) as session:
        case = number_of(open_case(session, manager, number=report.number))
    with open_session(nosy) as session:
        break_glass(session, nosy, number=case, reason="Darurat")
    for _ in range(7):
        with open_session(nosy) as session:
            read_case(session, nosy, number=case)
    actions = [action for _, action, _ in log(manager, case)]
    assert actions == ["case:read"] * 5 + ["case:break_glass"]
