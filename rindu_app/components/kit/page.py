"""Titles, tabs and the timeline."""

import reflex as rx

from rindu_app.components.either import Condition, Shown, Text, mark, pick, present, said
from rindu_app.components.kit.icon import icon


def page_title(
    text: Shown, *, eyebrow: Text | None = None, lead: Shown | None = None, focus: bool = False
) -> rx.Component:
    """The page's h1, with a line above and a reason below. `focus` moves the reader here when a step opens."""
    focused = {"tabindex": "-1", "autofocus": True} if focus else {}
    return rx.el.div(
        present(eyebrow, rx.el.p(said(eyebrow), class_name="text-muted")),
        rx.el.h1(text, class_name="title", custom_attrs=focused),
        *([rx.el.p(lead, class_name="text-muted mt-2")] if lead is not None else []),
    )


def section(title: Text, *children: rx.Component, end: Shown | None = None) -> rx.Component:
    """A section with its heading, and a fact or action at the heading's right."""
    heading = rx.el.h2(title, class_name="section-title")
    top = (
        rx.el.div(heading, end, class_name="flex items-baseline justify-between gap-4")
        if end is not None
        else heading
    )
    return rx.el.section(top, *children, class_name="grid gap-3 min-w-0")


def tabs(*items: rx.Component, label: str = "Bagian") -> rx.Component:
    """Parts of one page, from `tab`. They scroll sideways inside themselves on a phone."""
    return rx.el.nav(*items, class_name="tab-bar", custom_attrs={"aria-label": label})


def tab(
    text: Text,
    *,
    href: str | rx.Var | None = None,
    on_click: rx.EventHandler | None = None,
    current: Condition = False,
    count: Text | None = None,
) -> rx.Component:
    """One tab: a link, or a button with `on_click`."""
    content = [
        rx.el.span(text),
        present(count, rx.el.span(said(count), class_name="tabular-nums ml-1.5")),
    ]
    look = ["tab-item", pick(current, "tab-current")]
    attributes = mark("aria-current", current, "page" if href is not None else "true")
    if href is not None:
        return rx.el.a(*content, href=href, class_name=look, custom_attrs=attributes)
    return rx.el.button(*content, type="button", on_click=on_click, class_name=look, custom_attrs=attributes)


def part_menu(*parts: tuple[str, str | rx.Var], current: str, label: str) -> rx.Component:
    """Many parts (word, address) of one thing: a menu that says which is open on a phone, tabs that wrap on wide screens."""
    menu = rx.el.nav(
        *[
            rx.el.a(
                text,
                href=href,
                class_name="part-link",
                custom_attrs={"aria-current": "page"} if text == current else {},
            )
            for text, href in parts
        ],
        custom_attrs={"aria-label": label},
    )
    summary = rx.el.summary(
        rx.el.span("Bagian: ", rx.el.b(current), class_name="grow"),
        icon("down", "size-5 text-muted"),
        class_name="part-summary",
    )
    wide = tabs(*[tab(text, href=href, current=text == current) for text, href in parts], label=label)
    return rx.el.div(
        rx.el.details(summary, menu, class_name="phone-only"),
        rx.el.div(wide, class_name="wide-only"),
        class_name="part-menu",
    )


def pills(*items: rx.Component, label: str) -> rx.Component:
    """Ways to look at one list, from `pill`; they wrap."""
    return rx.el.nav(*items, class_name="pills", custom_attrs={"aria-label": label})


def pill(
    text: Text, *, on_click: rx.EventHandler, chosen: rx.Var, count: rx.Var | None = None
) -> rx.Component:
    """One way to look at a list. `count`: how much is there."""
    return rx.el.button(
        text,
        rx.el.span(count, class_name="ml-1.5 tabular-nums") if count is not None else rx.fragment(),
        on_click=on_click,
        type="button",
        class_name="pill",
        custom_attrs={"aria-pressed": rx.cond(chosen, "true", "false")},
    )


def timeline(*items: rx.Component, label: str = "Perjalanan") -> rx.Component:
    """What happened, newest first, from `timeline_item`."""
    return rx.el.ol(*items, class_name="timeline-list", custom_attrs={"role": "list", "aria-label": label})


def timeline_item(
    title: Shown, *, meta: Text, text: Shown | None = None, picture: str | rx.Component = "clock"
) -> rx.Component:
    """One event: what, details, and who and when. `picture` names an icon, or is one chosen in the browser."""
    return rx.el.li(
        rx.el.span(
            icon(picture, "size-4") if isinstance(picture, str) else picture,
            class_name="timeline-dot",
            custom_attrs={"aria-hidden": "true"},
        ),
        rx.el.div(
            rx.el.p(title, class_name="font-semibold"),
            *([rx.el.p(text, class_name="text-muted")] if text is not None else []),
            rx.el.p(meta, class_name="text-sm text-muted"),
            class_name="min-w-0 pt-1",
        ),
        class_name="timeline-entry",
    )
