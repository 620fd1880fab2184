"""What a supervisor looks at: emergency openings, contacts outside the safe rules, supervisors who were shut out, cases
without a manager, and what administrators did to the accounts that can read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.accounts.changes import list_account_changes
from rindu_app.domain.cases.adrift import list_adrift
from rindu_app.domain.cases.lists import list_broken_glass
from rindu_app.domain.cases.team import acknowledge_break_glass
from rindu_app.domain.reports.block_notices import acknowledge_block, list_block_notices
from rindu_app.domain.reports.overrides import list_overrides
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown import (
    ShownAccountChange,
    ShownBlockNotice,
    ShownCase,
    ShownGlass,
    ShownOverride,
    show_account_change,
    show_block_notice,
    show_case,
    show_glass,
    show_override,
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What a supervisor has to look at."""

    openings: tuple[ShownGlass, ...] = ()
    overrides: tuple[ShownOverride, ...] = ()
    blocks: tuple[ShownBlockNotice, ...] = ()
    adrift: tuple[ShownCase, ...] = ()
    accounts: tuple[ShownAccountChange, ...] = ()


class ToCheck(AppState):
    seen: Found = Found()
    ready: bool = False

    @action(Permission.CASE_SUPERVISE)
    async def load(self) -> Any:
        self.seen, self.ready = await self._run(_look), True
        return focus("judul")

    @action(Permission.CASE_SUPERVISE)
    async def acknowledge(self, uid: str) -> None:
        await self._settle(acknowledge_break_glass, uid)

    @action(Permission.CASE_SUPERVISE)
    async def acknowledge_block(self, uid: str) -> None:
        await self._settle(acknowledge_block, uid)

    async def _settle(self, function: Callable[..., Any], uid: str) -> None:
        await self._run(function, uid=str(uid))
        self.seen = await self._run(_look)
        await self._say("Ditandai sudah diperiksa.")


def _look(session: ScopedSession, actor: Actor) -> Found:
    zone = own_zone(session, actor)
    return Found(
        tuple(show_glass(row, zone) for row in list_broken_glass(session, actor)),
        tuple(show_override(row, zone) for row in list_overrides(session, actor)),
        tuple(show_block_notice(row, zone) for row in list_block_notices(session, actor)),
        tuple(show_case(row, zone) for row in list_adrift(session, actor)),
        tuple(show_account_change(row, zone) for row in list_account_changes(session, actor)),
    )
