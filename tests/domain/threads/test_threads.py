"""Both sides write; each sees only what is meant for it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.reports.handling import close_report
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.commands import (
    answer_appointment,
    cancel_appointment,
    change_safe_contact,
    propose_appointment,
    reply,
    withdraw_report,
    write_message,
    write_note,
)  # fmt: skip
from rindu_app.domain.threads.queries import read_own_thread, read_thread
from rindu_app.domain.threads.rows import ReporterThread, StaffThread
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, CounsellingMode, ReportStatus
from tests.factories import METRO, make_account, make_answers, reporter_of, send_report

pytestmark = pytest.mark.usefixtures("country")


def say(submitted: Submitted, text: str, key: str = "k1") -> None:
    with open_session(reporter_of(submitted)) as session:
        write_message(session, reporter_of(submitted), text=text, client_key=key)


def her_page(submitted: Submitted) -> ReporterThread:
    with open_session(reporter_of(submitted)) as session:
        return read_own_thread(session, reporter_of(submitted))


def staff_page(counsellor: Actor, submitted: Submitted) -> StaffThread:
    with open_session(counsellor) as session:
        return read_thread(session, counsellor, number=submitted.number)


def test_she_never_sees_internal_notes_nor_another_persons_thread() -> None:
    counsellor, (mine, _), (other, _) = make_account(), send_report(), send_report()
    say(other, "Pesan orang lain", "other")
    say(mine, "Halo")
    with open_session(counsellor) as session:
        reply(session, counsellor, number=mine.number, text="Kami di sini")
        write_note(session, counsellor, number=mine.number, text="Hanya untuk tim")
    assert [(m.mine, m.text) for m in her_page(mine).messages] == [(True, "Halo"), (False, "Kami di sini")]
    assert [m.text for m in staff_page(counsellor, mine).messages] == [
        "Halo",
        "Kami di sini",
        "Hanya untuk tim",
    ]


def test_the_same_message_sent_twice_is_one_message() -> None:
    submitted, _ = send_report()
    say(submitted, "Halo", "same")
    say(submitted, "Halo", "same")
    assert len(her_page(submitted).messages) == 1


def test_the_key_of_one_persons_message_is_nothing_to_another() -> None:
    mine, hers = send_report(story="Cerita satu")[0], send_report(story="Cerita dua")[0]
    say(mine, "Halo dari saya", "same")
    say(hers, "Halo dari dia", "same")
    assert [m.text for m in her_page(mine).messages] == ["Halo dari saya"]
    assert [m.text for m in her_page(hers).messages] == ["Halo dari dia"]


@pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
def test_five_taps_at_once_are_one_message(run_together: Callable[..., list[Any]]) -> None:
    submitted, _ = send_report()
    run_together(lambda: say(submitted, "Halo", "same"), times=5)
    assert len(her_page(submitted).messages) == 1


def test_each_side_learns_that_the_other_has_read() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    with open_session(counsellor) as session:
        reply(session, counsellor, number=submitted.number, text="Kami di sini")
    assert [m.seen for m in staff_page(counsellor, submitted).messages] == [False]
    her_page(submitted)
    assert [m.seen for m in staff_page(counsellor, submitted).messages] == [True]


def test_a_question_waits_for_her_and_her_answer_ends_the_waiting() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    with open_session(counsellor) as session:
        reply(session, counsellor, number=submitted.number, text="Di mana Anda sekarang?", ask=True)
    assert her_page(submitted).waiting
    say(submitted, "Di rumah bibi")
    assert not her_page(submitted).waiting


def test_the_first_answer_stops_the_clock() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    with open_session(counsellor) as session:
        assert read_report(session, counsellor, number=submitted.number).minutes_left is not None
        reply(session, counsellor, number=submitted.number, text="Kami di sini")
    with open_session(counsellor) as session:
        assert read_report(session, counsellor, number=submitted.number).minutes_left is None


def test_writing_after_the_end_opens_the_report_again() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    with open_session(counsellor) as session:
        close_report(
            session, counsellor, number=submitted.number, status=ReportStatus.CONSULTED, reason="Sudah jelas"
        )
    say(submitted, "Saya perlu bicara lagi")
    assert her_page(submitted).status == ReportStatus.REVIEWING


def test_an_empty_or_endless_message_is_refused() -> None:
    submitted, _ = send_report()
    with pytest.raises(Invalid, match="message_empty"):
        say(submitted, " \x00\n")
    with pytest.raises(Invalid, match="too_long"):
        say(submitted, "a" * 20_001)
    assert her_page(submitted).messages == ()


def test_appointments_are_offered_answered_once_and_called_off() -> None:
    counsellor, (submitted, _) = make_account(), send_report()
    soon, me = clock.now() + timedelta(days=1), reporter_of(submitted)
    with open_session(counsellor) as session:
        propose_appointment(
            session,
            counsellor,
            number=submitted.number,
            mode=CounsellingMode.FACE,
            starts_at=soon,
            place="Kantor",
        )
    (offered,) = her_page(submitted).appointments
    assert (offered.place, offered.status) == ("Kantor", AppointmentStatus.PROPOSED)
    with open_session(me) as session:
        answer_appointment(session, me, uid=offered.uid, accept=True)
    with open_session(me) as session, pytest.raises(Conflict):
        answer_appointment(session, me, uid=offered.uid, accept=False)
    with open_session(counsellor) as session:
        cancel_appointment(session, counsellor, number=submitted.number, uid=offered.uid)
    assert her_page(submitted).appointments[0].status == AppointmentStatus.CANCELLED


def test_an_appointment_in_the_past_is_refused_and_anothers_cannot_be_answered() -> None:
    counsellor, (submitted, _), (stranger, _) = make_account(), send_report(), send_report()
    with open_session(counsellor) as session, pytest.raises(Invalid, match="time_past"):
        propose_appointment(
            session,
            counsellor,
            number=submitted.number,
            mode=CounsellingMode.FACE,
            starts_at=clock.now(),
            place="",
        )
    with open_session(counsellor) as session:
        later = clock.now() + timedelta(days=1)
        uid = propose_appointment(
            session,
            counsellor,
            number=submitted.number,
            mode=CounsellingMode.PHONE,
            starts_at=later,
            place="",
        ).uid
    with open_session(reporter_of(stranger)) as session, pytest.raises(NotFound):
        answer_appointment(session, reporter_of(stranger), uid=uid, accept=True)


def test_she_changes_how_she_may_be_reached_and_the_newest_rule_holds() -> None:
    counsellor, (submitted, _) = make_account(), send_report(ways=["phone"], phone="0812-0000-1234")
    me = reporter_of(submitted)
    with open_session(me) as session:
        change_safe_contact(session, me, answers=make_answers(ways=["none"]))
    with open_session(counsellor) as session:
        contact = read_report(session, counsellor, number=submitted.number).contact
    assert contact.ways == ("none",)
    assert contact.unsafe_now["phone"] and not contact.unsafe_now["here"]


def test_she_takes_her_report_back() -> None:
    submitted, _ = send_report()
    with open_session(reporter_of(submitted)) as session:
        withdraw_report(session, reporter_of(submitted))
    page = her_page(submitted)
    assert (page.status, page.may_withdraw) == (ReportStatus.WITHDRAWN, False)


def test_a_stranger_from_another_area_and_a_visitor_get_nothing() -> None:
    stranger, (submitted, _) = make_account(area_code=METRO), send_report()
    with open_session(stranger) as session, pytest.raises(NotFound):
        reply(session, stranger, number=submitted.number, text="Halo")
    with open_session(Actor.visitor()) as session, pytest.raises(Forbidden):
        read_own_thread(session, Actor.visitor())
