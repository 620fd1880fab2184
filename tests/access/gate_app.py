"""The real app with States planted beside it that an attacker would like to reach. Run as a process by test_gate.py."""

from typing import Any

from reflex_base.environment import environment

environment.REFLEX_SKIP_COMPILE.set(True)

import reflex as rx  # noqa: E402

from rindu_app.access.actor import Actor  # noqa: E402
from rindu_app.access.permissions import Permission  # noqa: E402
from rindu_app.access.session import after_commit  # noqa: E402
from rindu_app.rindu_app import app  # noqa: E402
from rindu_app.state.base import AppState, action  # noqa: E402

SECRET = "catatan rahasia milik dewi"


class Planted(AppState):
    """Every kind of handler, with a var worth stealing."""

    note: str = ""
    turns: int = 0

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        self.note = SECRET

    @action(Permission.CASE_SUPERVISE)
    async def supervise(self) -> None:
        self.note = SECRET

    @action(Permission.OWN_ACCOUNT)
    async def set_note(self, value: str) -> None:
        self.note = value

    @action(Permission.REPORT_READ)
    async def who(self) -> None:
        self.note = await self._read(lambda session, actor: f"{actor.kind}@{actor.area_code}")

    @action(Permission.REPORT_READ)
    async def refused(self) -> None:
        from rindu_app.access.errors import Invalid

        def refuse(session: Any, actor: Actor) -> None:
            raise Invalid("phone", "no_phone")

        await self._run(refuse)
        self.note = "unreachable"

    @action(Permission.REPORT_READ)
    async def broken(self) -> None:
        raise RuntimeError(SECRET)

    @action(Permission.REPORT_READ)
    async def ring(self, area: str) -> None:
        from rindu_app.access.bell import ring

        await self._run(lambda session, actor: after_commit(session, lambda: ring(area)))

    @action(Permission.REPORT_READ, background=True, supersedes=True)
    async def watch(self) -> None:
        async for _ in self._changes(every=3600):
            async with self:
                self.turns += 1


class Careless(rx.State):
    """A State that went round AppState, and so declares nothing."""

    note: str = ""

    def helper(self) -> None:
        self.note = SECRET

    @rx.event
    async def later(self, files: list[rx.UploadFile]) -> None:
        self.note = SECRET

    @rx.event(background=True)
    async def behind(self) -> None:
        async with self:
            self.note = SECRET


app.add_page(lambda: rx.el.p("tes"), route="/tes-muat", on_load=[Planted.supervise, Careless.helper])
app.add_page(lambda: rx.el.p("tes"), route="/tes-lain", on_load=Planted.load)
asgi = app()
