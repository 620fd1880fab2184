"""Who works on a case, and who has looked at it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases import team
from rindu_app.domain.cases.colleagues import list_candidates
from rindu_app.domain.cases.rows import AccessRow
from rindu_app.domain.cases.view import read_team
from rindu_app.domain.transfers import putting
from rindu_app.domain.transfers.answering import accept_transfer, refuse_transfer
from rindu_app.domain.transfers.ending import withdraw_transfer
from rindu_app.domain.transfers.view import read_transfers
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.choices import people
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_case import ShownMember, show_member
from rindu_app.state.counsellor.shown_transfers import ShownTransfers, show_transfers
from rindu_app.state.forms import FormData, number, text
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
    transfers: ShownTransfers = ShownTransfers()

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

    @action(Permission.CASE_SUPERVISE)
    async def hand_over(self, form: FormData[str, Any]) -> None:
        await self._decide("hand", team.hand_over, account_id=number(form, "hand_account_id"))
        await self._say("Manajer kasus ditetapkan.")

    @action(Permission.CASE_WRITE)
    async def offer(self, form: FormData[str, Any]) -> None:
        whom, reason = number(form, "offer_account_id"), text(form, "offer_reason")
        await self._decide("offer", putting.offer_case, account_id=whom, reason=reason)
        await self._say("Kasus ditawarkan. Anda tetap manajernya sampai ia menerima.")

    @action(Permission.CASE_WRITE)
    async def request(self, form: FormData[str, Any]) -> None:
        await self._do("request", putting.request_case, reason=text(form, "request_reason"))
        await self._say("Permintaan Anda sampai kepada manajer kasus dan penyelia.")

    @action(Permission.CASE_WRITE)
    async def forward(self, form: FormData[str, Any]) -> None:
        area, reason = text(form, "forward_area_code"), text(form, "forward_reason")
        await self._decide("forward", putting.forward_case, area_code=area, reason=reason)
        await self._say("Kasus diteruskan. Tim ini tetap menanganinya sampai kantor itu menerima.")

    @action(Permission.CASE_WRITE)
    async def withdraw(self, uid: str) -> None:
        await self._do("withdraw", withdraw_transfer, uid=str(uid))
        await self._say("Pengalihan dibatalkan.")

    @action(Permission.CASE_WRITE)
    async def answer(self, form: FormData[str, Any]) -> None:
        uid, yes = text(form, "uid"), text(form, "answer") == "yes"
        if yes:
            await self._act("answer", accept_transfer, uid=uid)
        else:
            await self._act("answer", refuse_transfer, uid=uid, reason=text(form, "answer_reason"))
        await self._refresh()
        await self._say("Kasus dialihkan." if yes else "Permintaan ditolak.")

    async def _refresh(self) -> None:
        view = await self._run(read_team, number=self._number)
        self._show(view.head)
        self.team = tuple(show_member(row, view.head.timezone) for row in view.team)
        self.access = show_access(view.log, view.head.timezone)
        transfers = await self._run(read_transfers, number=self._number)
        self.transfers = show_transfers(transfers, view.head.timezone)

    def _forget(self) -> None:
        self.team, self.access, self.transfers = (), (), ShownTransfers()


def show_access(rows: tuple[AccessRow, ...], zone: str) -> tuple[ShownAccess, ...]:
    """The same act of the same person in a row is one line that says how often, with the newest time."""
    shown = []
    acts = ((row, act_in_words(row.action, row.ref)) for row in rows)
    for key, ((by, act), same) in enumerate(groupby(acts, key=lambda told: (told[0].by, told[1]))):
        times = [row.at for row, _ in same]
        often = f", {len(times)} kali" if len(times) > 1 else ""
        shown.append(ShownAccess(str(key), by, f"{act}{often}", dates.show_moment(times[0], zone)))
    return tuple(shown)
