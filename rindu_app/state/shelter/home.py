"""Where the shelter's people begin their day: requests and who stays now, read again whenever something changes."""

from rindu_app.access.permissions import Permission
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.state.base import AppState, action
from rindu_app.state.shelter.shown import ShownHouse, ShownStay, show_home


class ShelterDay(AppState):
    requests: list[ShownStay] = []
    houses: list[ShownHouse] = []
    ready: bool = False

    @action(Permission.SHELTER_WORK)
    async def load(self) -> None:
        self.requests, self.houses = show_home(await self._read(read_shelter_home))
        self.ready = True

    @action(Permission.SHELTER_WORK, background=True)
    async def watch(self) -> None:
        """A new request, a consent taken back, a decision on more days: seen at once, without asking for it."""
        async for _ in self._changes():
            found = show_home(await self._read(read_shelter_home))
            async with self:
                self.requests, self.houses = found

    @action(Permission.SHELTER_WORK)
    async def leave(self) -> None:
        self.requests, self.houses, self.ready = [], [], False
