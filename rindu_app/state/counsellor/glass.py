"""Opening a case in an emergency, and the supervisor's list of such openings."""

from typing import Any

import reflex as rx

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases.lists import list_broken_glass
from rindu_app.domain.cases.team import acknowledge_break_glass, break_glass
from rindu_app.domain.reports.overrides import list_overrides
from rindu_app.settings import get_settings
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown import ShownGlass, ShownOverride, show_glass, show_override
from rindu_app.state.forms import FormData, text
from rindu_app.words import routes
from rindu_app.words.dates import show_length


class BreakGlass(Acting, AppState):
    """`hours`: how long such an opening lasts, in words."""

    hours: str = ""

    @action(Permission.CASE_BREAK_GLASS)
    async def load(self) -> Any:
        self.hours = show_length(get_settings().break_glass_minutes)
        return focus("judul")

    @action(Permission.CASE_BREAK_GLASS)
    async def break_open(self, form: FormData[str, Any]) -> Any:
        number = text(form, "glass_number").strip().upper()
        await self._act("glass", break_glass, number=number, reason=text(form, "glass_reason"))
        return rx.redirect(routes.case(number))


class BrokenGlass(AppState):
    """For supervisors: who opened what, who broke a safe contact, and why."""

    rows: list[ShownGlass] = []
    overrides: list[ShownOverride] = []
    ready: bool = False

    @action(Permission.CASE_SUPERVISE)
    async def load(self) -> Any:
        self.rows, self.overrides = await self._read(_look)
        self.ready = True
        return focus("judul")

    @action(Permission.CASE_SUPERVISE)
    async def acknowledge(self, uid: str) -> None:
        await self._run(acknowledge_break_glass, uid=str(uid))
        self.rows, self.overrides = await self._read(_look)
        await self._say("Ditandai sudah diperiksa.")


def _look(session: ScopedSession, actor: Actor) -> tuple[list[ShownGlass], list[ShownOverride]]:
    zone = own_zone(session, actor)
    return (
        [show_glass(row, zone) for row in list_broken_glass(session, actor)],
        [show_override(row, zone) for row in list_overrides(session, actor)],
    )
