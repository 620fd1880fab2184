"""The administrator's screens keep the house; their handlers give nothing to anybody else, and no story to anybody."""

import asyncio
import inspect
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlmodel import select

from rindu_app.access.audit import audit
from rindu_app.access.database import get_engine
from rindu_app.access.gate import permission_of
from rindu_app.access.permissions import Permission
from rindu_app.access.roles import PERMISSIONS
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.passwords import verify_password
from rindu_app.domain.codes.queries import list_codes
from rindu_app.models import Account
from rindu_app.state.admin.accounts import Accounts
from rindu_app.state.admin.areas import Areas
from rindu_app.state.admin.lists import Lists
from rindu_app.state.admin.numbers import Numbers
from rindu_app.state.admin.partners import Partners
from rindu_app.state.admin.shelters import Shelters
from rindu_app.state.admin.trail import Trail, say_verdict, walk_chain
from rindu_app.state.admin.units import Units
from rindu_app.state.base import AppState
from rindu_app.words.codes import Role
from tests.access.test_architecture import ours
from tests.factories import BALIKPAPAN, METRO, REJOMULYO, SYSTEM, make_account, send_report
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")
SCREENS = (Accounts, Areas, Lists, Numbers, Partners, Shelters, Trail, Units)
CANARIES = ("CANARYCERITA", "CANARYNAMA", "0812-0000-1234")


def on(state: type[AppState], person: Person | None = None) -> Any:
    screen = Tab(person or signed_in("admin", role=Role.ADMIN)).on(state)
    do(screen.load)
    return screen


def account(username: str) -> Account:
    with open_session(SYSTEM, write=False) as session:
        return session.exec(select(Account).where(Account.username == username)).one()


NEW_ACCOUNT = {
    "account_username": "tika.baru",
    "account_display_name": "Tika Rekaan",
    "account_role": "counsellor",
    "account_area_code": "35.10",
}


def test_a_new_account_gets_a_password_that_is_shown_once() -> None:
    screen = on(Accounts)
    do(screen.begin, "new")
    do(screen.create, form(**NEW_ACCOUNT))
    assert screen.password_of == "tika.baru"
    made = account("tika.baru")
    assert verify_password(screen.password, made.password_hash)
    assert made.must_change_password
    assert "Tika Rekaan" in {row.title for row in screen.rows}
    do(screen.stop)
    assert screen.password == ""


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made() -> None:
    screen = on(Accounts)
    do(screen.begin, "new")
    do(screen.create, form(**{**NEW_ACCOUNT, "account_username": "X!"}))
    assert screen.errors["account_username"]
    do(screen.create, form(**{**NEW_ACCOUNT, "account_area_code": BALIKPAPAN}))
    assert screen.notice
    assert screen.password == ""
    assert len(screen.rows) == 1


def test_an_account_is_changed_closed_and_given_a_new_password() -> None:
    counsellor, screen = make_account(username="sari"), on(Accounts)
    do(screen.begin, str(counsellor.id))
    assert screen.old["username"] == "sari"
    do(screen.new_password)
    assert verify_password(screen.password, account("sari").password_hash)
    do(screen.new_factor)
    changed = {"account_display_name": "Sari S.", "account_role": "supervisor", "account_area_code": "35.10"}
    do(screen.save, form(**changed))
    saved = account("sari")
    assert (saved.display_name, saved.role, saved.active) == ("Sari S.", "supervisor", False)


@pytest.mark.parametrize("key", ["999999", "-1", "x", "1 OR 1=1", ""])
def test_an_account_that_is_not_mine_is_not_there(key: str) -> None:
    stranger, screen = make_account(area_code=BALIKPAPAN), on(Accounts)
    for tried in (key, str(stranger.id)):
        do(screen.begin, tried)
        assert screen.old == {}
        do(screen.new_password)
        assert (screen.password, bool(screen.notice)) == ("", True)


def test_areas_are_walked_down_to_rt_and_rw() -> None:
    screen = on(Areas, signed_in("admin", role=Role.ADMIN, area=METRO))
    assert (screen.name, [row.key for row in screen.rows]) == ("Kota Metro", ["18.72.05"])
    do(screen.go, "18.72.05")
    do(screen.go, REJOMULYO)
    assert screen.is_village
    do(screen.add, form(rt_rw="2", rt_first="1", rt_last="3"))
    assert [(row.title, row.detail) for row in screen.homes] == [("RW 002", "RT 001, 002, 003")]
    do(screen.add, form(rt_rw="dua", rt_first="1"))
    assert screen.errors["rt_rw"]
    do(screen.go, "")
    assert screen.name == "Indonesia"
    do(screen.go, "../../etc")
    assert screen.rows == []


def test_a_unit_is_added_and_changed_with_its_hours() -> None:
    screen = on(Units)
    do(screen.begin, "new")
    fields = {
        "unit_name": "Unit uji",
        "unit_kind": "uptd_ppa",
        "unit_area_code": "35.10",
        "unit_active": "yes",
    }
    do(screen.save, form(**fields, unit_opens_1="07:30", unit_closes_1="15:30"))
    [row] = screen.rows
    do(screen.begin, row.key)
    assert (screen.old["opens_1"], screen.old["name"]) == ("07:30", "Unit uji")
    do(screen.save, form(**fields, unit_opens_1="15:30", unit_closes_1="07:30"))
    assert screen.errors["unit_hours"]


