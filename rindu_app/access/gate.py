"""Net 1: every public method of a State is a remote endpoint, so every event passes here, before any handler.

An event goes on only if its handler declares a permission (`@action`) that the person holds at this moment. Loading a
page, `setvar`, background work and uploads are events like any other. What declares nothing is refused.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx
import structlog
from anyio import to_thread
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event, EventHandler
from reflex_base.registry import RegistrationContext

from rindu_app.access.actor import Actor
from rindu_app.access.cookies import staff_token
from rindu_app.access.permissions import Permission
from rindu_app.access.session import note_refusal
from rindu_app.words.routes import SIGN_IN

DECLARED = "__rindu_permission__"

# What Reflex itself sends, by exact name: loading a page, and saying that it is loaded. `update_vars_internal` is
# missing on purpose (we keep nothing in the browser's storage), and so is `setvar`.
INTERNAL = frozenset({
    "reflex___state____state.hydrate",
    "reflex___state____state.hydrate_and_load",
    "reflex___state____state.set_is_hydrated",
    "reflex___state____state.reflex___state____on_load_internal_state.on_load_internal",
    "reflex___state____state.reflex___state____on_load_internal_state.set_is_hydrated",
    "reflex___state____state.reflex___state____frontend_event_exception_state.handle_frontend_exception",
})  # fmt: skip

log = structlog.get_logger(__name__)


def permission_of(handler: Any) -> Permission | None:
    """What a handler (or its function) declares, or `None`."""
    function = handler.fn if isinstance(handler, EventHandler) else handler
    declared = getattr(function, DECLARED, None)
    return declared if isinstance(declared, Permission) else None


def require_declarations(cls: type[BaseState]) -> None:
    """Raises `TypeError` if a State has a public method that anybody could call unasked."""
    for name, handler in cls.event_handlers.items():
        if name != "setvar" and permission_of(handler) is None:
            raise TypeError(
                f"{cls.__module__}.{cls.__qualname__}.{name} declares no permission: add @action(…) or a leading _"
            )


@dataclass
class Gate(rx.Middleware):
    """`who` finds the actor of a sign-in token, now; it runs in a worker thread."""

    who: Callable[[str], Actor | None]
    buckets: "Buckets"

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:
        """`None` lets the event through; an update without content refuses it."""
        token = staff_token(state.router.headers.cookie)
        actor = await to_thread.run_sync(self.who, token) if token else None
        if actor is None:
            return self._turn_away(state, event)
        if not self.buckets.take(actor.session_uid):
            log.warning("event_held_back", handler=short(event.name), account=actor.account_id)
            return StateUpdate()
        if event.name in INTERNAL:
            return None
        permission = declared_by(event.name)
        if permission is not None and actor.may(permission):
            return None
        log.warning(
            "event_refused", handler=short(event.name), account=actor.account_id, role=str(actor.kind)
        )
        await to_thread.run_sync(note_refusal, actor, "event_refused", short(event.name))
        return StateUpdate()

    def _turn_away(self, state: BaseState, event: Event) -> StateUpdate:
        """Not signed in, or not any more: the State is emptied and the browser sent to the sign-in page.

        Logged, but kept out of the audit chain: strangers must not be able to write into it.
        """
        log.warning("event_refused", handler=short(event.name), role="visitor")
        state._get_root_state().reset()  # type: ignore[no-untyped-call]  # Reflex leaves it untyped
        state._get_root_state()._clean()  # type: ignore[no-untyped-call]  # Reflex leaves it untyped
        return StateUpdate(events=Event.from_event_type(rx.redirect(SIGN_IN, is_external=True)))


def declared_by(event_name: str) -> Permission | None:
    registered = RegistrationContext.get().event_handlers.get(event_name)
    return permission_of(registered.handler) if registered is not None else None


def short(event_name: str) -> str:
    """`…inbox.triage`: the State and the handler, without the path of modules, and never longer than the trail holds."""
    state, _, handler = event_name.rpartition(".")
    return f"{state.rpartition('____')[2]}.{handler}"[-60:]


class Buckets:
    """A token bucket per sign-in session, in this process: `burst` events at once, `rate` a second after that."""

    def __init__(self, *, burst: int = 60, rate: float = 20, keep: int = 10_000) -> None:
        self.burst, self.rate, self.keep = burst, rate, keep
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> bool:
        now = time.monotonic()
        level, since = self._levels.pop(key, (float(self.burst), now))
        level = min(self.burst, level + (now - since) * self.rate)
        self._levels[key] = (level - 1 if level >= 1 else level, now)
        while len(self._levels) > self.keep:
            self._levels.popitem(last=False)
        return level >= 1
