"""Where a house stands is planted, and looked for in everything that anybody but its own people can read (BP-12, 3.13)."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

import rindu_app.domain
from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.gate import permission_of
from rindu_app.access.session import open_session
from rindu_app.domain.shelter.address import read_address, set_address
from rindu_app.domain.shelter.asking import cancel_request
from rindu_app.domain.shelter.placing import refuse_request
from rindu_app.domain.shelter.staying import ask_extension, decide_extension, leave_shelter, log_entry
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.models import AuditEntry, CaseEvent
from rindu_app.words.codes import Role, ShelterEntryKind
from tests.access.test_architecture import ours
from tests.domain.test_leaks import encodings, everything_stored
from tests.factories import BALIKPAPAN, BANYUWANGI, EAST_JAVA, METRO, SYSTEM, make_account
from tests.shelters import ADDRESS, House, ask, make_house, place, sheltered_case, write_address
from tests.state.screen import Tab, do, signed_in

pytestmark = pytest.mark.usefixtures("country")

WORD = "Tersembunyi"
READS = re.compile(r"^(read|list|count|search|peek|reveal|find|open|expect|as|look)_|_of$")


class Planted:
    """A house whose address is written down, and somebody who stays there; the address was used by its own people."""

    def __init__(self) -> None:
        self.manager, self.worker = make_account(), make_account(Role.SHELTER)
        self.house: House = make_house()
        write_address(self.worker, self.house)
        self.number = sheltered_case(self.manager)
        self.uid = ask(self.manager, self.number)
        place(self.worker, self.uid, self.house.beds[0])
        with open_session(self.worker) as session:
            log_entry(session, self.worker, uid=self.uid, kind=ShelterEntryKind.NEED, code="meals")
            read_address(session, self.worker, house_id=self.house.id)


@pytest.fixture
def planted(country: object) -> Planted:
    return Planted()


def test_its_own_people_read_it_and_each_look_leaves_a_line(planted: Planted) -> None:
    with open_session(planted.worker) as session:
        assert read_address(session, planted.worker, house_id=planted.house.id).address == ADDRESS
    with open_session(SYSTEM, write=False) as session:
        acts = [
            act
            for act in session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id)))
            if "address" in act
        ]
    assert acts == ["shelter:address:set", "shelter:address:read", "shelter:address:read"]


def test_nobody_else_reads_or_writes_it(planted: Planted) -> None:
    for role in (Role.COUNSELLOR, Role.SUPERVISOR, Role.ADMIN):
        actor = make_account(role)
        for call in (read_address, lambda *a, **k: set_address(*a, address="Di sini", **k)):
            with pytest.raises(Forbidden), open_session(actor) as session:
                call(session, actor, house_id=planted.house.id)
    away = make_account(Role.SHELTER, BALIKPAPAN)
    with pytest.raises(NotFound), open_session(away) as session:
        read_address(session, away, house_id=planted.house.id)
    with pytest.raises(NotFound), open_session(away) as session:
        set_address(session, away, house_id=planted.house.id, address="Di sini")


@pytest.mark.parametrize(("address", "code"), [(" ", "required"), ("x" * 301, "too_long")])
def test_an_address_that_cannot_be_is_refused(planted: Planted, address: str, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        write_address(planted.worker, planted.house, address)


def test_it_is_written_anew_and_only_the_newest_is_kept(planted: Planted, installation: Path) -> None:
    write_address(planted.worker, planted.house, "Jalan Baru 2")
    with open_session(planted.worker) as session:
        assert read_address(session, planted.worker, house_id=planted.house.id).address == "Jalan Baru 2"


@pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
def test_no_dump_no_audit_line_and_no_log_holds_it(
    installation: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    Planted()
    stored = everything_stored(installation) + caplog.text.encode() + "".join(capsys.readouterr()).encode()
    assert len(stored) > 10_000
    assert not [form for form in encodings(WORD) if form in stored]


CANARIES = ("KenariAlias", "KenariCatatan", "KenariTamu", "KenariKejadian", "KenariPerpanjang", "KenariJawab", "KenariPergi", "KenariTolak", "KenariBatal")  # fmt: skip


def test_no_dump_holds_a_word_of_anybody_who_stayed(installation: Path) -> None:
    manager, worker, chief, house = (
        make_account(),
        make_account(Role.SHELTER),
        make_account(Role.SUPERVISOR),
        make_house(),
    )
    number = sheltered_case(manager)
    ask(manager, number)
    with open_session(manager) as session:
        cancel_request(session, manager, number=number, reason="KenariBatal")
    uid = ask(manager, number)
    with open_session(worker) as session:
        refuse_request(session, worker, uid=uid, reason="full", note="KenariTolak")
    uid = ask(manager, number, alias="KenariAlias", note="KenariCatatan")
    place(worker, uid, house.beds[0])
    with open_session(worker) as session:
        log_entry(session, worker, uid=uid, kind=ShelterEntryKind.VISIT, note="KenariTamu")
        log_entry(
            session, worker, uid=uid, kind=ShelterEntryKind.INCIDENT, code="health", note="KenariKejadian"
        )
        ask_extension(session, worker, uid=uid, days=2, reason="KenariPerpanjang")
    with open_session(chief) as session:
        decide_extension(session, chief, number=number, approve=True, answer="KenariJawab")
    with open_session(worker) as session:
        leave_shelter(session, worker, uid=uid, destination="family", note="KenariPergi")
    stored = everything_stored(installation)
    assert [word for word in CANARIES for form in encodings(word) if form in stored] == []


def readers() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the domain that gives something to read, those of tomorrow included."""
    for module in pkgutil.walk_packages(rindu_app.domain.__path__, "rindu_app.domain."):
        for name, function in vars(importlib.import_module(module.name)).items():
            mine = inspect.isfunction(function) and function.__module__ == module.name
            if (
                mine
                and READS.search(name)
                and next(iter(inspect.signature(function).parameters), "") == "session"
            ):
                yield f"{module.name}.{name}", function


