"""The timeline says in words what was decided, for what, and by whom."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import open_session
from rindu_app.domain.cases import access as cases
from rindu_app.domain.cases import story
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.cases.work import change_risk
from rindu_app.domain.reports import access as reports
from rindu_app.domain.reports.handling import assign_report
from rindu_app.domain.threads.commands import reply, write_note
from rindu_app.words.codes import Risk, Role
from tests.closing import ask, decide
from tests.factories import make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


def lines(actor: Actor, case: str) -> list[tuple[str, str, str]]:
    with open_session(actor) as session:
        return [(line.label, line.text, line.by) for line in read_case(session, actor, number=case).timeline]


def test_every_line_says_what_when_and_who() -> None:
    me, friend = make_account(display_name="Sri W."), make_account(display_name="Lina")
    report, _ = send_report()
    with open_session(me) as session:
        reply(session, me, number=report.number, text="Kami di sini")
        write_note(session, me, number=report.number, text="Hati-hati")
        case = cases.number_of(open_case(session, me, number=report.number))
    with open_session(me) as session:
        change_risk(session, me, number=case, risk=Risk.HIGH, reason="Ada ancaman")
        add_member(session, me, number=case, account_id=friend.id)
        record_consent(
            session, me, number=case, answer=Answer("keep_and_contact", given=True, evidence="Lisan")
        )
    chief = make_account(Role.SUPERVISOR, display_name="Rahayu")
    ask(me, case)
    decide(chief, case)
    found = lines(me, case)
    assert ("Risiko diubah", "Risiko tinggi. Ada ancaman", "Sri W.") in found
    assert ("Anggota tim ditambahkan", "Lina", "Sri W.") in found
    assert ("Kasus ditutup", "Tujuan tercapai. Sudah mandiri", "Rahayu") in found
    assert ("Pesan", "Kami di sini", "Sri W.") in found
    assert ("Catatan tim", "Hati-hati", "Sri W.") in found
    given = next(text for label, text, _ in found if label == "Persetujuan diberikan")
    assert given and given != "keep_and_contact"


def test_who_decides_on_an_old_page_is_told_so() -> None:
    me, (report, _) = make_account(), send_report()
    with open_session(me) as session:
        reports.expect_version(session, me, number=report.number, version=1)
        assign_report(session, me, number=report.number, account_id=me.id)
    with open_session(me) as session, pytest.raises(Conflict) as refusal:
        reports.expect_version(session, me, number=report.number, version=1)
    assert refusal.value.code == "changed_meanwhile"
    with open_session(me) as session:
        case = open_case(session, me, number=report.number)
        number, version = cases.number_of(case), case.version
    with open_session(me) as session:
        story.expect_version(session, me, number=number, version=version)
    with open_session(me) as session, pytest.raises(Conflict):
        story.expect_version(session, me, number=number, version=version - 1)
