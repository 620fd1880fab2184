"""Whoever wrote a report down knows its code. Once she is shut out, the code opens nothing, and the person gets a new one."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.reports.conflicts import block_colleague, list_blocks, unblock_colleague
from rindu_app.domain.reports.handling import mark_duplicate
from rindu_app.domain.reports.new_codes import prepare_code, renew_code
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.domain.visits.commands import open_visit
from rindu_app.domain.visits.return_visit import return_with_code
from rindu_app.words.codes import Role
from tests.factories import METRO, intake_report, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


def come_back(code: str) -> str:
    """The cookie of a visit with this code."""
    with open_session(Actor.visitor()) as session:
        return return_with_code(session, text=code).token


def is_open(code: str) -> bool:
    try:
        come_back(code)
    except Invalid as refusal:
        assert refusal.code == "code_wrong"
        return False
    return True


def block(by: Actor, whom: Actor, number: str) -> None:
    with open_session(by) as session:
        block_colleague(session, by, number=number, account_id=whom.id, reason="Ipar terlapor")


def renew(actor: Actor, number: str) -> str:
    with open_session(actor, write=False) as session:
        receipt = prepare_code(session, actor, number=number)
    with open_session(actor) as session:
        return renew_code(session, actor, number=number, receipt=receipt)


def test_the_code_she_knows_and_every_visit_with_it_end_and_a_new_one_opens_the_same_report() -> None:
    kin, me, _ = make_account(), make_account(), make_account()
    taken = intake_report(kin, name="Melati Rekaan")
    visit = come_back(taken.code)
    block(me, kin, taken.number)
    assert not is_open(taken.code)
    with open_session(Actor.visitor()) as session, pytest.raises(NotFound, match="visit_over"):
        open_visit(session, visit)
    with open_session(me) as session:
        assert not read_report(session, me, number=taken.number).has_code
    code = renew(me, taken.number)
    assert is_open(code)
    assert not is_open(taken.code)
    token = come_back(code)
    with open_session(Actor.visitor()) as session:
        her = open_visit(session, token).actor
    with open_session(her) as session:
        assert read_own_thread(session, her).number == taken.number
    with open_session(me) as session:
        seen = read_report(session, me, number=taken.number)
    assert seen.has_code
    assert "Kode baru dibuat untuk pelapor" in [event.label for event in seen.events]


@pytest.mark.parametrize("wrote", ["she herself", "somebody else"])
def test_a_code_that_the_one_who_is_shut_out_never_saw_stays(wrote: str) -> None:
    kin, me, other = make_account(), make_account(), make_account()
    report = send_report()[0] if wrote == "she herself" else intake_report(other)
    block(me, kin, report.number)
    assert is_open(report.code)
    with pytest.raises(Conflict, match="code_stands"):
        renew(me, report.number)
    assert is_open(report.code)


def test_whoever_steps_back_from_what_she_wrote_down_knows_no_code_any_more() -> None:
    me, other = make_account(), make_account()
    taken = intake_report(me)
    block(me, me, taken.number)
    assert not is_open(taken.code)
    assert is_open(renew(other, taken.number))


def test_only_the_one_who_knows_the_newest_code_ends_it() -> None:
    kin, me, _ = make_account(), make_account(), make_account()
    taken = intake_report(kin)
    block(me, kin, taken.number)
    code = renew(me, taken.number)
    with open_session(me) as session:
        (row,) = list_blocks(session, me, number=taken.number)
        unblock_colleague(session, me, number=taken.number, uid=row.uid)
    block(me, kin, taken.number)
    assert is_open(code)
    block(me, me, taken.number)
    assert not is_open(code)


def test_a_block_on_one_of_two_duplicates_ends_the_code_of_the_one_she_wrote_down() -> None:
    kin, me, _ = make_account(), make_account(), make_account()
    taken, sent = intake_report(kin), send_report(story="Cerita lain")[0]
    with open_session(me) as session:
        mark_duplicate(session, me, number=taken.number, of_number=sent.number)
    block(me, kin, sent.number)
    assert not is_open(taken.code)
    assert is_open(sent.code)


def test_a_new_code_is_given_by_whoever_works_on_the_report_and_by_nobody_else() -> None:
    kin, me, nosy, far = make_account(), make_account(), make_account(), make_account(area_code=METRO)
    admin, _ = make_account(Role.ADMIN), make_account(Role.SUPERVISOR)
    taken = intake_report(kin)
    block(me, kin, taken.number)
    for stranger in (kin, far, admin):
        with pytest.raises((NotFound, Forbidden)):
            renew(stranger, taken.number)
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=taken.number))
    with open_session(nosy) as session:
        break_glass(session, nosy, number=case, reason="Darurat")
    with pytest.raises(Forbidden, match="glass_reads_only"):
        renew(nosy, taken.number)
    assert is_open(renew(me, taken.number))
