"""Houses, rooms and beds of the area, and where a house stands: shown when asked for, gone when the page is left."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.shelter.address import read_address, set_address
from rindu_app.domain.shelter.home import read_houses
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text
from rindu_app.state.shelter.shown import ShownPlace, show_places

WORK = Permission.SHELTER_WORK
NOWHERE = "Alamat belum ditulis."


class ShelterRooms(Acting, AppState):
    """`shown`: id of the house whose address is on the screen. `writing`: id of the house whose address is being written."""

    houses: list[ShownPlace] = []
    shown: str = ""
    address: str = ""
    writing: str = ""
    ready: bool = False

    @action(WORK)
    async def load(self) -> None:
        self.shown, self.address, self.writing = "", "", ""
        self.houses, self.ready = show_places(await self._read(read_houses)), True

    @action(WORK)
    async def show_address(self, house: str) -> None:
        found = await self._run(read_address, house_id=_id(house))
        self.shown, self.address = str(house), found.address or NOWHERE

    @action(WORK)
    async def hide_address(self) -> None:
        self.shown, self.address = "", ""

    @action(WORK)
    async def begin(self, house: str) -> Any:
        self.shown, self.address, self.writing = "", "", str(house)
        yield
        yield focus("place_address")

    @action(WORK)
    async def stop(self) -> None:
        self.writing = ""

    @action(WORK)
    async def keep_address(self, form: FormData[str, Any]) -> Any:
        house, address = _id(self.writing), text(form, "place_address")
        await self._act("place", set_address, house_id=house, address=address)
        self.writing = ""
        await self._say("Alamat disimpan. Hanya petugas rumah perlindungan yang dapat melihatnya.")
        return focus("judul")


def _id(house: str) -> int:
    return int(house) if str(house).isascii() and str(house).isdigit() and len(str(house)) < 10 else 0
