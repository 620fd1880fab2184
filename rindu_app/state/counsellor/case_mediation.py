"""Mediation on the screen: why not, or how far; every step of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.mediation import commands
from rindu_app.domain.mediation.rows import EntryRow, MediationRow, MediationView
from rindu_app.domain.mediation.supervision import check_agreement, complete_mediation
from rindu_app.domain.mediation.view import read_mediations
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.beside import plain
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, text
from rindu_app.words import dates, routes
from rindu_app.words.codes import EvidenceKind, MediationEntryKind, MediationStatus, PaperKind
from rindu_app.words.errors import sentence
from rindu_app.words.labels import labelled

YES = "yes"
# What an entry says of the choice or the agreement, by its kind.
GOOD = {
    (MediationEntryKind.PRESSURE, True): "pilihan klien bebas",
    (MediationEntryKind.PRESSURE, False): "pilihan klien tidak bebas",
    (MediationEntryKind.CHECK, True): "dipatuhi",
    (MediationEntryKind.CHECK, False): "dilanggar",
}


@dataclass(frozen=True)
class ShownEntry:
    key: str
    title: str
    text: str
    bad: bool


@dataclass(frozen=True)
class ShownLink:
    text: str
    href: str


@dataclass(frozen=True)
class ShownMediation:
    """`lines`: what is known of it, in words. `missing`: sentences of what is needed before both meet. `papers`: what can be
    printed of it."""

    title: str = ""
    status: str = ""
    state: str = ""
    lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    records: tuple[ShownEntry, ...] = ()
    agreement: str = ""
    papers: tuple[ShownLink, ...] = ()


class CaseMediation(CaseFile, AppState):
    """`blocks`: sentences of why this case is not mediated. `has_open`: one is under way, and `current` shows it."""

    blocks: tuple[str, ...] = ()
    consented: bool = False
    has_open: bool = False
    current: ShownMediation = ShownMediation()
    past: tuple[ShownMediation, ...] = ()
    matters: list[Choice] = []
    relations: list[Choice] = []
    by_psychologist: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_assessor(self, code: str) -> None:
        self.by_psychologist = str(code) == "psychologist"

    @action(Permission.CASE_WRITE)
    async def start(self, form: FormData[str, Any]) -> None:
        given = _texts(form, "start", "matter", "relation")
        await self._decide("start", commands.start_mediation, **given)
        await self._say("Mediasi mulai disiapkan.")

    @action(Permission.CASE_WRITE)
    async def ask_other(self, form: FormData[str, Any]) -> None:
        form = await self._chosen("other", form)
        given = _texts(form, "other", "asked_on", "kind", "evidence")
        agrees = text(form, "other_answer") == YES
        await self._change("other", commands.ask_other_side, form, agrees=agrees, **given)
        await self._say("Jawaban pihak lain dicatat.")

    @action(Permission.CASE_WRITE)
    async def assess(self, form: FormData[str, Any]) -> None:
        given = _texts(form, "pressure", "assessor", "expert", "held_on", "text")
        is_free = text(form, "pressure_answer") == YES
        await self._decide("pressure", commands.check_pressure, is_free=is_free, **given)
        self.by_psychologist = False
        await self._say("Pemeriksaan dicatat.")

    @action(Permission.CASE_WRITE)
    async def name_mediator(self, form: FormData[str, Any]) -> None:
        form = await self._chosen("mediator", form)
        given = _texts(form, "mediator", "name", "training")
        await self._change("mediator", commands.name_mediator, form, **given)
        await self._say("Mediator dicatat.")

    @action(Permission.CASE_WRITE)
    async def begin(self) -> None:
        await self._decide("begin", commands.begin_meeting)
        await self._say("Mediasi dimulai.")

    @action(Permission.CASE_WRITE)
    async def write_minutes(self, form: FormData[str, Any]) -> None:
        await self._decide("minutes", commands.write_minutes, **_texts(form, "minutes", "held_on", "text"))
        await self._say("Notulen disimpan.")

    @action(Permission.CASE_WRITE)
    async def agree(self, form: FormData[str, Any]) -> None:
        signed = text(form, "agreement_signed") == YES
        given = _texts(form, "agreement", "agreed_on", "text")
        await self._decide("agreement", commands.agree, signed=signed, **given)
        await self._say("Kesepakatan dicatat. Periksa secara berkala apakah dipatuhi.")

    @action(Permission.CASE_WRITE)
    async def end(self, form: FormData[str, Any]) -> None:
        await self._decide("end", commands.end_without, reason=text(form, "end_reason"))
        await self._say("Mediasi selesai tanpa kesepakatan.")

    @action(Permission.CASE_WRITE)
    async def check(self, form: FormData[str, Any]) -> None:
        is_kept = text(form, "check_answer") == YES
        await self._decide(
            "check", check_agreement, is_kept=is_kept, **_texts(form, "check", "held_on", "text")
        )
        await self._say(
            "Pemeriksaan dicatat." if is_kept else "Dicatat. Tugas untuk manajer kasus sudah dibuat."
        )

    @action(Permission.CASE_WRITE)
    async def complete(self) -> None:
        await self._decide("complete", complete_mediation)
        await self._say("Pengawasan kesepakatan selesai.")

    @action(Permission.CASE_WRITE)
    async def stop(self, form: FormData[str, Any]) -> None:
        await self._do("stop", commands.stop_mediation, reason=text(form, "stop_reason"))
        await self._say("Mediasi dihentikan.")

    async def _refresh(self) -> None:
        view = await self._run(read_mediations, number=self._number)
        self._show(view.head)
        self._show_mediations(view)

    def _show_mediations(self, view: MediationView) -> None:
        zone = view.head.timezone
        self.blocks = tuple(sentence(f"mediation_blocked_{block}") for block in view.blocks)
        self.consented, self.has_open = view.consented, view.current is not None
        number = view.head.number
        now = view.current
        self._known = {"other:": plain(now.other_now), "mediator:": plain(now.mediator_now)} if now else {}
        self.current = show_mediation(view.current, number, zone) if view.current else ShownMediation()
        self.past = tuple(show_mediation(row, number, zone) for row in view.past)
        self.matters = [Choice(row.code, row.label) for row in view.matters]
        self.relations = [Choice(row.code, row.label) for row in view.relations]

    def _words(self, form: str, name: str) -> dict[str, str]:
        if name == "answer":
            return {YES: "Setuju", "no": "Tidak setuju", "": "Belum ditanya"}
        return dict(labelled(EvidenceKind)) if name == "kind" else {}

    def _forget(self) -> None:
        self.blocks, self.past, self.current = (), (), ShownMediation()
        self.consented = self.has_open = self.by_psychologist = False


def _texts(form: FormData[str, Any], prefix: str, *names: str) -> dict[str, str]:
    return {name: text(form, f"{prefix}_{name}") for name in names}


def show_mediation(row: MediationRow, number: str, zone: str) -> ShownMediation:
    asked = f" ({dates.show_plain_date(row.other_asked_on)})" if row.other_asked_on else ""
    said = {None: "belum ditanya", True: "setuju", False: "tidak setuju"}[row.other_agrees]
    lines = (
        f"Dengan: {row.relation.lower()}. Disiapkan sejak {dates.show_date(row.since, zone)}.",
        f"Pihak lain {said}{asked}. {row.other_how}".strip(),
        f"Mediator: {row.mediator}." if row.mediator else "Mediator belum ditentukan.",
        f"Ditandatangani {dates.show_plain_date(row.agreed_on)}." if row.agreed_on else "",
        f"{row.stop_reason}." if row.stop_reason else "",
        row.ending,
        f"Berakhir {dates.show_date(row.ended, zone)}." if row.ended else "",
    )
    preparing = row.status == MediationStatus.PREPARING
    return ShownMediation(
        title=row.matter,
        status=row.status,
        state=row.status_label,
        lines=tuple(filter(None, lines)),
        missing=tuple(sentence(code) for code in row.missing) if preparing else (),
        records=tuple(show_entry(one) for one in row.entries),
        agreement=row.agreement,
        papers=tuple(_papers(row, number)),
    )


def _papers(row: MediationRow, number: str) -> Iterable[ShownLink]:
    if any(one.kind == MediationEntryKind.MINUTES for one in row.entries):
        yield ShownLink("Cetak notulen", routes.papers(number, PaperKind.MEDIATION_MINUTES, row.uid))
    if row.agreement or row.status == MediationStatus.MEETING:
        yield ShownLink(
            "Cetak lembar kesepakatan", routes.papers(number, PaperKind.MEDIATION_AGREEMENT, row.uid)
        )


def show_entry(row: EntryRow) -> ShownEntry:
    kind = MediationEntryKind(row.kind)
    what = {
        MediationEntryKind.PRESSURE: f"{row.assessor}: {GOOD.get((kind, bool(row.good)), '')}",
        MediationEntryKind.MINUTES: "Notulen",
        MediationEntryKind.CHECK: f"Kesepakatan {GOOD.get((kind, bool(row.good)), '')}",
    }[kind]
    title = f"{what} · {dates.show_plain_date(row.held_on)} · {row.who}"
    return ShownEntry(row.uid, title, row.text, row.good is False)
