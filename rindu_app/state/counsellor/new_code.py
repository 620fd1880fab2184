"""A new code for the person of the report that is open, where her old one was ended."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.codes import show_code
from rindu_app.domain.reports.new_codes import prepare_code, renew_code
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.on_report import OnReport


class NewCode(OnReport, AppState):
    """`code` is shown once, to be handed over; it goes when the page is left."""

    code: str = ""

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        self.code = ""

    @action(Permission.REPORT_READ)
    async def leave(self) -> None:
        self.code = ""

    @action(Permission.REPORT_WRITE)
    async def renew(self) -> Any:
        number = self._shown_number()
        receipt = await self._read(prepare_code, number=number)
        self.code = show_code(await self._run(renew_code, number=number, receipt=receipt))
        await self._see_again()
        return focus("judul")
