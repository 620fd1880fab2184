"""What every State of a staff screen inherits: who is acting, how the domain is called, how refusals are said.

A handler is one declaration and a few lines:

    class Inbox(AppState):
        rows: list[dict[str, str]] = []

        @action(Permission.REPORT_READ)
        async def load(self) -> None:
            self.rows = await self._read(list_inbox, area=self.area)

`_read` and `_run` raise `Stopped` after a refusal has been put into `notice`; the decorator ends the handler there.
"""

import functools
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, ParamSpec, TypeVar, cast

import reflex as rx
from anyio import to_thread

from rindu_app.access.actor import Actor
from rindu_app.access.cookies import staff_token
from rindu_app.access.errors import DomainError, Invalid
from rindu_app.access.gate import DECLARED, require_declarations
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.failures import record_failure
from rindu_app.state import live
from rindu_app.words.codes import Role
from rindu_app.words.errors import sentence
from rindu_app.words.labels import label
from rindu_app.words.routes import SIGN_IN

T = TypeVar("T")
P = ParamSpec("P")
Handler = Callable[..., Any]


class Stopped(Exception):  # not an error: the person has been told
    """The handler ends here. `leave` sends the browser to the sign-in page."""

    def __init__(self, *, leave: bool = False) -> None:
        super().__init__()
        self.leave = leave


class AppState(rx.State):
    """Root of all screens. Its vars are shared by the screens of one tab."""

    notice: str = ""
    notice_tone: str = "danger"
    notice_count: int = 0
    errors: dict[str, str] = {}
    me_name: str = ""
    me_hint: str = ""

    def __init_subclass__(cls, mixin: bool = False, **given: Any) -> None:
        super().__init_subclass__(mixin=mixin, **given)
        if not mixin:
            require_declarations(cls)

    async def _actor(self, *, touch: bool = True) -> Actor:
        """Who is acting now, looked up anew. Raises `Stopped` (and leaves) if the session is over."""
        token = staff_token(self.router.headers.cookie)
        actor = await to_thread.run_sync(functools.partial(who_is, token, touch=touch)) if token else None
        if actor is None:
            raise Stopped(leave=True)
        if not _is_background(self) and self.me_name != actor.name:
            self.me_name, self.me_hint = actor.name, label(Role(actor.kind))
        return actor

    async def _run(self, function: Callable[..., T], /, *args: Any, **given: Any) -> T:
        """`function(session, actor, …)` in one transaction of its own, in a worker thread."""
        return await self._call(function, args, given, write=True)

    async def _read(self, function: Callable[..., T], /, *args: Any, **given: Any) -> T:
        """Like `_run` for queries that write nothing, not even the audit trail."""
        return await self._call(function, args, given, write=False)

    async def _call(self, function: Callable[..., T], args: Any, given: dict[str, Any], *, write: bool) -> T:
        actor = await self._actor()

        def work() -> T:
            with open_session(actor, write=write) as session:
                return function(session, actor, *args, **given)

        try:
            return await to_thread.run_sync(work)
        except DomainError as refusal:
            await self._say_refusal(refusal)
            raise Stopped from refusal

    async def _say(self, text: str, tone: str = "success") -> None:
        """Say something in the page's live region. Call it inside `async with self` in background handlers."""
        self._put_notice(text, tone)

    async def _say_refusal(self, refusal: DomainError) -> None:
        text = sentence(refusal.code, **refusal.facts)
        async with writing(self):
            self._put_notice(text, "danger")
            self.errors = {self._error_id(refusal.field): text} if isinstance(refusal, Invalid) else {}

    def _error_id(self, field: str) -> str:
        """The field of the page that a field of the domain is."""
        return field

    async def _say_unexpected(self, error: Exception) -> None:
        """Something broke: the log gets where, the person a number to quote. Nothing that was entered goes to either."""
        number = await to_thread.run_sync(record_failure, "handler_failed", error)
        async with writing(self):
            self._put_notice(sentence("unexpected", number=number), "danger")

    def _put_notice(self, text: str, tone: str) -> None:
        self.notice, self.notice_tone, self.notice_count = text, tone, self.notice_count + 1

    async def _changes(self, *, every: float = 60) -> AsyncIterator[None]:
        """For background handlers: each turn something changed in my area (or `every` seconds went by).

        Ends with the socket, when the person moves to another page, and with the session, which waiting does not keep alive.
        """
        token, path = self.router.session.client_token, self.router.url.path
        actor = await self._actor(touch=False)
        with live.listening(actor.area_code) as ear:
            while live.is_connected(token):
                yield
                await ear.wait(every)
                await self._actor(touch=False)
                async with writing(self):
                    if self.router.url.path != path:
                        return


def action(permission: Permission, **options: Any) -> Callable[[Handler], Handler]:
    """Declare a handler: the permission it needs, and `rx.event` with its options (`background`, `supersedes`, …)."""

    def decorate(function: Handler) -> Handler:
        kind = _generator if inspect.isasyncgenfunction(function) else _coroutine
        if not inspect.isasyncgenfunction(function) and not inspect.iscoroutinefunction(function):
            raise TypeError(f"{function.__qualname__} must be async: what it calls waits")
        wrapped = kind(function)
        setattr(wrapped, DECLARED, permission)
        return cast(Handler, rx.event(wrapped, **options))

    return decorate


def _coroutine(function: Callable[..., Awaitable[Any]]) -> Handler:
    @functools.wraps(function)
    async def handler(self: AppState, *args: Any, **given: Any) -> Any:
        await _start(self)
        try:
            return await function(self, *args, **given)
        except Stopped as stop:
            return _leave() if stop.leave else _to_error(self)
        except Exception as error:
            await self._say_unexpected(error)
            return None

    return handler


def _generator(function: Callable[..., AsyncIterator[Any]]) -> Handler:
    @functools.wraps(function)
    async def handler(self: AppState, *args: Any, **given: Any) -> AsyncIterator[Any]:
        await _start(self)
        try:
            async for update in function(self, *args, **given):
                yield update
        except Stopped as stop:
            if stop.leave:
                yield _leave()
            elif (step := _to_error(self)) is not None:
                yield step
        except Exception as error:
            await self._say_unexpected(error)

    return handler


async def _start(state: AppState) -> None:
    """What the last action said has been read by now. A background handler leaves it alone."""
    if not _is_background(state):
        state.notice, state.errors = "", {}


def _leave() -> rx.event.EventSpec:
    return rx.redirect(SIGN_IN, is_external=True)


def _to_error(state: AppState) -> rx.event.EventSpec | None:
    """The first field that has to be mended gets the focus."""
    first = next(iter(state.errors), None)
    return rx.set_focus(first) if first and not _is_background(state) else None


def _is_background(state: Any) -> bool:
    return isinstance(state, rx.istate.proxy.StateProxy)


class writing:  # reads as a verb where it is used
    """Write to the State from wherever we are: a background handler must take the lock first, once."""

    def __init__(self, state: Any) -> None:
        self.state = state if _is_background(state) and not state._is_mutable() else None

    async def __aenter__(self) -> None:
        if self.state is not None:
            await self.state.__aenter__()

    async def __aexit__(self, *error: Any) -> None:
        if self.state is not None:
            await self.state.__aexit__(*error)
