"""Proof of the socket."""

from rindu_app.access.permissions import Permission
from rindu_app.state.base import AppState, action


class Contoh(AppState):
    count: int = 0

    @action(Permission.PAGE_OPEN)
    async def add(self) -> None:
        self.count += 1

    @action(Permission.PAGE_OPEN)
    async def crash(self) -> None:
        raise RuntimeError("proof")
