"""What every part of a case file shares: whose file it is, opening it, and forgetting it when the page is left."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.errors import DomainError, NotFound
from rindu_app.domain.cases.access import expect_version, may_read
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.state.counsellor.acting import Acting, focus, if_unchanged
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.state.counsellor.shown import say_quiet
from rindu_app.words import clock, dates, routes
from rindu_app.words.codes import CaseStatus


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


class CaseFile(Acting, mixin=True):
    """A part of one case file. `phase`: loading, ready or missing.

    A part names its handlers `load` (which returns `await self._open()`) and `leave` (which calls `self._close()`), and
    fills in `_refresh` (read, then `self._show(view.head)`) and `_forget`.
    """

    phase: str = "loading"
    head: ShownHead = ShownHead()
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

    def _show(self, head: CaseHead) -> None:
        self.head, self.phase = show_head(head), "ready"

    async def _do(self, form: str, function: Any, **given: Any) -> Any:
        """Something that can be done whatever others did meanwhile."""
        result = await self._act(form, function, number=self._number, **given)
        await self._refresh()
        return result

    async def _decide(self, form: str, function: Any, **given: Any) -> Any:
        """Something that is decided on what the person saw: refused where the file has changed since."""
        seen = {"number": self._number, "version": self.head.version}
        result = await self._act(form, if_unchanged, check=expect_version, act=function, **seen, **given)
        await self._refresh()
        return result

    def _close(self) -> None:
        """Nothing of a person stays behind when the page is left."""
        self.head, self.phase, self._number = ShownHead(), "loading", ""
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
