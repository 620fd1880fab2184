"""What is being written on a screen: kept on the server while it is typed, and found again after a lost session (ADR 67)."""

from contextlib import suppress
from datetime import datetime

from anyio import to_thread

from rindu_app.access.errors import DomainError
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.drafts.commands import drop_draft, drop_drafts, keep_draft, read_drafts
from rindu_app.state.base import AppState, action, writing
from rindu_app.words import dates


class Drafts(AppState):
    """By the field's name: `texts` fill it, `times` say since when it was left. `stamp` counts what was sent or thrown away:
    fields are keyed by it, and a save that was on its way when its text was sent is known by an older one."""

    texts: dict[str, str] = {}
    times: dict[str, str] = {}
    stamp: int = 0
    _kept: dict[str, str] = {}
    _place: str = ""

    @action(Permission.CASE_WRITE, background=True)
    async def keep(self, name: str, stamp: int, text: str, begun: str = "") -> None:
        """Runs beside what the screen does, and says nothing. What the field had `begun` with is no draft."""
        name, text = str(name), "" if text == begun else str(text)
        async with writing(self):
            place = self._place
            is_late = stamp != self.stamp or place != self._here()
            if is_late or self._kept.get(name, "") == text:
                return
            self._kept = {**self._kept, name: text}
        await self._save(place, name, text)
        async with writing(self):
            was_sent = stamp != self.stamp and name not in self._kept
        if was_sent:
            await self._save(place, name, "")

    @action(Permission.CASE_WRITE)
    async def discard(self, name: str) -> None:
        await self._run(drop_draft, place=self._place, name=str(name))
        self._empty({str(name)})

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        """Nothing stays here when the page is left, unless the next page has been read already."""
        if self._place != self._here():
            self._close()

    async def _open(self, zone: str) -> None:
        """Read what was left on this screen, before it is shown."""
        self._close()
        self._place = self._here()
        found = await self._read(read_drafts, place=self._place)
        self._kept = {name: row.text for name, row in found.items()}
        self.texts = dict(self._kept)
        self.times = {name: _since(row.at, zone) for name, row in found.items()}
        self.stamp += 1

    async def _sent(self, form: str, of: str) -> None:
        """This form was sent: its texts are no drafts any more."""
        gone = {name for name in self._kept if name.startswith(f"{form}_") and name.partition(":")[2] == of}
        if gone:
            await self._run(drop_drafts, place=self._place, form=form, of=of)
        self._empty(gone)

    def _empty(self, gone: set[str]) -> None:
        """Others keep what was typed into them meanwhile: their fields are made anew as well."""
        self._kept = {name: text for name, text in self._kept.items() if name not in gone}
        self.texts = dict(self._kept)
        self.times = {name: at for name, at in self.times.items() if name not in gone}
        self.stamp += 1

    def _here(self) -> str:
        return self.router.url.path.rstrip("/")

    def _close(self) -> None:
        self.texts, self.times, self._kept, self._place = {}, {}, {}, ""

    async def _save(self, place: str, name: str, text: str) -> None:
        """A save that is refused is no news: the form itself says so when it is sent."""
        actor = await self._actor()

        def save() -> None:
            with open_session(actor) as session:
                keep_draft(session, actor, place=place, name=name, text=text)

        with suppress(DomainError):
            await to_thread.run_sync(save)


def _since(at: datetime, zone: str) -> str:
    """ "10.32" of today, "kemarin 10.32", "Kam 26 Nov 10.32"."""
    moment = dates.show_moment(at, zone).removeprefix("Hari ini ")
    return moment.replace("Kemarin", "kemarin")
