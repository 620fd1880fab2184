"""Whether the help was good: five short questions and a line of her own, on one calm page, each of which may be left out."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import optional, value
from rindu_app.pages.public.frame import NOT_SAID, error, post_form
from rindu_app.words.codes import Question
from rindu_app.words.feedback import QUESTIONS, SKIP, scale_of


def feedback() -> rx.Component:
    """Slots: `form`, `errors`, `mark`."""
    return kit.citizen_shell(
        kit.back_link("/percakapan"),
        kit.error_summary(),
        kit.page_title(
            "Bagaimana bantuan kami?",
            lead="Lima pertanyaan singkat. Semuanya boleh dilewati, dan Anda boleh kembali tanpa menjawab.",
            focus=True,
        ),
        kit.notice(
            "Konselor Anda tidak melihat jawaban ini. Yang disimpan hanya jawaban, kabupaten atau kota, bulan, dan jenis "
            "layanan secara umum. Penyelia membaca rata-rata dan tulisan dari paling sedikit lima orang sekaligus.",
            title="Jawaban Anda tanpa nama",
        ),
        post_form(
            *[one(question) for question in Question],
            kit.textarea(
                "Ada yang ingin Anda sampaikan?",
                "words",
                rows=4,
                hint="Boleh dikosongkan. Jangan tulis nama, tempat, atau hal yang dapat dikenali orang.",
                default_value=optional("form.words"),
                error=error("words"),
            ),
            rx.el.div(
                kit.button("Kirim jawaban", main=True, icon="send"),
                kit.button("Kembali tanpa menjawab", href="/percakapan", kind="quiet"),
                class_name="grid gap-3 justify-items-center sm:flex",
            ),
            action="/percakapan/masukan",
        ),
    )


def one(question: Question) -> rx.Component:
    """Four steps in two columns, and below them the way not to answer."""
    steps = [
        kit.choice(question, str(step), word, chosen=value(f"form.{question} == '{step}'"))
        for step, word in enumerate(scale_of(question), start=1)
    ]
    return rx.el.fieldset(
        rx.el.legend(QUESTIONS[question], class_name="w-full font-semibold"),
        kit.error_of(question, error(question)),
        rx.el.div(*steps, class_name="grid grid-cols-2 gap-3 mt-3"),
        rx.el.div(
            kit.choice(question, SKIP, NOT_SAID, chosen=value(f"form.{question} == '{SKIP}'")),
            class_name="grid mt-3",
        ),
        id=str(question),
        class_name="min-w-0 max-w-160",
        custom_attrs={"tabindex": "-1"},
    )


def thanks() -> rx.Component:
    """Slots: `mark`."""
    return kit.citizen_shell(
        kit.back_link("/percakapan"),
        kit.page_title(
            "Terima kasih",
            lead="Jawaban Anda sudah kami terima, tanpa nama. Dengan itu kami memperbaiki layanan.",
            focus=True,
        ),
        rx.el.p(
            "Bila ada yang perlu ditanggapi, tulislah di percakapan: dari jawaban tadi kami tidak tahu siapa Anda.",
            class_name="text-muted",
        ),
        kit.button("Kembali ke percakapan", href="/percakapan", main=True),
    )
