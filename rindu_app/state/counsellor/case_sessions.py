"""The sessions of a case: planning, moving, calling off, saying what became of them, and notes."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.sessions import members, notes, outcome, planning
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.queries import read_sessions
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.beside import plain, words_of
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.planning import Planning
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_sessions import (
    ShownAgreed,
    ShownSeat,
    ShownSession,
    choices_of,
    plan_values,
    show_agreed,
    show_session,
)
from rindu_app.state.forms import FormData, text
from rindu_app.words.codes import CounsellingMode, NoteAudience
from rindu_app.words.labels import labelled


class CaseSessions(Planning, CaseFile, AppState):
    """`chosen`: the session that is being worked on; `source`: the appointment that is becoming one."""

    coming: tuple[ShownSession, ...] = ()
    past: tuple[ShownSession, ...] = ()
    seats: tuple[ShownSeat, ...] = ()
    agreed: list[ShownAgreed] = []
    chosen: ShownSession = ShownSession()
    source: ShownAgreed = ShownAgreed()
    services: list[Choice] = []
    counsellors: list[Choice] = []
    threads: list[Choice] = []
    groups: list[Choice] = []
    video_is_on: bool = False
    me: str = ""
    _note: str = ""

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.me = str((await self._actor()).id)
        focused = await self._open()
        await self._open_what_waits()
        return focused

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose(self, uid: str) -> Any:
        """Work on this session; "" goes back to planning a new one."""
        rows = (*self.coming, *self.past)
        self.chosen = next((row for row in rows if row.uid == str(uid)), ShownSession())
        self.outside, self.source = "", ShownAgreed()
        self._put_away()
        yield
        yield focus("kelola")

    @action(Permission.CASE_WRITE)
    async def start_from(self, uid: str) -> Any:
        """Plan the session that was agreed as an appointment: its time is filled in."""
        self.source = next((row for row in self.agreed if row.uid == str(uid)), ShownAgreed())
        self.chosen, self.outside = ShownSession(), ""
        yield
        yield focus("kelola")

    @action(Permission.CASE_WRITE)
    async def plan(self, form: FormData[str, Any]) -> None:
        wanted = await self._plan(form, "plan", self.head.timezone)
        come_from = {"appointment_uid": self.source.uid, "tell": text(form, "plan_tell")}
        await self._do("plan", planning.plan_session, plan=wanted, **come_from)
        await self._say("Sesi direncanakan dan masuk ke jadwal.")

    @action(Permission.CASE_WRITE)
    async def move(self, form: FormData[str, Any]) -> None:
        uid = self.chosen.uid
        form = await self._chosen("move", form, uid)
        wanted = await self._plan(form, "move", self.head.timezone)
        await self._change("move", planning.move_session, form, of=uid, uid=uid, plan=wanted)
        await self._say("Sesi diubah. Bila klien tahu lewat percakapan, ia ditanya lagi.")

    @action(Permission.CASE_WRITE)
    async def cancel(self, form: FormData[str, Any]) -> None:
        reason = text(form, "cancel_reason")
        await self._decide("cancel", planning.cancel_session, uid=self.chosen.uid, reason=reason)
        await self._say("Sesi dibatalkan. Waktunya kosong kembali.")

    @action(Permission.CASE_WRITE)
    async def settle(self, form: FormData[str, Any]) -> None:
        came, note = text(form, "settle_came") == "yes", text(form, "settle_note")
        said = {"note": note, "audience": _audience(text(form, "settle_audience"))}
        await self._decide("settle", outcome.settle_session, uid=self.chosen.uid, came=came, **said)
        await self._say("Sesi dicatat terlaksana." if came else "Dicatat: klien tidak hadir.")

    @action(Permission.CASE_WRITE)
    async def write_note(self, form: FormData[str, Any]) -> None:
        said = {"text": text(form, "note_text"), "audience": _audience(text(form, "note_audience"))}
        await self._do("note", notes.write_session_note, uid=self.chosen.uid, **said)
        await self._say("Catatan disimpan.")

    @action(Permission.CASE_WRITE)
    async def edit_note(self, form: FormData[str, Any]) -> None:
        self._note = uid = text(form, "edit_uid")
        form = await self._chosen("edit", form, uid)
        given = {"note_uid": uid, "text": text(form, "edit_text")}
        await self._change("edit", notes.edit_session_note, form, of=uid, **given)
        await self._say("Catatan diubah.")

    @action(Permission.CASE_WRITE)
    async def amend_note(self, form: FormData[str, Any]) -> None:
        uid, written = text(form, "amend_uid"), text(form, "amend_text")
        self._note = uid
        await self._do("amend", notes.amend_session_note, note_uid=uid, text=written)
        await self._say("Tambahan disimpan di bawah catatannya.")

    @action(Permission.CASE_WRITE)
    async def join(self, form: FormData[str, Any]) -> None:
        uid, alias = text(form, "join_group"), text(form, "join_alias")
        await self._do("join", members.join_group, uid=uid, alias=alias)
        await self._say("Kasus ini ikut kelompok. Pertemuan yang direncanakan ada di daftar sesi.")

    @action(Permission.CASE_WRITE)
    async def leave_group(self, uid: str) -> None:
        await self._do("join", members.leave_group, uid=str(uid))
        await self._say("Kasus ini keluar dari kelompok dan dari pertemuan yang direncanakan.")

    async def _refresh(self) -> None:
        view = await self._run(read_sessions, number=self._number)
        self._show(view.head)
        zone = view.head.timezone
        self.coming = tuple(show_session(row, zone) for row in view.coming)
        self.past = tuple(show_session(row, zone) for row in view.past)
        rows = (*view.coming, *view.past)
        self._known = {f"move:{row.uid}": plain(row.plan) for row in view.coming}
        self._known |= {f"edit:{note.uid}": (note.version, note.text) for row in rows for note in row.notes}
        self.seats = tuple(
            ShownSeat(row.uid, row.name, f"dipimpin {row.leader}, sebagai {row.alias}") for row in view.seats
        )
        self.agreed = [show_agreed(row, zone) for row in view.agreed]
        self.services, self.counsellors = choices_of(view.services), choices_of(view.counsellors)
        self.threads = [Choice(row.code, f"{row.code}, {row.label}") for row in view.threads]
        self.groups, self.video_is_on = choices_of(view.groups), view.video_is_on
        self._keep_chosen()

    async def _open_what_waits(self) -> None:
        """The session for which a note, or a correction of one, was left unsent."""
        sessions = await self._waiting("settle_note", "note_text")
        notes = await self._waiting("edit_text", "amend_text")
        rows = (*self.coming, *self.past)
        waits = (row for row in rows if row.uid in sessions or notes & {note.uid for note in row.notes})
        self.chosen = next(waits, self.chosen)

    def _draft_of(self) -> str:
        return self._note if self._form in ("edit", "amend") else self.chosen.uid

    def _keep_chosen(self) -> None:
        """After something was done, the panel shows the session as it is now."""
        rows = (*self.coming, *self.past)
        self.chosen = next((row for row in rows if row.uid == self.chosen.uid), ShownSession())
        self.outside, self.source = "", ShownAgreed()

    def _values(self, form: str, now: Any) -> dict[str, object]:
        return plan_values(now, self._zone()) if isinstance(now, Plan) else {"text": now}

    def _words(self, form: str, name: str) -> dict[str, str]:
        lists = {"service": self.services, "counsellor": self.counsellors}
        return dict(labelled(CounsellingMode)) if name == "mode" else words_of(lists.get(name, []))

    def _forget(self) -> None:
        self.coming, self.past, self.seats, self.agreed = (), (), (), []
        self.chosen, self.source, self.outside = ShownSession(), ShownAgreed(), ""


def _audience(code: str) -> NoteAudience:
    """What no form of ours sends is the narrower circle."""
    return NoteAudience(code) if code in set(NoteAudience) else NoteAudience.AUTHOR
