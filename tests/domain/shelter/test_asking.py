"""A counsellor asks for a place with consent, and the shelter's people see who comes and what she needs, never her file."""

from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.shelter.asking import Wanted, ask_for_place, cancel_request
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.domain.shelter.placing import place_guest
from rindu_app.domain.shelter.rows import ShelterHome
from rindu_app.domain.shelter.view import read_shelter_part, read_stay
from rindu_app.words.codes import Role
from tests.closing import close
from tests.factories import BALIKPAPAN, EAST_JAVA, make_account, send_report
from tests.shelters import agree, ask, make_house, place, sheltered_case

pytestmark = pytest.mark.usefixtures("country")

WOMAN = {"sex": "female", "age": "31", "urgency": "now"}


def home(worker: Actor) -> ShelterHome:
    with open_session(worker, write=False) as session:
        return read_shelter_home(session, worker)


def test_nothing_is_asked_without_consent_and_a_later_no_ends_it() -> None:
    manager = make_account()
    sent, _ = send_report()
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=sent.number))
    for answer in (None, False):
        if answer is not None:
            agree(manager, number, given=answer)
        with open_session(manager) as session, pytest.raises(Conflict, match="consent_needed"):
            ask_for_place(session, manager, number=number, wanted=Wanted(**WOMAN))
    agree(manager, number)
    assert ask(manager, number)


def test_the_shelter_reads_number_alias_people_and_needs_and_nothing_else() -> None:
    manager, worker = make_account(), make_account(Role.SHELTER)
    number = sheltered_case(manager, name="Melati Rekaan", story="Cerita yang rahasia")
    uid = ask(
        manager, number, alias="Kak Bunga", needs=("meals", "baby"), children=[("male", "4"), ("female", "0")],
        note="Alergi kacang", urgency="now",
    )  # fmt: skip
    (row,) = home(worker).requests
    assert (row.case_number, row.alias, row.consent) == (number, "Kak Bunga", True)
    assert [guest.age for guest in row.people] == [31, 4, 0]
    with open_session(worker) as session:
        view = read_stay(session, worker, uid=uid)
    assert view.need_labels == ("Perlengkapan bayi", "Makan")
    assert view.asked is not None
    assert view.asked.note == "Alergi kacang"
    assert not [word for word in ("Melati", "Cerita") if word in repr((row, view))]
    with open_session(worker) as session, pytest.raises(NotFound):
        read_case(session, worker, number=number)


