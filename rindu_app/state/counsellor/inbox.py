"""The inbox: what needs me, first things first; new reports appear by themselves."""

from dataclasses import dataclass, replace
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.reports.handling import mark_group_junk, unmark_group_junk
from rindu_app.domain.reports.inbox import count_inbox, list_held, list_inbox
from rindu_app.domain.reports.rows import InboxCounts, InboxFilter, InboxRow
from rindu_app.domain.reports.search import read_rows, search_reports
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.shown import Choice, ShownGroup, ShownReport, show_group, show_reports
from rindu_app.state.forms import FormData, number, text

VIEWS = ("mine", "open", "waiting", "closed")
_MAX_PAGES = 8


@dataclass(frozen=True)
class Looked:
    """One look into the inbox."""

    rows: list[ShownReport]
    next_key: str
    counts: InboxCounts
    held: list[ShownGroup]


class Inbox(AppState):
    """`view` is one of `VIEWS`, or "held" while a group of held reports is looked through."""

    rows: list[ShownReport] = []
    more: bool = False
    counts: InboxCounts = InboxCounts(0, 0, 0, 0)
    held: list[ShownGroup] = []
    wanted: InboxFilter = InboxFilter(view="mine")
    pages: int = 1
    ready: bool = False
    searched: bool = False
    undo: str = ""
    kinds: list[Choice] = []
    levels: tuple[str, str] = ("", "")
    districts: list[Choice] = []
    villages: list[Choice] = []

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        self.searched, self.undo, self.pages = False, "", 1
        self.levels = choices.levels_below((await self._actor()).area_code)
        self.kinds, self.districts = await self._read(_lists)
        self._put(await self._read(look, self.wanted, self.pages))

    @action(Permission.REPORT_READ, background=True)
    async def watch(self) -> None:
        """Read again when something changed in my area, and every minute, because the clocks run."""
        async for _ in self._changes():
            found = await self._read(look, self.wanted, self.pages)
            asked = [row.number for row in self.rows] if self.searched else []
            kept = await self._read(look_again, asked)
            async with self:
                if self.searched:
                    self.rows = renewed(self.rows, asked, kept)
                else:
                    self._put(found)

    @action(Permission.REPORT_READ)
    async def show(self, view: str) -> None:
        await self._look(replace(self.wanted, view=view if view in VIEWS else "mine", held_group=""))

    @action(Permission.REPORT_READ)
    async def more_rows(self) -> None:
        self.pages = min(self.pages + 1, _MAX_PAGES)
        self._put(await self._read(look, self.wanted, self.pages))

    @action(Permission.REPORT_READ)
    async def narrow(self, form: FormData[str, Any]) -> Any:
        """Apply the filters of the form; empty fields do not filter."""
        area = text(form, "village") or text(form, "district")
        wanted = {name: text(form, name) for name in ("kind", "risk", "status")}
        await self._look(replace(self.wanted, area_code=area, days=number(form, "days"), **wanted))
        return focus("saringan")

    @action(Permission.REPORT_READ)
    async def widen(self) -> None:
        self.villages = []
        await self._look(InboxFilter(view=self.wanted.view))

    @action(Permission.REPORT_READ)
    async def choose_district(self, code: str) -> None:
        self.villages = await self._read(_villages, str(code)) if code else []

    @action(Permission.REPORT_READ)
    async def search(self, form: FormData[str, Any]) -> Any:
        """By number, telephone or name. What was typed is kept nowhere."""
        self.rows = await self._run(find, text(form, "words"))
        self.searched, self.more = True, False
        return focus("hasil")

    @action(Permission.REPORT_READ)
    async def end_search(self) -> None:
        await self._look(self.wanted)

    @action(Permission.REPORT_READ)
    async def review(self, group: str) -> None:
        await self._look(InboxFilter(view="open", held_group=str(group)))

    @action(Permission.REPORT_CLOSE)
    async def junk_group(self, group: str) -> None:
        count = await self._run(mark_group_junk, group=str(group))
        self.undo = str(group)
        await self._look(InboxFilter(view=self.wanted.view))
        await self._say(f"{count} laporan ditandai bukan laporan sungguhan.")

    @action(Permission.REPORT_CLOSE)
    async def undo_junk(self) -> None:
        count = await self._run(unmark_group_junk, group=self.undo)
        self.undo = ""
        await self._look(self.wanted)
        await self._say(f"{count} laporan dikembalikan ke kotak masuk.")

    async def _look(self, wanted: InboxFilter) -> None:
        self.wanted, self.pages, self.searched = wanted, 1, False
        self._put(await self._read(look, wanted, 1))

    def _put(self, found: Looked) -> None:
        self.rows, self.more = found.rows, bool(found.next_key) and self.pages < _MAX_PAGES
        self.counts, self.held, self.ready = found.counts, found.held, True


def look(session: ScopedSession, actor: Actor, wanted: InboxFilter, pages: int) -> Looked:
    """The first `pages` pages, the numbers on the tabs, and the held groups."""
    zone, rows, key = choices.own_zone(session, actor), list[InboxRow](), ""
    for _ in range(pages):
        page = list_inbox(session, actor, wanted=wanted, after=key)
        rows, key = [*rows, *page.rows], page.next_key
        if not key:
            break
    held = [show_group(group, zone) for group in list_held(session, actor)]
    return Looked(show_reports(rows, zone), key, count_inbox(session, actor), held)


def find(session: ScopedSession, actor: Actor, words: str) -> list[ShownReport]:
    return show_reports(search_reports(session, actor, text=words), choices.own_zone(session, actor))


def look_again(session: ScopedSession, actor: Actor, numbers: list[str]) -> list[ShownReport]:
    """What a search found, without searching again: its words are kept nowhere."""
    return show_reports(
        read_rows(session, actor, numbers=numbers) if numbers else (), choices.own_zone(session, actor)
    )


def renewed(rows: list[ShownReport], asked: list[str], kept: list[ShownReport]) -> list[ShownReport]:
    """The rows of a search as they are now: what was asked for and not found any more is gone, a newer search stays."""
    found = {row.number: row for row in kept}
    return [found.get(row.number, row) for row in rows if row.number in found or row.number not in asked]


def _lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], list[Choice]]:
    return choices.codes(session, "violence_kind"), choices.areas_below(session, actor.area_code)


def _villages(session: ScopedSession, actor: Actor, code: str) -> list[Choice]:
    return choices.areas_below(session, code)
