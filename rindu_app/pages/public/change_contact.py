"""Changing safe contact later: the three questions of the story, on one page."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import optional
from rindu_app.pages.public.frame import answer, error, post_form
from rindu_app.pages.public.step_contact import time_fields, ways_fields


def change_contact() -> rx.Component:
    """Slots: `ways`, `form`, `errors`, `mark`."""
    return kit.citizen_shell(
        kit.back_link("/percakapan"),
        kit.error_summary(),
        kit.page_title(
            "Ubah cara dihubungi",
            lead="Isian baru menggantikan seluruh yang lama. Yang lama tidak kami tampilkan, demi keamanan Anda.",
            focus=True,
        ),
        post_form(
            part("Dengan cara apa?", ways_fields()),
            part("Nomor dan orang", numbers()),
            part("Waktu dan tanda", time_fields()),
            kit.button("Simpan", main=True),
            action="/percakapan/kontak",
        ),
    )


def part(title: str, fields: rx.Component) -> rx.Component:
    """Its title is larger than the labels below it."""
    return rx.el.section(
        rx.el.h2(title, class_name="text-xl font-bold"), fields, class_name="grid gap-3 min-w-0"
    )


def numbers() -> rx.Component:
    return rx.el.div(
        kit.field("Nomor telepon atau WhatsApp", "phone", type="tel", default_value=optional("form.phone"),
                  error=error("phone"), custom_attrs={"inputmode": "tel"}),
        kit.choices(
            "Apakah orang lain memegang atau membuka HP itu?",
            answer("phone_shared", "yes", "Ya, atau mungkin"),
            answer("phone_shared", "no", "Tidak, hanya saya"),
            name="phone_shared",
        ),
        kit.field("Siapa saja yang boleh mengangkat?", "who_answers", default_value=optional("form.who_answers"),
                  error=error("who_answers")),
        kit.field("Orang yang Anda percaya", "trusted", hint="Nama panggilan dan nomornya, bila Anda memilihnya di atas",
                  default_value=optional("form.trusted"), error=error("trusted")),
        class_name="grid gap-6",
    )  # fmt: skip
