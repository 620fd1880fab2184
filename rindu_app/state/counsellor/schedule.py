"""My coming meetings and due tasks."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.schedule.queries import list_schedule
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown import ShownPlan, show_plan


class Schedule(AppState):
    """Late tasks stand apart, first."""

    late: list[ShownPlan] = []
    coming: list[ShownPlan] = []
    ready: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        rows = await self._run(_look)
        self.late, self.coming = [row for row in rows if row.late], [row for row in rows if not row.late]
        self.ready = True
        return focus("judul")

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self.late, self.coming, self.ready = [], [], False


def _look(session: ScopedSession, actor: Actor) -> list[ShownPlan]:
    zone = own_zone(session, actor)
    return [show_plan(row, zone) for row in list_schedule(session, actor)]
