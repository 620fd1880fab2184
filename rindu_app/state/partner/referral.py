"""One referral, as its partner sees and answers it."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.referrals.answering import answer_referral
from rindu_app.domain.referrals.lists import peek_addressed, read_addressed
from rindu_app.domain.referrals.rows import AddressedView
from rindu_app.domain.referrals.shown import ShownReferral, show_view
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus, last_part
from rindu_app.state.forms import FormData, text
from rindu_app.words.codes import ReferralAction

ANSWER = Permission.REFERRAL_ANSWER


class AddressedPage(Acting, AppState):
    """`phase`: loading, ready or missing (not there, or not sent to us)."""

    phase: str = "loading"
    referral: ShownReferral = ShownReferral()
    _number: str = ""
    _mark: tuple[str, bool] = ("", False)

    @action(ANSWER)
    async def load(self) -> Any:
        self._forget()
        self._number, self.phase = last_part(self.router.url.path), "missing"
        await self._refresh()
        return focus("judul")

    @action(ANSWER, background=True)
    async def watch(self) -> None:
        """A withdrawal empties the open page; a colleague's answer shows."""
        async for _ in self._changes():
            view = await self._changed() if self._number else None
            if view is not None:
                async with self:
                    self._put(view)

    @action(ANSWER)
    async def leave(self) -> None:
        self._forget()

    @action(ANSWER)
    async def accept(self) -> None:
        await self._answer("accept", ReferralAction.ACCEPT, "")
        await self._say("Rujukan diterima. Kirim hasilnya dari halaman ini.")

    @action(ANSWER)
    async def refuse(self, form: FormData[str, Any]) -> None:
        await self._answer("refuse", ReferralAction.REFUSE, text(form, "refuse_note"))
        await self._say("Penolakan terkirim kepada yang merujuk.")

    @action(ANSWER)
    async def finish(self, form: FormData[str, Any]) -> None:
        await self._answer("finish", ReferralAction.FINISH, text(form, "finish_note"))
        await self._say("Hasil terkirim. Terima kasih.")

    @action(ANSWER)
    async def miss(self, form: FormData[str, Any]) -> None:
        await self._answer("miss", ReferralAction.MISS, text(form, "miss_note"))
        await self._say("Terkirim. Yang merujuk mencari jalan lain.")

    async def _answer(self, form: str, step: ReferralAction, note: str) -> None:
        try:
            await self._act(form, answer_referral, number=self._number, action=step, note=note)
        finally:
            await self._refresh()

    async def _changed(self) -> AddressedView | None:
        if await self._read(peek_addressed, number=self._number) == self._mark:
            return None
        return await self._run(read_addressed, number=self._number)

    async def _refresh(self) -> None:
        self._put(await self._run(read_addressed, number=self._number))

    def _put(self, view: AddressedView) -> None:
        self.referral, self.phase = show_view(view), "ready"
        self._mark = view.status, view.live

    def _forget(self) -> None:
        """Nothing of a person stays behind when the page is left."""
        self.referral, self.phase, self._number, self._mark = ShownReferral(), "loading", "", ("", False)
