"""Cases that wait for my yes or no: offered to me, and for a supervisor those put to her office."""

from typing import Any

import reflex as rx

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.transfers.answering import accept_transfer, refuse_transfer
from rindu_app.domain.transfers.lists import list_put_to_me, list_put_to_office
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import Acting
from rindu_app.state.counsellor.shown_transfers import ShownOffered, show_offered
from rindu_app.state.forms import FormData, number, text
from rindu_app.words import routes


class Offered(Acting, AppState):
    """`mine`: put to me by name, shown where my day begins. `office`: for supervisors, among their decisions."""

    mine: tuple[ShownOffered, ...] = ()
    office: tuple[ShownOffered, ...] = ()

    @action(Permission.CASE_WRITE)
    async def load(self) -> None:
        await self._refresh()

    @action(Permission.CASE_WRITE)
    async def leave(self) -> None:
        self.mine, self.office = (), ()

    @action(Permission.CASE_WRITE)
    async def answer(self, form: FormData[str, Any]) -> Any:
        uid = text(form, "uid")
        if text(form, "answer") != "yes":
            await self._act(uid, refuse_transfer, uid=uid, reason=text(form, "reason"))
            await self._refresh()
            return await self._say("Jawaban Anda tercatat. Kasusnya tetap pada tim yang sekarang.")
        whom, keep = number(form, "account_id"), text(form, "keep") == "yes"
        case = await self._act(uid, accept_transfer, uid=uid, account_id=whom, keep=keep)
        return rx.redirect(routes.case(number_of(case)))

    async def _refresh(self) -> None:
        zone = await self._read(choices.own_zone)
        self.mine = tuple(show_offered(row, zone) for row in await self._run(list_put_to_me))
        if (await self._actor()).may(Permission.CASE_SUPERVISE):
            self.office = tuple(show_offered(row, zone) for row in await self._run(list_put_to_office))
