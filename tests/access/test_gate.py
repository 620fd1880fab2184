"""Net 1, attacked over a real socket: forged events are refused, logged, and bring nothing."""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from rindu_app.access import database
from rindu_app.access.session import ScopedSession, open_session
from rindu_app.domain.accounts import commands, sessions
from rindu_app.models import AuditHead
from rindu_app.words.codes import Role
from tests.access.bare_socket import Attacker, served
from tests.accounts import KEEPER, SignedIn, give_password, signed_in
from tests.conftest import forget_installation

pytestmark = pytest.mark.slow

ROOT = "reflex___state____state"
PLANTED = f"{ROOT}.rindu_app___state___base____app_state.tests___access___gate_app____planted"
CARELESS = f"{ROOT}.tests___access___gate_app____careless"
HYDRATE = f"{ROOT}.hydrate_and_load"
SECRET = "catatan rahasia"
NOTHING = "[]"


@dataclass
class House:
    origin: str
    log: Path
    sari: SignedIn
    admin: SignedIn

    def refusals(self) -> int:
        return self.log.read_text().count("event_refused")

    def audited(self, account_id: int) -> int:
        query = text("SELECT count(*) FROM audit_entry WHERE action = 'refused' AND actor = :actor")
        with database.get_engine().connect() as connection:
            return int(connection.execute(query, {"actor": f"account:{account_id}"}).scalar() or 0)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The real app with planted States, running in its own process on a fresh installation."""
    folder = tmp_path_factory.mktemp("house")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINDU_DATA_DIR", str(folder))
        forget_installation()
        SQLModel.metadata.create_all(database.get_engine())
        with ScopedSession(database.get_engine()) as session:
            session.add(AuditHead(id=1))
            session.commit()
        sari, admin = signed_in("sari"), signed_in("admin", role=Role.ADMIN)
        with served("tests.access.gate_app:asgi", folder / "log") as origin:
            yield House(origin, folder / "log", sari, admin)
    forget_installation()


def becomes(read: Callable[[], int], wanted: int) -> bool:
    """A busy server answers late: what must be on record is waited for, what must not is looked at once."""
    for _ in range(200):
        if read() >= wanted:
            break
        time.sleep(0.1)
    return read() == wanted


def run(story: Coroutine[Any, Any, str]) -> str:
    return asyncio.run(asyncio.wait_for(story, 60))


async def one_event(house: House, name: str, *, cookie: str = "", token: str = "", **payload: Any) -> str:
    async with Attacker(house.origin, cookie=cookie, token=token or name[-30:]) as tab:
        return await tab.send(name, **payload)


EVENTS = [
    (HYDRATE, {}),
    (f"{ROOT}.hydrate", {}),
    (f"{ROOT}.set_is_hydrated", {"value": True}),
    (f"{ROOT}.reflex___state____on_load_internal_state.on_load_internal", {}),
    (f"{PLANTED}.load", {}),
    (f"{PLANTED}.watch", {}),
    (f"{PLANTED}.setvar", {"var_name": "note", "value": "x"}),
    (f"{CARELESS}.helper", {}),
    (f"{CARELESS}.behind", {}),
]


@pytest.mark.parametrize(
    ("name", "payload"), EVENTS, ids=[name.rpartition(".")[2] + str(n) for n, (name, _) in enumerate(EVENTS)]
)
@pytest.mark.parametrize("cookie", ["", "made-up"])
def test_a_stranger_gets_nothing_but_the_way_to_the_sign_in_page(
    house: House, name: str, payload: dict[str, Any], cookie: str
) -> None:
    before = house.refusals()
    answer = run(one_event(house, name, cookie=cookie, **payload))
    assert "delta" not in answer
    assert "/masuk" in answer
    assert house.refusals() > before


def test_a_stranger_cannot_fill_the_audit_trail(house: House) -> None:
    with database.get_engine().connect() as connection:
        query = text("SELECT count(*) FROM audit_entry WHERE role = 'visitor'")
        before = connection.execute(query).scalar()
        run(one_event(house, f"{PLANTED}.load"))
        assert connection.execute(query).scalar() == before


def test_a_half_open_session_is_a_stranger(house: House) -> None:
    answer = run(one_event(house, f"{PLANTED}.load", cookie=give_password("sari").token))
    assert "delta" not in answer
    assert "/masuk" in answer


def test_who_holds_the_permission_is_let_through(house: House) -> None:
    assert SECRET in run(one_event(house, f"{PLANTED}.load", cookie=house.sari.token))
    assert "counsellor@35.10" in run(one_event(house, f"{PLANTED}.who", cookie=house.sari.token))


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        (f"{PLANTED}.supervise", {}),
        (f"{PLANTED}.setvar", {"var_name": "note", "value": SECRET}),
        (f"{ROOT}.setvar", {"var_name": "is_hydrated", "value": True}),
        (f"{CARELESS}.helper", {}),
        (f"{CARELESS}.later", {"files": []}),
        (f"{CARELESS}.behind", {}),
        (f"{ROOT}.reflex___state____update_vars_internal_state.update_vars_internal", {"vars": {f"{PLANTED}.note": SECRET}}),
    ],
    ids=["other permission", "setvar", "setvar of Reflex", "undeclared", "upload", "background", "browser storage"],
)  # fmt: skip
def test_what_is_not_hers_is_refused_logged_and_audited(
    house: House, name: str, payload: dict[str, Any]
) -> None:
    logged, audited = house.refusals(), house.audited(house.sari.account_id)
    assert run(one_event(house, name, cookie=house.sari.token, **payload)) == NOTHING
    assert becomes(house.refusals, logged + 1)
    assert becomes(lambda: house.audited(house.sari.account_id), audited + 1)


def test_another_role_is_refused_the_same_event(house: House) -> None:
    audited = house.audited(house.admin.account_id)
    assert run(one_event(house, f"{PLANTED}.load", cookie=house.admin.token)) == NOTHING
    assert becomes(lambda: house.audited(house.admin.account_id), audited + 1)


def test_an_unknown_event_brings_nothing_and_the_socket_lives_on(house: House) -> None:
    async def story() -> str:
        async with Attacker(house.origin, cookie=house.sari.token, token="unknown") as tab:
            for name in ("", "no.such", f"{PLANTED}._run", f"{PLANTED}.__class__", f"{ROOT}.reset"):
                assert await tab.send(name) == NOTHING
            return await tab.send(f"{PLANTED}.load")

    assert SECRET in run(story())


def test_loading_a_page_runs_only_what_is_hers(house: House) -> None:
    """Both on_load handlers of the page are refused: one wants a permission she lacks, one declares none."""
    audited = house.audited(house.sari.account_id)

    async def story() -> str:
        async with Attacker(house.origin, cookie=house.sari.token, token="page") as tab:
            return await tab.send(HYDRATE, path="/tes-muat")

    assert SECRET not in run(story())
    assert becomes(lambda: house.audited(house.sari.account_id), audited + 2)


def test_her_client_token_gives_nobody_else_her_state(house: House) -> None:
    dewi = signed_in("dewi")

    async def story() -> str:
        async with Attacker(house.origin, cookie=dewi.token, token="tab-of-dewi") as hers:
            assert SECRET in await hers.send(f"{PLANTED}.load")
        async with Attacker(house.origin, cookie=dewi.token, token="tab-of-dewi") as again:
            assert SECRET in await again.send(HYDRATE, path="/")
        for cookie in (house.sari.token, house.admin.token, ""):
            async with Attacker(house.origin, cookie=cookie, token="tab-of-dewi") as thief:
                for name in (HYDRATE, f"{ROOT}.hydrate", f"{PLANTED}.set_note"):
                    given = {"value": "x"} if name.endswith("note") else {}
                    assert SECRET not in await thief.send(name, path="/", **given)
        return "done"

    run(story())


def test_what_runs_in_the_background_does_not_follow_her_token_to_a_thief(house: House) -> None:
    """Her socket is gone, a thief's stands under her token, and a change in her area comes in."""
    eka = signed_in("eka")

    async def story() -> str:
        async with Attacker(house.origin, cookie=eka.token, token="tab-of-eka") as hers:
            await hers.send(f"{PLANTED}.watch")
        async with Attacker(house.origin, cookie=house.sari.token, token="tab-of-eka") as thief:
            async with Attacker(house.origin, cookie=house.sari.token, token="other") as other:
                await other.send(f"{PLANTED}.ring", area="35.10")
            return await thief.settle()

    assert run(story()) == NOTHING


