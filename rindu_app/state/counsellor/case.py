"""One case file: reading it and the daily work on it."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases import team, work
from rindu_app.domain.cases.access import expect_version
from rindu_app.domain.cases.view import read_access_log, read_case, reveal_client
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import Acting, focus, if_unchanged, last_part
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_case import ShownAccess, ShownFolder, show_access, show_folder
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, number, text
from rindu_app.words.codes import ConsentGiver, Risk

PARTS = ("ringkasan", "persetujuan", "tim")


class CasePage(Acting, AppState):
    """`phase`: loading, ready or missing. `part`: which tab is open."""

    phase: str = "loading"
    part: str = PARTS[0]
    folder: ShownFolder = ShownFolder()
    noting: bool = False
    client: list[str] = []
    access: list[ShownAccess] = []
    colleagues: list[Choice] = []
    purposes: list[Choice] = []
    endings: list[Choice] = []
    _number: str = ""

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self._forget()
        self._number, self.phase = last_part(self.router.url.path), "missing"
        await self._refresh()
        self.colleagues, self.purposes, self.endings = await self._read(_lists)
        return focus("judul")

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._forget()

    @action(Permission.CASE_READ)
    async def show(self, part: str) -> None:
        self.part = part if part in PARTS else PARTS[0]
        if self.part == "tim":
            rows = await self._read(read_access_log, number=self._number)
            self.access = show_access(rows, self.folder.timezone)

    @action(Permission.CASE_READ)
    async def show_client(self) -> None:
        found = await self._run(reveal_client, number=self._number)
        self.client = [found["name"] or "Nama tidak disebut", found["phone"] or "Tidak ada nomor telepon"]

    @action(Permission.CASE_READ)
    async def hide_client(self) -> None:
        self.client = []

    @action(Permission.CASE_WRITE)
    async def start_note(self) -> Any:
        self.noting, self.part = True, PARTS[0]
        yield
        yield focus("note_text")

    @action(Permission.CASE_WRITE)
    async def keep_note(self, form: FormData[str, Any]) -> None:
        await self._do("note", work.write_case_note, text=text(form, "note_text"))
        self.noting = False
        await self._say("Catatan disimpan.")

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
            moment_of, text(form, "task_day"), text(form, "task_time") or "16:00", self.folder.timezone
        )
        owner, title = number(form, "task_owner_id"), text(form, "task_title")
        await self._do("task", work.add_task, title=title, due_at=due, owner_id=owner)
        await self._say("Tugas ditambahkan.")

    @action(Permission.CASE_WRITE)
    async def finish_task(self, uid: str) -> None:
        await self._do("task", work.finish_task, uid=str(uid))
        await self._say("Tugas selesai.")

    @action(Permission.CASE_WRITE)
    async def record_consent(self, form: FormData[str, Any]) -> None:
        giver, given = text(form, "consent_given_by"), text(form, "consent_answer") == "yes"
        by = ConsentGiver(giver) if giver in set(ConsentGiver) else ConsentGiver.SELF
        what = {"purpose": text(form, "consent_purpose"), "evidence": text(form, "consent_evidence")}
        await self._do("consent", work.record_consent, given=given, given_by=by, **what)
        await self._say("Jawaban dicatat.")

    @action(Permission.CASE_WRITE)
    async def withdraw_consent(self, purpose: str) -> None:
        await self._do("consent", work.withdraw_consent, purpose=str(purpose))
        await self._say("Persetujuan dicabut. Mulai sekarang tidak dipakai lagi.")

    @action(Permission.CASE_WRITE)
    async def add_member(self, form: FormData[str, Any]) -> None:
        await self._do("member", team.add_member, account_id=number(form, "member_account_id"))
        await self._say("Anggota tim ditambahkan.")

    @action(Permission.CASE_WRITE)
    async def remove_member(self, account_id: str) -> None:
        account = int(account_id) if str(account_id).isdigit() else 0
        await self._do("member", team.remove_member, account_id=account)
        await self._say("Anggota tim dikeluarkan.")

    @action(Permission.CASE_WRITE)
    async def hand_over(self, form: FormData[str, Any]) -> None:
        await self._decide("hand", team.hand_over, account_id=number(form, "hand_account_id"))
        await self._say("Manajer kasus berganti. Anda tetap anggota tim.")

    @action(Permission.CASE_CLOSE)
    async def close(self, form: FormData[str, Any]) -> None:
        code, note = text(form, "close_reason_code"), text(form, "close_note")
        await self._decide("close", work.close_case, reason_code=code, note=note)
        await self._say("Kasus ditutup. Kasus dapat dibuka kembali kapan saja.")

    @action(Permission.CASE_CLOSE)
    async def reopen(self, form: FormData[str, Any]) -> None:
        await self._decide("reopen", work.reopen_case, note=text(form, "reopen_note"))
        await self._say("Kasus dibuka kembali.")

    async def _do(self, form: str, function: Any, **given: Any) -> None:
        await self._act(form, function, number=self._number, **given)
        await self._refresh()

    async def _decide(self, form: str, function: Any, **given: Any) -> None:
        seen = {"number": self._number, "version": self.folder.version}
        await self._act(form, if_unchanged, check=expect_version, act=function, **seen, **given)
        await self._refresh()

    async def _refresh(self) -> None:
        view = await self._run(read_case, number=self._number)
        self.folder, self.phase = show_folder(view), "ready"

    def _forget(self) -> None:
        """Nothing of a person stays behind when the page is left."""
        self.folder, self.client, self.access = ShownFolder(), [], []
        self.phase, self.part, self._number, self.noting = "loading", PARTS[0], "", False


def _lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], list[Choice], list[Choice]]:
    purposes, endings = (choices.codes(session, name) for name in ("consent_purpose", "case_closing_reason"))
    return choices.colleagues(session, actor), purposes, endings
