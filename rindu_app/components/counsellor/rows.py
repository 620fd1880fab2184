"""Rows of the counsellor's lists: risk and clock first, the person's name never."""

import reflex as rx

from rindu_app.components import kit


def report_row(row: rx.Var) -> rx.Component:
    """A report: risk, what it is about, number and place, and its clock."""
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                rx.el.span(
                    kit.risk(row.risk, row.risk_label),
                    rx.cond(row.unread, unread_dot()),
                    class_name="flex items-center gap-2",
                ),
                rx.el.span(row.title, class_name="block text-base font-semibold truncate"),
                rx.el.span(
                    rx.el.span(row.number, class_name="whitespace-nowrap"),
                    " · ",
                    row.place,
                    rx.cond(row.assignee, " · " + row.assignee, ""),
                    class_name="block text-sm text-muted",
                ),
                class_name="grow min-w-0",
            ),
            rx.cond(row.clock, kit.clock(row.clock, row.clock_word, row.late), ended(row)),
            href=row.href,
            class_name=["row-link items-start py-3 pl-4 pr-5 bg-base-100", kit.risk_bar(row.risk)],
        ),
        key=row.number,
    )


def ended(row: rx.Var) -> rx.Component:
    """No clock runs: what it came to, and when it was received."""
    return rx.el.span(
        rx.el.span(row.status_label, class_name="block text-sm"),
        rx.el.span("Diterima ", row.received, class_name="block text-xs text-muted"),
        class_name="text-right shrink-0 max-w-36 lg:max-w-none",
    )


def unread_dot() -> rx.Component:
    return rx.el.span(
        rx.el.span("belum ditanggapi", class_name="sr-only"), class_name="size-2 rounded-full bg-primary"
    )


def case_row(row: rx.Var) -> rx.Component:
    """A case: risk, number and place, its tasks and the next one's date."""
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                kit.risk(row.risk, row.risk_label),
                rx.el.span(row.number, class_name="block text-base font-semibold"),
                rx.el.span(row.place, " · ", row.manager, class_name="block text-sm text-muted"),
                rx.cond(row.quiet, kit.status_word(row.quiet, "warning")),
                class_name="grow min-w-0",
            ),
            rx.el.span(
                rx.el.span(
                    rx.cond(row.due, row.due, row.active),
                    class_name=["block text-sm font-semibold", rx.cond(row.late, "text-error", "")],
                ),
                rx.el.span(row.tasks, class_name="block text-xs text-muted"),
                class_name="text-right shrink-0",
            ),
            href=row.href,
            class_name=["row-link items-start py-3 pl-4 pr-5 bg-base-100", kit.risk_bar(row.risk)],
        ),
        key=row.number,
    )


def plan_row(row: rx.Var) -> rx.Component:
    """A meeting or a task of the schedule."""
    return rx.el.li(
        rx.el.a(
            rx.match(row.icon, ("task", kit.icon("tasks")), kit.icon("calendar")),
            rx.el.span(
                rx.el.span(row.title, class_name="block font-semibold"),
                rx.el.span(
                    row.number, " · ", row.detail, class_name="block text-sm text-muted wrap-anywhere"
                ),
                class_name="grow min-w-0",
            ),
            rx.el.span(
                row.when,
                class_name=["text-sm font-semibold text-right shrink-0", rx.cond(row.late, "text-error", "")],
            ),
            href=row.href,
            class_name="row-link py-3 px-5 bg-base-100",
        ),
        key=row.uid,
    )


def wide_rows(*children: rx.Component, label: str) -> rx.Component:
    """Rows from edge to edge on a phone, in a box on a wide screen."""
    return kit.rows(
        *children,
        label=label,
        class_name="-mx-5 lg:mx-0 border-t border-base-300 lg:border-x lg:rounded-box lg:overflow-hidden",
    )


def referral_row(row: rx.Var, *, title: rx.Var, key: rx.Var) -> rx.Component:
    """A referral in a list: urgent or not, what it is about, its clock and its state. For whoever sent it and whoever answers."""
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                rx.cond(row.urgent, kit.status_word("Mendesak", "danger")),
                rx.el.span(title, class_name="block text-base font-semibold"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
                class_name="grow min-w-0",
            ),
            rx.el.span(
                rx.el.span(
                    row.due,
                    class_name=["block text-sm font-semibold", rx.cond(row.late, "text-error", "")],
                ),
                rx.el.span(row.status, class_name="block text-xs text-muted"),
                class_name="text-right shrink-0 max-w-36",
            ),
            href=row.href,
            class_name="row-link items-start py-3 px-5 bg-base-100",
        ),
        key=key,
    )
