"""The audit trail: reading it, and proving that nobody changed it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from anyio import to_thread

from rindu_app.access.actor import Actor
from rindu_app.access.audit import AuditBreak, verify_audit
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession, open_session
from rindu_app.domain.accounts.queries import list_accounts
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.trail.queries import PAGE, TrailFilter, TrailRow, read_trail
from rindu_app.state.admin.shown import Choice, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.forms import FormData, number, text
from rindu_app.words.dates import show_moment
from rindu_app.words.trail import KINDS, say_act, say_ref

READ = Permission.AUDIT_READ


class Trail(AppState):
    """`checked` is how far the verification has come, in words; `verdict` its end."""

    rows: list[Row] = []
    people: list[Choice] = []
    wanted: dict[str, str] = {}
    more: bool = False
    ready: bool = False
    checking: bool = False
    checked: str = ""
    verdict: str = ""
    whole: bool = False

    @action(READ)
    async def load(self) -> None:
        self.wanted, self.verdict = {}, ""
        self.people = await self._read(colleagues)
        await self._look()

    @action(READ)
    async def search(self, form: FormData[str, Any]) -> None:
        names = ("account", "action", "ref", "since", "until")
        self.wanted = {name: text(form, f"trail_{name}").strip()[:60] for name in names}
        await self._look()

    @action(READ)
    async def more_rows(self) -> None:
        found = await self._read(look, self.wanted, int(self.rows[-1].key) if self.rows else None)
        self.rows, self.more = [*self.rows, *found], len(found) == PAGE

    @action(READ, background=True)
    async def verify(self) -> AsyncIterator[None]:
        actor, seen = await self._actor(), [0, 0]
        if not actor.may(READ):
            return
        async with self:
            self.checking, self.verdict, self.checked = True, "", "Memeriksa …"
        walk = asyncio.ensure_future(to_thread.run_sync(walk_chain, seen))
        while not walk.done():
            await asyncio.wait([walk], timeout=0.5)
            async with self:
                self.checked = f"Memeriksa baris {seen[0]} dari {seen[1]} …"
            yield
        async with self:
            self.checking, (self.verdict, self.whole) = False, say_verdict(*walk.result())

    async def _look(self) -> None:
        self.rows = await self._read(look, self.wanted, None)
        self.more, self.ready = len(self.rows) == PAGE, True


def walk_chain(seen: list[int]) -> tuple[int, AuditBreak | None]:
    """Verify the whole chain, writing (done, total) into `seen` on the way. The trail belongs to the house, not to an area."""

    def step(done: int, total: int) -> None:
        seen[:] = [done, total]

    with open_session(Actor.visitor(), write=False) as session:
        return verify_audit(session, step=step)


def say_verdict(count: int, found: AuditBreak | None) -> tuple[str, bool]:
    if found is None:
        return f"Utuh. {count} baris diperiksa, tidak ada yang diubah, dihapus, atau dipindah.", True
    return (
        f"Tidak utuh pada baris {found.entry_id}: {found.why}. Hubungi penanggung jawab keamanan sekarang.",
        False,
    )


def colleagues(session: ScopedSession, actor: Actor) -> list[Choice]:
    return [
        Choice(str(row.id), f"{row.name} ({row.username})") for row in list_accounts(session, actor, size=500)
    ]


def look(session: ScopedSession, actor: Actor, wanted: dict[str, str], before: int | None) -> list[Row]:
    zone = timezone_of(session, actor.area_code)
    found = read_trail(session, actor, wanted=read_filter(wanted, zone), before=before)
    return [_row(row, zone) for row in found]


def read_filter(wanted: dict[str, str], zone: str) -> TrailFilter:
    until = _day(wanted.get("until", ""), zone)
    return TrailFilter(
        account_id=number(wanted, "account") or None,
        action=wanted.get("action", ""),
        ref=wanted.get("ref", ""),
        since=_day(wanted.get("since", ""), zone),
        until=until + timedelta(days=1) if until else None,
    )


def _day(written: str, zone: str) -> datetime | None:
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except ValueError:
        return None


def _row(row: TrailRow, zone: str) -> Row:
    who = row.who or KINDS.get(row.role, "Sistem")
    ref = say_ref(row.ref)
    detail = f"{who} · {ref}" if ref else who
    return Row(str(row.id), say_act(row.action), detail, show_moment(row.at, zone), row.action == "refused")
