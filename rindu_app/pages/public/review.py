"""Everything she said, before it is sent."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, value, when
from rindu_app.pages.public.frame import post_form


def review() -> rx.Component:
    """Slots: `said` (step, question, answer, doubt), `back`, `n`, `m`, `errors`, `mark`."""
    return kit.citizen_shell(
        kit.back_link(value("back")),
        kit.error_summary(),
        kit.page_title(
            "Periksa, lalu kirim",
            eyebrow="Langkah " + value("n") + " dari " + value("m"),
            lead="Setelah terkirim Anda masih dapat menambah, mengubah cara dihubungi, atau menariknya kembali.",
            focus=True,
        ),
        rx.el.dl(each("s in said", one()), class_name="box rows"),
        post_form(kit.button("Kirim", main=True), action="/cerita/periksa"),
        rx.el.p("Gratis. Hanya konselor yang bertugas yang membacanya.", class_name="text-muted"),
    )


def one() -> rx.Component:
    """Question above answer; the way to change it beside them. A list of terms allows no box around the pair."""
    return rx.el.div(
        rx.el.dt(value("s.question"), class_name="text-sm text-muted"),
        rx.el.dd(value("s.answer"), class_name="col-start-1 min-w-0 whitespace-pre-wrap break-words"),
        when("s.doubt", rx.el.dd(kit.icon("warning"), value("s.doubt"), class_name="col-start-1 flex gap-2 text-warning")),
        when("s.step", rx.el.dd(change(), class_name="col-start-2 row-start-1 row-span-2")),
        class_name="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2",
    )  # fmt: skip


def change() -> rx.Component:
    return rx.el.a(
        "Ubah",
        rx.el.span(" ", value("s.question"), class_name="sr-only"),
        href="/cerita/" + value("s.step") + "?dari=periksa",
        class_name="inline-flex items-center min-h-12 text-primary underline underline-offset-4",
    )
