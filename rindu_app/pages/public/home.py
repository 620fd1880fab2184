"""The first page: who we are, three ways to begin, and whom to call now."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, optional, value, when


def home() -> rx.Component:
    """Slots: `hotlines` (number, name, hint, dial) and `units` (name, where), both possibly empty."""
    return kit.citizen_shell(
        rx.el.div(
            rx.el.div(welcome(), begin(), class_name="grid gap-7 content-start"),
            rx.el.div(call_now(), meet(), class_name="grid gap-7 content-start"),
            class_name="grid gap-8 min-[60rem]:grid-cols-2 min-[60rem]:gap-16",
        ),
        good_to_know(),
        wide=True,
    )


def welcome() -> rx.Component:
    return rx.el.div(
        rx.el.p("Ruang Rindu", class_name="font-bold text-primary"),
        kit.page_title(
            "Anda tidak sendiri. Kami mendengarkan.",
            lead="Bicara dengan konselor terlatih. Gratis, rahasia, tanpa perlu menyebut nama.",
        ),
    )


def begin() -> rx.Component:
    return rx.el.div(
        kit.button(
            "Konseling sekarang", href="/mulai/konseling", main=True, class_name="col-span-2 sm:w-full"
        ),
        kit.button("Lapor", href="/mulai/lapor", kind="plain"),
        kit.button("Curhat", href="/mulai/curhat", kind="plain"),
        rx.el.div(
            kit.rows(kit.link_row("Lanjutkan percakapan dengan kode", "/lanjut", action=True)),
            class_name="col-span-2",
        ),
        class_name="grid grid-cols-2 gap-3",
    )


def call_now() -> rx.Component:
    return kit.section(
        "Dalam bahaya sekarang?",
        kit.phone_list(
            each(
                "h in hotlines",
                kit.phone_row(
                    value("h.number"), value("h.name"), optional("h.hint"), href="tel:" + value("h.dial")
                ),
            ),
            label="Nomor darurat",
        ),
        rx.el.p("Semua layanan ini gratis.", class_name="text-muted"),
    )


def meet() -> rx.Component:
    return when(
        "units",
        kit.section(
            "Bertemu langsung",
            rx.el.ul(
                each(
                    "u in units",
                    rx.el.li(
                        rx.el.p(value("u.name")),
                        rx.el.p(value("u.where"), class_name="text-sm text-muted"),
                        class_name="px-4 py-3",
                    ),
                ),
                class_name="box rows",
                custom_attrs={"role": "list"},
            ),
        ),
    )


def good_to_know() -> rx.Component:
    return rx.el.nav(
        kit.rows(
            kit.link_row("Hak perempuan", "/hak-perempuan"),
            kit.link_row("Hak anak", "/hak-anak"),
            kit.link_row("Apa yang terjadi setelah saya bercerita", "/alur"),
            kit.link_row("Mencegah kekerasan", "/pencegahan"),
            kit.link_row("Menjaga diri saat memakai HP", "/aman"),
            class_name="border-t border-base-300",
        ),
        custom_attrs={"aria-label": "Yang baik diketahui"},
    )