def test_an_open_screen_hears_of_changes_in_its_own_area_only(house: House) -> None:
    jauh = signed_in("jauh", area="64.71")

    def turns(received: str) -> int:
        return received.count("turns_rx_state_")

    async def story() -> str:
        async with (
            Attacker(house.origin, cookie=house.sari.token, token="here") as here,
            Attacker(house.origin, cookie=jauh.token, token="far") as far,
            Attacker(house.origin, cookie=house.sari.token, token="rings") as ringer,
        ):
            for tab in (here, far):
                await tab.send(f"{PLANTED}.watch")
            before = turns(await here.settle()), turns(await far.settle())
            await ringer.send(f"{PLANTED}.ring", area="35.10.01.2001")
            after = turns(await here.settle()), turns(await far.settle())
            assert (after[0] - before[0], after[1] - before[1]) == (1, 0)
        return "done"

    run(story())


def test_a_session_ended_elsewhere_ends_here_at_the_next_event(house: House) -> None:
    fitri = signed_in("fitri")

    async def story() -> str:
        async with Attacker(house.origin, cookie=fitri.token, token="tab-of-fitri") as tab:
            assert SECRET in await tab.send(f"{PLANTED}.load")
            with open_session(fitri.actor) as session:
                sessions.end_session(session, fitri.actor, uid=fitri.actor.session_uid)
            tab.received.clear()
            return await tab.send(f"{PLANTED}.who")

    answer = run(story())
    assert "counsellor" not in answer
    assert "/masuk" in answer


