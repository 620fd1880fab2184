"""Cases that belong together: whoever may not open the other one learns no more than that there is one, or nothing."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member, break_glass
from rindu_app.domain.cases.view import read_case, read_team
from rindu_app.domain.people.links import link_cases, unlink_cases
from rindu_app.domain.people.rows import LinkRow
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.words.codes import LinkKind, Role
from tests.domain.people.allowed import allowed_case
from tests.domain.people.test_people import people_of
from tests.factories import METRO, make_account

pytestmark = pytest.mark.usefixtures("country")
REASON = "Kakak dan adik, kejadian di rumah yang sama"


def link(
    actor: Actor, number: str, other: str, kind: str = LinkKind.SIBLING, reason: str = REASON
) -> tuple[str, str]:
    with open_session(actor) as session:
        one, two = link_cases(session, actor, number=number, other=other, kind=kind, reason=reason)
        return one.uid, two.uid


def links(actor: Actor, number: str) -> tuple[LinkRow, ...]:
    return people_of(actor, number).links


def let_in(manager: Actor, number: str, colleague: Actor) -> None:
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=colleague.id)


def test_whoever_works_on_both_links_them_and_sees_it_from_both_sides() -> None:
    manager = make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    mine, theirs = link(manager, one, two)
    assert links(manager, one) == (LinkRow(mine, two, "Saudara", REASON),)
    assert links(manager, two) == (LinkRow(theirs, one, "Saudara", REASON),)


def test_who_may_not_open_the_other_case_learns_that_there_is_one_and_nothing_else() -> None:
    manager, colleague = make_account(), make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    let_in(manager, one, colleague)
    mine, _ = link(manager, one, two)
    assert links(colleague, one) == (LinkRow(mine),)
    let_in(manager, two, colleague)
    assert links(colleague, one)[0].number == two


def test_who_is_kept_from_the_other_case_does_not_even_learn_that_there_is_one() -> None:
    manager, kin = make_account(), make_account()
    (one, _), (two, report) = allowed_case(manager), allowed_case(manager)
    let_in(manager, one, kin)
    link(manager, one, two)
    before = len(links(kin, one))
    with open_session(manager) as session:
        block_colleague(session, manager, number=report, account_id=kin.id, reason="Ipar terlapor")
    assert (before, links(kin, one)) == (1, ())
    with open_session(kin) as session:
        told = repr(read_case(session, kin, number=one)) + repr(read_team(session, kin, number=one).log)
    assert two not in told
    assert "link" not in told


def test_a_supervisor_who_is_kept_from_one_case_is_told_nothing_of_the_link() -> None:
    manager, chief, _other = make_account(), make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR)
    (one, _), (two, report) = allowed_case(manager), allowed_case(manager)
    link(manager, one, two)
    assert links(chief, one)[0].number == two
    with open_session(manager) as session:
        block_colleague(session, manager, number=report, account_id=chief.id, reason="Kakak terlapor")
    assert links(chief, one) == ()
    with open_session(chief) as session, pytest.raises(NotFound):
        unlink_cases(session, chief, number=one, uid="x")


def test_a_case_that_is_not_mine_cannot_be_linked_or_looked_for_that_way() -> None:
    manager = make_account()
    (mine, _), (theirs, _) = allowed_case(manager), allowed_case(make_account())
    for other in (theirs, "K-2611-9999", "bukan nomor"):
        with pytest.raises(NotFound, match="link_other_missing"):
            link(manager, mine, other)
    with pytest.raises(NotFound, match="not_found"):
        link(make_account(area_code=METRO), mine, theirs)


def test_broken_glass_links_nothing() -> None:
    manager = make_account()
    (mine, _), (theirs, _) = allowed_case(manager), allowed_case(make_account())
    with open_session(manager) as session:
        break_glass(session, manager, number=theirs, reason="Nyawa terancam")
    with pytest.raises(Forbidden, match="glass_reads_only"):
        link(manager, mine, theirs)


@pytest.mark.parametrize(("kind", "reason", "field"), [("boss", REASON, "kind"), ("sibling", " ", "reason")])
def test_a_link_has_a_kind_and_a_reason(kind: str, reason: str, field: str) -> None:
    manager = make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    with pytest.raises(Invalid) as refusal:
        link(manager, one, two, kind, reason)
    assert refusal.value.field == field
    with pytest.raises(Invalid, match="link_itself"):
        link(manager, one, one.lower())


def test_the_same_link_is_made_once_and_another_kind_beside_it() -> None:
    manager = make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    link(manager, one, two)
    with pytest.raises(Conflict, match="linked_already"):
        link(manager, two, one)
    link(manager, two, one, LinkKind.SAME_PERPETRATOR)
    assert [row.kind for row in links(manager, one)] == ["Saudara", "Terlapor yang sama"]


def test_a_mistaken_link_goes_from_both_sides_and_can_be_made_again() -> None:
    manager = make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    mine, theirs = link(manager, one, two)
    with open_session(manager) as session, pytest.raises(NotFound):
        unlink_cases(session, manager, number=one, uid=theirs)
    with open_session(manager) as session:
        unlink_cases(session, manager, number=one, uid=mine)
    assert links(manager, one) == links(manager, two) == ()
    with open_session(manager) as session, pytest.raises(NotFound):
        unlink_cases(session, manager, number=one, uid=mine)
    link(manager, one, two)
    assert len(links(manager, two)) == 1


def test_who_sees_one_side_only_cannot_take_the_link_away() -> None:
    manager, colleague = make_account(), make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    let_in(manager, one, colleague)
    mine, _ = link(manager, one, two)
    with open_session(colleague) as session, pytest.raises(NotFound):
        unlink_cases(session, colleague, number=one, uid=mine)
    assert len(links(manager, two)) == 1


def test_two_who_link_from_both_ends_at_once_do_not_wait_for_each_other(run_together: object) -> None:
    manager = make_account()
    (one, _), (two, _) = allowed_case(manager), allowed_case(manager)
    ends = iter([(one, two), (two, one)])

    def try_it() -> str:
        try:
            link(manager, *next(ends))
        except Conflict as refusal:
            return refusal.code
        return "linked"

    assert sorted(run_together(try_it, times=2)) == ["linked", "linked_already"]  # type: ignore[operator]
