"""Broken glass is a window, not a door: whoever breaks it reads, for a while, and writes nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.assessments import commands as assessments
from rindu_app.domain.cases import consents, exceptions, team, work
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.notes import write_case_note
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.cases.view import read_case, reveal_client
from rindu_app.domain.closure import commands as closure
from rindu_app.domain.plans import commands as plans
from rindu_app.domain.reports.triage import triage_report
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.schedule.queries import count_work
from rindu_app.domain.threads.commands import reply, write_note
from rindu_app.domain.threads.contacting import note_contact
from rindu_app.domain.transfers import putting
from rindu_app.words import clock
from rindu_app.words.codes import (
    AssessmentArea,
    ConsentGiver,
    ContactWay,
    ExceptionGround,
    Progress,
    Risk,
    Role,
)
from tests.factories import BANYUWANGI, EAST_JAVA, METRO, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")

CONSENT = {"answer": consents.Answer(KEEP_AND_CONTACT, given=False, evidence="Lisan")}
EXCEPTION = {"purpose": "assessment", "ground": ExceptionGround.LIFE, "reason": "Tidak sadar"}
ON_THE_CASE: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (write_case_note, {"text": "Catatan"}),
    (work.change_risk, {"risk": Risk.LOW, "reason": "Sepele"}),
    (work.add_task, {"title": "Telepon", "due_at": clock.now() + timedelta(days=1), "owner_id": 1}),
    (work.finish_task, {"uid": "0" * 32}),
    (consents.record_consent, CONSENT),
    (
        assessments.assess,
        {"area": AssessmentArea.SOCIAL, "score": 2, "reason": "x", "profession": "counsellor"},
    ),
    (assessments.check_danger, {"signs": [], "decided": Risk.LOW, "reason": "x"}),
    (assessments.write_safety_plan, {"plan": assessments.SafetyFields(bag="KTP"), "with_her": True}),
    (plans.add_goal, {"component": "economic", "words": "x"}),
    (plans.note_progress, {"uid": "0" * 32, "progress": Progress.GOING, "note": "x"}),
    (plans.agree_plan, {"agreed_by": ConsentGiver.SELF, "how": "x"}),
    (plans.submit_plan, {"note": "x"}),
    (assessments.submit_assessment, {"note": "x"}),
    (consents.withdraw_consent, {"purpose": KEEP_AND_CONTACT}),
    (exceptions.ask_exception, EXCEPTION),
    (closure.ask_closure, {"reason_code": "goal_reached", "note": "Selesai", "ticks": {}}),
    (closure.reopen_case, {"reason_code": "again", "note": "Lagi"}),
    (team.add_member, {"account_id": 1}),
    (team.remove_member, {"account_id": 1}),
    (putting.offer_case, {"account_id": 1, "reason": "x"}),
    (putting.request_case, {"reason": "x"}),
    (putting.forward_case, {"area_code": "18.72", "reason": "x"}),
]
ON_ITS_REPORT: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (reply, {"text": "Halo"}),
    (write_note, {"text": "Catatan"}),
    (triage_report, {"signs": [], "decided": Risk.LOW}),
    (note_contact, {"way": ContactWay.PHONE, "override_reason": "Penting"}),
]


def broken(**told: object) -> tuple[Actor, str, str]:
    """(who broke the glass, case number, report number)"""
    manager, colleague, (report, _) = make_account(), make_account(), send_report(**told)
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=report.number))
    with open_session(colleague) as session:
        team.break_glass(session, colleague, number=number, reason="Manajer sakit, klien menelepon")
    return colleague, number, report.number


def test_she_reads_the_file_the_name_and_the_thread_and_is_told_that_she_only_reads() -> None:
    colleague, number, report = broken(name="Nama Rekaan")
    with open_session(colleague) as session:
        assert not read_case(session, colleague, number=number).head.may_work
        assert reveal_client(session, colleague, number=number)["name"] == "Nama Rekaan"
        seen = read_report(session, colleague, number=report)
        assert (seen.may_work, seen.actions) == (False, ())


@pytest.mark.parametrize(("act", "given"), ON_THE_CASE, ids=lambda part: getattr(part, "__name__", ""))
def test_nothing_in_the_file_can_be_changed(act: Callable[..., Any], given: dict[str, Any]) -> None:
    colleague, number, _ = broken()
    with open_session(colleague) as session, pytest.raises(Forbidden, match="glass_reads_only"):
        act(session, colleague, number=number, **given)


@pytest.mark.parametrize(("act", "given"), ON_ITS_REPORT, ids=lambda part: getattr(part, "__name__", ""))
def test_nothing_of_its_reports_can_be_changed_either(act: Callable[..., Any], given: dict[str, Any]) -> None:
    colleague, _, report = broken(ways=["phone"], phone="0812-0000-1234")
    with open_session(colleague) as session, pytest.raises(Forbidden, match="glass_reads_only"):
        act(session, colleague, number=report, **given)


def test_once_in_the_team_she_writes_and_the_supervisor_always_may() -> None:
    colleague, number, report = broken()
    supervisor = make_account(Role.SUPERVISOR)
    with open_session(supervisor) as session:
        write_case_note(session, supervisor, number=number, text="Dibaca penyelia")
        team.add_member(session, supervisor, number=number, account_id=colleague.id)
    with open_session(colleague) as session:
        write_case_note(session, colleague, number=number, text="Sudah di tim")
        reply(session, colleague, number=report, text="Kami di sini")
        assert read_case(session, colleague, number=number).head.may_work


def test_when_the_time_is_over_there_is_nothing_to_read() -> None:
    colleague, number, report = broken()
    with clock.moved(timedelta(hours=5)), open_session(colleague) as session:
        for read, wanted in ((read_case, number), (reveal_client, number), (read_report, report)):
            with pytest.raises(NotFound):
                read(session, colleague, number=wanted)  # type: ignore[operator]


def test_every_supervisor_of_the_area_is_told_until_one_has_looked() -> None:
    manager, nosy = make_account(), make_account()
    supervisor, above, elsewhere = (
        make_account(Role.SUPERVISOR, area) for area in (BANYUWANGI, EAST_JAVA, METRO)
    )
    report, _ = send_report()
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=report.number))

    def told(actor: Actor) -> int:
        with open_session(actor, write=False) as session:
            return count_work(session, actor).to_check

    assert [told(actor) for actor in (supervisor, above, elsewhere, manager)] == [0, 0, 0, 0]
    with open_session(nosy) as session:
        uid = team.break_glass(session, nosy, number=number, reason="Darurat").uid
    assert [told(actor) for actor in (supervisor, above, elsewhere, manager)] == [1, 1, 0, 0]
    with open_session(supervisor) as session:
        team.acknowledge_break_glass(session, supervisor, uid=uid)
    assert [told(actor) for actor in (supervisor, above)] == [0, 0]