def changed(account_id: int, change: str) -> None:
    """What an administrator does to her account while her screen stands open."""
    rights: dict[str, Any] = {"role": Role.COUNSELLOR, "area_code": "35.10", "active": True}
    new: dict[str, Any] = {"role": Role.ADMIN, "area": "35", "closed": False}
    name = {"role": "role", "area": "area_code", "closed": "active"}.get(change)
    with open_session(KEEPER) as session:
        if change == "password":
            commands.reset_password(session, KEEPER, account_id=account_id, password="hujan di sawah hijau")
        elif change == "second factor":
            commands.reset_second_factor(session, KEEPER, account_id=account_id)
        else:
            rights[str(name)] = new[change]
            commands.change_account(session, KEEPER, account_id=account_id, display_name="Gita", **rights)


@pytest.mark.parametrize("change", ["role", "area", "closed", "password", "second factor"])
def test_changed_rights_hold_from_the_next_event_on(house: House, change: str) -> None:
    person = signed_in(f"gita-{change.replace(' ', '-')}")

    async def story() -> str:
        async with Attacker(house.origin, cookie=person.token, token=change) as tab:
            assert SECRET in await tab.send(f"{PLANTED}.load")
            changed(person.account_id, change)
            tab.received.clear()
            return await tab.send(HYDRATE, path="/") + await tab.send(f"{PLANTED}.load")  # and a replay

    answer = run(story())
    assert SECRET not in answer
    assert "/masuk" in answer


def test_a_refusal_becomes_an_indonesian_sentence_at_its_field(house: House) -> None:
    answer = run(one_event(house, f"{PLANTED}.refused", cookie=house.sari.token))
    assert "Belum ada nomor telepon" in answer
    assert '"phone"' in answer
    assert "unreachable" not in answer


def test_a_breakdown_becomes_a_number_and_sends_nothing_of_itself(house: House) -> None:
    answer = run(one_event(house, f"{PLANTED}.broken", cookie=house.sari.token))
    assert "Maaf, ada yang tidak beres" in answer
    assert SECRET not in answer
    assert "RuntimeError" not in answer
    number = answer.partition("melapor: ")[2][:6]
    assert number in house.log.read_text()


def test_wrong_arguments_send_nothing_of_the_failure(house: House) -> None:
    answer = run(one_event(house, f"{PLANTED}.load", cookie=house.sari.token, surplus=["x"] * 3))
    assert SECRET not in answer
    assert "Error" not in answer


def test_a_flood_of_events_is_held_back(house: House) -> None:
    hana = signed_in("hana")

    async def story() -> str:
        async with Attacker(house.origin, cookie=hana.token, token="flood") as tab:
            event = {"name": f"{PLANTED}.who", "payload": {}, "router_data": {"pathname": "/"}}
            for _ in range(300):
                await tab.client.emit("event", event, namespace="/_event")
            await tab.settle(quiet=1)
            held = house.log.read_text().count("event_held_back")
            assert held > 50
            tab.received.clear()
            await asyncio.sleep(1)
            return await tab.send(f"{PLANTED}.load")

    assert SECRET in run(story())


def test_another_site_cannot_open_a_socket_with_her_cookie(house: House) -> None:
    async def story() -> str:
        tab = Attacker(house.origin, cookie=house.sari.token, token="csrf")
        tab.origin_header = "https://jahat.example"
        try:
            async with tab:
                return await tab.send(f"{PLANTED}.load")
        except Exception as error:
            return json.dumps(type(error).__name__)

    assert run(story()) == '"ConnectionError"'


def test_signing_out_empties_every_open_tab(house: House) -> None:
    intan = signed_in("intan")

    async def story() -> str:
        async with Attacker(house.origin, cookie=intan.token, token="tab-of-intan") as tab:
            assert SECRET in await tab.send(f"{PLANTED}.load")
            tab.received.clear()
            async with httpx.AsyncClient(base_url=house.origin) as browser:
                headers = {"Cookie": f"ruang={intan.token}", "Sec-Fetch-Site": "same-origin"}
                assert (await browser.post("/keluar-akun", headers=headers)).status_code == 303
            emptied = await tab.settle()
            assert '"note_rx_state_": ""' in emptied
            tab.received.clear()
            return await tab.send(HYDRATE, path="/")

    answer = run(story())
    assert "delta" not in answer
    assert "/masuk" in answer
