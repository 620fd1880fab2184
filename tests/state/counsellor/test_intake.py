"""Taking down what somebody tells us."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.reports.codes import read_code
from rindu_app.domain.reports.receipts import open_receipt
from rindu_app.domain.reports.view import read_report, reveal_name
from rindu_app.state.counsellor.intake import Intake
from rindu_app.words.errors import sentence
from tests.factories import REJOMULYO
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")
TOLD = {
    "intake_channel": "phone",
    "intake_door": "counselling",
    "intake_teller": "witness",
    "intake_danger": "no",
    "intake_story": "Tetangga sering menangis.",
    "intake_kinds": ["physical", "psychological"],
    "intake_district": "35.10.10",
    "intake_village": "35.10.10.2001",
    "intake_ways": ["phone", "here"],
    "intake_days": ["1", "3"],
    "intake_hour_from": "9",
    "intake_hour_to": "11",
    "intake_phone": "0812-0000-1234",
    "intake_name": "Melati Rekaan",
    "intake_phone_shared": "yes",
}


def started() -> tuple[Person, Intake]:
    person = signed_in()
    screen = Tab(person, "/laporan-baru").on(Intake)
    do(screen.load)
    return person, screen


def test_a_telephone_call_becomes_a_report_with_a_code_of_its_own() -> None:
    person, screen = started()
    do(screen.send, form(**TOLD))
    assert screen.href == f"/laporan/{screen.number}"
    with open_session(person.actor) as session:
        view = read_report(session, person.actor, number=screen.number)
        assert (view.channel_label, view.door_label, view.kinds) == (
            "Telepon",
            "Konseling",
            ("Fisik", "Psikis"),
        )
        assert view.contact.ways == ("phone", "here")
        assert view.place.startswith("Genteng Kulon")
        assert reveal_name(session, person.actor, number=screen.number)[0] == "Melati Rekaan"
    with open_session(Actor.system("tests")) as session:
        assert open_receipt(session, read_code(screen.code) or "") is not None


def test_a_second_tap_makes_no_second_report() -> None:
    _, screen = started()
    do(screen.send, form(**TOLD))
    code, number = screen.code, screen.number
    do(screen.send, form(**TOLD))
    assert (screen.code, screen.number) == (code, number)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"intake_story": " "}, "intake_story"),
        ({"intake_hour_from": "12"}, "intake_hour_from"),
        ({"intake_village": "99.99"}, "intake_area_code"),
        ({"intake_ways": ["pigeon"]}, "intake_ways"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_kept(changed: dict[str, str], field: str) -> None:
    _, screen = started()
    before = screen.done
    do(screen.send, form(**{**TOLD, **changed}))
    assert list(screen.errors) == [field]
    assert (screen.code, screen.done) == ("", before)


@pytest.mark.parametrize("place", [REJOMULYO, "35"], ids=["another office's", "the whole province"])
def test_a_place_outside_the_own_area_is_refused_in_words_that_say_what_to_do(place: str) -> None:
    _, screen = started()
    do(screen.send, form(**{**TOLD, "intake_village": place}))
    assert screen.errors == {"intake_area_code": sentence("intake_elsewhere")}
    assert (screen.code, screen.notice) == ("", sentence("intake_elsewhere"))


def test_the_code_goes_when_the_page_is_left() -> None:
    _, screen = started()
    do(screen.send, form(**TOLD))
    assert screen.code
    do(screen.leave)
    assert (screen.code, screen.number) == ("", "")


def test_only_the_story_is_needed() -> None:
    _, screen = started()
    do(screen.send, form(intake_story="Saya butuh bantuan."))
    assert screen.code
