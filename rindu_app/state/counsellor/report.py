"""One report: reading it, talking, deciding. Its name and telephone come only when asked for."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.reports.access import may_read
from rindu_app.domain.reports.view import peek_report, read_report, reveal_name
from rindu_app.domain.threads.commands import (
    cancel_appointment,
    need_no_answer,
    propose_appointment,
    reply,
    write_note,
)
from rindu_app.domain.threads.contacting import note_contact
from rindu_app.domain.threads.queries import read_thread
from rindu_app.state.base import AppState, action, writing
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import Acting, focus, last_part
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_report import (
    ShownFile,
    ShownMeeting,
    ShownMessage,
    ShownStory,
    show_files,
    show_meetings,
    show_messages,
    show_story,
)  # fmt: skip
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, text
from rindu_app.words.codes import ContactWay, CounsellingMode


@dataclass(frozen=True)
class Opened:
    """A report as it was found: its page, its thread, and the mark by which a change is noticed."""

    story: ShownStory
    messages: list[ShownMessage]
    meetings: list[ShownMeeting]
    files: list[ShownFile]
    mark: tuple[int, ...]


class ReportPage(Acting, AppState):
    """`phase`: loading, ready, missing (not there or not mine to see), gone (handed to another area)."""

    phase: str = "loading"
    story: ShownStory = ShownStory()
    messages: list[ShownMessage] = []
    meetings: list[ShownMeeting] = []
    files: list[ShownFile] = []
    names: list[str] = []
    call_link: str = ""
    templates: list[Choice] = []
    _number: str = ""
    _mark: tuple[int, ...] = ()
    _bodies: dict[str, str] = {}

    @action(Permission.REPORT_READ)
    async def load(self) -> Any:
        self._forget()
        self._number, self.phase = last_part(self.router.url.path), "missing"
        await self._refresh()
        if self.story.may_work:
            await (await self.get_state(Drafts))._open(self.story.timezone)
        self.templates, self._bodies = await self._read(_templates)
        return focus("judul")

    @action(Permission.REPORT_READ, background=True)
    async def watch(self) -> None:
        """Show what the other side or a colleague does meanwhile, without touching what is being typed."""
        async for _ in self._changes():
            if not self._number:
                continue
            opened = await self._changed()
            if opened is not None:
                async with self:
                    self._put(opened)

    @action(Permission.REPORT_READ)
    async def leave(self) -> None:
        self._forget()

    @action(Permission.REPORT_READ)
    async def show_names(self) -> None:
        told, affected = await self._run(reveal_name, number=self.story.number)
        self.names = [f"Pelapor: {told or 'tidak disebut'}"]
        if affected:
            self.names = [*self.names, f"Yang mengalami: {affected}"]

    @action(Permission.REPORT_READ)
    async def hide_names(self) -> None:
        self.names = []

    @action(Permission.REPORT_WRITE)
    async def use_template(self, code: str) -> Any:
        return rx.set_value("reply_text", self._bodies.get(str(code), ""))

    @action(Permission.REPORT_WRITE)
    async def send(self, form: FormData[str, Any]) -> None:
        ask = bool(text(form, "reply_ask"))
        await self._do("reply", reply, text=text(form, "reply_text"), ask=ask)
        await self._say("Pesan terkirim. Pelapor membacanya saat kembali dengan angkanya.")

    @action(Permission.REPORT_WRITE)
    async def need_no_answer(self) -> None:
        await self._do("reply", need_no_answer)

    @action(Permission.REPORT_WRITE)
    async def keep_note(self, form: FormData[str, Any]) -> None:
        await self._do("note", write_note, text=text(form, "note_text"))
        await self._say("Catatan tim disimpan.")

    @action(Permission.REPORT_WRITE)
    async def propose(self, form: FormData[str, Any]) -> None:
        self._form, mode = "meet", text(form, "meet_mode")
        starts = await self._read(
            moment_of, text(form, "meet_day"), text(form, "meet_time"), self.story.timezone
        )
        chosen = CounsellingMode(mode) if mode in set(CounsellingMode) else CounsellingMode.FACE
        place = text(form, "meet_place")
        await self._do("meet", propose_appointment, mode=chosen, starts_at=starts, place=place)
        await self._say("Usulan waktu dikirim. Pelapor dapat menerima atau menolaknya.")

    @action(Permission.REPORT_WRITE)
    async def cancel(self, uid: str) -> None:
        await self._do("meet", cancel_appointment, uid=str(uid))
        await self._say("Janji dibatalkan.")

    @action(Permission.REPORT_WRITE)
    async def call(self, way: str) -> None:
        await self._reach(str(way), "")

    @action(Permission.REPORT_WRITE)
    async def call_anyway(self, form: FormData[str, Any]) -> None:
        reason = text(form, "call_reason")
        await self._reach(text(form, "call_way"), reason)

    async def _reach(self, way: str, reason: str) -> None:
        chosen = ContactWay(way) if way in set(ContactWay) else ContactWay.NONE
        self.call_link = ""
        self.call_link = await self._do("call", note_contact, way=chosen, override_reason=reason)
        await self._say("Nomor dibuka dan dicatat dalam riwayat.")

    async def _changed(self) -> Opened | None:
        if await self._read(peek_report, number=self._number) == self._mark:
            return None
        return await self._run(open_report, self._number)

    async def _do(self, form: str, function: Any, **given: Any) -> Any:
        result = await self._act(form, function, number=self.story.number, **given)
        await self._refresh()
        return result

    async def _refresh(self) -> None:
        self._put(await self._run(open_report, self._number))

    async def _say_refusal(self, refusal: DomainError) -> None:
        await super()._say_refusal(refusal)
        if isinstance(refusal, NotFound):
            await self._leave_if_lost()

    async def _leave_if_lost(self) -> None:
        """A colleague made it a case, forwarded it or shut me out: it is no longer mine to read, and nothing of it stays."""
        if self._number and not await self._read(may_read, self._number):
            async with writing(self):
                self._forget()
                self.phase = "missing"

    def _put(self, opened: Opened) -> None:
        self.story, self.messages = opened.story, opened.messages
        self.meetings, self.files = opened.meetings, opened.files
        self._mark, self.phase = opened.mark, "ready"

    def _forget(self) -> None:
        """Nothing of a person stays behind when the page is left."""
        self.story, self.messages, self.meetings, self.files = ShownStory(), [], [], []
        self.names, self.call_link, self.phase, self._number = [], "", "loading", ""


def open_report(session: ScopedSession, actor: Actor, number: str) -> Opened:
    view, thread = read_report(session, actor, number=number), read_thread(session, actor, number=number)
    zone = view.timezone
    return Opened(
        show_story(view),
        show_messages(thread, zone),
        show_meetings(thread, zone),
        show_files(thread),
        peek_report(session, actor, number=number),
    )


def _templates(session: ScopedSession, actor: Actor) -> tuple[list[Choice], dict[str, str]]:
    return choices.codes(session, "message_template"), choices.bodies(session, "message_template")
