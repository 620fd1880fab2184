"""What each worker of the area carries, and what was passed on to the supervisor."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.caseload import LoadRow, read_caseload
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.bars import ShownPiece, lay_pieces
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown import ShownCase, show_case
from rindu_app.words import routes
from rindu_app.words.codes import Risk


@dataclass(frozen=True)
class ShownLoad:
    """One worker. The longest `bar` is that of whoever carries most; `trouble` says what stands still, "" where nothing does."""

    key: str
    name: str
    href: str
    role: str
    cases: str
    by_risk: str
    bar: tuple[ShownPiece, ...]
    trouble: str
    ahead: str


class Caseload(AppState):
    """`phase`: loading or ready."""

    phase: str = "loading"
    rows: tuple[ShownLoad, ...] = ()
    raised: tuple[ShownCase, ...] = ()

    @action(Permission.CASE_SUPERVISE)
    async def load(self) -> Any:
        zone, found = await self._read(own_zone), await self._read(read_caseload)
        most = max((row.cases for row in found.rows), default=0)
        self.rows = tuple(show_load(row, most) for row in found.rows)
        self.raised = tuple(show_case(row, zone) for row in found.raised)
        self.phase = "ready"
        return focus("judul")

    @action(Permission.CASE_SUPERVISE)
    async def leave(self) -> None:
        self.rows, self.raised, self.phase = (), (), "loading"


def show_load(row: LoadRow, most: int) -> ShownLoad:
    """`most`: the cases of whoever carries most, which fill the whole bar."""
    risks = ((row.high, "tinggi"), (row.medium, "sedang"), (row.low, "rendah"))
    still = ((row.late_tasks, "tugas lewat"), (row.quiet, "kasus tanpa kabar"))
    ahead = ((row.sessions, "sesi dalam 7 hari"), (row.waiting, "menunggu keputusan Anda"))
    return ShownLoad(
        key=str(row.account_id),
        name=row.name,
        href=routes.cases_of(row.account_id),
        role=row.role_label,
        cases=f"{row.cases} kasus",
        by_risk=_list(risks),
        bar=lay_pieces(((Risk.HIGH, row.high), (Risk.MEDIUM, row.medium), (Risk.LOW, row.low)), most),
        trouble=_list(still),
        ahead=_list(ahead),
    )


def _list(counts: tuple[tuple[int, str], ...]) -> str:
    """ "2 tinggi, 5 sedang": what is none is not said."""
    return ", ".join(f"{count} {word}" for count, word in counts if count)
