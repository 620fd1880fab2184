"""From the shelter to an institution: arranged by the team of her case, with her consent, and named to nobody else."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.shelter.onward import ONWARD, arrange_onward
from rindu_app.domain.shelter.rows import ShelterPart
from rindu_app.domain.shelter.view import read_shelter_part
from rindu_app.words.codes import Role
from tests.counting import counted
from tests.domain.referrals.people import allow, make_partner
from tests.domain.shelter.test_staying import Stay
from tests.factories import METRO, SYSTEM, make_account
from tests.shelters import ask, sheltered_case

pytestmark = pytest.mark.usefixtures("country")

NAME, WHERE = "Balai Cempaka Uji", "Jalan Balai Rahasia 4"


@pytest.fixture
def stay() -> Stay:
    return Stay()


@pytest.fixture
def centre() -> str:
    return make_partner(name=NAME, address=WHERE)


def arrange(actor: Actor, number: str, partner: str) -> None:
    with open_session(actor) as session:
        arrange_onward(session, actor, number=number, partner=partner)


def part(stay: Stay) -> ShelterPart:
    with open_session(stay.manager) as session:
        return read_shelter_part(session, stay.manager, number=stay.number)


def agreed(stay: Stay, centre: str) -> None:
    allow(stay.manager, stay.number, centre)
    arrange(stay.manager, stay.number, centre)


def test_she_is_taken_on_to_whom_she_agreed_and_the_file_says_to_whom(stay: Stay, centre: str) -> None:
    allow(stay.manager, stay.number, centre)
    assert part(stay).partners == ((centre, NAME),)
    arrange(stay.manager, stay.number, centre)
    assert stay.lines()[0] == ("shelter_onward", NAME)
    stay.leave("social_centre")
    (row,) = part(stay).stays
    assert (row.status, row.destination, row.onward) == ("left", "Balai atau loka sosial", NAME)
    assert stay.lines()[0] == ("shelter_left", "Balai atau loka sosial")
    assert WHERE not in repr(part(stay))


def test_every_destination_that_takes_her_on_needs_it_and_no_other(stay: Stay) -> None:
    with open_session(SYSTEM, write=False) as session:
        places = {
            item.code: bool(item.extra.get(ONWARD)) for item in list_codes(session, "shelter_destination")
        }
    assert {code for code, onward in places.items() if onward} == {
        "safe_house",
        "social_centre",
        "lpsk",
        "hospital",
    }
    for code in (code for code, onward in places.items() if onward):
        with pytest.raises(Conflict, match="shelter_onward_first"):
            stay.leave(code)
    assert stay.view().status == "placed"
    stay.leave("own_home")


def test_without_consent_to_that_institution_nobody_is_named(stay: Stay, centre: str) -> None:
    assert part(stay).partners == ()
    with pytest.raises(Conflict, match="consent_needed"):
        arrange(stay.manager, stay.number, centre)
    other = make_partner(name="Balai lain")
    allow(stay.manager, stay.number, other)
    with pytest.raises(Conflict, match="consent_needed"):
        arrange(stay.manager, stay.number, centre)
    allow(stay.manager, stay.number, centre, given=False)
    with pytest.raises(Conflict, match="consent_needed"):
        arrange(stay.manager, stay.number, centre)
    assert not stay.view().arranged


def test_a_consent_that_she_takes_back_stops_her_being_taken_on(stay: Stay, centre: str) -> None:
    agreed(stay, centre)
    with open_session(stay.manager) as session:
        withdraw_consent(session, stay.manager, number=stay.number, purpose="referral", subject=centre)
    with pytest.raises(Conflict, match="shelter_onward_first"):
        stay.leave("social_centre")
    stay.leave("family")
    assert [(row.destination, row.onward) for row in part(stay).stays] == [("Rumah keluarga", "")]


def test_a_forged_partner_or_one_that_serves_elsewhere_is_refused(stay: Stay) -> None:
    away, over = (
        make_partner(area_code=METRO, name="Balai jauh"),
        make_partner(name="Balai tutup", active=False),
    )
    for uid in ("0" * 32, "", "1 OR 1=1", away, over):
        with pytest.raises(Invalid, match="unknown_choice"):
            arrange(stay.manager, stay.number, uid)


def test_the_shelter_learns_that_it_is_arranged_and_nothing_of_with_whom(stay: Stay, centre: str) -> None:
    agreed(stay, centre)
    seen = stay.view()
    assert (seen.arranged, seen.onward) == (True, "")
    assert NAME not in repr(seen)
    stay.leave("social_centre")
    assert NAME not in repr(stay.view())


def test_only_who_works_on_the_case_arranges_it_and_only_while_she_stays(stay: Stay, centre: str) -> None:
    allow(stay.manager, stay.number, centre)
    nosy = make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=stay.number, reason="Manajer sakit")
    refusals: tuple[tuple[Actor, type[DomainError]], ...] = (
        (nosy, Forbidden), (stay.worker, NotFound), (make_account(), NotFound), (make_account(area_code=METRO), NotFound),
        (make_account(Role.ADMIN), NotFound), (make_account(Role.PARTNER), NotFound), (Actor.visitor(), NotFound),
    )  # fmt: skip
    for actor, refusal in refusals:
        with pytest.raises(refusal):
            arrange(actor, stay.number, centre)
    waiting = sheltered_case(stay.manager)
    ask(stay.manager, waiting)
    allow(stay.manager, waiting, centre)
    for number in (waiting, sheltered_case(stay.manager)):
        allow(stay.manager, number, centre)
        with pytest.raises(Conflict, match="shelter_step_not_possible"):
            arrange(stay.manager, number, centre)
    arrange(stay.chief, stay.number, centre)


def test_the_part_takes_a_fixed_number_of_queries(stay: Stay, centre: str) -> None:
    before = counted(lambda: part(stay))
    agreed(stay, centre)
    allow(stay.manager, stay.number, make_partner(name="Balai lain"))
    assert counted(lambda: part(stay)) == before