def fill(function: Callable[..., Any], actor: Actor, planted: Planted, number: str) -> dict[str, Any] | None:
    """What the function wants, by the names of its parameters; None where a test cannot know."""
    known: dict[str, Any] = {
        "actor": actor, "number": number, "uid": planted.uid, "house_id": planted.house.id, "area_code": BANYUWANGI,
        "list_code": "shelter_need", "unit_id": 1, "account_id": planted.manager.id, "text": WORD, "ref": number,
    }  # fmt: skip
    given = {}
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        if name in known:
            given[name] = known[name]
        elif (
            parameter.default is inspect.Parameter.empty
            and parameter.kind is not inspect.Parameter.VAR_KEYWORD
        ):
            return None
    return given


def strangers() -> dict[str, Actor]:
    return {
        "visitor": Actor.visitor(),
        "supervisor": make_account(Role.SUPERVISOR),
        "supervisor of the province": make_account(Role.SUPERVISOR, EAST_JAVA),
        "counsellor elsewhere": make_account(area_code=METRO),
        "administrator": make_account(Role.ADMIN),
        "shelter elsewhere": make_account(Role.SHELTER, BALIKPAPAN),
    }


def test_no_reading_function_tells_it_to_anybody_else(planted: Planted) -> None:
    called: set[str] = set()
    with open_session(SYSTEM, write=False) as session:
        report = f"L-{planted.number[2:]}"
        assert session.exec(select(CaseEvent)).first() is not None
    for who, actor in {"manager": planted.manager, **strangers()}.items():
        for name, function in readers():
            for number in (planted.number, report):
                given = fill(function, actor, planted, number)
                if given is None:
                    continue
                seen: Any = ""
                with (
                    suppress(DomainError, TypeError, ValueError, LookupError),
                    open_session(actor) as session,
                ):
                    seen = function(session, **given)
                    called.add(name)
                assert WORD not in repr(seen), (who, name)
    assert len(called) > 30
    assert {
        "rindu_app.domain.cases.view.read_case",
        "rindu_app.domain.shelter.view.read_shelter_part",
    } <= called


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR, Role.ADMIN])
def test_no_screen_of_another_role_holds_it(planted: Planted, role: Role) -> None:
    person = signed_in("lain", role=role)
    if role is Role.COUNSELLOR:
        from rindu_app.domain.cases.team import add_member

        with open_session(planted.manager) as session:
            add_member(session, planted.manager, number=planted.number, account_id=person.account_id)
    loaded = 0
    for state in ours():
        handler = state.event_handlers.get("load")
        if handler is None or not person.actor.may(permission_of(handler)):  # type: ignore[arg-type]
            continue
        for path in (f"/kasus/{planted.number}", f"/kasus/{planted.number}/penampungan", f"/x/{planted.uid}"):
            screen = Tab(person, path).on(state)
            do(screen.load)  # type: ignore[attr-defined]
            loaded += 1
            assert WORD not in repr(screen.dict()), state
    assert loaded > 5


def test_a_unit_that_is_a_shelter_keeps_no_address_either() -> None:
    admin = make_account(Role.ADMIN)
    fields = UnitFields(BANYUWANGI, "Rumah perlindungan", "shelter", address=ADDRESS)
    with pytest.raises(Invalid, match="shelter_address_elsewhere"), open_session(admin) as session:
        save_unit(session, admin, fields=fields)
