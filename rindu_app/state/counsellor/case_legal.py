"""Legal matters on the screen: what runs out, and how far each matter is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.legal.commands import StepFields, open_track, record_step, remove_step, resume_track
from rindu_app.domain.legal.rows import LegalView, StepRow, TrackRow
from rindu_app.domain.legal.view import read_legal
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, text
from rindu_app.words import clock, dates


@dataclass(frozen=True)
class ShownStep:
    uid: str
    title: str
    meta: str
    note: str


@dataclass(frozen=True)
class ShownTrack:
    """`stages`: what can follow. `left`: not followed since the case closed."""

    uid: str
    title: str
    state: str
    steps: tuple[ShownStep, ...]
    goes_on: bool
    left: bool
    stages: tuple[Choice, ...]


@dataclass(frozen=True)
class ShownClock:
    key: str
    title: str
    source: str
    due: str
    late: bool


class CaseLegal(CaseFile, AppState):
    """`kind`: the kind of track chosen in the form; its stages and matters are offered."""

    tracks: tuple[ShownTrack, ...] = ()
    clocks: tuple[ShownClock, ...] = ()
    kind: str = ""
    stages: list[Choice] = []
    matters: list[Choice] = []
    has_matters: bool = False
    _stages: dict[str, list[Choice]] = {}

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_kind(self, kind: str) -> None:
        self.kind = str(kind)
        self.stages, self.has_matters = self._stages.get(self.kind, []), self.kind == "religious"

    @action(Permission.CASE_WRITE)
    async def open(self, form: FormData[str, Any]) -> None:
        first = await self._step(form, "track")
        kind, matter = text(form, "track_kind"), text(form, "track_matter")
        await self._do("track", open_track, kind=kind, matter=matter, first=first)
        self.kind, self.stages, self.has_matters = "", [], False
        await self._say("Perkara dicatat.")

    @action(Permission.CASE_WRITE)
    async def record(self, form: FormData[str, Any]) -> None:
        fields = await self._step(form, "step")
        await self._do("step", record_step, track=text(form, "uid"), fields=fields)
        await self._say("Tahap dicatat.")

    @action(Permission.CASE_WRITE)
    async def resume(self, uid: str) -> None:
        await self._do("step", resume_track, track=str(uid))
        await self._say("Perkara didampingi lagi.")

    @action(Permission.CASE_WRITE)
    async def remove(self, uid: str) -> None:
        await self._do("step", remove_step, uid=str(uid))
        await self._say("Catatan tahap dibatalkan.")

    async def _step(self, form: FormData[str, Any], name: str) -> StepFields:
        self._form = name
        day, time = text(form, f"{name}_day"), text(form, f"{name}_time") or "00:00"
        happened: datetime = await self._read(moment_of, day, time, self.head.timezone)
        return StepFields(
            stage=text(form, f"{name}_stage"),
            happened_at=happened,
            papers=text(form, f"{name}_papers"),
            note=text(form, f"{name}_note"),
        )

    async def _refresh(self) -> None:
        view = await self._run(read_legal, number=self._number)
        self._show(view.head)
        self._show_legal(view)

    def _show_legal(self, view: LegalView) -> None:
        zone = view.head.timezone
        self._stages = {}
        for row in view.stages:
            self._stages.setdefault(row.track, []).append(Choice(row.code, row.label))
        self.tracks = tuple(show_track(row, self._stages.get(row.kind, []), zone) for row in view.tracks)
        self.clocks = tuple(
            ShownClock(str(key), row.label, row.source, say_left(row.due, zone), row.late)
            for key, row in enumerate(view.clocks)
        )
        self.matters = [Choice(row.code, row.label) for row in view.matters]
        self.stages = self._stages.get(self.kind, [])

    def _forget(self) -> None:
        self.tracks, self.clocks, self.kind, self.stages = (), (), "", []
        self.has_matters = False


def say_left(due: datetime, zone: str) -> str:
    """ "sisa 5 jam, sampai Besok 09.00"; "lewat 2 jam"."""
    left = int((due - clock.now()).total_seconds() // 60)
    if left < 0:
        return dates.show_due(due, zone)
    length = (
        f"{left // 1440} hari"
        if left >= 2 * 1440
        else dates.show_length(left // 60 * 60 if left >= 60 else left)
    )
    return f"sisa {length}, sampai {dates.show_moment(due, zone)}"


def show_track(row: TrackRow, stages: list[Choice], zone: str) -> ShownTrack:
    newest = row.steps[0].label if row.steps else "Belum ada tahap"
    state = f"Selesai: {newest}" if row.ended else newest
    if row.left:
        state = f"Diakhiri karena kasus ditutup. Tahap terakhir: {newest}"
    return ShownTrack(
        uid=row.uid,
        title=": ".join(filter(None, [row.label, row.matter])),
        state=state,
        steps=tuple(show_step(one, zone) for one in row.steps),
        goes_on=not row.ended,
        left=row.left,
        stages=tuple(stages),
    )


def show_step(row: StepRow, zone: str) -> ShownStep:
    papers = f"No. {row.papers}" if row.papers else ""
    meta = " · ".join(filter(None, [dates.show_moment(row.happened, zone), papers, row.by]))
    return ShownStep(row.uid, row.label, meta, row.note)
