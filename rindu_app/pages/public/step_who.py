"""For whom she speaks, and whether there is danger now."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, optional, value, when
from rindu_app.pages.public.frame import answer, error, question, unseen


def who() -> rx.Component:
    return question(
        "siapa",
        "Ini tentang siapa?",
        kit.choices(
            unseen("Ini tentang siapa?"),
            answer("teller", "self", "Tentang saya sendiri", "Saya yang mengalaminya"),
            answer("teller", "child", "Tentang seorang anak", "Anak saya atau anak lain yang belum 18 tahun"),
            answer("teller", "witness", "Tentang orang lain", "Saya melihat, mendengar, atau mengetahuinya"),
            name="teller",
            error=error("teller"),
        ),
        lead="Belum 18 tahun? Anda boleh bercerita sendiri, tanpa orang tua.",
    )


def now() -> rx.Component:
    return question(
        "sekarang",
        "Apakah saat ini ada yang dalam bahaya?",
        kit.choices(
            unseen("Apakah saat ini ada yang dalam bahaya?"),
            answer("danger", "yes", "Ya, sekarang", "Nomor darurat langsung kami tampilkan"),
            answer("danger", "no", "Tidak"),
            answer("danger", "unknown", "Tidak tahu"),
            name="danger",
            error=error("danger"),
        ),
        lead="Supaya kami tahu seberapa cepat harus menjawab.",
    )


def numbers() -> rx.Component:
    """Shown at once when there is danger. Slots: `hotlines`, `back`, `onward`, `mark`."""
    return kit.citizen_shell(
        kit.back_link(value("back")),
        kit.page_title(
            "Hubungi sekarang",
            lead="Tekan salah satu nomor. Semuanya gratis. Bila bisa, pergilah dulu ke tempat yang ramai atau ke rumah "
            "orang yang Anda percaya.",
            focus=True,
        ),
        emergency_rows(),
        when(
            "sapa",
            rx.el.p(
                "Tidak bisa bersuara? Tulis lewat ",
                rx.el.a("WhatsApp SAPA ", value("sapa.whatsapp_shown"), href="https://wa.me/" + value("sapa.whatsapp"),
                        rel="noreferrer", class_name="text-primary underline underline-offset-4"),
                ".",
            ),
        ),
        kit.button("Lanjutkan bercerita", href=value("onward"), kind="plain", main=True),
    )  # fmt: skip


def emergency_rows() -> rx.Component:
    """Numbers to call with one touch. Slot: `hotlines`."""
    return kit.phone_list(
        each(
            "h in hotlines",
            kit.phone_row(
                value("h.number"), value("h.label"), optional("h.note"), href="tel:" + value("h.number")
            ),
        ),
        label="Nomor darurat",
    )
