"""Groups: who leads them, who is in them, when they meet, who came."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.sessions import groups, meetings
from rindu_app.domain.sessions.group_queries import list_groups, read_group
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.planning import Planning
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_sessions import (
    ShownGroup,
    ShownMeeting,
    ShownMember,
    choices_of,
    show_group,
    show_meeting,
    show_member,
)
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.words import dates


class Groups(Planning, AppState):
    """`open_uid`: the group that is shown; `chosen`: the meeting of it that is being worked on."""

    rows: list[ShownGroup] = []
    open_uid: str = ""
    name: str = ""
    detail: str = ""
    leads: bool = False
    members: list[ShownMember] = []
    coming: list[ShownMeeting] = []
    past: list[ShownMeeting] = []
    chosen: ShownMeeting = ShownMeeting()
    services: list[Choice] = []
    leaders: list[Choice] = []
    me: str = ""
    zone: str = ""
    today: str = ""
    ready: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self._forget()
        self.me = str((await self._actor()).id)
        self.zone, self.leaders = await self._read(_lists)
        self.today = dates.today(self.zone)
        await self._refresh()
        return focus("judul")

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._forget()

    @action(Permission.CASE_READ)
    async def open(self, uid: str) -> Any:
        self.open_uid, self.chosen, self.outside = str(uid), ShownMeeting(), ""
        await self._refresh()
        yield
        yield focus("kelompok")

    @action(Permission.CASE_READ)
    async def choose(self, uid: str) -> Any:
        """Work on this meeting; "" goes back to planning a new one."""
        rows = (*self.coming, *self.past)
        self.chosen = next((row for row in rows if row.uid == str(uid)), ShownMeeting())
        self.outside = ""
        yield
        yield focus("pertemuan")

    @action(Permission.CASE_WRITE)
    async def create(self, form: FormData[str, Any]) -> None:
        name, leader = text(form, "group_name"), number(form, "group_leader")
        made = await self._act("group", groups.create_group, name=name, leader_id=leader)
        self.open_uid = made.uid
        await self._refresh()
        await self._say(
            "Kelompok dibuat. Anggotanya ditambahkan dari bagian Sesi di berkas kasus masing-masing."
        )

    @action(Permission.CASE_WRITE)
    async def end(self) -> None:
        await self._act("group", groups.end_group, uid=self.open_uid)
        await self._refresh()
        await self._say("Kelompok selesai.")

    @action(Permission.CASE_WRITE)
    async def plan(self, form: FormData[str, Any]) -> None:
        wanted = await self._plan(form, "plan", self.zone)
        made = await self._act("plan", meetings.plan_meeting, group_uid=self.open_uid, plan=wanted)
        await self._refresh()
        left_out = (
            f" {made.left_out} anggota belum setuju konseling, jadi tidak diundang." if made.left_out else ""
        )
        await self._say(f"Pertemuan direncanakan untuk {made.invited} anggota.{left_out}")

    @action(Permission.CASE_WRITE)
    async def move(self, form: FormData[str, Any]) -> None:
        wanted = await self._plan(form, "move", self.zone)
        await self._meet("move", meetings.move_meeting, plan=wanted)
        await self._say("Waktu pertemuan diubah untuk semua anggota.")

    @action(Permission.CASE_WRITE)
    async def cancel(self, form: FormData[str, Any]) -> None:
        await self._meet("cancel", meetings.cancel_meeting, reason=text(form, "cancel_reason"))
        await self._say("Pertemuan dibatalkan untuk semua anggota.")

    @action(Permission.CASE_WRITE)
    async def hold(self, form: FormData[str, Any]) -> None:
        await self._meet("hold", meetings.hold_meeting, came=texts(form, "hold_came"))
        await self._say("Kehadiran dicatat di berkas masing-masing.")

    async def _meet(self, form: str, function: Any, **given: Any) -> None:
        await self._act(form, function, group_uid=self.open_uid, uid=self.chosen.uid, **given)
        await self._refresh()

    async def _refresh(self) -> None:
        self.rows = [show_group(row, self.zone) for row in await self._read(list_groups)]
        self.ready, self.outside = True, ""
        if self.open_uid:
            await self._show_group()

    async def _show_group(self) -> None:
        view = await self._run(read_group, uid=self.open_uid)
        self.name, self.leads, self.services = view.name, view.leads, choices_of(view.services)
        self.detail = f"Dipimpin {view.leader}" + (", sudah selesai" if view.is_over else "")
        self.members = [show_member(row) for row in view.members]
        self.coming = [show_meeting(row, self.zone) for row in view.coming]
        self.past = [show_meeting(row, self.zone) for row in view.past]
        rows = (*self.coming, *self.past)
        self.chosen = next((row for row in rows if row.uid == self.chosen.uid), ShownMeeting())

    def _forget(self) -> None:
        """Nothing of a group stays behind when the page is left."""
        self.rows, self.members, self.coming, self.past = [], [], [], []
        self.open_uid, self.name, self.detail, self.outside = "", "", "", ""
        self.chosen, self.leads, self.ready = ShownMeeting(), False, False


def _lists(session: ScopedSession, actor: Actor) -> tuple[str, list[Choice]]:
    return choices.own_zone(session, actor), choices.colleagues(session, actor)
