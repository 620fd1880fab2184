"""What waits for a supervisor's decision."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.cases.ledger import ApprovalRow, list_waiting
from rindu_app.domain.shelter.rows import WaitingExtension
from rindu_app.domain.shelter.view import list_waiting_extensions
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text
from rindu_app.words import dates, routes
from rindu_app.words.codes import ApprovalKind

# Where in the file a request is seen whole.
PARTS = {
    ApprovalKind.ASSESSMENT: "/asesmen",
    ApprovalKind.PLAN: "/rencana",
    ApprovalKind.CLOSURE: "/penutupan",
}


@dataclass(frozen=True)
class ShownApproval:
    """`stands`: may be acted on now. `open`: not decided; `mine`: another supervisor decides it."""

    uid: str
    number: str
    href: str
    title: str
    reason: str
    asked: str
    state: str
    stands: bool
    open: bool
    mine: bool
    comment: str


@dataclass(frozen=True)
class ShownStayDecision:
    """More days in a shelter: decided in the case file, where the stay is seen."""

    uid: str
    number: str
    href: str
    title: str
    asked: str
    mine: bool


class Decisions(Acting, AppState):
    """`phase`: loading or ready."""

    phase: str = "loading"
    rows: tuple[ShownApproval, ...] = ()
    stays: tuple[ShownStayDecision, ...] = ()
    _zone: str = ""

    @action(Permission.CASE_SUPERVISE)
    async def load(self) -> Any:
        self._zone = await self._read(choices.own_zone)
        await self._refresh()
        return focus("judul")

    @action(Permission.CASE_SUPERVISE)
    async def leave(self) -> None:
        self.rows, self.stays, self.phase = (), (), "loading"

    @action(Permission.CASE_SUPERVISE)
    async def decide(self, form: FormData[str, Any]) -> None:
        uid, approve = text(form, "uid"), text(form, "answer") == "yes"
        what = {"number": text(form, "number"), "comment": text(form, "comment")}
        await self._act(uid, decide_approval, uid=uid, approve=approve, **what)
        await self._refresh()
        await self._say("Keputusan dicatat." if approve else "Permintaan dikembalikan dengan catatan.")

    async def _refresh(self) -> None:
        rows = await self._run(list_waiting)
        stays = await self._read(list_waiting_extensions)
        self.stays = tuple(show_stay_decision(row, self._zone) for row in stays)
        self.rows, self.phase = tuple(show_approval(row, self._zone) for row in rows), "ready"


def show_stay_decision(row: WaitingExtension, zone: str) -> ShownStayDecision:
    return ShownStayDecision(
        uid=row.uid,
        number=row.number,
        href=f"{routes.case(row.number)}/penampungan",
        title=f"Perpanjangan tinggal {row.days} hari",
        asked=f"Diminta {row.by}, {dates.show_moment(row.at, zone)}",
        mine=row.mine,
    )


def show_approval(row: ApprovalRow, zone: str) -> ShownApproval:
    return ShownApproval(
        uid=row.uid,
        number=row.number,
        href=routes.case(row.number) + PARTS.get(row.kind, ""),
        title=row.title,
        reason=row.reason,
        asked=f"Diminta {row.by}, {dates.show_moment(row.at, zone)}",
        state=_state(row, zone),
        stands=row.stands,
        open=row.approved is None,
        mine=row.mine,
        comment=row.comment,
    )


def _state(row: ApprovalRow, zone: str) -> str:
    until = f" sampai {dates.show_moment(row.until, zone)}" if row.until else ""
    if row.approved is None:
        return f"Berlaku sementara{until}, menunggu penyelia" if row.stands else "Menunggu penyelia"
    if row.approved:
        return (
            f"Disetujui {row.decided_by}{until if row.stands else ''}"
            if row.stands or not row.until
            else "Sudah lewat"
        )
    return f"Tidak disetujui {row.decided_by}"
