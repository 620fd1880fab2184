"""Who works on a case, and who has looked at it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases import team
from rindu_app.domain.cases.colleagues import list_candidates
from rindu_app.domain.cases.rows import AccessRow
from rindu_app.domain.cases.view import read_team
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.choices import people
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_case import ShownMember, show_member
from rindu_app.state.forms import FormData, number
from rindu_app.words import dates
from rindu_app.words.acts import act_in_words


@dataclass(frozen=True)
class ShownAccess:
    key: str
    by: str
    act: str
    when: str


class CaseTeam(CaseFile, AppState):
    team: tuple[ShownMember, ...] = ()
    access: tuple[ShownAccess, ...] = ()
    colleagues: list[Choice] = []

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        focused = await self._open()
        self.colleagues = people(await self._read(list_candidates, number=self._number))
        return focused

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def add_member(self, form: FormData[str, Any]) -> None:
        await self._do("member", team.add_member, account_id=number(form, "member_account_id"))
        await self._say("Anggota tim ditambahkan.")

    @action(Permission.CASE_WRITE)
    async def remove_member(self, account_id: str) -> None:
        account = int(account_id) if str(account_id).isdigit() else 0
        await self._do("member", team.remove_member, account_id=account)
        await self._say("Anggota tim dikeluarkan.")

    @action(Permission.CASE_WRITE)
    async def hand_over(self, form: FormData[str, Any]) -> None:
        await self._decide("hand", team.hand_over, account_id=number(form, "hand_account_id"))
        await self._say("Manajer kasus berganti. Anda tetap anggota tim.")

    async def _refresh(self) -> None:
        view = await self._run(read_team, number=self._number)
        self._show(view.head)
        self.team = tuple(show_member(row, view.head.timezone) for row in view.team)
        self.access = show_access(view.log, view.head.timezone)

    def _forget(self) -> None:
        self.team, self.access = (), ()


def show_access(rows: tuple[AccessRow, ...], zone: str) -> tuple[ShownAccess, ...]:
    """The same act of the same person in a row is one line that says how often, with the newest time."""
    shown = []
    acts = ((row, act_in_words(row.action, row.ref)) for row in rows)
    for key, ((by, act), same) in enumerate(groupby(acts, key=lambda told: (told[0].by, told[1]))):
        times = [row.at for row, _ in same]
        often = f", {len(times)} kali" if len(times) > 1 else ""
        shown.append(ShownAccess(str(key), by, f"{act}{often}", dates.show_moment(times[0], zone)))
    return tuple(shown)
