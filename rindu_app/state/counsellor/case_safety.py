"""Her safety plan: read, and written anew together with her."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.assessments.commands import SafetyFields, safety_parts, write_safety_plan
from rindu_app.domain.assessments.view import read_safety_plans
from rindu_app.domain.cases.rows import SafetyRow
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.forms import FormData, text
from rindu_app.words import dates
from rindu_app.words.fields import FIELDS

QUESTIONS = FIELDS["safety"]


@dataclass(frozen=True)
class ShownPart:
    name: str
    question: str
    answer: str


@dataclass(frozen=True)
class ShownSafety:
    """`parts` holds only what has an answer."""

    key: str = ""
    parts: tuple[ShownPart, ...] = ()
    meta: str = ""


class CaseSafety(CaseFile, AppState):
    """`draft`: the newest version by part, from which the next is written."""

    plans: tuple[ShownSafety, ...] = ()
    draft: dict[str, str] = {}

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def write(self, form: FormData[str, Any]) -> None:
        form = await self._chosen("safety", form)
        plan = SafetyFields(**{name: text(form, f"safety_{name}") for name in safety_parts()})
        given = {"plan": plan, "with_her": text(form, "safety_with_her") == "yes"}
        await self._change("safety", write_safety_plan, form, **given)
        await self._say("Rencana aman disimpan. Versi sebelumnya tetap ada.")

    async def _refresh(self) -> None:
        view = await self._run(read_safety_plans, number=self._number)
        self._show(view.head)
        rows = enumerate(view.plans)
        self.plans = tuple(show_safety(str(key), row, view.head.timezone) for key, row in rows)
        self.draft = view.plans[0].parts if view.plans else dict.fromkeys(QUESTIONS, "")
        self._known = {"safety:": (len(view.plans), SafetyFields(**self.draft))}

    def _forget(self) -> None:
        self.plans, self.draft = (), {}


def show_safety(key: str, row: SafetyRow, zone: str) -> ShownSafety:
    together = "disusun bersama klien" if row.with_her else "belum dibicarakan dengan klien"
    return ShownSafety(
        key=key,
        parts=tuple(
            ShownPart(name, question, row.parts[name])
            for name, question in QUESTIONS.items()
            if row.parts.get(name)
        ),
        meta=f"{dates.show_date(row.at, zone)} · {row.by}, {together}",
    )
