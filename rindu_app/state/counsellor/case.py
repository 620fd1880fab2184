"""The first part of a case file: the person, what happened, and the daily work."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases import notes, work
from rindu_app.domain.cases.view import read_case, reveal_client
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown_case import ShownFolder, show_folder
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, number, text
from rindu_app.words.codes import NoteAudience, Risk


class CasePage(CaseFile, AppState):
    folder: ShownFolder = ShownFolder()
    noting: bool = False
    mending: str = ""
    whole: bool = False
    client: list[str] = []

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        focused = await self._open()
        self.noting = await self._has_draft("note_text")
        self.mending = next(iter(sorted(await self._waiting("mend_text", "add_text"))), "")
        return focused

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def show_client(self) -> None:
        found = await self._run(reveal_client, number=self._number)
        self.client = [found["name"] or "Nama tidak disebut", found["phone"] or "Tidak ada nomor telepon"]

    @action(Permission.CASE_READ)
    async def show_whole(self) -> None:
        self.whole = True
        await self._refresh()

    @action(Permission.CASE_READ)
    async def hide_client(self) -> None:
        self.client = []

    @action(Permission.CASE_WRITE)
    async def start_note(self) -> Any:
        self.noting = True
        yield
        yield focus("note_text")

    @action(Permission.CASE_WRITE)
    async def keep_note(self, form: FormData[str, Any]) -> None:
        given = {"text": text(form, "note_text"), "audience": audience_of(text(form, "note_audience"))}
        await self._do("note", notes.write_case_note, **given)
        self.noting = False
        await self._say("Catatan disimpan.")

    @action(Permission.CASE_WRITE)
    async def start_mending(self, uid: str) -> Any:
        """Mend a note, or add to it; "" goes back."""
        self.mending = str(uid)
        self._put_away()
        rewrites = any(row.may_edit for row in self.folder.timeline if row.note == self.mending)
        yield
        yield focus("mend_text" if rewrites else "add_text")

    @action(Permission.CASE_WRITE)
    async def mend_note(self, form: FormData[str, Any]) -> None:
        form = await self._chosen("mend", form, self.mending)
        given = {"uid": self.mending, "text": text(form, "mend_text")}
        await self._change("mend", notes.edit_case_note, form, of=self.mending, **given)
        self.mending = ""
        await self._say("Catatan diubah. Isi sebelumnya tetap dapat dibaca.")

    @action(Permission.CASE_WRITE)
    async def add_to_note(self, form: FormData[str, Any]) -> None:
        await self._do("add", notes.amend_case_note, uid=self.mending, text=text(form, "add_text"))
        self.mending = ""
        await self._say("Tambahan disimpan.")

    @action(Permission.CASE_WRITE)
    async def change_risk(self, form: FormData[str, Any]) -> None:
        risk, reason = text(form, "risk_level"), text(form, "risk_reason")
        chosen = Risk(risk) if risk in set(Risk) else Risk.HIGH
        await self._decide("risk", work.change_risk, risk=chosen, reason=reason)
        await self._say("Risiko diubah.")

    @action(Permission.CASE_WRITE)
    async def add_task(self, form: FormData[str, Any]) -> None:
        self._form = "task"
        due = await self._read(
            moment_of, text(form, "task_day"), text(form, "task_time") or "16:00", self.head.timezone
        )
        owner, title = number(form, "task_owner_id"), text(form, "task_title")
        await self._do("task", work.add_task, title=title, due_at=due, owner_id=owner)
        await self._say("Tugas ditambahkan.")

    @action(Permission.CASE_WRITE)
    async def finish_task(self, uid: str) -> None:
        await self._do("task", work.finish_task, uid=str(uid))
        await self._say("Tugas selesai.")

    async def _refresh(self) -> None:
        view = await self._run(read_case, number=self._number)
        self._show(view.head)
        self.folder = show_folder(view, whole=self.whole)
        self._known = {f"mend:{row.note}": (row.version, row.text) for row in view.timeline if row.may_edit}

    def _draft_of(self) -> str:
        return self.mending if self._form in ("mend", "add") else ""

    def _forget(self) -> None:
        self.folder, self.client = ShownFolder(), []
        self.noting, self.whole, self.mending = False, False, ""


def audience_of(code: str) -> NoteAudience:
    """What no form of ours sends becomes the narrower choice."""
    return NoteAudience(code) if code in set(NoteAudience) else NoteAudience.AUTHOR
