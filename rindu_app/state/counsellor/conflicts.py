"""Keeping a colleague who is or knows the reported person from the report that is open."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases.colleagues import list_blockable
from rindu_app.domain.reports.conflicts import block_colleague, list_blocks, unblock_colleague
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.choices import people
from rindu_app.state.counsellor.on_report import OnReport
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, number, text


@dataclass(frozen=True)
class ShownBlock:
    uid: str = ""
    name: str = ""
    reason: str = ""


class Conflicts(OnReport, AppState):
    rows: list[ShownBlock] = []
    people: list[Choice] = []

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        await self._look()

    @action(Permission.REPORT_READ)
    async def leave(self) -> None:
        self.rows, self.people = [], []

    @action(Permission.REPORT_WRITE)
    async def block(self, form: FormData[str, Any]) -> None:
        given = {"account_id": number(form, "block_account_id"), "reason": text(form, "block_reason")}
        await self._act("block", block_colleague, number=self._shown_number(), **given)
        await self._look()
        await self._see_again()
        await self._say("Petugas itu tidak lagi dapat melihat atau menemukan laporan ini.")

    @action(Permission.REPORT_WRITE)
    async def unblock(self, uid: str) -> None:
        await self._run(unblock_colleague, number=self._shown_number(), uid=str(uid))
        await self._look()
        await self._say("Halangan dicabut.")

    async def _look(self) -> None:
        """Nothing of the page before stays, also where this one is not there."""
        self.rows, self.people = [], []
        self.rows, self.people = await self._read(look, self._shown_number())


def look(session: ScopedSession, actor: Actor, report: str) -> tuple[list[ShownBlock], list[Choice]]:
    return (
        [ShownBlock(row.uid, row.name, row.reason) for row in list_blocks(session, actor, number=report)],
        people(list_blockable(session, actor, number=report)),
    )
