"""The frame of every staff page: a sidebar on wide screens, a bottom bar of at most five on phones."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex_components_core.el.elements.inline import A

from rindu_app.components.either import Shown, Text, present, said
from rindu_app.components.kit.icon import icon
from rindu_app.components.kit.offline import is_live, offline_banner

MAX_ON_PHONE = 5


@dataclass(frozen=True)
class NavItem:
    """A place in a workspace. `short` is its word on a phone, `count` what waits there; `on_phone` puts it in the bar."""

    label: str
    href: str
    icon: str
    short: str = ""
    count: rx.Var | str | None = None
    on_phone: bool = True


def staff_shell(
    *children: rx.Component,
    nav: Sequence[NavItem],
    current: str,
    account: Text,
    account_hint: Text = "",
    account_href: str = "/saya",
    header: rx.Component | None = None,
) -> rx.Component:
    """A staff page. `current` is the `href` of the place it belongs to; `header` comes from `staff_header`.

    Raises:
        ValueError: more than five places would stand in the phone's bar, the account included.
    """
    on_phone = [item for item in nav if item.on_phone]
    if len(on_phone) >= MAX_ON_PHONE:
        raise ValueError(
            f"The phone's bar holds {MAX_ON_PHONE - 1} places beside the account, not {len(on_phone)}"
        )
    return rx.el.div(
        # A plain anchor: the router's link would write the page's whole address before the #.
        A.create("Langsung ke isi", href="#isi", class_name="skip-link"),
        sidebar(nav, current, account, account_hint, account_href),
        rx.el.div(
            offline_banner(),
            rx.el.div(
                header or rx.fragment(),
                rx.el.main(*children, id="isi", class_name="staff-main", tab_index=-1),
                # Not connected: nothing in it can be pressed, so nothing pressed is lost.
                custom_attrs={"inert": ~is_live},
            ),
            class_name="staff-body",
        ),
        bottom_bar(on_phone, current, account_href),
        class_name="staff",
    )


def staff_header(
    title: Shown,
    *,
    eyebrow: Text | None = None,
    actions: Sequence[rx.Component] = (),
    below: rx.Component | None = None,
) -> rx.Component:
    """Title, actions and, below them, tabs or filters."""
    return rx.el.header(
        rx.el.div(
            rx.el.div(
                present(eyebrow, rx.el.p(said(eyebrow), class_name="text-sm text-muted")),
                rx.el.h1(title, id="judul", tab_index=-1, class_name="title"),
                class_name="min-w-0 grow",
            ),
            *([rx.el.div(*actions, class_name="flex flex-wrap items-center gap-2")] if actions else []),
            class_name="flex flex-wrap items-center gap-x-4 gap-y-2",
        ),
        *([below] if below is not None else []),
        class_name="staff-header",
    )


def sidebar(
    nav: Sequence[NavItem], current: str, account: Text, account_hint: Text, account_href: str
) -> rx.Component:
    return rx.el.aside(
        rx.el.p("Ruang Rindu", class_name="px-3 font-bold text-primary"),
        rx.el.nav(
            *[side_link(item, current) for item in nav],
            class_name="grid gap-0.5 mt-4",
            custom_attrs={"aria-label": "Menu utama"},
        ),
        rx.el.a(
            icon("person", "size-5"),
            rx.el.span(
                rx.el.span(account, class_name="block truncate"),
                rx.el.span(account_hint, class_name="block truncate text-sm text-muted"),
                class_name="min-w-0",
            ),
            href=account_href,
            class_name="side-link mt-auto py-2",
            custom_attrs=current_page(account_href, current),
        ),
        class_name="staff-side",
    )


def side_link(item: NavItem, current: str) -> rx.Component:
    return rx.el.a(
        icon(item.icon),
        rx.el.span(item.label, class_name="grow min-w-0"),
        present(item.count, rx.el.span(said(item.count), class_name="text-sm tabular-nums")),
        href=item.href,
        class_name="side-link",
        custom_attrs=current_page(item.href, current),
    )


def bottom_bar(items: Sequence[NavItem], current: str, account_href: str) -> rx.Component:
    places = [*items, NavItem("Saya", account_href, "person")]
    return rx.el.nav(
        *[
            rx.el.a(
                icon(item.icon, "size-6"),
                rx.el.span(item.short or item.label, class_name="truncate max-w-full"),
                href=item.href,
                class_name="bottom-link",
                custom_attrs=current_page(item.href, current),
            )
            for item in places
        ],
        class_name="bottom-bar",
        custom_attrs={"aria-label": "Menu bawah"},
    )


def current_page(href: str, current: str) -> dict[str, str]:
    return {"aria-current": "page"} if href == current else {}
