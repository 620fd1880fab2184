"""One referral: what is asked, what may be known, and the four answers."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, step
from rindu_app.pages.partner.workspace import PARTNER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.partner.referral import AddressedPage
from rindu_app.words import routes

shown = AddressedPage.referral


@screen(
    PARTNER,
    "/rujukan/[nomor]",
    title="Rujukan",
    on_load=[AddressedPage.load, AddressedPage.watch],
    current=routes.ADDRESSED,
)
def referral() -> Parts:
    body = rx.match(
        AddressedPage.phase,
        ("ready", rx.cond(shown.live, opened(), over())),
        ("missing", missing()),
        kit.loading(),
    )
    header = kit.staff_header(
        rx.cond(shown.service, shown.service, "Rujukan"),
        eyebrow=rx.cond(shown.number, shown.number, "Rujukan"),
        actions=[
            rx.cond(shown.urgent, kit.status_word("Mendesak", "danger")),
            rx.cond(shown.status, kit.status_word(shown.status)),
        ],
    )
    return Parts(header, [rx.el.div(body, on_unmount=AddressedPage.leave)])


def opened() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            kit.section(
                "Yang diminta",
                rx.el.p(shown.purpose, class_name="whitespace-pre-wrap"),
                rx.el.p(shown.sent, class_name="text-sm text-muted"),
                rx.cond(
                    shown.due,
                    rx.el.p(
                        rx.cond(shown.waits, "Jawaban ditunggu: ", "Hasil ditunggu: "),
                        rx.el.span(shown.due, class_name=["font-semibold", rx.cond(shown.late, "text-error", "")]),
                        class_name="text-sm",
                    ),
                ),
            ),
            known(),
            class_name="grid gap-8 min-w-0 content-start",
        ),
        rx.el.div(answers(), whom_to_call(), class_name="grid gap-8 min-w-0 content-start"),
        class_name="columns-file",
    )  # fmt: skip


def known() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Yang boleh Anda ketahui", class_name="section-title"),
        rx.cond(
            shown.pieces.length() > 0,
            rx.el.dl(
                rx.foreach(
                    shown.pieces,
                    lambda piece: rx.el.div(
                        rx.el.dt(piece.label, class_name="text-sm text-muted"),
                        rx.el.dd(piece.text, class_name="whitespace-pre-wrap wrap-anywhere"),
                        key=piece.label,
                    ),
                ),
                class_name="grid gap-4 mt-4",
            ),
            rx.el.p("Tidak ada data yang dibagikan. Hubungi yang merujuk.", class_name="mt-4"),
        ),
        rx.el.p(
            "Hanya ini yang diizinkan orangnya. Pakailah untuk rujukan ini saja, dan jangan diteruskan.",
            class_name="text-sm text-muted mt-4",
        ),
        class_name="box p-5",
    )


def answers() -> rx.Component:
    return kit.section(
        "Jawaban Anda",
        rx.cond(
            shown.waits,
            rx.el.div(kit.button("Terima rujukan", main=True, on_click=AddressedPage.accept)),
        ),
        rx.el.div(
            one("Sudah selesai", "finish", "Hasilnya", "Kirim hasil", AddressedPage.finish,
                hint="Tulis seperlunya: apa yang dilakukan, dan apa langkah berikutnya.", required=True),
            rx.cond(
                shown.waits,
                one("Tidak dapat menerima", "refuse", "Alasan", "Tolak rujukan", AddressedPage.refuse, required=True),
            ),
            one("Layanan tidak tersedia", "miss", "Keterangan", "Kirim", AddressedPage.miss,
                hint="Misalnya: dokternya sedang tidak bertugas sampai Senin."),
        ),
    )  # fmt: skip


def one(
    title: str, name: str, words: str, send: str, on_submit: rx.EventHandler, *, hint: str = "", required: bool = False
) -> rx.Component:  # fmt: skip
    return step(
        title,
        form(
            kit.textarea(
                words, f"{name}_note", rows=3, hint=hint or None, required=required,
                error=AppState.errors[f"{name}_note"],
            ),
            rx.el.div(kit.button(send, kind="plain")),
            on_submit=on_submit,
            key=f"{name}-{AddressedPage.done}",
        ),
        key=f"{name}-step-{AddressedPage.done}",
    )  # fmt: skip


def whom_to_call() -> rx.Component:
    return rx.cond(
        shown.phone,
        kit.section(
            "Ada yang perlu ditanyakan?",
            rx.el.p(shown.office, ", ", rx.el.a(shown.phone, href="tel:" + shown.phone, class_name="underline underline-offset-4")),
        ),
    )  # fmt: skip


def over() -> rx.Component:
    return rx.el.div(
        kit.notice(shown.ended, title=shown.status, live=True),
        rx.el.div(kit.button("Ke daftar rujukan", kind="plain", href=routes.ADDRESSED)),
        class_name="grid gap-4 max-w-3xl",
    )


def missing() -> rx.Component:
    return kit.empty(
        "Rujukan ini tidak ditemukan.",
        "Mungkin nomornya salah ketik, atau dikirim kepada lembaga lain.",
        kit.button("Ke daftar rujukan", href=routes.ADDRESSED),
    )
