"""Help for the client on the screen: what she was given, and what was applied for."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.aid.commands import AidFields, record_aid, take_aid_step
from rindu_app.domain.aid.view import AidRow, AidView, read_aid
from rindu_app.domain.aid.workflow import STEPS
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, text
from rindu_app.words import dates
from rindu_app.words.codes import AidStatus
from rindu_app.words.labels import label


@dataclass(frozen=True)
class ShownAid:
    """`steps`: what may follow, none where nothing does."""

    uid: str
    title: str
    state: str
    lines: tuple[str, ...]
    steps: tuple[Choice, ...]
    goes_on: bool


class CaseAid(CaseFile, AppState):
    rows: tuple[ShownAid, ...] = ()
    total: str = ""
    kinds: list[Choice] = []
    sources: list[Choice] = []

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def record(self, form: FormData[str, Any]) -> None:
        given = {name: text(form, f"aid_{name}") for name in ("kind", "source", "day", "rupiah", "use")}
        received = text(form, "aid_received") == "yes"
        await self._do("aid", record_aid, fields=AidFields(received=received, **given))
        await self._say("Bantuan dicatat." if received else "Usulan dicatat.")

    @action(Permission.CASE_WRITE)
    async def follow(self, form: FormData[str, Any]) -> None:
        given = {name: text(form, f"follow_{name}") for name in ("step", "day", "rupiah", "reason")}
        await self._decide("follow", take_aid_step, uid=text(form, "uid"), **given)
        await self._say("Hasil dicatat.")

    async def _refresh(self) -> None:
        view = await self._run(read_aid, number=self._number)
        self._show(view.head)
        self._show_aid(view)

    def _show_aid(self, view: AidView) -> None:
        self.rows = tuple(show_aid(row) for row in view.rows)
        self.total = show_rupiah(view.total) if view.total else ""
        self.kinds = [Choice(row.code, row.label) for row in view.kinds]
        self.sources = [Choice(row.code, row.label) for row in view.sources]

    def _forget(self) -> None:
        self.rows, self.total = (), ""


def show_rupiah(amount: int) -> str:
    """ "Rp1.500.000"."""
    return f"Rp{amount:,}".replace(",", ".")


def show_aid(row: AidRow) -> ShownAid:
    lines = (
        f"Diusulkan {dates.show_plain_date(row.applied)}." if row.applied else "",
        f"Diputuskan {dates.show_plain_date(row.decided)}." if row.decided else "",
        f"Diterima klien {dates.show_plain_date(row.received)}." if row.received else "",
        f"Jumlah yang diterima: {show_rupiah(row.rupiah)}." if row.rupiah else "",
        f"Untuk: {row.use}",
        row.reason,
    )
    steps = tuple(Choice(str(act), label(act)) for status, act in STEPS if status == row.status)
    return ShownAid(
        uid=row.uid,
        title=f"{row.kind} dari {row.source}",
        state=row.status_label,
        lines=tuple(filter(None, lines)),
        steps=steps,
        goes_on=AidStatus(row.status) in {status for status, _ in STEPS},
    )
