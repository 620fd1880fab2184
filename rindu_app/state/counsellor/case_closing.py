"""Closing a case through its supervisor, and opening it again."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.closure.checklist import CountedRow, Tick, TickedRow
from rindu_app.domain.closure.commands import ask_closure, reopen_case
from rindu_app.domain.closure.view import ClosingView, ClosureRow, read_closing
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, number, text
from rindu_app.words import dates
from rindu_app.words.codes import ClosureStatus, Risk

ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True)
class ShownCount:
    """`tone`: clear, runs or blocks."""

    key: str
    title: str
    words: str
    tone: str


@dataclass(frozen=True)
class ShownTick:
    """A check to be answered, or an answer as it was given. `name` begins the names of its fields."""

    key: str
    name: str
    title: str
    help: str = ""
    met: bool = False
    word: str = ""


@dataclass(frozen=True)
class ShownClosure:
    key: str = ""
    approval: str = ""
    state: str = ""
    title: str = ""
    note: str = ""
    asked: str = ""
    decided: str = ""
    comment: str = ""
    ticks: tuple[ShownTick, ...] = ()


class CaseClosing(CaseFile, AppState):
    """`stage` is a `ClosureStatus`. `blocked`: something has to be settled before anybody can ask or approve."""

    stage: str = ClosureStatus.NONE
    running: tuple[ShownCount, ...] = ()
    clear: tuple[ShownCount, ...] = ()
    blocked: bool = False
    checks: tuple[ShownTick, ...] = ()
    current: ShownClosure = ShownClosure()
    past: tuple[ShownClosure, ...] = ()
    reasons: list[Choice] = []
    reopenings: list[Choice] = []
    tried: list[str] = []
    asks_tries: bool = False
    again: list[str] = []
    asks_risk: bool = False
    may_decide: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_reason(self, code: str) -> None:
        self.asks_tries = str(code) in self.tried

    @action(Permission.CASE_READ)
    async def choose_reopening(self, code: str) -> None:
        self.asks_risk = str(code) in self.again

    @action(Permission.CASE_CLOSE)
    async def ask(self, form: FormData[str, Any]) -> None:
        ticks = {check.key: _tick(form, check.name) for check in self.checks}
        said = {"reason_code": text(form, "closing_reason_code"), "note": text(form, "closing_note")}
        tries = number(form, "closing_tries")
        await self._decide("closing", ask_closure, ticks=ticks, tries=tries, **said)
        await self._say("Penutupan dikirim kepada penyelia.")

    @action(Permission.CASE_SUPERVISE)
    async def decide(self, form: FormData[str, Any]) -> None:
        approve, comment = text(form, "decision_answer") == "yes", text(form, "decision_comment")
        given = {"uid": self.current.approval, "approve": approve, "comment": comment}
        await self._decide("decision", decide_approval, **given)
        await self._say("Kasus ditutup." if approve else "Permintaan dikembalikan dengan catatan.")

    @action(Permission.CASE_CLOSE)
    async def reopen(self, form: FormData[str, Any]) -> None:
        said = {"reason_code": text(form, "reopen_reason_code"), "note": text(form, "reopen_note")}
        level = text(form, "reopen_risk")
        risk = Risk(level) if level in set(Risk) else None
        await self._decide("reopen", reopen_case, risk=risk, **said)
        await self._say("Kasus dibuka kembali.")

    async def _refresh(self) -> None:
        view = await self._run(read_closing, number=self._number)
        self._show(view.head)
        self._show_closing(view)

    def _show_closing(self, view: ClosingView) -> None:
        zone, requests = view.head.timezone, view.requests
        self.stage, self.may_decide = view.stage, view.may_decide
        self.running = tuple(show_count(row) for row in view.counted if not row.clear)
        self.clear = tuple(show_count(row) for row in view.counted if row.clear)
        self.blocked = any(row.blocks for row in view.counted)
        self.checks = tuple(show_tick(row) for row in view.ticked)
        stands = bool(requests) and requests[0].status != ClosureStatus.REOPENED
        self.current = show_closure(requests[0], zone) if stands else ShownClosure()
        self.past = tuple(show_closure(row, zone) for row in requests[1 if stands else 0 :])
        self.reasons = [Choice(row.code, row.label) for row in view.reasons]
        self.reopenings = [Choice(row.code, row.label) for row in view.reopenings]
        self.again = [row.code for row in view.reopenings if row.extra.get("recurrence")]
        self.tried = [row.code for row in view.reasons if row.extra.get("tries")]

    def _forget(self) -> None:
        self.running, self.clear, self.checks, self.past, self.current = (), (), (), (), ShownClosure()
        self.stage, self.blocked, self.may_decide = ClosureStatus.NONE, False, False
        self.asks_tries = self.asks_risk = False


def _tick(form: Any, name: str) -> Tick:
    return Tick(ANSWERS.get(text(form, f"{name}_met")), text(form, f"{name}_word"))


def show_count(row: CountedRow) -> ShownCount:
    tone = "clear" if row.clear else "blocks" if row.blocks else "runs"
    return ShownCount(row.code, row.label, row.words, tone)


def show_tick(row: TickedRow) -> ShownTick:
    return ShownTick(row.code, f"closing_{row.code}", row.label, row.help, bool(row.met), row.word)


def show_closure(row: ClosureRow, zone: str) -> ShownClosure:
    tried = f" ({row.tries} kali dicoba)" if row.tries else ""
    said = f"{row.decided_by}, {dates.show_moment(row.decided, zone)}" if row.decided else ""
    return ShownClosure(
        key=row.uid,
        approval=row.approval,
        state=row.label,
        title=row.reason + tried,
        note=row.note,
        asked=f"Diminta {row.by}, {dates.show_moment(row.at, zone)}",
        decided=said,
        comment=row.comment,
        ticks=tuple(show_tick(tick) for tick in row.ticks),
    )
