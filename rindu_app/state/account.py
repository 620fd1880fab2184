"""My own account: where I am signed in, my password, my recovery codes."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.accounts.commands import change_password, renew_recovery_codes
from rindu_app.domain.accounts.sessions import end_other_sessions, end_session, list_sessions
from rindu_app.domain.reports.view import timezone_of
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text
from rindu_app.words.dates import show_moment
from rindu_app.words.outcomes import outcome

OWN = Permission.OWN_ACCOUNT


@dataclass
class Device:
    """A sign-in session in words. `uid` says which one to end; it opens nothing."""

    uid: str = ""
    name: str = ""
    seen: str = ""
    mine: bool = False


class MyAccount(Acting, AppState):
    """`codes` are shown once, until the page is left."""

    devices: list[Device] = []
    codes: list[str] = []
    ready: bool = False

    @action(OWN)
    async def load(self) -> None:
        self.codes = []
        await self._look()

    @action(OWN)
    async def end(self, uid: str) -> Any:
        await self._run(end_session, uid=str(uid))
        await self._look()
        await self._say(outcome("session_ended"))
        return focus("perangkat")

    @action(OWN)
    async def end_others(self) -> Any:
        await self._run(end_other_sessions)
        await self._look()
        await self._say(outcome("sessions_ended"))
        return focus("perangkat")

    @action(OWN)
    async def new_password(self, form: FormData[str, Any]) -> Any:
        given = {name: text(form, f"own_{name}") for name in ("current", "password", "again")}
        await self._act("own", change_password, **given)
        await self._look()
        await self._say(outcome("password_changed"))
        return focus("judul")

    @action(OWN)
    async def new_codes(self, form: FormData[str, Any]) -> Any:
        current = text(form, "codes_current")
        self.codes = await self._act("codes", renew_recovery_codes, current=current)
        return focus("kode-cadangan")

    @action(OWN)
    async def hide_codes(self) -> None:
        self.codes = []

    async def _look(self) -> None:
        self.devices, self.ready = await self._read(look), True


def look(session: ScopedSession, actor: Actor) -> list[Device]:
    zone = timezone_of(session, actor.area_code)
    return [
        Device(row.uid, row.device, show_moment(row.seen, zone), row.mine)
        for row in list_sessions(session, actor)
    ]
