"""Referrals that wait for an answer or a result: mine, and for a supervisor those of the area."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.referrals.lists import list_waiting_referrals
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown_referrals import ShownWaiting, show_waiting


class WaitingReferrals(AppState):
    """`view`: mine or area."""

    rows: list[ShownWaiting] = []
    view: str = "mine"
    more: bool = False
    ready: bool = False
    supervises: bool = False
    _next: str = ""

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.supervises = (await self._actor()).may(Permission.CASE_SUPERVISE)
        self.view = "area" if self.supervises else "mine"
        await self._look()
        return focus("judul")

    @action(Permission.CASE_READ)
    async def show(self, view: str) -> None:
        self.view = "area" if view == "area" and self.supervises else "mine"
        await self._look()

    @action(Permission.CASE_READ)
    async def more_rows(self) -> None:
        rows, self._next = await self._read(look, self.view, self._next)
        self.rows, self.more = [*self.rows, *rows], bool(self._next)

    async def _look(self) -> None:
        self.rows, self._next = await self._read(look, self.view, "")
        self.more, self.ready = bool(self._next), True


def look(session: ScopedSession, actor: Actor, view: str, after: str) -> tuple[list[ShownWaiting], str]:
    """The rows after a key, and the next key."""
    zone, page = own_zone(session, actor), list_waiting_referrals(session, actor, view=view, after=after)
    return [show_waiting(row, zone) for row in page.rows], page.next_key
