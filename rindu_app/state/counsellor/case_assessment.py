"""The assessment of a case: four domains by several professionals, and the danger signs."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.assessments.commands import assess, check_danger, submit_assessment
from rindu_app.domain.assessments.view import AskedRow, DangerRow, ScoreRow, read_assessment
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.words import dates
from rindu_app.words.codes import AssessmentArea, Risk
from rindu_app.words.scores import SCORE_WORDS

# From critical to good, as a person says it.


@dataclass(frozen=True)
class ShownOlder:
    key: str
    score: int
    word: str
    reason: str
    meta: str


@dataclass(frozen=True)
class ShownScore:
    """`change` compares with the score before: "naik dari 2", "turun dari 3", "tetap", or "" at the first."""

    key: str
    title: str
    score: int
    word: str
    change: str
    reason: str
    needs: str
    meta: str
    older: tuple[ShownOlder, ...] = ()


@dataclass(frozen=True)
class ShownDanger:
    key: str
    title: str
    signs: str
    reason: str
    meta: str


class CaseAssessment(CaseFile, AppState):
    """`asked`: what became of the last request to the supervisor; `to_ask`: there is something new to ask for."""

    scores: tuple[ShownScore, ...] = ()
    missing: str = ""
    danger: tuple[ShownDanger, ...] = ()
    asked: str = ""
    asked_comment: str = ""
    to_ask: bool = False
    professions: list[Choice] = []
    needs: list[Choice] = []
    signs: list[Choice] = []

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        focused = await self._open()
        self.professions, self.needs, self.signs = await self._read(_lists)
        return focused

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def assess(self, form: FormData[str, Any]) -> None:
        area = text(form, "assess_area")
        said = {name: text(form, f"assess_{name}") for name in ("reason", "profession")}
        chosen = AssessmentArea(area) if area in set(AssessmentArea) else AssessmentArea.PHYSICAL
        needs, score = tuple(texts(form, "assess_needs")), number(form, "assess_score")
        await self._do("assess", assess, area=chosen, score=score, needs=needs, **said)
        await self._say("Asesmen dicatat.")

    @action(Permission.CASE_WRITE)
    async def check_danger(self, form: FormData[str, Any]) -> None:
        risk, signs = text(form, "danger_decided"), texts(form, "danger_signs")
        decided = Risk(risk) if risk in set(Risk) else Risk.HIGH
        reason = text(form, "danger_reason")
        await self._decide("danger", check_danger, signs=signs, decided=decided, reason=reason)
        await self._say("Tanda bahaya dicatat, risiko ditetapkan.")

    @action(Permission.CASE_WRITE)
    async def submit(self, form: FormData[str, Any]) -> None:
        await self._decide("submit", submit_assessment, note=text(form, "submit_reason"))
        await self._say("Asesmen dikirim kepada penyelia.")

    async def _refresh(self) -> None:
        view = await self._run(read_assessment, number=self._number)
        self._show(view.head)
        zone = view.head.timezone
        self.scores = show_scores(view.scores, zone)
        self.missing = ", ".join(view.missing)
        self.danger = tuple(show_danger(key, row, zone) for key, row in enumerate(view.danger))
        self.asked, self.asked_comment = show_asked(view.asked, zone)
        self.to_ask = not view.missing and (view.asked is None or not view.asked.fresh)

    def _forget(self) -> None:
        self.scores, self.danger, self.missing = (), (), ""
        self.asked, self.asked_comment, self.to_ask = "", "", False


def show_scores(rows: tuple[ScoreRow, ...], zone: str) -> tuple[ShownScore, ...]:
    """The newest look at each domain, in the order of the domains, with the older ones below it."""
    found = []
    for area in AssessmentArea:
        looks = [row for row in rows if row.area == area]
        if looks:
            found.append(_score(looks, zone))
    return tuple(found)


def show_asked(asked: AskedRow | None, zone: str) -> tuple[str, str]:
    """(what became of the last request, the supervisor's comment)."""
    if asked is None:
        return "", ""
    when = dates.show_date(asked.at, zone)
    if asked.approved is None:
        return f"Menunggu keputusan penyelia sejak {when}.", ""
    word = "Disetujui" if asked.approved else "Dikembalikan"
    since = "" if asked.fresh else " Sesudah itu ada perubahan."
    return f"{word} {asked.decided_by}, {when}.{since}", asked.comment


def show_danger(key: int, row: DangerRow, zone: str) -> ShownDanger:
    proposed = "" if row.proposed == row.decided else f" (usulan: {row.proposed.lower()})"
    return ShownDanger(
        key=str(key),
        title=row.decided + proposed,
        signs=", ".join(row.signs) or "Tidak ada tanda bahaya",
        reason=row.reason,
        meta=f"{dates.show_date(row.at, zone)} · {row.by}",
    )


def _score(looks: list[ScoreRow], zone: str) -> ShownScore:
    newest, *older = looks
    return ShownScore(
        key=newest.area,
        title=newest.area_label,
        score=newest.score,
        word=SCORE_WORDS[newest.score],
        change=_change(newest),
        reason=newest.reason,
        needs=", ".join(newest.needs),
        meta=_meta(newest, zone),
        older=tuple(
            ShownOlder(str(key), row.score, SCORE_WORDS[row.score], row.reason, _meta(row, zone))
            for key, row in enumerate(older)
        ),
    )


def _change(row: ScoreRow) -> str:
    if row.previous is None:
        return "pertama kali dinilai"
    if row.previous == row.score:
        return f"tetap {row.previous}"
    return f"{'naik' if row.score > row.previous else 'turun'} dari {row.previous}"


def _meta(row: ScoreRow, zone: str) -> str:
    return f"{dates.show_date(row.at, zone)} · {row.by}, {row.profession.lower()}"


def _lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], list[Choice], list[Choice]]:
    professions, needs, signs = (
        choices.codes(session, name) for name in ("profession", "need", "danger_sign")
    )
    return professions, needs, signs
