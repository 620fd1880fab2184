"""How somebody is after her case was closed: the year at a glance, and the visit that is due."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.recording import Found, give_up_visit, record_try, record_visit, settle_alarm
from rindu_app.domain.aftercare.rows import AftercareView
from rindu_app.domain.aftercare.view import read_aftercare
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_aftercare import (
    ShownNow,
    ShownStage,
    ShownVisit,
    show_now,
    show_stage,
    show_visit,
)
from rindu_app.state.forms import FormData, text
from rindu_app.words import routes

ANSWERS = {"yes": True, "no": False}
FIELDS = ("held_on", "place", "minutes", "stability", "relapse", "safe", "note")


class CaseAftercare(CaseFile, AppState):
    """`now`: the visit that can be recorded; `alarms` wait for somebody to act. `months`: "1, 3, 6, dan 12", for a case that goes on."""

    stages: tuple[ShownStage, ...] = ()
    visits: tuple[ShownVisit, ...] = ()
    former: tuple[ShownVisit, ...] = ()
    alarms: tuple[ShownVisit, ...] = ()
    now: ShownNow = ShownNow()
    agreed: bool = False
    months: str = ""
    places: list[Choice] = []
    report_href: str = ""

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def record(self, form: FormData[str, Any]) -> None:
        said = {name: text(form, f"aftercare_{name}") for name in FIELDS}
        found = Found(alone=ANSWERS.get(text(form, "aftercare_alone")), **said)
        await self._do("aftercare", record_visit, uid=self.now.uid, found=found)
        await self._say(
            "Kunjungan dicatat." if not self.alarms else "Kunjungan dicatat. Tindak lanjuti tanda bahayanya."
        )

    @action(Permission.CASE_WRITE)
    async def try_again(self) -> None:
        await self._decide("try", record_try, uid=self.now.uid)
        await self._say("Dicatat. Coba lagi pada waktu yang aman baginya.")

    @action(Permission.CASE_WRITE)
    async def give_up(self, form: FormData[str, Any]) -> None:
        await self._do("give_up", give_up_visit, uid=self.now.uid, reason=text(form, "give_up_reason"))
        await self._say("Kunjungan diakhiri tanpa bertemu.")

    @action(Permission.CASE_WRITE)
    async def settle(self, form: FormData[str, Any]) -> None:
        await self._do("settle", settle_alarm, uid=text(form, "uid"), done=text(form, "settle_done"))
        await self._say("Tindak lanjut dicatat.")

    async def _refresh(self) -> None:
        view = await self._run(read_aftercare, number=self._number)
        self._show(view.head)
        self._show_aftercare(view)

    def _show_aftercare(self, view: AftercareView) -> None:
        zone, ended = view.head.timezone, [row for row in view.visits if row.status != "planned"]
        self.stages = tuple(show_stage(row, zone) for row in view.visits)
        self.visits = tuple(show_visit(row, zone) for row in ended)
        self.former = tuple(show_visit(row, zone) for row in view.former)
        self.alarms = tuple(row for row in self.visits if row.alarm)
        self.now, self.agreed = show_now(view.visits, zone), view.agreed
        *first, last = (str(month) for month in view.months) if view.months else ("",)
        self.months = f"{', '.join(first)}, dan {last}" if first else last
        self.places = [Choice(row.code, row.label) for row in view.places]
        self.report_href = routes.report(view.report) if view.report else ""

    def _forget(self) -> None:
        self.stages, self.visits, self.former, self.alarms = (), (), (), ()
        self.now, self.agreed, self.report_href = ShownNow(), False, ""
