"""What is done for the client: the log of services, and visits to where she is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.services.events import ServiceFields, record_service, remove_service
from rindu_app.domain.services.outreach import (
    VisitPlan,
    cancel_visit,
    check_visit,
    end_visit,
    plan_visit,
    start_visit,
)
from rindu_app.domain.services.rows import ServiceRow, ServicesView, VisitRow
from rindu_app.domain.services.view import read_services
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.beside import plain
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.words import dates
from rindu_app.words.codes import AddressCheck, OutreachStatus
from rindu_app.words.labels import labelled


@dataclass(frozen=True)
class ShownService:
    uid: str
    title: str
    meta: str
    tags: str
    note: str


@dataclass(frozen=True)
class ShownVisit:
    """`lines`: what is known of the visit, in words. `planned` and `going` say what can be done with it."""

    uid: str
    title: str
    state: str
    lines: tuple[str, ...]
    planned: bool
    going: bool
    address: str
    travel: str
    safety: str


class CaseServices(CaseFile, AppState):
    """`is_health`: the kind chosen in the form is one of which only done or not done is kept."""

    events: tuple[ShownService, ...] = ()
    visits: tuple[ShownVisit, ...] = ()
    served: str = ""
    kinds: list[Choice] = []
    places: list[Choice] = []
    results: list[Choice] = []
    outcomes: list[Choice] = []
    needs: list[Choice] = []
    team: list[Choice] = []
    is_health: bool = False
    visit_under_way: bool = False
    _health: frozenset[str] = frozenset()

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_kind(self, code: str) -> None:
        self.is_health = str(code) in self._health

    @action(Permission.CASE_WRITE)
    async def record(self, form: FormData[str, Any]) -> None:
        fields = ("kind", "held_on", "minutes", "place", "result", "note")
        given = {name: text(form, f"service_{name}") for name in fields}
        officer = number(form, "service_officer_id")
        await self._do("service", record_service, fields=ServiceFields(officer_id=officer, **given))
        self.is_health = False
        await self._say("Layanan dicatat.")

    @action(Permission.CASE_WRITE)
    async def remove(self, uid: str) -> None:
        await self._do("service", remove_service, uid=str(uid))
        await self._say("Catatan layanan dibatalkan. Ia tidak dihitung lagi.")

    @action(Permission.CASE_WRITE)
    async def plan(self, form: FormData[str, Any]) -> None:
        self._form = "visit"
        day, time, zone = text(form, "visit_day"), text(form, "visit_time"), self.head.timezone
        await self._do(
            "visit", plan_visit, plan=read_plan(form, await self._read(moment_of, day, time, zone))
        )
        await self._say("Penjangkauan direncanakan.")

    @action(Permission.CASE_WRITE)
    async def check(self, form: FormData[str, Any]) -> None:
        uid = text(form, "uid")
        form = await self._chosen("check", form, uid)
        given = {name: text(form, f"check_{name}") for name in ("address", "travel_minutes", "safety")}
        await self._change("check", check_visit, form, of=uid, uid=uid, **given)
        await self._say("Rencana diperbarui.")

    @action(Permission.CASE_WRITE)
    async def go(self, uid: str) -> None:
        await self._decide("visit", start_visit, uid=str(uid))
        await self._say("Tim tercatat berangkat.")

    @action(Permission.CASE_WRITE)
    async def end(self, form: FormData[str, Any]) -> None:
        result, note = text(form, "end_result"), text(form, "end_note")
        await self._decide("end", end_visit, uid=text(form, "uid"), result=result, note=note)
        await self._say("Hasil penjangkauan dicatat.")

    @action(Permission.CASE_WRITE)
    async def cancel(self, form: FormData[str, Any]) -> None:
        await self._decide("cancel", cancel_visit, uid=text(form, "uid"), reason=text(form, "cancel_reason"))
        await self._say("Penjangkauan dibatalkan.")

    async def _refresh(self) -> None:
        view = await self._run(read_services, number=self._number)
        self._show(view.head)
        self._show_services(view)

    def _show_services(self, view: ServicesView) -> None:
        self.events = tuple(show_service(row) for row in view.events)
        self.visits = tuple(show_visit(row, view.head.timezone) for row in view.visits)
        self._known = {f"check:{row.uid}": plain(row.check) for row in view.visits}
        self.visit_under_way = any(row.planned or row.going for row in self.visits)
        self.served = ", ".join(view.served)
        self.kinds = [Choice(row.code, row.label) for row in view.kinds]
        self.places = [Choice(row.code, row.label) for row in view.places]
        self.results = [Choice(row.code, row.label) for row in view.results]
        self.outcomes = [Choice(row.code, row.label) for row in view.outreach_results]
        self.needs = [Choice(row.code, row.label) for row in view.needs]
        self.team = [Choice(str(row.account_id), row.name) for row in view.team]
        self._health = view.health

    def _words(self, form: str, name: str) -> dict[str, str]:
        return dict(labelled(AddressCheck)) if name == "address" else {}

    def _forget(self) -> None:
        self.events, self.visits, self.served, self.team = (), (), "", []
        self.is_health = self.visit_under_way = False


def read_plan(form: FormData[str, Any], planned_at: datetime) -> VisitPlan:
    """The submitted plan. What is no number is nobody's account."""
    return VisitPlan(
        planned_at=planned_at,
        people=[int(one) if one.isascii() and one.isdigit() else 0 for one in texts(form, "visit_people")],
        needs=texts(form, "visit_needs"),
        address=text(form, "visit_address"),
        travel_minutes=text(form, "visit_travel_minutes"),
        safety=text(form, "visit_safety"),
    )


def show_service(row: ServiceRow) -> ShownService:
    when = dates.show_plain_date(row.held_on)
    meta = [when, dates.show_length(row.minutes), row.place, row.officer]
    return ShownService(
        uid=row.uid,
        title=f"{row.label}: {row.result.lower()}",
        meta=" · ".join(filter(None, meta)),
        tags=" · ".join(dict.fromkeys(filter(None, row.tags))),
        note=row.note,
    )


def show_visit(row: VisitRow, zone: str) -> ShownVisit:
    travel = f"Perjalanan sekitar {dates.show_length(row.travel_minutes)}." if row.travel_minutes else ""
    left = f"Berangkat {dates.show_moment(row.left, zone)}." if row.left else ""
    ended = f"Selesai {dates.show_moment(row.ended, zone)}." if row.ended else ""
    lines = (
        "Klien tidak lagi mengizinkan kunjungan ini. Telepon tim, minta kembali." if row.unwanted else "",
        f"Yang berangkat: {', '.join(row.people)}.",
        f"{row.address_label}. {travel}".strip(),
        f"Disiapkan: {', '.join(row.needs).lower()}." if row.needs else "",
        f"Keamanan tim: {row.safety}",
        f"{left} {ended}".strip(),
        f"{row.result}." if row.result else "",
        row.outcome,
    )
    return ShownVisit(
        uid=row.uid,
        title=dates.show_moment(row.planned, zone),
        state=row.status_label,
        lines=tuple(filter(None, lines)),
        planned=row.status == OutreachStatus.PLANNED,
        going=row.status == OutreachStatus.GOING,
        address=row.address,
        travel=str(row.travel_minutes or ""),
        safety=row.safety,
    )
