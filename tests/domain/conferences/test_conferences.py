"""A case conference: planned and held by the team; partners come as far as her consent for them goes, and no further."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.conferences.holding import decide, hold_conference, share_notes
from rindu_app.domain.conferences.inviting import (
    answer_own,
    end_stale_invitations,
    note_partner_answer,
    uninvite,
)
from rindu_app.domain.conferences.planning import agree_conference, cancel_conference, move_conference
from rindu_app.domain.conferences.rooms import make_conference_link
from rindu_app.domain.conferences.workflow import OPEN, STEPS, next_status
from rindu_app.models import CaseTask, DataKey, Delivery
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import ConferenceAction, ConferenceStatus, InviteAnswer, Role
from tests.closing import close
from tests.conferences import (
    DAY,
    a_plan,
    answer,
    ask,
    ask_partner,
    convene,
    hold,
    invitations,
    seen,
    set_status,
    stored,
)
from tests.counting import counted
from tests.domain.referrals.people import allow, make_partner, make_partner_account, new_case
from tests.factories import METRO, SYSTEM, make_account
from tests.transfers import add_to_team

pytestmark = pytest.mark.usefixtures("country")
PAIRS = list(product(ConferenceStatus, ConferenceAction))


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


@pytest.fixture
def hospital(manager: Actor, number: str) -> str:
    """A partner with mail that she allows to know her name and what it is about."""
    uid = make_partner(mail="ppt@contoh.example")
    allow(manager, number, uid, "name", "summary")
    return uid


@pytest.fixture
def video(country: object, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "URL": "https://video.contoh.go.id",
        "APP_ID": "ruang-rindu",
        "SECRET": "rahasia-uji-yang-panjangnya-cukup-32",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"RINDU_VIDEO_{name}", value)
    get_settings.cache_clear()


def kinds(actor: Actor, number: str) -> list[str]:
    with open_session(actor) as session:
        lines = read_case(session, actor, number=number).timeline
    return [row.kind for row in reversed(lines) if row.kind.startswith("conference")]


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_each_pair_leads_somewhere_or_is_refused(status: ConferenceStatus, action: ConferenceAction) -> None:
    if (status, action) in STEPS:
        assert next_status(status, action) in ConferenceStatus
    else:
        with pytest.raises(Conflict, match="conference_step"):
            next_status(status, action)


def act(action: ConferenceAction, by: Actor, number: str, uid: str, invitee: str) -> None:
    given = {"number": number, "uid": uid}
    with open_session(by) as session:
        if action is ConferenceAction.INVITE:
            answer_own(session, by, answer=InviteAnswer.COMES, **given)
        elif action is ConferenceAction.MOVE:
            move_conference(session, by, plan=a_plan(9), **given)
        elif action is ConferenceAction.AGREE:
            agree_conference(session, by, **given)
        elif action is ConferenceAction.HOLD:
            hold_conference(session, by, notes="Disepakati", came=[invitee], **given)
        elif action is ConferenceAction.RECORD:
            decide(session, by, words="Antar ke psikolog", due_on=date(2027, 1, 5), who=invitee, **given)
        else:
            cancel_conference(session, by, reason="Ruang tidak tersedia", **given)


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_each_step_is_taken_only_where_the_table_has_it(
    manager: Actor, number: str, status: ConferenceStatus, action: ConferenceAction
) -> None:
    uid = convene(manager, number)
    invitee = ask(manager, number, uid, manager)
    set_status(uid, status)
    with clock.moved(4 * DAY):
        if (status, action) in STEPS:
            act(action, manager, number, uid, invitee)
            assert seen(manager, number).status == STEPS[status, action]
        else:
            with pytest.raises(Conflict, match="conference_step"):
                act(action, manager, number, uid, invitee)
            assert seen(manager, number).status == status


@pytest.mark.parametrize("action", ConferenceAction)
def test_no_step_is_anybodys_but_the_teams(manager: Actor, number: str, action: ConferenceAction) -> None:
    uid = convene(manager, number)
    invitee, nosy = ask(manager, number, uid, manager), make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat")
    strangers = [make_account(), make_account(Role.SUPERVISOR, METRO), make_account(Role.ADMIN)]
    for actor in (*strangers, nosy):
        with pytest.raises((NotFound, Forbidden)):
            act(action, actor, number, uid, invitee)
    assert seen(manager, number).status == ConferenceStatus.PLANNED


def test_whoever_puts_herself_on_the_list_comes_and_a_colleague_is_asked(manager: Actor, number: str) -> None:
    colleague = make_account()
    add_to_team(manager, number, colleague)
    uid = convene(manager, number)
    mine, hers = ask(manager, number, uid, manager), ask(manager, number, uid, colleague)
    answers = {row.uid: row.answer for row in seen(manager, number).invitees}
    assert answers == {mine: InviteAnswer.COMES, hers: InviteAnswer.OPEN}


def test_from_planning_to_decisions(manager: Actor, number: str) -> None:
    colleague = make_account()
    add_to_team(manager, number, colleague)
    uid = convene(manager, number)
    hers = ask(manager, number, uid, colleague)
    with open_session(colleague) as session:
        answer_own(session, colleague, number=number, uid=uid, answer=InviteAnswer.COMES)
    with open_session(manager) as session:
        agree_conference(session, manager, number=number, uid=uid)
    hold(manager, number, uid, hers)
    with clock.moved(5 * DAY), open_session(manager) as session:
        decide(
            session, manager, number=number, uid=uid, words="Antar visum", due_on=date(2027, 1, 5), who=hers
        )
        (task,) = session.exec(select(CaseTask)).all()
    assert task.owner_id == colleague.id
    row = seen(manager, number)
    assert (row.notes, row.invitees[0].came, row.decisions[0].is_task) == (
        "Disepakati tiga langkah",
        True,
        True,
    )
    assert kinds(manager, number) == [
        "conference_planned", "conference_invited", "conference_comes", "conference_agreed", "conference_held",
        "conference_decided",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"days": -1}, "time_past"), ({"purpose": " "}, "required"), ({"place": ""}, "required"),
        ({"minutes": 5}, "amount_range"), ({"minutes": 700}, "amount_range"),
    ],
)  # fmt: skip
def test_a_plan_says_when_where_and_what_for(
    manager: Actor, number: str, values: dict[str, Any], refusal: str
) -> None:
    with pytest.raises(Invalid, match=refusal):
        convene(manager, number, **values)


def test_only_the_team_is_asked_and_nobody_twice(manager: Actor, number: str) -> None:
    uid, stranger = convene(manager, number), make_account()
    with pytest.raises(Invalid, match="assignee_not_here"):
        ask(manager, number, uid, stranger)
    hers = ask(manager, number, uid, manager)
    with pytest.raises(Conflict, match="invited_already"):
        ask(manager, number, uid, manager)
    with open_session(manager) as session:
        uninvite(session, manager, number=number, uid=uid, invitee_uid=hers)
    with open_session(manager) as session, pytest.raises(Forbidden, match="not_invited"):
        answer_own(session, manager, number=number, uid=uid, answer=InviteAnswer.COMES)
    ask(manager, number, uid, manager)


def test_nobody_answers_for_a_colleague(manager: Actor, number: str) -> None:
    uid = convene(manager, number)
    hers = ask(manager, number, uid, manager)
    with open_session(manager) as session, pytest.raises(Forbidden, match="answers_herself"):
        note_partner_answer(
            session, manager, number=number, uid=uid, invitee_uid=hers, answer=InviteAnswer.COMES
        )


def test_a_partner_reads_when_where_what_for_and_only_what_she_allows(
    manager: Actor, number: str, hospital: str
) -> None:
    partner = make_partner_account(hospital)
    uid = convene(manager, number)
    ask_partner(manager, number, uid, hospital, "name", "summary", summary="Lengan memar")
    (row,) = invitations(partner)
    assert (row.place, row.purpose, row.notes) == ("Aula dinas", "Menyepakati perlindungan", "")
    assert [text for _, text in row.shared] == ["Melati Rekaan", "Lengan memar"]
    assert number not in repr(row)
    for other in (make_partner_account(make_partner(name="Puskesmas uji")), make_account(Role.PARTNER)):
        assert invitations(other) == ()
        with pytest.raises(NotFound):
            answer(other, row.uid)
    for actor in (manager, make_account(Role.ADMIN), make_account(Role.SHELTER)):
        with pytest.raises(Forbidden):
            invitations(actor)


def test_without_her_consent_for_it_no_partner_is_asked(manager: Actor, number: str, hospital: str) -> None:
    uid, other = convene(manager, number), make_partner(name="Polres uji")
    with pytest.raises(Conflict, match="consent_needed"):
        ask_partner(manager, number, uid, other)
    with pytest.raises(Invalid, match="field_not_consented"):
        ask_partner(manager, number, uid, hospital, "name", "phone")
    with pytest.raises(Invalid, match="required"):
        ask_partner(manager, number, uid, hospital, "summary")
    with pytest.raises(Invalid, match="unknown_choice"):
        ask_partner(manager, number, uid, make_partner(area_code=METRO))
    ask_partner(manager, number, uid, hospital)
    with pytest.raises(Conflict, match="invited_already"):
        ask_partner(manager, number, uid, hospital)


def test_the_mail_is_neutral_and_goes_only_where_somebody_can_sign_in(
    manager: Actor, number: str, hospital: str
) -> None:
    uid = convene(manager, number)
    ask_partner(manager, number, uid, hospital)
    assert mails() == []
    make_partner_account(hospital)
    with open_session(manager) as session:
        move_conference(session, manager, number=number, uid=uid, plan=a_plan(5))
    assert mails() == ["changed"]


def mails() -> list[str]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(Delivery.template)))


@pytest.mark.parametrize("said", [InviteAnswer.COMES, InviteAnswer.ABSENT])
def test_a_partner_answers_and_the_team_reads_it(
    manager: Actor, number: str, hospital: str, said: InviteAnswer
) -> None:
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital)
    answer(partner, hers, said)
    assert seen(manager, number).invitees[0].answer == said
    with open_session(manager) as session:
        move_conference(session, manager, number=number, uid=uid, plan=a_plan(5, place="Kantor UPTD"))
    (row,) = invitations(partner)
    assert (row.place, row.answer) == ("Kantor UPTD", InviteAnswer.OPEN)
    with open_session(manager) as session:
        note_partner_answer(session, manager, number=number, uid=uid, invitee_uid=hers, answer=said)
    assert invitations(partner)[0].answer == said


def take_back(manager: Actor, number: str, hospital: str) -> None:
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=hospital)


def refuse_it(manager: Actor, number: str, hospital: str) -> None:
    allow(manager, number, hospital, given=False)


def narrow(manager: Actor, number: str, hospital: str) -> None:
    allow(manager, number, hospital, "age")


@pytest.mark.parametrize("how", [take_back, refuse_it, narrow])
def test_taking_the_consent_back_ends_it_at_once_while_the_page_is_open(
    manager: Actor, number: str, hospital: str, how: Callable[[Actor, str, str], None]
) -> None:
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital, "name")
    assert len(invitations(partner)) == 1
    how(manager, number, hospital)
    assert invitations(partner) == ()
    with pytest.raises(Conflict, match="invitation_withdrawn"):
        answer(partner, hers)
    row = stored(hers)
    assert row.parcel is None
    with open_session(SYSTEM, write=False) as session:
        assert session.get_one(DataKey, row.key_uid).wrapped is None
    assert kinds(manager, number)[-1] == "conference_revoked"


def test_a_consent_that_runs_out_ends_it_by_itself(manager: Actor, number: str, hospital: str) -> None:
    allow(manager, number, hospital, "name", expires_at=clock.now() + DAY)
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital, "name")
    with clock.moved(1.1 * DAY):
        assert invitations(partner) == ()
        with open_session(SYSTEM) as session:
            assert (end_stale_invitations(session, SYSTEM), end_stale_invitations(session, SYSTEM)) == (1, 0)
    assert stored(hers).parcel is None


@pytest.mark.parametrize("how", ["uninvited", "cancelled"])
def test_whoever_is_no_longer_asked_reads_nothing(
    manager: Actor, number: str, hospital: str, how: str
) -> None:
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital, "name")
    with open_session(manager) as session:
        if how == "uninvited":
            uninvite(session, manager, number=number, uid=uid, invitee_uid=hers)
        else:
            cancel_conference(session, manager, number=number, uid=uid, reason="Ruang tidak tersedia")
    assert invitations(partner) == ()
    assert stored(hers).parcel is None


def test_minutes_are_the_teams_until_they_are_shared_with_one_partner(
    manager: Actor, number: str, hospital: str
) -> None:
    police = make_partner(name="Polres uji")
    allow(manager, number, police, "name")
    nurse, officer = make_partner_account(hospital), make_partner_account(police)
    uid = convene(manager, number)
    hers = ask_partner(manager, number, uid, hospital, "name")
    ask_partner(manager, number, uid, police, "name")
    hold(manager, number, uid, hers, notes="RahasiaRapat")
    with clock.moved(5 * DAY):
        assert "RahasiaRapat" not in repr(invitations(nurse))
        with open_session(manager) as session:
            share_notes(session, manager, number=number, uid=uid, invitee_uid=hers)
        (row,) = invitations(nurse)
        assert (row.notes, row.answerable) == ("RahasiaRapat", False)
        assert "RahasiaRapat" not in repr(invitations(officer))
        with pytest.raises(Conflict, match="conference_step"):
            answer(nurse, hers)
        take_back(manager, number, hospital)
        assert invitations(nurse) == ()


def test_minutes_are_not_shared_before_they_are_written_nor_with_a_colleague(
    manager: Actor, number: str, hospital: str
) -> None:
    uid = convene(manager, number)
    mine, theirs = ask(manager, number, uid, manager), ask_partner(manager, number, uid, hospital)
    with open_session(manager) as session, pytest.raises(Conflict, match="conference_step"):
        share_notes(session, manager, number=number, uid=uid, invitee_uid=theirs)
    hold(manager, number, uid)
    with open_session(manager) as session, pytest.raises(Invalid, match="unknown_choice"):
        share_notes(session, manager, number=number, uid=uid, invitee_uid=mine)


def test_a_partner_promises_and_only_those_who_were_asked_are_given_something(
    manager: Actor, number: str, hospital: str
) -> None:
    uid = convene(manager, number)
    theirs = ask_partner(manager, number, uid, hospital)
    hold(manager, number, uid, theirs)
    given = {"number": number, "uid": uid, "words": "Jadwal psikolog", "due_on": date(2027, 1, 5)}
    with open_session(manager) as session:
        decide(session, manager, who=theirs, **given)
        assert session.exec(select(CaseTask)).all() == []
    (row,) = seen(manager, number).decisions
    assert (row.owner, row.is_task) == ("RSUD uji", False)
    with open_session(manager) as session, pytest.raises(Invalid, match="unknown_choice"):
        decide(session, manager, who="0" * 32, **given)


def test_it_is_not_held_before_it_begins_nor_planned_for_a_closed_case(manager: Actor, number: str) -> None:
    uid = convene(manager, number)
    with pytest.raises(Conflict, match="conference_early"), open_session(manager) as session:
        hold_conference(session, manager, number=number, uid=uid, notes="Sudah", came=[])
    with clock.moved(4 * DAY), pytest.raises(Invalid, match="required"), open_session(manager) as session:
        hold_conference(session, manager, number=number, uid=uid, notes=" ", came=[])
    close(manager, number)
    assert seen(manager, number).status == ConferenceStatus.CANCELLED
    with pytest.raises(Conflict, match="case_closed"):
        convene(manager, number)


def test_after_a_closing_no_partner_reads_anything(manager: Actor, number: str, hospital: str) -> None:
    partner, held = make_partner_account(hospital), convene(manager, number)
    ask_partner(manager, number, held, hospital, "name")
    hold(manager, number, held)
    ask_partner(manager, number, convene(manager, number), hospital, "name")
    assert len(invitations(partner)) == 2
    close(manager, number)
    assert invitations(partner) == ()


def test_answering_and_taking_back_at_once_leave_nothing_readable(
    manager: Actor, number: str, hospital: str, run_together: Callable[..., list[Any]]
) -> None:
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital, "name")
    acts = [lambda: answer(partner, hers), lambda: take_back(manager, number, hospital)]

    def one() -> str:
        act = acts.pop()
        try:
            act()
        except DomainError as refusal:
            return refusal.code
        return "done"

    assert set(run_together(one, times=2)) <= {"done", "invitation_withdrawn"}
    assert invitations(partner) == ()
    assert stored(hers).parcel is None


@pytest.mark.usefixtures("video")
def test_the_team_and_the_partner_enter_one_room_at_its_time(
    manager: Actor, number: str, hospital: str
) -> None:
    uid, partner = convene(manager, number, video=True, place=""), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital)

    def enter(actor: Actor, which: str) -> str:
        with open_session(actor) as session:
            return make_conference_link(session, actor, uid=which)

    with pytest.raises(Conflict, match="room_early"):
        enter(manager, uid)
    with clock.moved(3 * DAY - timedelta(minutes=5)):
        ours, theirs = enter(manager, uid), enter(partner, hers)
        assert ours.partition("#")[0] == theirs.partition("#")[0]
        for actor, which in (
            (make_account(), uid),
            (make_partner_account(make_partner()), hers),
            (partner, uid),
        ):
            with pytest.raises(NotFound):
                enter(actor, which)
        take_back(manager, number, hospital)
        with pytest.raises(Conflict, match="invitation_withdrawn"):
            enter(partner, hers)
    with clock.moved(4 * DAY), pytest.raises(Conflict, match="room_over"):
        enter(manager, uid)
    other = convene(manager, number)
    with pytest.raises(Conflict, match="room_none"):
        enter(manager, other)


def test_the_part_costs_the_same_however_much_there_is(manager: Actor, number: str, hospital: str) -> None:
    def fill() -> None:
        uid = convene(manager, number)
        ask(manager, number, uid, manager)
        hers = ask_partner(manager, number, uid, hospital)
        hold(manager, number, uid, hers)
        with open_session(manager) as session:
            decide(
                session, manager, number=number, uid=uid, words="Jadwal", due_on=date(2027, 1, 5), who=hers
            )

    fill()
    few = counted(lambda: seen(manager, number))
    for _ in range(3):
        fill()
    assert counted(lambda: seen(manager, number)) == few


def test_what_is_stored_says_nothing(manager: Actor, number: str, hospital: str) -> None:
    uid = convene(manager, number, place="AulaRahasia", purpose="TujuanRahasia")
    hers = ask_partner(manager, number, uid, hospital, "summary", summary="MemarRahasia")
    parcel = stored(hers).parcel or b""
    assert parcel
    assert b"Rahasia" not in parcel
    assert {ConferenceStatus.PLANNED, ConferenceStatus.AGREED} == OPEN
