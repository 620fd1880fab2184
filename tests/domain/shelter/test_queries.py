"""Screens ask the database a fixed number of questions, however many women wait and stay."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from rindu_app.access.database import get_engine
from rindu_app.access.session import open_session
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.domain.shelter.staying import log_entry
from rindu_app.domain.shelter.view import read_shelter_part, read_stay
from rindu_app.words.codes import Role, ShelterEntryKind
from tests.factories import make_account
from tests.shelters import ask, make_house, place, sheltered_case

pytestmark = pytest.mark.usefixtures("country")


def questions(call: Callable[[], Any]) -> int:
    sent: list[str] = []

    def note(*given: Any) -> None:
        sent.append(given[2])

    event.listen(get_engine(), "before_cursor_execute", note)
    call()
    event.remove(get_engine(), "before_cursor_execute", note)
    return len([statement for statement in sent if statement.lstrip().startswith("SELECT")])


def test_neither_more_women_nor_a_longer_log_ask_more() -> None:
    manager, worker, house = make_account(), make_account(Role.SHELTER), make_house(beds=6)
    number = sheltered_case(manager)
    uid = ask(manager, number)
    place(worker, uid, house.beds[0])

    def look() -> list[int]:
        def home() -> None:
            with open_session(worker, write=False) as session:
                read_shelter_home(session, worker)

        def stay() -> None:
            with open_session(worker) as session:
                read_stay(session, worker, uid=uid)

        def of_case() -> None:
            with open_session(manager) as session:
                read_shelter_part(session, manager, number=number)

        return [questions(call) for call in (home, stay, of_case)]

    before = look()
    for bed in house.beds[1:5]:
        place(worker, ask(manager, sheltered_case(manager)), bed)
        ask(manager, sheltered_case(manager))
        with open_session(worker) as session:
            log_entry(session, worker, uid=uid, kind=ShelterEntryKind.NEED, code="meals")
    assert look() == before
