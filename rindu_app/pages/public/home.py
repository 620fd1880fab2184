"""The first page: who we are, three ways to begin, and whom to call now."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, value, when
from rindu_app.pages.public.frame import to
from rindu_app.pages.public.step_who import emergency_rows

BEGIN = "/mulai?pintu={}{{% if place %}}&w={{{{ place }}}}{{% endif %}}"


def home() -> rx.Component:
    """Slots: `hotlines`, `sapa` (the hotline with WhatsApp, or None), `units`, `place` (a code or ""), `mark`."""
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
        rx.el.p("Ruang Rindu", class_name="font-bold text-primary mb-2"),
        kit.page_title(
            "Anda tidak sendiri. Kami mendengarkan.",
            lead="Layanan pemerintah daerah untuk perempuan dan anak. Bicara dengan konselor terlatih: "
            "gratis, rahasia, tanpa perlu menyebut nama.",
        ),
    )


def begin() -> rx.Component:
    return rx.el.div(
        kit.button(
            "Konseling sekarang", href=door("konseling"), main=True, class_name="col-span-2 sm:w-full"
        ),
        kit.button("Lapor", href=door("lapor"), kind="plain"),
        kit.button("Curhat", href=door("curhat"), kind="plain"),
        rx.el.div(
            kit.rows(kit.link_row("Lanjutkan percakapan dengan angka", to("/lanjut"), action=True)),
            class_name="col-span-2",
        ),
        class_name="grid grid-cols-2 gap-3",
    )


def door(name: str) -> str:
    return to(BEGIN.format(name))


def call_now() -> rx.Component:
    return kit.section(
        "Dalam bahaya sekarang?",
        emergency_rows(),
        when("sapa", sapa_by_whatsapp()),
    )


def sapa_by_whatsapp() -> rx.Component:
    return rx.el.p(
        "Tidak bisa bersuara? ",
        rx.el.a(
            "WhatsApp ",
            value("sapa.label"),
            ": ",
            value("sapa.whatsapp_shown"),
            href="https://wa.me/" + value("sapa.whatsapp"),
            rel="noreferrer",
            class_name="inline-block py-1 text-primary underline underline-offset-4",
        ),
    )


def meet() -> rx.Component:
    return when(
        "units",
        kit.section(
            "Bertemu langsung",
            units_list(),
            rx.el.p("Semua layanan gratis.", class_name="text-muted"),
        ),
    )


def units_list() -> rx.Component:
    return rx.el.ul(each("u in units", unit()), class_name="box rows", custom_attrs={"role": "list"})


def unit() -> rx.Component:
    return rx.el.li(
        rx.el.p(value("u.name")),
        rx.el.p(value("u.where"), class_name="text-sm text-muted"),
        when("u.hours", rx.el.p(value("u.hours"), class_name="text-sm text-muted")),
        when(
            "u.phone",
            rx.el.a(
                kit.icon("phone", "size-5"),
                rx.el.span(value("u.phone"), class_name="underline underline-offset-4"),
                href="tel:" + value("u.dial"),
                class_name="inline-flex items-center gap-2 min-h-12 text-primary",
            ),
        ),
        class_name="px-4 py-3",
    )


def good_to_know() -> rx.Component:
    return rx.el.nav(
        kit.rows(
            kit.link_row("Hak perempuan", to("/hak-perempuan")),
            kit.link_row("Hak anak", to("/hak-anak")),
            kit.link_row("Layanan kami, semuanya gratis", to("/layanan")),
            kit.link_row("Apa yang terjadi setelah saya bercerita", to("/alur")),
            kit.link_row("Mengenali dan mencegah", to("/pencegahan")),
            kit.link_row("Menjaga diri saat memakai HP", to("/aman")),
            class_name="border-t border-base-300",
        ),
        custom_attrs={"aria-label": "Yang baik diketahui"},
    )
