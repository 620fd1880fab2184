"""The plan of a case: goals in her words, what is done for each, and her agreement."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases import work
from rindu_app.domain.plans.commands import ACTIVE, add_goal, agree_plan, note_progress, submit_plan
from rindu_app.domain.plans.view import ActionRow, AgreementRow, GoalRow, ProgressRow, read_plan
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.case_assessment import show_asked
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, number, text
from rindu_app.words import dates
from rindu_app.words.codes import ConsentGiver, Progress


@dataclass(frozen=True)
class ShownAction:
    uid: str
    title: str
    owner: str
    due: str
    done: bool
    late: bool


@dataclass(frozen=True)
class ShownLook:
    key: str
    title: str
    note: str
    meta: str


@dataclass(frozen=True)
class ShownGoal:
    """`active`: worked for. `reached`: shown as done."""

    uid: str
    words: str
    component: str
    progress: str
    label: str
    active: bool
    reached: bool
    actions: tuple[ShownAction, ...]
    history: tuple[ShownLook, ...]


@dataclass(frozen=True)
class ShownVersion:
    key: str
    title: str
    meta: str
    goals: tuple[str, ...]


class CasePlan(CaseFile, AppState):
    """`agreed`: she agreed to the plan as it stands; `to_ask`: the supervisor has not been asked about that version."""

    goals: tuple[ShownGoal, ...] = ()
    dropped: tuple[ShownGoal, ...] = ()
    versions: tuple[ShownVersion, ...] = ()
    agreed: bool = False
    asked: str = ""
    asked_comment: str = ""
    to_ask: bool = False
    components: list[Choice] = []
    team: list[Choice] = []

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        focused = await self._open()
        self.components = await self._read(_components)
        return focused

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def add_goal(self, form: FormData[str, Any]) -> None:
        said = {name: text(form, f"goal_{name}") for name in ("component", "words")}
        await self._do("goal", add_goal, **said)
        await self._say("Tujuan ditambahkan.")

    @action(Permission.CASE_WRITE)
    async def add_action(self, form: FormData[str, Any]) -> None:
        self._form = "step"
        due = await self._read(moment_of, text(form, "step_day"), "16:00", self.head.timezone)
        goal, title = text(form, "step_goal"), text(form, "step_title")
        owner = number(form, "step_owner_id")
        await self._do("step", work.add_task, title=title, due_at=due, owner_id=owner, goal_uid=goal)
        await self._say("Langkah ditambahkan.")

    @action(Permission.CASE_WRITE)
    async def finish_action(self, uid: str) -> None:
        await self._do("step", work.finish_task, uid=str(uid))
        await self._say("Langkah selesai.")

    @action(Permission.CASE_WRITE)
    async def note_progress(self, form: FormData[str, Any]) -> None:
        chosen = text(form, "progress_progress")
        progress = Progress(chosen) if chosen in set(Progress) else Progress.GOING
        what = {"uid": text(form, "progress_goal"), "note": text(form, "progress_note")}
        await self._do("progress", note_progress, progress=progress, **what)
        await self._say("Kemajuan dicatat.")

    @action(Permission.CASE_WRITE)
    async def agree(self, form: FormData[str, Any]) -> None:
        giver = text(form, "agree_by")
        by = ConsentGiver(giver) if giver in set(ConsentGiver) else ConsentGiver.SELF
        await self._decide("agree", agree_plan, agreed_by=by, how=text(form, "agree_how"))
        await self._say("Kesepakatan dicatat.")

    @action(Permission.CASE_WRITE)
    async def submit(self, form: FormData[str, Any]) -> None:
        await self._decide("submit", submit_plan, note=text(form, "submit_reason"))
        await self._say("Rencana dikirim kepada penyelia.")

    async def _refresh(self) -> None:
        view = await self._run(read_plan, number=self._number)
        self._show(view.head)
        zone = view.head.timezone
        goals = [show_goal(row, zone) for row in view.goals]
        self.goals = tuple(goal for goal in goals if goal.progress != Progress.DROPPED)
        self.dropped = tuple(goal for goal in goals if goal.progress == Progress.DROPPED)
        self.versions = tuple(show_version(row, zone) for row in view.agreements)
        self.agreed = view.agreed
        self.asked, self.asked_comment = show_asked(view.asked, zone)
        self.to_ask = view.agreed and (view.asked is None or not view.asked.fresh)
        self.team = [Choice(str(row.account_id), row.name) for row in view.team]

    def _forget(self) -> None:
        self.goals, self.dropped, self.versions, self.team = (), (), (), []
        self.asked, self.asked_comment, self.agreed, self.to_ask = "", "", False, False


def show_goal(row: GoalRow, zone: str) -> ShownGoal:
    return ShownGoal(
        uid=row.uid,
        words=row.words,
        component=row.component,
        progress=row.progress,
        label=row.label,
        active=row.progress in ACTIVE,
        reached=row.progress == Progress.REACHED,
        actions=tuple(_action(task, zone) for task in row.actions),
        history=tuple(_look(str(key), look, zone) for key, look in enumerate(row.history)),
    )


def show_version(row: AgreementRow, zone: str) -> ShownVersion:
    return ShownVersion(
        key=str(row.number),
        title=f"Versi {row.number}, {dates.show_date(row.at, zone)}",
        meta=f"Disepakati {row.agreed_by.lower()}: {row.how} Dicatat {row.by}.",
        goals=tuple(": ".join(filter(None, [words, ", ".join(titles)])) for words, titles in row.goals),
    )


def _action(row: ActionRow, zone: str) -> ShownAction:
    return ShownAction(row.uid, row.title, row.owner, dates.show_due(row.due, zone), row.done, row.late)


def _look(key: str, row: ProgressRow, zone: str) -> ShownLook:
    return ShownLook(key, row.label, row.note, f"{dates.show_date(row.at, zone)} · {row.by}")


def _components(session: ScopedSession, actor: Actor) -> list[Choice]:
    return choices.codes(session, "service_component")
