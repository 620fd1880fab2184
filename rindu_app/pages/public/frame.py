"""What citizen pages share: links that carry the visit's mark, and the frame of one question."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import optional, value, when

NOT_SAID = "Tidak mau menjawab"
LOST = (
    "Kunjungan Anda tadi sudah habis waktunya, jadi jawaban sebelumnya sudah dihapus. "
    "Yang baru saja Anda isi tetap tersimpan."
)


def to(path: str) -> str:
    """An address of ours with the mark of this visit (docs/adr/0040)."""
    return f"{path}{'&' if '?' in path else '?'}k={{{{ mark }}}}"


def post_form(*children: rx.Component, action: str, **props: Any) -> rx.Component:
    """A form that the browser sends by itself and does not remember."""
    given = {"autocomplete": "off", "novalidate": True} | props.pop("custom_attrs", {})
    return rx.el.form(
        *children, action=action, method="post", class_name="grid gap-6", custom_attrs=given, **props
    )


def hidden(name: str, text: str) -> rx.Component:
    return rx.el.input(type="hidden", name=name, default_value=text)


def question(
    name: str,
    title: str,
    *fields: rx.Component,
    lead: str | None = None,
    skip: str | None = NOT_SAID,
    go_on: str = "Lanjutkan",
    above: rx.Component | None = None,
    below: rx.Component | None = None,
    **props: Any,
) -> rx.Component:
    """One question of the story. Slots: `n`, `m`, `back`, `review`, `errors`, `form`, `mark`, `lost`.

    `above` and `below` hold forms of their own: Enter in a field presses the first button of its form.
    """
    return kit.citizen_shell(
        kit.back_link(value("back")),
        kit.error_summary(),
        kit.page_title(title, eyebrow="Langkah " + value("n") + " dari " + value("m"), lead=lead, focus=True),
        when("lost", kit.notice(LOST, tone="warning")),
        *([above] if above is not None else []),
        post_form(*fields, reviewing(), actions(go_on, skip), action=f"/cerita/{name}", **props),
        *([below] if below is not None else []),
    )


def reviewing() -> rx.Component:
    """Lets a changed answer lead back to the review."""
    return when("review", hidden("periksa", "1"))


def actions(go_on: str, skip: str | None) -> rx.Component:
    """The main action and the way not to answer."""
    way_round = [kit.button(skip, kind="quiet", name="lewati", value="1")] if skip else []
    return rx.el.div(
        kit.button(go_on, main=True), *way_round, class_name="grid gap-3 justify-items-center sm:flex"
    )


def answer(name: str, code: str, text: str, hint: str | None = None) -> rx.Component:
    """One of several big answers; the one given before is chosen."""
    return kit.choice(name, code, text, hint=hint, chosen=value(f"form.{name} == '{code}'"))


def error(name: str) -> str:
    return optional(f"errors.{name}")


def unseen(text: str) -> rx.Component:
    """Words for a screen reader where the eye has the page's title."""
    return rx.el.span(text, class_name="sr-only")
