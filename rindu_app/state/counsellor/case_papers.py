"""Papers of a case: making one, its password once, and what was made before."""

from dataclasses import dataclass
from typing import Any

from anyio import to_thread

from rindu_app.access.permissions import Permission
from rindu_app.domain.papers.exports import ExportRow, PapersView, keep_export, list_exports, revoke_export
from rindu_app.domain.papers.printing import Printed, print_paper
from rindu_app.domain.papers.reading import read_paper
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.forms import FormData, text, texts
from rindu_app.words import dates, routes
from rindu_app.words.codes import PaperKind, SummaryPart
from rindu_app.words.errors import sentence
from rindu_app.words.labels import label
from rindu_app.words.papers import ABOUT_ONE, SIMPLE
from rindu_app.words.routes import SEPARATOR


@dataclass(frozen=True)
class ShownPaper:
    """`href` is where it is fetched; "" once that is over, and then `ended` says why."""

    uid: str
    title: str
    reference: str
    made: str
    until: str
    left: str
    locked: bool
    href: str
    ended: str


@dataclass(frozen=True)
class ShownSubject:
    """A paper about one referral or mediation. `value` is what the form sends: the kind and the uid."""

    value: str
    title: str
    detail: str


@dataclass(frozen=True)
class ShownSecret:
    """The paper that was just made. Its password is here until the page is left, and nowhere else."""

    reference: str = ""
    password: str = ""
    href: str = ""


class CasePapers(CaseFile, AppState):
    """`making`: one is being set just now. `chooses`: the summary, of which parts are chosen. `subjects`: papers about one thing,
    and `wanted` the kind with which somebody came here from another part of the file."""

    papers: tuple[ShownPaper, ...] = ()
    subjects: list[ShownSubject] = []
    wanted: str = ""
    secret: ShownSecret = ShownSecret()
    making: bool = False
    chooses: bool = False
    lasts: str = ""

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        begin = await self._open()
        asked = self.router.url.query_parameters.get(routes.PAPER_OF, "")
        known = {*SIMPLE, *(row.value for row in self.subjects)}
        self.wanted = asked if asked in known and self.head.may_work else ""
        # The form is on the page only after this.
        yield
        yield focus("buat-dokumen") if self.wanted else begin

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose(self, kind: str) -> None:
        self.chooses = str(kind) == PaperKind.SUMMARY

    @action(Permission.PAPER_MAKE)
    async def make(self, form: FormData[str, Any]) -> Any:
        self.making, self.secret, self._form = True, ShownSecret(), "paper"
        yield
        try:
            printed = await self._print(form)
            made = await self._act("paper", keep_export, number=self._number, printed=printed)
        finally:
            self.making = False
        self.chooses, self.wanted = False, ""
        await self._refresh()
        self.secret = ShownSecret(self.papers[0].reference, printed.password, routes.paper(made.uid))

    @action(Permission.CASE_READ)
    async def forget_secret(self) -> None:
        self.secret = ShownSecret()

    @action(Permission.CASE_READ)
    async def look_again(self) -> None:
        await self._refresh()

    @action(Permission.PAPER_MAKE)
    async def revoke(self, uid: str) -> None:
        await self._do("paper", revoke_export, uid=str(uid))
        self.secret = ShownSecret()
        await self._say("Dokumen ditarik. Mulai sekarang tidak dapat diunduh lagi.")

    async def _print(self, form: FormData[str, Any]) -> Printed:
        """Read in one transaction, set it beside the event loop."""
        kind, _, subject = text(form, "paper_kind").partition(SEPARATOR)
        chosen = PaperKind(kind) if kind in {*SIMPLE, *ABOUT_ONE} else PaperKind.CONSENT_BLANK
        parts = tuple(SummaryPart(part) for part in texts(form, "paper_parts") if part in set(SummaryPart))
        paper = await self._run(read_paper, number=self._number, kind=chosen, parts=parts, subject=subject)
        return await to_thread.run_sync(print_paper, paper)

    async def _refresh(self) -> None:
        view = await self._run(list_exports, number=self._number)
        self._show(view.head)
        self._show_papers(view)

    def _show_papers(self, view: PapersView) -> None:
        self.papers = tuple(show_paper(row, view.head.timezone) for row in view.made)
        self.subjects = [
            ShownSubject(f"{one.kind}{SEPARATOR}{one.uid}", label(one.kind), one.label)
            for one in view.subjects
        ]
        self.lasts = f"{view.hours} jam, paling banyak {view.downloads} kali unduh"

    def _forget(self) -> None:
        self.papers, self.secret, self.lasts = (), ShownSecret(), ""
        self.subjects, self.wanted = [], ""
        self.making = self.chooses = False


def show_paper(row: ExportRow, zone: str) -> ShownPaper:
    return ShownPaper(
        uid=row.uid,
        title=row.label,
        reference=row.reference,
        made=f"Dibuat {row.by}, {dates.show_moment(row.at, zone)}",
        until=f"Dapat diunduh sampai {dates.show_moment(row.until, zone)}",
        left=f"tinggal {row.left} kali",
        locked=row.locked,
        href="" if row.ended else routes.paper(row.uid),
        ended=sentence(row.ended) if row.ended else "",
    )
