"""Between offices a case moves by consent and acceptance; until then, and also then, somebody always reads it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import may_read
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.transfers.chasing import chase_transfers
from rindu_app.domain.transfers.offices import list_offices, subject_of
from rindu_app.domain.transfers.putting import forward_case
from rindu_app.models import Case, CaseTask, Consent, Report
from rindu_app.words import clock
from rindu_app.words.codes import ExceptionGround, MemberKind, Role, TransferStatus
from tests.domain.referrals.people import make_partner, new_case, refer
from tests.factories import BANYUWANGI, EAST_JAVA, GENTENG, METRO, SYSTEM, make_account
from tests.transfers import (
    accept,
    add_to_team,
    agree_to_office,
    forward,
    offer,
    put_to_office,
    refuse,
    stored,
)

pytestmark = pytest.mark.usefixtures("country")
DAY = timedelta(days=1)


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


@pytest.fixture
def there() -> Actor:
    return make_account(area_code=METRO)


@pytest.fixture
def boss_there() -> Actor:
    return make_account(Role.SUPERVISOR, METRO)


def reads(actor: Actor, number: str) -> bool:
    with open_session(actor, write=False) as session:
        return may_read(session, actor, number)


def put(by: Actor, number: str, area: str) -> str:
    with open_session(by) as session:
        return forward_case(session, by, number=number, area_code=area, reason="Klien pindah").uid


def chase(after: timedelta) -> int:
    with clock.moved(after), open_session(SYSTEM) as session:
        return chase_transfers(session, SYSTEM)


def case_of() -> Case:
    with open_session(SYSTEM, write=False) as session:
        return session.exec(select(Case)).one()


def test_the_sender_keeps_it_until_it_is_accepted_and_loses_it_then(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    boss, nosy = make_account(Role.SUPERVISOR), make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat")
    uid = forward(manager, number, METRO)
    assert [reads(actor, number) for actor in (manager, boss, boss_there, there)] == [
        True,
        True,
        False,
        False,
    ]
    accept(boss_there, uid, account_id=there.id)
    assert [reads(actor, number) for actor in (manager, boss, nosy, boss_there, there)] == [
        False, False, False, True, True,
    ]  # fmt: skip
    case = case_of()
    assert (case.area_code, case.manager_id) == (METRO, there.id)
    with open_session(there) as session:
        view = read_case(session, there, number=number)
    assert [row.kind for row in view.timeline][:2] == ["transfer_moved", "transfer_forwarded"]
    assert [(row.account_id, row.kind) for row in view.team] == [(there.id, MemberKind.MANAGER)]


def test_before_the_yes_the_supervisor_there_sees_number_risk_place_and_reason(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    forward(manager, number, METRO, "Klien pindah ke rumah ibunya")
    (row,) = put_to_office(boss_there)
    assert (row.number, row.reason, row.by) == (number, "Klien pindah ke rumah ibunya", manager.name)
    assert {person.account_id for person in row.candidates} == {there.id, boss_there.id}
    assert "Melati" not in repr(row)
    with pytest.raises(NotFound), open_session(boss_there) as session:
        read_case(session, boss_there, number=number)
    assert put_to_office(make_account(Role.SUPERVISOR, "64.71")) == ()


def test_reports_tasks_referrals_and_consents_go_along(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    referral = refer(manager, number, make_partner())
    with open_session(manager) as session:
        report = read_case(session, manager, number=number).reports[0].number
        add_task(
            session, manager, number=number, title="Menelepon", due_at=clock.now() + DAY, owner_id=manager.id
        )
    accept(boss_there, forward(manager, number, METRO), account_id=there.id)
    with open_session(there) as session:
        assert read_report(session, there, number=report).number == report
        assert session.exec(select(CaseTask.owner_id)).all() == [there.id]
        assert len(session.exec(select(Consent)).all()) == 2
        assert session.exec(select(Report.area_code)).one() == METRO
        answer_open = session.get(type(referral), referral.id)
        assert answer_open is not None
        assert (answer_open.status, answer_open.due_at) == (referral.status, referral.due_at)
    for former in (manager, make_account(Role.SUPERVISOR)):
        with open_session(former) as session, pytest.raises(NotFound):
            read_report(session, former, number=report)


def test_the_former_manager_stays_only_if_the_receiving_office_wants_it(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    member = make_account()
    add_to_team(manager, number, member)
    accept(boss_there, forward(manager, number, METRO), account_id=there.id, keep=True)
    assert (reads(manager, number), reads(member, number)) == (True, False)
    with open_session(there) as session:
        kinds = {row.account_id: row.kind for row in read_case(session, there, number=number).team}
    assert kinds == {manager.id: MemberKind.TEAM, there.id: MemberKind.MANAGER}


def test_a_no_leaves_all_as_it_was(manager: Actor, number: str, there: Actor, boss_there: Actor) -> None:
    uid = forward(manager, number, METRO)
    with pytest.raises(NotFound):
        refuse(there, uid)
    with pytest.raises(Invalid, match="required"):
        refuse(boss_there, uid, "")
    refuse(boss_there, uid, "Klien belum tinggal di sini")
    assert (reads(manager, number), reads(boss_there, number)) == (True, False)
    assert case_of().area_code == GENTENG
    assert put_to_office(boss_there) == ()


def test_without_her_consent_to_that_office_nothing_goes_out(
    manager: Actor, number: str, boss_there: Actor
) -> None:
    make_account(Role.SUPERVISOR, "64.71")
    agree_to_office(manager, number, "64.71")
    with pytest.raises(Conflict, match="consent_needed"):
        put(manager, number, METRO)
    agree_to_office(manager, number, METRO, given=False)
    with pytest.raises(Conflict, match="consent_needed"):
        put(manager, number, METRO)
    assert put_to_office(boss_there) == ()
    agree_to_office(manager, number, METRO)
    put(manager, number, METRO)


def test_an_approved_exception_opens_the_way(manager: Actor, number: str, boss_there: Actor) -> None:
    boss = make_account(Role.SUPERVISOR)
    with open_session(manager) as session:
        uid = ask_exception(
            session, manager, number=number, purpose="referral", ground=ExceptionGround.LAW,
            reason="Perintah hakim", subject=subject_of(METRO),
        ).uid  # fmt: skip
    with pytest.raises(Conflict, match="consent_needed"):
        put(manager, number, METRO)
    with open_session(boss) as session:
        decide_approval(session, boss, number=number, uid=uid, approve=True, comment="")
    put(manager, number, METRO)
    assert len(put_to_office(boss_there)) == 1


def test_taking_the_consent_back_ends_it_at_once(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    uid = forward(manager, number, METRO)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=subject_of(METRO))
    assert stored(uid).status == TransferStatus.LAPSED
    assert put_to_office(boss_there) == ()
    with pytest.raises(NotFound):
        accept(boss_there, uid, account_id=there.id)
    uid = forward(manager, number, METRO)
    agree_to_office(manager, number, METRO, given=False)
    assert stored(uid).status == TransferStatus.LAPSED


@pytest.mark.parametrize("whom", ["nobody", "of another office", "the administrator", "who is blocked"])
def test_whoever_accepts_names_a_caseworker_of_that_office(
    manager: Actor, number: str, there: Actor, boss_there: Actor, whom: str
) -> None:
    kin = make_account(area_code=METRO)
    with open_session(manager) as session:
        report = read_case(session, manager, number=number).reports[0].number
        block_colleague(session, manager, number=report, account_id=kin.id, reason="Kerabat")
    heirs = {
        "nobody": 0, "of another office": manager.id, "the administrator": make_account(Role.ADMIN, METRO).id,
        "who is blocked": kin.id,
    }  # fmt: skip
    uid = forward(manager, number, METRO)
    assert kin.id not in {person.account_id for person in put_to_office(boss_there)[0].candidates}
    with pytest.raises((Invalid, Conflict), match=r"assignee_not_here|blocked_for_them"):
        accept(boss_there, uid, account_id=heirs[whom])
    assert stored(uid).status == TransferStatus.OPEN
    assert reads(manager, number)


def test_a_supervisor_there_who_is_blocked_neither_sees_nor_answers(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    other = make_account(Role.SUPERVISOR, METRO)
    with open_session(manager) as session:
        report = read_case(session, manager, number=number).reports[0].number
        block_colleague(session, manager, number=report, account_id=boss_there.id, reason="Kerabat")
    uid = forward(manager, number, METRO)
    assert put_to_office(boss_there) == ()
    with pytest.raises(NotFound):
        accept(boss_there, uid, account_id=there.id)
    assert len(put_to_office(other)) == 1


def test_where_only_a_blocked_supervisor_could_say_yes_it_is_not_sent(
    manager: Actor, number: str, boss_there: Actor
) -> None:
    with open_session(manager) as session:
        report = read_case(session, manager, number=number).reports[0].number
        block_colleague(session, manager, number=report, account_id=boss_there.id, reason="Kerabat")
    agree_to_office(manager, number, METRO)
    with pytest.raises(Invalid, match="nobody_left"):
        put(manager, number, METRO)


@pytest.mark.parametrize(
    ("area", "refusal"),
    [
        (BANYUWANGI, "office_same"),
        (GENTENG, "office_missing"),
        ("64.71", "office_missing"),
        ("", "office_missing"),
    ],
)
def test_only_another_office_that_somebody_leads_can_be_chosen(
    manager: Actor, number: str, area: str, refusal: str
) -> None:
    make_account(Role.SUPERVISOR)
    make_account(area_code="64.71")  # works there, and nobody leads
    with pytest.raises(Invalid, match=refusal):
        put(manager, number, area)


def test_only_who_decides_for_the_case_forwards_it(manager: Actor, number: str, boss_there: Actor) -> None:
    member, nosy = make_account(), make_account()
    add_to_team(manager, number, member)
    agree_to_office(manager, number, METRO)
    with pytest.raises(Forbidden, match="manager_only"):
        put(member, number, METRO)
    with pytest.raises(NotFound):
        put(nosy, number, METRO)
    with pytest.raises(NotFound):
        put(boss_there, number, METRO)
    uid = offer(manager, number, member)
    with pytest.raises(Conflict, match="transfer_open"):
        put(manager, number, METRO)
    refuse(member, uid)
    put(make_account(Role.SUPERVISOR), number, METRO)


def test_up_to_the_province_and_down_again(manager: Actor, number: str) -> None:
    boss, high, worker_high = (
        make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR, EAST_JAVA), make_account(area_code=EAST_JAVA),
    )  # fmt: skip
    accept(high, forward(manager, number, EAST_JAVA), account_id=worker_high.id)
    assert [reads(actor, number) for actor in (manager, boss, worker_high, high)] == [
        False,
        False,
        True,
        True,
    ]
    uid = forward(worker_high, number, BANYUWANGI)
    assert put_to_office(high) == ()
    accept(boss, uid, account_id=manager.id)
    assert [reads(actor, number) for actor in (manager, boss, worker_high)] == [True, True, False]


def test_down_to_a_village_whose_supervisor_sits_in_town(manager: Actor, number: str) -> None:
    boss, village = make_account(Role.SUPERVISOR), make_account(area_code="35.10.16")
    accept(boss, forward(manager, number, "35.10.16"), account_id=village.id)
    assert [reads(actor, number) for actor in (manager, boss, village)] == [False, True, True]


def test_silence_there_asks_the_office_above(
    manager: Actor, number: str, there: Actor, boss_there: Actor
) -> None:
    above = make_account(Role.SUPERVISOR, METRO.split(".")[0])
    uid = forward(manager, number, METRO)
    assert put_to_office(above) == ()
    with pytest.raises(NotFound):
        accept(above, uid, account_id=there.id)
    assert chase(1.1 * DAY) == 1
    assert put_to_office(above) == ()
    assert chase(2.2 * DAY) == 1
    assert len(put_to_office(boss_there)) == len(put_to_office(above)) == 1
    accept(above, uid, account_id=there.id)
    assert reads(there, number)


def test_two_supervisors_who_accept_at_once_do_not_both_succeed(
    manager: Actor, number: str, there: Actor, boss_there: Actor, run_together: Callable[..., list[Any]]
) -> None:
    bosses, heirs = [boss_there, make_account(Role.SUPERVISOR, METRO)], [there, make_account(area_code=METRO)]
    uid = forward(manager, number, METRO)

    def one() -> str:
        boss, heir = bosses.pop(), heirs.pop()
        try:
            accept(boss, uid, account_id=heir.id)
        except DomainError as refusal:
            return refusal.code
        return "yes"

    assert sorted(run_together(one, times=2)) == ["transfer_over", "yes"]
    with open_session(boss_there) as session:
        view = read_case(session, boss_there, number=number)
    assert len(view.team) == 1
    assert [row.kind for row in view.timeline].count("transfer_moved") == 1


def test_taking_back_and_accepting_at_once_do_not_both_succeed(
    manager: Actor, number: str, there: Actor, boss_there: Actor, run_together: Callable[..., list[Any]]
) -> None:
    uid = forward(manager, number, METRO)

    def take_back() -> None:
        with open_session(manager) as session:
            withdraw_consent(session, manager, number=number, purpose="referral", subject=subject_of(METRO))

    acts = [take_back, lambda: accept(boss_there, uid, account_id=there.id)]

    def one() -> str:
        act = acts.pop()
        try:
            act()
        except DomainError:
            return "no"
        return "yes"

    assert sorted(run_together(one, times=2)) == ["no", "yes"]
    assert reads(manager, number) != reads(there, number)


def test_offices_are_those_where_people_work_and_somebody_leads(manager: Actor, boss_there: Actor) -> None:
    make_account(area_code="64.71")
    with open_session(manager, write=False) as session:
        assert [row.code for row in list_offices(session, but=BANYUWANGI)] == [METRO]
        assert list_offices(session, but=METRO) == ()
