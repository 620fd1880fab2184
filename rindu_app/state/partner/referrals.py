"""A partner's home: what was sent to it, and nothing else."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.referrals.lists import list_addressed
from rindu_app.domain.referrals.shown import ShownAddressed, show_row
from rindu_app.domain.reports.view import timezone_of
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus

ANSWER = Permission.REFERRAL_ANSWER


class AddressedList(AppState):
    """`ended`: those that are over instead of those that wait."""

    rows: list[ShownAddressed] = []
    ended: bool = False
    more: bool = False
    ready: bool = False
    _next: str = ""

    @action(ANSWER)
    async def load(self) -> Any:
        self.ended = False
        await self._look()
        return focus("judul")

    @action(ANSWER, background=True)
    async def watch(self) -> None:
        async for _ in self._changes():
            if not self.ended:
                rows, key = await self._read(look, ended=False, after="")
                async with self:
                    self.rows, self._next, self.more = rows, key, bool(key)

    @action(ANSWER)
    async def show(self, view: str) -> None:
        self.ended = view == "ended"
        await self._look()

    @action(ANSWER)
    async def more_rows(self) -> None:
        rows, self._next = await self._read(look, ended=self.ended, after=self._next)
        self.rows, self.more = [*self.rows, *rows], bool(self._next)

    async def _look(self) -> None:
        self.rows, self._next = await self._read(look, ended=self.ended, after="")
        self.more, self.ready = bool(self._next), True


def look(
    session: ScopedSession, actor: Actor, *, ended: bool, after: str
) -> tuple[list[ShownAddressed], str]:
    """The rows after a key, and the next key."""
    zone = timezone_of(session, actor.area_code)
    page = list_addressed(session, actor, ended=ended, after=int(after or 0))
    return [show_row(row, zone) for row in page.rows], page.next_key
