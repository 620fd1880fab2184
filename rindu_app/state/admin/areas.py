"""The areas of the country, and the RT and RW of mine."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.areas.neighbourhoods import VILLAGE, add_neighbourhoods, list_neighbourhoods
from rindu_app.domain.areas.queries import list_children, read_area_paths
from rindu_app.state.admin.shown import Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text

MANAGE = Permission.REFERENCE_MANAGE


class Areas(Acting, AppState):
    """`code` is the area looked at; `path` leads back up, `rows` lead down, `homes` are its RW and RT."""

    code: str = ""
    name: str = ""
    path: list[Row] = []
    rows: list[Row] = []
    homes: list[Row] = []
    is_village: bool = False
    ready: bool = False

    @action(MANAGE)
    async def load(self) -> None:
        await self._show((await self._actor()).area_code)

    @action(MANAGE)
    async def go(self, code: str) -> Any:
        await self._show(str(code)[:13])
        return focus("judul")

    @action(MANAGE)
    async def add(self, form: FormData[str, Any]) -> Any:
        given = {name: text(form, f"rt_{name}") for name in ("rw", "first", "last")}
        count = await self._act("rt", add_neighbourhoods, area_code=self.code, **given)
        await self._show(self.code)
        await self._say(f"{count} RT ditambahkan.")
        return focus("judul")

    async def _show(self, code: str) -> None:
        self.code, self.ready = code, True
        self.name, self.path, self.rows, self.homes = await self._read(look, code)
        self.is_village = code.count(".") == VILLAGE - 1


def look(session: ScopedSession, actor: Actor, code: str) -> tuple[str, list[Row], list[Row], list[Row]]:
    """(name, ancestors from the top, areas below, RW with their RT) of an area; the country for ""."""
    path = read_area_paths(session, [code]).get(code)
    steps = list(reversed(path.steps)) if path else []
    above = [Row("", "Indonesia"), *(Row(step.code, step.name) for step in steps[:-1])] if steps else []
    below = [
        Row(area.code, area.name, f"{area.kind} · {area.code}")
        for area in list_children(session, code or None)
    ]
    homes: dict[str, list[str]] = {}
    for rw, rt in list_neighbourhoods(session, code):
        homes.setdefault(rw, []).append(rt)
    groups = [Row(rw, f"RW {rw}", f"RT {', '.join(rts)}") for rw, rts in homes.items()]
    return (path.name if path else "Indonesia"), above, below, groups
