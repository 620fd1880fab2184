"""Cases: mine, and for a supervisor those of the area."""

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases.lists import list_cases, list_colleagues
from rindu_app.domain.cases.rows import CaseRow
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.shown import ShownCase, show_case
from rindu_app.words import routes
from rindu_app.words.codes import CaseStatus

_MAX_PAGES = 8


class Cases(AppState):
    """`view`: mine, area or closed. A supervisor begins with her area: she seldom manages a case herself.

    `whose`: one of her people, whose cases alone are shown.
    """

    rows: list[ShownCase] = []
    view: str = ""
    more: bool = False
    pages: int = 1
    ready: bool = False
    supervises: bool = False
    whose: str = ""
    _officer: int | None = None

    @action(Permission.CASE_READ)
    async def load(self) -> None:
        self.supervises = (await self._actor()).may(Permission.CASE_SUPERVISE)
        self.view, self.pages = self.view or ("area" if self.supervises else "mine"), 1
        await self._narrow(self.router.url.query_parameters.get(routes.OFFICER, ""))
        await self._look()

    @action(Permission.CASE_READ)
    async def show(self, view: str) -> None:
        self.view, self.pages = view if view in ("mine", "area", "closed") else "mine", 1
        self.whose, self._officer = "", None
        await self._look()

    @action(Permission.CASE_READ)
    async def more_rows(self) -> None:
        self.pages = min(self.pages + 1, _MAX_PAGES)
        await self._look()

    async def _narrow(self, account: str) -> None:
        """A supervisor came from the load of one of her people."""
        self.whose, self._officer = "", None
        if self.supervises and account.isdecimal():
            people = {row.account_id: row.name for row in await self._read(list_colleagues)}
            if name := people.get(int(account), ""):
                self.whose, self._officer, self.view = name, int(account), "area"

    async def _look(self) -> None:
        self.rows, more = await self._read(look, self.view, self.pages, self._officer)
        self.more, self.ready = more and self.pages < _MAX_PAGES, True


def look(
    session: ScopedSession, actor: Actor, view: str, pages: int, officer: int | None
) -> tuple[list[ShownCase], bool]:
    """The first `pages` pages of a view, and whether there is more."""
    zone, rows, key = own_zone(session, actor), list[CaseRow](), ""
    status = CaseStatus.CLOSED if view == "closed" else CaseStatus.OPEN
    whose = "area" if view != "mine" and actor.may(Permission.CASE_SUPERVISE) else "mine"
    for _ in range(pages):
        page = list_cases(session, actor, view=whose, status=status, after=key, manager_id=officer)
        rows, key = [*rows, *page.rows], page.next_key
        if not key:
            break
    return [show_case(row, zone) for row in rows], bool(key)
