"""What screens share that act on one report or case: decisions on what was seen, and errors of several forms."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from rindu_app.access.actor import Actor
from rindu_app.access.session import ScopedSession
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.drafts import Drafts


class Acting(AppState, mixin=True):
    """`done` counts what succeeded: forms are keyed by it, so they empty themselves then, and only then."""

    done: int = 0
    _form: str = ""

    async def _act(self, form: str, function: Callable[..., Any], /, **given: Any) -> Any:
        """Do something for the form of this name, whose fields are called `<form>_<field>`."""
        self._form = form
        result = await self._run(function, **given)
        self.done += 1
        await (await self.get_state(Drafts))._sent(form, self._draft_of())
        return result

    def _draft_of(self) -> str:
        """The uid of the one thing whose form was sent, where a screen has several."""
        return ""

    def _error_id(self, field: str) -> str:
        return f"{self._form}_{field}"


def if_unchanged(
    session: ScopedSession,
    actor: Actor,
    /,
    *,
    check: Callable[..., None],
    act: Callable[..., Any],
    number: str,
    version: int,
    **given: Any,
) -> Any:
    """`act`, if the object is still as the person saw it. Raises `Conflict` where somebody was quicker."""
    check(session, actor, number=number, version=version)
    return act(session, actor, number=number, **given)


def last_part(path: str) -> str:
    """The number in `/laporan/L-2611-0417`; the domain decides whether it means anything."""
    return path.rstrip("/").rpartition("/")[2][:40]


def focus(element_id: str) -> rx.event.EventSpec:
    return rx.set_focus(element_id)
