"""Below a note: that it was mended, and what it said before."""

import reflex as rx


def former_words(mended: rx.Var, former: rx.Var) -> rx.Component:
    return rx.cond(
        mended,
        rx.el.details(
            rx.el.summary(
                rx.el.span(mended, class_name="link"),
                class_name="text-sm inline-flex items-center min-h-12 cursor-pointer list-none",
            ),
            rx.el.ul(rx.foreach(former, _said), class_name="grid gap-3 pb-2", custom_attrs={"role": "list"}),
        ),
    )


def _said(said: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(said.text, class_name="text-muted whitespace-pre-wrap"),
        rx.el.p(said.until, class_name="text-sm text-muted"),
        class_name="border-l-2 border-base-300 pl-3",
        key=said.key,
    )
