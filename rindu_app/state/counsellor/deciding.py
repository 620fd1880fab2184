"""Deciding on the report that is open: how dangerous, who, where, the same as another, over, or a case."""

from typing import Any

import reflex as rx

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.areas.search import search_areas
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.colleagues import list_assignable
from rindu_app.domain.cases.opening import join_case, open_case
from rindu_app.domain.reports import handling
from rindu_app.domain.reports.access import expect_version
from rindu_app.domain.reports.ending import close_for_reason, set_aside
from rindu_app.domain.reports.triage import triage_report, weigh_signs
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import if_unchanged
from rindu_app.state.counsellor.choices import people
from rindu_app.state.counsellor.on_report import OnReport
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.words import routes
from rindu_app.words.codes import Risk
from rindu_app.words.labels import label


class Deciding(OnReport, AppState):
    """Each handler decides on what the page showed; where somebody was quicker, it says so and keeps what was typed."""

    signs: list[Choice] = []
    colleagues: list[Choice] = []
    endings: list[Choice] = []
    junk_reasons: list[Choice] = []
    places: list[Choice] = []
    proposal: str = ""
    proposed: str = ""
    _ticked: dict[str, bool] = {}

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        self.proposal, self.proposed, self.places, self._ticked = "", "", [], {}
        self.colleagues = []
        self.signs, self.endings, self.junk_reasons = await self._read(_lists)
        self.colleagues = people(await self._read(list_assignable, number=self._shown_number()))

    @action(Permission.REPORT_TRIAGE)
    async def tick(self, code: str, ticked: bool) -> None:
        """What the signs ticked so far propose, while they are being ticked."""
        self._ticked = {**self._ticked, str(code): bool(ticked)}
        signs = [sign for sign, is_on in self._ticked.items() if is_on]
        risk = await self._read(_weigh, signs)
        self.proposed, self.proposal = str(risk), f"{label(risk)} ({len(signs)} tanda bahaya)"

    @action(Permission.REPORT_TRIAGE)
    async def triage(self, form: FormData[str, Any]) -> None:
        signs, decided = texts(form, "triage_signs"), text(form, "triage_decided")
        risk = Risk(decided) if decided in set(Risk) else Risk.HIGH
        reason = text(form, "triage_reason")
        await self._decide("triage", triage_report, signs=signs, decided=risk, reason=reason)
        self.proposal, self.proposed, self._ticked = "", "", {}
        await self._say(f"{label(risk)} ditetapkan.")

    @action(Permission.REPORT_ASSIGN)
    async def assign(self, form: FormData[str, Any]) -> None:
        await self._decide("assign", handling.assign_report, account_id=number(form, "assign_account_id"))
        await self._say("Penanggung jawab ditentukan.")

    @action(Permission.REPORT_ASSIGN)
    async def take(self) -> None:
        me = (await self._actor()).id
        await self._decide("assign", handling.assign_report, account_id=me)
        await self._say("Laporan ini sekarang Anda tangani.")

    @action(Permission.REPORT_FORWARD)
    async def find_places(self, form: FormData[str, Any]) -> None:
        self.places = await self._read(_places, text(form, "place_words"))
        if not self.places:
            await self._say("Tidak ada wilayah bernama itu. Coba nama kecamatan atau kabupatennya.", "info")

    @action(Permission.REPORT_FORWARD)
    async def forward(self, form: FormData[str, Any]) -> None:
        area, reason = text(form, "forward_area_code"), text(form, "forward_reason")
        await self._decide("forward", handling.forward_report, stay=False, area_code=area, reason=reason)
        (await self.get_state(ReportPage)).phase = "gone"

    @action(Permission.REPORT_CLOSE)
    async def mark_duplicate(self, form: FormData[str, Any]) -> None:
        other = text(form, "duplicate_of_number")
        await self._decide("duplicate", handling.mark_duplicate, of_number=other)
        await self._say("Ditandai duplikat. Kedua laporan tetap utuh dan tanda ini dapat dihapus.")

    @action(Permission.REPORT_CLOSE)
    async def unmark_duplicate(self) -> None:
        await self._decide("duplicate", handling.unmark_duplicate)
        await self._say("Tanda duplikat dihapus.")

    @action(Permission.REPORT_CLOSE)
    async def close(self, form: FormData[str, Any]) -> None:
        code, note = text(form, "close_reason_code"), text(form, "close_note")
        await self._decide("close", close_for_reason, reason_code=code, note=note)
        await self._say("Laporan selesai. Bila pelapor menulis lagi, laporan ini terbuka kembali.")

    @action(Permission.REPORT_CLOSE)
    async def reopen(self, form: FormData[str, Any]) -> None:
        await self._decide("reopen", handling.reopen_report, reason=text(form, "reopen_reason"))
        await self._say("Laporan dibuka kembali.")

    @action(Permission.REPORT_CLOSE)
    async def junk(self, form: FormData[str, Any]) -> None:
        await self._decide("junk", set_aside, reason_code=text(form, "junk_reason_code"))
        await self._say("Ditandai bukan laporan sungguhan. Anda dapat mengembalikannya.")

    @action(Permission.REPORT_CLOSE)
    async def unjunk(self) -> None:
        await self._decide("junk", handling.unmark_junk)
        await self._say("Dikembalikan sebagai laporan.")

    @action(Permission.REPORT_TRIAGE)
    async def release(self) -> None:
        await self._decide("junk", handling.release_held)
        await self._say("Laporan ini sekarang ada di kotak masuk.")

    @action(Permission.CASE_OPEN)
    async def open_case(self) -> Any:
        case = await self._decide("case", open_case, stay=False)
        return rx.redirect(routes.case(number_of(case)))

    @action(Permission.CASE_OPEN)
    async def join_case(self, form: FormData[str, Any]) -> Any:
        wanted = text(form, "join_case_number")
        case = await self._decide("join", join_case, stay=False, case_number=wanted)
        return rx.redirect(routes.case(number_of(case)))

    async def _decide(self, form: str, function: Any, *, stay: bool = True, **given: Any) -> Any:
        page = await self.get_state(ReportPage)
        seen = {"number": page.story.number, "version": page.story.version}
        result = await self._act(form, if_unchanged, check=expect_version, act=function, **seen, **given)
        if stay:
            await page._refresh()
        return result


def _lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], ...]:
    lists = ("danger_sign", "report_closing_reason", "junk_reason")
    signs, endings, junk = (choices.codes(session, name) for name in lists)
    return signs, endings, junk


def _weigh(session: ScopedSession, actor: Actor, signs: list[str]) -> Risk:
    return weigh_signs(session, signs)


def _places(session: ScopedSession, actor: Actor, words: str) -> list[Choice]:
    return [Choice(hit.code, hit.path) for hit in search_areas(session, words, limit=8)]
