"""The shelter part of a case file: asking for a place, how the stay goes, and more days. Where she stays is not known here."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.shelter.asking import MOST_CHILDREN, Wanted, ask_for_place, cancel_request
from rindu_app.domain.shelter.onward import arrange_onward
from rindu_app.domain.shelter.staying import ask_extension_for_case, decide_extension
from rindu_app.domain.shelter.view import read_shelter_part
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.state.shelter.shown import ShownSheltered, show_stay


class CaseShelter(CaseFile, AppState):
    """`now` is what is under way (its number is "" where nothing is), `past` what came before. `children`: one entry for each
    child in the form."""

    now: ShownSheltered = ShownSheltered()
    past: tuple[ShownSheltered, ...] = ()
    agreed: bool = False
    supervises: bool = False
    needs: list[Choice] = []
    partners: list[Choice] = []
    children: list[str] = []

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.needs = await self._read(_needs)
        self.supervises = (await self._actor()).may(Permission.CASE_SUPERVISE)
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_children(self, count: str) -> None:
        many = int(count) if str(count).isascii() and str(count).isdigit() and len(str(count)) < 3 else 0
        self.children = [str(child) for child in range(1, min(many, MOST_CHILDREN) + 1)]

    @action(Permission.CASE_WRITE)
    async def ask(self, form: FormData[str, Any]) -> None:
        await self._do("ask", ask_for_place, wanted=read_wanted(form, self.children))
        self.children = []
        await self._say("Permintaan dikirim kepada rumah perlindungan.")

    @action(Permission.CASE_WRITE)
    async def cancel(self, form: FormData[str, Any]) -> None:
        await self._decide("cancel", cancel_request, reason=text(form, "cancel_reason"))
        await self._say("Permintaan dibatalkan.")

    @action(Permission.CASE_WRITE)
    async def extend(self, form: FormData[str, Any]) -> None:
        days, reason = number(form, "extend_days"), text(form, "extend_reason")
        await self._decide("extend", ask_extension_for_case, days=days, reason=reason)
        await self._say("Permintaan perpanjangan menunggu keputusan penyelia.")

    @action(Permission.CASE_WRITE)
    async def arrange(self, form: FormData[str, Any]) -> None:
        await self._decide("onward", arrange_onward, partner=text(form, "onward_partner"))
        await self._say("Lembaga penerima disimpan. Rumah perlindungan hanya tahu bahwa sudah ada.")

    @action(Permission.CASE_SUPERVISE)
    async def decide(self, form: FormData[str, Any]) -> None:
        approve, answer = text(form, "decide_approve") == "yes", text(form, "decide_answer")
        await self._decide("decide", decide_extension, approve=approve, answer=answer)
        await self._say("Masa tinggal diperpanjang." if approve else "Perpanjangan tidak disetujui.")

    async def _refresh(self) -> None:
        part = await self._run(read_shelter_part, number=self._number)
        self._show(part.head)
        self.agreed = part.agreed
        self.partners = [Choice(uid, name) for uid, name in part.partners]
        shown = tuple(show_stay(view) for view in part.stays)
        under_way = shown[:1] if shown and (shown[0].waits or shown[0].stays) else ()
        self.now = under_way[0] if under_way else ShownSheltered()
        self.past = shown[len(under_way) :]

    def _forget(self) -> None:
        self.now, self.past, self.children, self.partners = ShownSheltered(), (), [], []


def read_wanted(form: FormData[str, Any], children: list[str]) -> Wanted:
    """The submitted request; the domain checks it."""
    return Wanted(
        sex=text(form, "ask_sex"),
        age=text(form, "ask_age").strip(),
        urgency=text(form, "ask_urgency"),
        needs=tuple(texts(form, "ask_needs")),
        children=[
            (text(form, f"ask_child_sex_{child}"), text(form, f"ask_child_age_{child}").strip())
            for child in children
        ],
        alias=text(form, "ask_alias"),
        note=text(form, "ask_note"),
    )


def _needs(session: ScopedSession, actor: Actor) -> list[Choice]:
    return choices.codes(session, "shelter_need")
