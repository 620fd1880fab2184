"""What a partner is told of a conference, and how it ends at once where her consent does."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.codes.commands import change_clock
from rindu_app.domain.conferences.holding import decide, share_notes
from rindu_app.domain.conferences.inviting import (
    end_stale_invitations,
    note_partner_answer,
    uninvite,
)
from rindu_app.domain.conferences.planning import cancel_conference, move_conference
from rindu_app.models import CaseTask, DataKey, Delivery
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
    kinds,
    seen,
    stored,
    take_back,
)
from tests.counting import counted
from tests.domain.referrals.people import allow, make_partner, make_partner_account, new_case
from tests.factories import METRO, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")
PAIRS = list(product(ConferenceStatus, ConferenceAction))


def test_many_invitations_ask_no_more_of_the_database_than_one(
    manager: Actor, hospital: str, number: str
) -> None:
    partner, numbers = make_partner_account(hospital), [number, new_case(manager), new_case(manager)]
    costs = []
    for place, case in enumerate(numbers):
        if place:
            allow(manager, case, hospital, "name")
        ask_partner(manager, case, convene(manager, case, days=3 + place), hospital, "name")
        costs.append(counted(lambda: invitations(partner)))
    assert len(invitations(partner)) == len(numbers)
    assert len(set(costs)) == 1
    take_back(manager, numbers[1], hospital)
    assert len(invitations(partner)) == len(numbers) - 1


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


def test_after_it_was_held_a_partner_reads_for_some_days_and_no_longer(
    manager: Actor, number: str, hospital: str
) -> None:
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital, "name")
    assert stored(hers).access_until is None
    hold(manager, number, uid, hers)  # on the fourth day
    with clock.moved(17.9 * DAY):
        (row,) = invitations(partner)
        assert (len(row.shared), row.until) == (1, stored(hers).access_until)
        with open_session(SYSTEM) as session:
            assert end_stale_invitations(session, SYSTEM) == 0
    with clock.moved(18.1 * DAY):
        assert invitations(partner) == ()
        with open_session(SYSTEM) as session:
            assert end_stale_invitations(session, SYSTEM) == 1
    row = stored(hers)
    assert row.parcel is None
    with open_session(SYSTEM, write=False) as session:
        assert session.get_one(DataKey, row.key_uid).wrapped is None
    assert kinds(manager, number)[-1] == "conference_read_out"
    assert seen(manager, number).invitees[0].came


def test_the_office_sets_the_days_and_her_consent_may_end_sooner(
    manager: Actor, number: str, hospital: str
) -> None:
    with open_session(SYSTEM) as session:
        change_clock(session, SYSTEM, code="conference_reading", amount=24 * 60)
    court = make_partner(name="PN uji")
    allow(manager, number, court, "name", expires_at=clock.now() + 4.5 * DAY)
    uid = convene(manager, number)
    nurse, judge = make_partner_account(hospital), make_partner_account(court)
    theirs = [ask_partner(manager, number, uid, one, "name") for one in (hospital, court)]
    hold(manager, number, uid, *theirs)
    for day, read in ((4.4, (1, 1)), (4.6, (1, 0)), (5.1, (0, 0))):
        with clock.moved(day * DAY):
            assert (len(invitations(nurse)), len(invitations(judge))) == read


def test_sharing_the_minutes_begins_the_days_anew_within_her_consent(
    manager: Actor, number: str, hospital: str
) -> None:
    uid, partner = convene(manager, number), make_partner_account(hospital)
    hers = ask_partner(manager, number, uid, hospital, "name")
    hold(manager, number, uid, hers)
    with clock.moved(17 * DAY), open_session(manager) as session:
        share_notes(session, manager, number=number, uid=uid, invitee_uid=hers)
    with clock.moved(30.9 * DAY):
        assert invitations(partner)[0].notes
    with clock.moved(31.1 * DAY):
        assert invitations(partner) == ()


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


def test_after_a_closing_no_partner_reads_anything(manager: Actor, number: str, hospital: str) -> None:
    partner, held = make_partner_account(hospital), convene(manager, number)
    ask_partner(manager, number, held, hospital, "name")
    hold(manager, number, held)
    ask_partner(manager, number, convene(manager, number, days=5), hospital, "name")
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