def test_a_list_is_changed_and_what_is_closed_is_no_longer_offered() -> None:
    screen = on(Lists)
    assert {"Jenis kekerasan", "Jenis unit"} <= {row.title for row in screen.lists}
    do(screen.choose, "violence_kind")
    other = next(row for row in screen.rows if row.title == "Lainnya")
    do(screen.begin, other.key)
    do(screen.save, form(item_label="Hal lain", item_help="", item_position="7"))
    do(screen.begin, "new")
    do(screen.save, form(item_code="online", item_label="Di dunia maya", item_active="yes"))
    with open_session(SYSTEM, write=False) as session:
        offered = {row.code for row in list_codes(session, "violence_kind")}
    assert "online" in offered
    assert "other" not in offered
    assert "Hal lain" in {row.title for row in screen.rows}


def test_numbers_and_clocks_are_changed() -> None:
    screen = on(Numbers)
    do(screen.begin, "new")
    do(screen.save, form(line_number="0812-0000-9001", line_label="Piket", line_active="yes"))
    assert "0812-0000-9001" in {row.title for row in screen.lines}
    do(screen.begin_clock, "risk_high")
    assert screen.old["amount"] == "15"
    do(screen.save_clock, form(clock_amount="20"))
    assert {"20 menit", "6 jam", "72 jam", "14 hari", "3 hari kerja"} <= {row.end for row in screen.clocks}
    do(screen.begin_clock, "risk_high")
    do(screen.save_clock, form(clock_amount="nol"))
    assert screen.errors["clock_amount"]


def test_the_trail_says_who_did_what_in_words_and_no_story() -> None:
    counsellor = make_account(display_name="Sri W.")
    send_report(story="CANARYCERITA", name="CANARYNAMA", phone="0812-0000-1234")
    with open_session(counsellor) as session:
        audit(session, counsellor, "report:read", "L-2611-0001", "35.10", risk="high")
    screen = on(Trail)
    assert "Laporan dibuka" in {row.title for row in screen.rows}
    assert any(row.detail.startswith("Sri W. · L-2611") for row in screen.rows)
    assert not [word for word in CANARIES if word in repr(screen.rows)]
    do(
        screen.search,
        form(trail_account=str(counsellor.id), trail_since="2020-01-01", trail_until="nonsense"),
    )
    assert {row.title for row in screen.rows} == {"Laporan dibuka"}
    do(screen.search, form(trail_action="units:", trail_ref="' OR 1=1 --"))
    assert screen.rows == []


def test_the_verification_tells_its_way_and_finds_a_changed_row() -> None:
    for number in range(5):
        with open_session(SYSTEM) as session:
            audit(session, SYSTEM, "house:backup", str(number))
    seen = [0, 0]
    verdict, whole = say_verdict(*walk_chain(seen))
    assert (whole, seen[0], seen[0] == seen[1]) == (True, 5, True)
    assert "5 baris" in verdict
    with get_engine().begin() as connection:
        connection.execute(sql("UPDATE audit_entry SET object_ref = 'x' WHERE id = 3"))
    verdict, whole = say_verdict(*walk_chain([0, 0]))
    assert not whole
    assert "baris 3" in verdict


def handlers(state: type[AppState]) -> list[tuple[str, Permission]]:
    own = [name for name in state.event_handlers if name != "setvar" and name in vars(state)]
    return [(name, permission_of(state.event_handlers[name])) for name in own]  # type: ignore[misc]


@pytest.mark.parametrize("state", SCREENS)
def test_every_handler_asks_for_what_only_administrators_have(state: type[AppState]) -> None:
    assert len(handlers(state)) >= 3
    for name, permission in handlers(state):
        holders = {kind for kind, held in PERMISSIONS.items() if permission in held} - {"system"}
        assert holders == {Role.ADMIN}, name


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR])
@pytest.mark.parametrize("state", SCREENS)
def test_a_forged_event_of_another_role_gets_nothing_even_behind_the_gate(
    state: type[AppState], role: Role
) -> None:
    """The gate refuses these events; here the domain is asked as if it had not."""
    make_account(Role.ADMIN, display_name="CANARYADMIN")
    screen = Tab(signed_in("sari", role=role)).on(state)
    before = count_everything()
    for name, _ in handlers(state):
        function = inspect.unwrap(getattr(type(screen), name).fn)
        wanted = len(inspect.signature(function).parameters) - 1
        given: list[Any] = [form(**NEW_ACCOUNT) if name in FORMS else "1"] * wanted
        do_quietly(getattr(screen, name), *given)
    assert "CANARYADMIN" not in repr({name: getattr(screen, name) for name in state.base_vars})
    assert count_everything() == before


FORMS = frozenset({"create", "save", "save_clock", "search", "add"})


def do_quietly(handler: Any, *given: Any) -> None:
    async def run() -> None:
        result = handler(*given)
        if not hasattr(result, "__aiter__"):
            await result

    asyncio.run(run())


def count_everything() -> dict[str, int]:
    tables = ("account", "unit", "code_item", "hotline", "neighbourhood")
    with get_engine().connect() as connection:
        return {
            table: connection.execute(sql(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables
        }


def test_an_administrator_reads_no_report_and_no_case_by_any_handler_or_door() -> None:
    """Every handler of every other workspace asks for something that an administrator does not hold."""
    held = PERMISSIONS[Role.ADMIN]
    for state in ours():
        for name, handler in state.event_handlers.items():
            permission = permission_of(handler) if name != "setvar" else None
            if permission in held:
                assert state in SCREENS or permission in (Permission.PAGE_OPEN, Permission.OWN_ACCOUNT), name
    assert not {kind for kind in held if str(kind).startswith(("reports:", "cases:"))}
