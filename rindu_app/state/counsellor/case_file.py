"""What every part of a case file shares: whose file it is, opening it, and forgetting it when the page is left."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from rindu_app.access.errors import ChangedBeside, Conflict, DomainError, NotFound
from rindu_app.domain.cases.access import may_read
from rindu_app.domain.cases.rows import CaseHead, LineRow
from rindu_app.domain.cases.story import expect_version, read_news
from rindu_app.state.base import Stopped
from rindu_app.state.counsellor.acting import focus, if_unchanged
from rindu_app.state.counsellor.beside import Beside
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.state.counsellor.shown import say_quiet
from rindu_app.words import clock, dates, routes
from rindu_app.words.codes import CaseStatus
from rindu_app.words.fields import BETWEEN


@dataclass(frozen=True)
class ShownHead:
    """What stands above every part. `goes_on`: open, and mine to work on. `href`: where the file begins."""

    number: str = ""
    href: str = ""
    eyebrow: str = ""
    risk: str = "low"
    risk_label: str = ""
    is_open: bool = True
    may_work: bool = True
    goes_on: bool = True
    status_label: str = ""
    place: str = ""
    mine: bool = False
    version: int = 0
    timezone: str = ""
    today: str = ""
    look: str = ""
    look_late: bool = False
    quiet: str = ""


@dataclass(frozen=True)
class ShownNews:
    """What others did while something was typed; `meta` says when and who."""

    key: str
    title: str
    text: str
    meta: str


# What is written in words, by the names under which commands take it.
WRITTEN = frozenset(
    ["reason", "note", "notes", "text", "evidence", "words", "how", "title", "comment", "answer", "training", "done", "use",
     "safety", "purpose", "why_other"]
)  # fmt: skip


class CaseFile(Beside, mixin=True):
    """A part of one case file. `phase`: loading, ready or missing. `news`: what came between what she saw and what she sent,
    with what she had `typed`.

    A part names its handlers `load` (which returns `await self._open()`) and `leave` (which calls `self._close()`), and
    fills in `_refresh` (read, then `self._show(view.head)`) and `_forget`.
    """

    phase: str = "loading"
    head: ShownHead = ShownHead()
    news: tuple[ShownNews, ...] = ()
    typed: tuple[str, ...] = ()
    _number: str = ""

    async def _open(self) -> Any:
        self._close()
        self._number, self.phase = case_number(self.router.url.path), "missing"
        await self._refresh()
        if self.head.may_work:
            await (await self.get_state(Drafts))._open(self.head.timezone)
        return focus("judul")

    async def _has_draft(self, name: str) -> bool:
        return name in (await self.get_state(Drafts)).texts

    async def _waiting(self, *fields: str) -> set[str]:
        """The uids of what something was left unsent for, in these fields."""
        names = (name.partition(":") for name in (await self.get_state(Drafts)).texts)
        return {of for field, _, of in names if field in fields}

    def _show(self, head: CaseHead) -> None:
        self.head, self.phase = show_head(head), "ready"

    async def _do(self, form: str, function: Any, **given: Any) -> Any:
        """Something that can be done whatever others did meanwhile."""
        return await self._go(form, function, given)

    async def _decide(self, form: str, function: Any, **given: Any) -> Any:
        """Something that is decided on what the person saw: refused where the file has changed since."""
        seen = {"check": expect_version, "act": function, "version": self.head.version}
        return await self._go(form, if_unchanged, {**seen, **given})

    async def _go(self, form: str, function: Any, given: dict[str, Any]) -> Any:
        try:
            result = await self._act(form, function, number=self._number, **given)
        except Stopped as stop:
            if isinstance(stop.__cause__, Conflict) and not isinstance(stop.__cause__, ChangedBeside):
                await self._tell_news(given)
            raise
        self.news, self.typed = (), ()
        self._put_away()
        await self._refresh()
        return result

    async def _tell_news(self, given: dict[str, Any]) -> None:
        """Where others did something meanwhile: what it was, the part as it is now, and what she had written, kept in sight."""
        news = await self._read(read_news, number=self._number, version=self.head.version)
        if not news:
            return
        self.news = tuple(show_news(key, row, self._zone()) for key, row in enumerate(news))
        self.typed = tuple(written_in(given))
        self.errors = {BETWEEN: self.notice}
        before = self._known
        await self._refresh()
        self._known = {**self._known, **before}  # open forms began with that

    def _zone(self) -> str:
        return self.head.timezone

    def _close(self) -> None:
        """Nothing of a person stays behind when the page is left."""
        self.head, self.phase, self._number = ShownHead(), "loading", ""
        self.news, self.typed, self._known = (), (), {}
        self._put_away()
        self._forget()

    async def _say_refusal(self, refusal: DomainError) -> None:
        """Whoever may no longer read the file (the glass has closed, she left the team) keeps nothing of it on her screen."""
        await super()._say_refusal(refusal)
        if isinstance(refusal, NotFound) and self._number and not await self._read(may_read, self._number):
            self._close()
            self.phase = "missing"

    async def _refresh(self) -> None:
        raise NotImplementedError

    def _forget(self) -> None:
        raise NotImplementedError


def written_in(given: Mapping[str, Any]) -> Iterator[str]:
    """What a refused command was given in words, also within its fields."""
    for name, value in given.items():
        if is_dataclass(value) and not isinstance(value, type):
            yield from written_in(asdict(value))
        elif name in WRITTEN and isinstance(value, str) and value.strip():
            yield value


def show_news(key: int, row: LineRow, zone: str) -> ShownNews:
    when = ", ".join(filter(None, [row.by, dates.show_within(row.at, zone)]))
    return ShownNews(str(key), row.label, row.text, when)


def case_number(path: str) -> str:
    """The number in `/kasus/K-2611-0417/tim`; the domain decides whether it means anything."""
    return path.removeprefix(routes.CASES).strip("/").partition("/")[0][:40]


def show_head(head: CaseHead) -> ShownHead:
    opened = (
        f"dibuka {dates.show_date(head.opened, head.timezone)} · {dates.show_age(head.opened, head.timezone)}"
    )
    is_open = head.status == CaseStatus.OPEN
    again = f" · kekerasan berulang {head.recurrences} kali" if head.recurrences else ""
    until = dates.show_moment(head.look_until, head.timezone) if head.look_until and is_open else ""
    return ShownHead(
        number=head.number,
        href=routes.case(head.number),
        eyebrow=(f"Kasus · {opened}" if is_open else f"Kasus ditutup · {opened}") + again,
        risk=head.risk,
        risk_label=head.risk_label,
        is_open=is_open,
        may_work=head.may_work,
        goes_on=is_open and head.may_work,
        status_label=head.status_label,
        place=head.place,
        mine=head.mine,
        version=head.version,
        timezone=head.timezone,
        today=dates.today(head.timezone),
        look=f"Tinjau tanda bahaya dan rencana aman. Batas waktu: {until}." if until else "",
        look_late=head.look_until is not None and head.look_until < clock.now(),
        quiet=say_quiet(head.quiet_days),
    )
