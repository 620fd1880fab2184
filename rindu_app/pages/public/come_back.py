"""Coming back with the code."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import optional
from rindu_app.pages.public.frame import error, hidden, post_form, to


def come_back() -> rx.Component:
    """Slots: `typed`, `errors`, `mark`."""
    return kit.citizen_shell(
        kit.back_link(to("/")),
        kit.error_summary(),
        kit.page_title("Lanjutkan percakapan", lead="Masukkan 20 angka yang Anda simpan. Spasi tidak masalah.", focus=True),
        post_form(
            hidden("k", optional("mark")),
            kit.field(
                "Angka Anda", "code", default_value=optional("typed"), error=error("code"), max_length=60,
                class_name="text-lg tabular-nums", custom_attrs={"inputmode": "numeric"},
            ),
            kit.button("Buka", main=True),
            action="/lanjut",
        ),
        rx.el.p(
            "Angkanya hilang? Kami tidak dapat mencarikannya, supaya orang lain pun tidak bisa. "
            "Anda selalu boleh menulis lagi dari awal.",
            class_name="text-muted",
        ),
        kit.rows(kit.link_row("Mulai dari awal", to("/mulai?pintu=curhat"), action=True)),
    )  # fmt: skip
