"""Open screens learn that something changed in their area, and nothing more; what changed they read themselves."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reflex_base.registry import RegistrationContext

from rindu_app.access import bell
from rindu_app.access.scopes import is_within


class Ear:
    """One open screen. Rings that come while it is busy count as one."""

    def __init__(self, area_code: str) -> None:
        self.area_code = area_code
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()

    def hear(self, area_code: str) -> None:
        """Called from any thread. A change above my area (a forward to the kabupaten) concerns me as little as one beside it."""
        if is_within(area_code, self.area_code) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._rung.set)

    async def wait(self, at_most: float) -> None:
        """Until the next ring, or so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), at_most)
        self._rung.clear()


@contextmanager
def listening(area_code: str) -> Iterator[Ear]:
    ear = Ear(area_code)
    end = bell.listen(ear.hear)
    try:
        yield ear
    finally:
        end()


def is_connected(client_token: str) -> bool:
    """Whether a socket of this tab is open in this process."""
    namespace = RegistrationContext.get().app.event_namespace
    return namespace is not None and client_token in namespace.token_to_sid
