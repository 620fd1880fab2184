"""A case conference: planned and held by the team; partners come as far as her consent for them goes, and no further."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.conferences.holding import decide, hold_conference
from rindu_app.domain.conferences.inviting import (
    answer_own,
    note_partner_answer,
    uninvite,
)
from rindu_app.domain.conferences.planning import agree_conference, cancel_conference, move_conference
from rindu_app.domain.conferences.rooms import make_conference_link
from rindu_app.domain.conferences.workflow import OPEN, STEPS, next_status
from rindu_app.models import CaseTask
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import ConferenceAction, ConferenceStatus, InviteAnswer, Role
from tests.closing import close
from tests.conferences import (
    DAY,
    a_plan,
    ask,
    ask_partner,
    convene,
    hold,
    kinds,
    seen,
    set_status,
    stored,
    take_back,
)
from tests.counting import counted
from tests.domain.referrals.people import make_partner, make_partner_account
from tests.factories import METRO, make_account
from tests.transfers import add_to_team

pytestmark = pytest.mark.usefixtures("country")
PAIRS = list(product(ConferenceStatus, ConferenceAction))


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
    other = convene(manager, number, days=2)
    with pytest.raises(Conflict, match="room_none"):
        enter(manager, other)


def test_the_part_costs_the_same_however_much_there_is(manager: Actor, number: str, hospital: str) -> None:
    def fill(days: float = 3) -> None:
        uid = convene(manager, number, days=days)
        ask(manager, number, uid, manager)
        hers = ask_partner(manager, number, uid, hospital)
        hold(manager, number, uid, hers)
        with open_session(manager) as session:
            decide(
                session, manager, number=number, uid=uid, words="Jadwal", due_on=date(2027, 1, 5), who=hers
            )

    fill()
    few = counted(lambda: seen(manager, number))
    for days in (1, 2, 2.5):
        fill(days)
    assert counted(lambda: seen(manager, number)) == few


def test_what_is_stored_says_nothing(manager: Actor, number: str, hospital: str) -> None:
    uid = convene(manager, number, place="AulaRahasia", purpose="TujuanRahasia")
    hers = ask_partner(manager, number, uid, hospital, "summary", summary="MemarRahasia")
    parcel = stored(hers).parcel or b""
    assert parcel
    assert b"Rahasia" not in parcel
    assert {ConferenceStatus.PLANNED, ConferenceStatus.AGREED} == OPEN
