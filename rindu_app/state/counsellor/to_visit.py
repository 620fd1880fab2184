"""Who is to be visited after a closing: mine, and for a supervisor those of the area."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.lists import MOST, list_due
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown_aftercare import ShownDue, show_due


class ToVisit(AppState):
    """`phase`: loading or ready. `alarms` first, then `late`, then what comes. `full`: there may be more than are shown."""

    phase: str = "loading"
    alarms: tuple[ShownDue, ...] = ()
    late: tuple[ShownDue, ...] = ()
    soon: tuple[ShownDue, ...] = ()
    full: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        zone, rows = await self._read(own_zone), await self._read(list_due)
        self.alarms = tuple(show_due(row, zone) for row in rows if row.alarm)
        self.late = tuple(show_due(row, zone) for row in rows if row.late and not row.alarm)
        self.soon = tuple(show_due(row, zone) for row in rows if not row.late and not row.alarm)
        self.full, self.phase = len(rows) == MOST, "ready"
        return focus("judul")

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self.alarms, self.late, self.soon = (), (), ()
        self.phase, self.full = "loading", False
