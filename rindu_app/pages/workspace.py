"""A workspace: who works there and what its menu holds. `@screen` puts a page into it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx

from rindu_app.components.kit import NavItem, staff_shell
from rindu_app.pages.told import told
from rindu_app.state.base import AppState
from rindu_app.words.codes import Role


@dataclass(frozen=True)
class Workspace:
    """`nav` holds at most four places with `on_phone`, beside `account`, the page of one's own account.

    `home` is where its people land.
    """

    name: str
    roles: frozenset[Role]
    home: str
    account: str
    nav: tuple[NavItem, ...]


@dataclass(frozen=True)
class Parts:
    """What a page function returns when it wants a header (`staff_header`) above its body."""

    header: rx.Component
    body: Sequence[rx.Component]


@dataclass(frozen=True)
class Screen:
    workspace: Workspace
    route: str
    title: str
    show: Callable[[], rx.Component]
    on_load: Any


Page = Callable[[], rx.Component | Parts]
_screens: dict[str, Screen] = {}


def screen(
    workspace: Workspace, route: str, *, title: str, on_load: Any = None, current: str = ""
) -> Callable[[Page], Page]:
    """Register a page under `route` (`/kasus/[kode]` takes a variable), inside its workspace's frame.

    `title` is what the browser's tab shows: never a name, never a kind of violence. `current` is the menu's place it belongs
    to, if that is not its own route. What the page *shows* is guarded by the permission of each handler, `on_load` included.
    """

    def register(page: Page) -> Page:
        if route in _screens:
            raise ValueError(f"Two screens at {route}")
        _screens[route] = Screen(
            workspace, route, title, lambda: framed(workspace, current or route, page()), on_load
        )
        return page

    return register


def framed(workspace: Workspace, current: str, content: rx.Component | Parts) -> rx.Component:
    parts = content if isinstance(content, Parts) else Parts(rx.fragment(), [content])
    return staff_shell(
        told(),
        *parts.body,
        nav=workspace.nav,
        current=current,
        account=AppState.me_name,
        account_hint=AppState.me_hint,
        account_href=workspace.account,
        header=parts.header,
    )


def add_screens(app: rx.App) -> None:
    """Hand every registered screen to Reflex. Import the page modules first."""
    for found in _screens.values():
        app.add_page(
            found.show, route=found.route, title=f"{found.title} · Ruang Rindu", on_load=found.on_load
        )


def roles_of(path: str) -> frozenset[Role] | None:
    """The roles that have a page at this path; `None` where there is no page."""
    if (exact := _screens.get(path)) is not None:
        return exact.workspace.roles
    for route, found in _screens.items():
        if "[" in route and re.fullmatch(_pattern(route), path):
            return found.workspace.roles
    return None


def _pattern(route: str) -> str:
    return "".join(
        "[^/]+" if part.startswith("[") else re.escape(part) for part in re.split(r"(\[\w+\])", route)
    )