def test_the_most_urgent_stands_first() -> None:
    manager, worker = make_account(), make_account(Role.SHELTER)
    for urgency in ("days", "now", "today", "now"):
        ask(manager, sheltered_case(manager), urgency=urgency)
    assert [row.urgency for row in home(worker).requests] == ["now", "now", "today", "days"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"urgency": "soon"}, "urgency"),
        ({"sex": ""}, "sex"),
        ({"age": "banyak"}, "age"),
        ({"age": "٣"}, "age"),
        ({"age": "121"}, "age"),
        ({"age": "9" * 5000}, "age"),
        ({"needs": ("castle",)}, "needs"),
        ({"children": [("male", "x")]}, "children"),
        ({"children": [("", "3")]}, "children"),
        ({"children": [("male", "3")] * 9}, "children"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(values: dict[str, Any], field: str) -> None:
    manager = make_account()
    number = sheltered_case(manager)
    with open_session(manager) as session, pytest.raises(Invalid) as refused:
        ask_for_place(session, manager, number=number, wanted=Wanted(**{**WOMAN, **values}))
    assert refused.value.field == field


def test_only_the_team_asks_and_only_once_at_a_time() -> None:
    manager, colleague, worker = make_account(), make_account(), make_account(Role.SHELTER)
    number = sheltered_case(manager)
    for actor in (colleague, worker, make_account(Role.ADMIN), Actor.visitor()):
        with open_session(actor) as session, pytest.raises(NotFound):
            ask_for_place(session, actor, number=number, wanted=Wanted(**WOMAN))
    ask(manager, number)
    with open_session(manager) as session, pytest.raises(Conflict, match="shelter_asked_already"):
        ask_for_place(session, manager, number=number, wanted=Wanted(**WOMAN))


def test_a_request_is_taken_back_with_a_reason_until_it_is_answered() -> None:
    manager, worker = make_account(), make_account(Role.SHELTER)
    number = sheltered_case(manager)
    with open_session(manager) as session, pytest.raises(Conflict, match="shelter_step_not_possible"):
        cancel_request(session, manager, number=number, reason="Tidak jadi")
    ask(manager, number)
    with open_session(manager) as session, pytest.raises(Invalid, match="required"):
        cancel_request(session, manager, number=number, reason=" ")
    with open_session(manager) as session:
        cancel_request(session, manager, number=number, reason="Tinggal di rumah kakaknya")
    assert home(worker).requests == ()
    with open_session(manager) as session:
        (seen,) = read_shelter_part(session, manager, number=number).stays
    assert (seen.status, seen.answer) == ("cancelled", "Tinggal di rumah kakaknya")
    place(worker, ask(manager, number), make_house().beds[0])
    with open_session(manager) as session, pytest.raises(Conflict, match="shelter_step_not_possible"):
        cancel_request(session, manager, number=number, reason="Tidak jadi")


def test_another_areas_shelter_a_kin_and_everybody_after_closing_see_nothing() -> None:
    manager, worker, kin = make_account(), make_account(Role.SHELTER), make_account(Role.SHELTER)
    sent, _ = send_report()
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=sent.number))
        block_colleague(session, manager, number=sent.number, account_id=kin.id, reason="Adik terlapor")
    agree(manager, number)
    uid = ask(manager, number)
    for actor in (make_account(Role.SHELTER, BALIKPAPAN), kin):
        assert home(actor).requests == ()
        with open_session(actor) as session, pytest.raises(NotFound):
            read_stay(session, actor, uid=uid)
        with open_session(actor) as session, pytest.raises(NotFound):
            place_guest(session, actor, uid=uid, bed_ids=[1])
    assert len(home(make_account(Role.SHELTER, EAST_JAVA)).requests) == 1
    with open_session(manager) as session:
        cancel_request(session, manager, number=number, reason="Sudah aman")
    close(manager, number)
    with open_session(worker) as session, pytest.raises(NotFound):
        read_stay(session, worker, uid=uid)


@pytest.mark.parametrize("placed", [False, True], ids=["waits", "stays"])
def test_a_case_does_not_close_over_somebody_who_waits_or_stays(placed: bool) -> None:
    manager, worker = make_account(), make_account(Role.SHELTER)
    number = sheltered_case(manager)
    uid = ask(manager, number)
    if placed:
        place(worker, uid, make_house().beds[0])
    with pytest.raises(Conflict, match="shelter_open"):
        close(manager, number)


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR, Role.ADMIN])
def test_nobody_else_opens_the_shelters_home_or_a_stay(role: Role) -> None:
    manager = make_account()
    uid = ask(manager, sheltered_case(manager))
    actor = make_account(role)
    with open_session(actor) as session, pytest.raises(Forbidden):
        read_shelter_home(session, actor)
    with open_session(actor) as session, pytest.raises(Forbidden):
        read_stay(session, actor, uid=uid)


def test_a_consent_taken_back_is_seen_at_once() -> None:
    manager, worker = make_account(), make_account(Role.SHELTER)
    waiting, staying = sheltered_case(manager), sheltered_case(manager)
    ask(manager, waiting)
    place(worker, ask(manager, staying), make_house().beds[0])
    for number in (waiting, staying):
        with open_session(manager) as session:
            withdraw_consent(session, manager, number=number, purpose="shelter")
    seen = home(worker)
    assert [row.consent for row in (*seen.requests, *seen.staying)] == [False, False]
    assert (seen.requests[0].people, seen.requests[0].alias) == ((), "")
    assert seen.staying[0].people
    with open_session(worker) as session:
        view = read_stay(session, worker, uid=seen.requests[0].uid)
    assert (view.asked, view.need_labels, view.free) == (None, (), ())
    with open_session(worker) as session, pytest.raises(Conflict, match="shelter_consent_gone"):
        place_guest(session, worker, uid=seen.requests[0].uid, bed_ids=[1])
