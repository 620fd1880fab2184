"""Everything she said, before it is sent."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, value, when
from rindu_app.pages.public.frame import post_form


def review() -> rx.Component:
    """Slots: `said` (step, question, answer), `back`, `n`, `m`, `errors`, `mark`."""
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
    return rx.el.div(
        rx.el.div(
            rx.el.dt(value("s.question"), class_name="text-sm text-muted"),
            rx.el.dd(value("s.answer"), class_name="whitespace-pre-wrap break-words"),
            class_name="grow min-w-0",
        ),
        when(
            "s.step",
            rx.el.dd(
                rx.el.a(
                    "Ubah",
                    rx.el.span(" ", value("s.question"), class_name="sr-only"),
                    href="/cerita/" + value("s.step") + "?dari=periksa",
                    class_name="inline-flex items-center min-h-12 text-primary underline underline-offset-4",
                ),
                class_name="shrink-0",
            ),
        ),
        class_name="flex gap-4 px-4 py-2",
    )
