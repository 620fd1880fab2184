"""What happened, in her own words; the only question that needs an answer."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, flag, optional, value
from rindu_app.pages.public.frame import error, question, unseen


def story() -> rx.Component:
    """Slots beside those of every question: `title`, `kinds` (code, label, help)."""
    return question(
        "isi",
        value("title"),
        kit.textarea(
            "Cerita Anda",
            "story",
            rows=9,
            default_value=optional("form.story"),
            error=error("story"),
            hint="Boleh singkat, boleh tidak urut. Nama orang tidak perlu ditulis.",
            custom_attrs={"autocapitalize": "sentences"},
        ),
        rx.el.details(
            rx.el.summary(
                "Pilih jenisnya, bila mau", class_name="min-h-12 py-3 text-primary underline underline-offset-4"
            ),
            kit.choices(
                unseen("Jenis yang terjadi, boleh lebih dari satu"),
                each(
                    "k in kinds",
                    kit.choice(
                        "kinds", value("k.code"), value("k.label"), hint=optional("k.help"),
                        chosen=value("k.code in form.kinds"), several=True,
                    ),
                ),
                name="kinds",
                error=error("kinds"),
            ),
            custom_attrs={"open": flag("form.kinds or errors.kinds")},
        ),
        lead="Tulis dengan kata-kata Anda sendiri. Hanya konselor yang membacanya.",
        skip=None,
    )  # fmt: skip
