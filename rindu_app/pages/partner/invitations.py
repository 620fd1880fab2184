"""Case conferences that a partner is asked to."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.pages.partner.workspace import PARTNER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.partner.invitations import Invitations
from rindu_app.words import routes
from rindu_app.words.codes import InviteAnswer


@screen(PARTNER, routes.INVITATIONS, title="Undangan", on_load=[Invitations.load, Invitations.watch])
def invitations() -> Parts:
    none = kit.empty(
        "Tidak ada undangan.",
        "Bila Anda diundang membahas seorang klien, waktu dan tempatnya muncul di sini. Yang sudah berlangsung tertutup sendiri setelah beberapa hari.",
    )
    rows = kit.rows(rx.foreach(Invitations.rows, invitation), label="Undangan")
    body = rx.cond(Invitations.ready, rx.cond(Invitations.rows.length() > 0, rows, none), kit.loading())
    return Parts(
        kit.staff_header("Undangan", eyebrow="Konferensi kasus"),
        [rx.el.div(body, on_unmount=Invitations.leave, class_name="measure")],
    )


def invitation(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.h2(row.when, class_name="section-title"),
        rx.el.p(row.purpose, class_name="whitespace-pre-wrap"),
        rx.el.p(row.place),
        rx.el.p(row.by, class_name="text-sm text-muted"),
        rx.cond(row.held, is_over(row), answers(row)),
        rx.cond(row.room != "", rx.el.div(kit.button("Masuk ruang video", kind="plain", href=row.room))),
        rx.cond(row.pieces.length() > 0, known(row)),
        rx.cond(
            row.notes != "",
            rx.el.div(
                rx.el.h3("Notulen", class_name="font-semibold"),
                rx.el.p(row.notes, class_name="whitespace-pre-wrap wrap-anywhere"),
            ),
        ),
        class_name="grid gap-2 py-6",
        key=row.uid,
    )  # fmt: skip


def is_over(row: rx.Var) -> rx.Component:
    return rx.el.p(
        rx.el.span("Sudah berlangsung.", class_name="font-semibold"),
        rx.cond(
            row.until != "",
            " Terima kasih sudah ikut memikirkannya. Demi keamanannya, isinya dapat Anda baca sampai "
            + row.until
            + ", lalu tertutup sendiri. Sesudah itu, tanyakan kepada yang mengundang bila masih perlu.",
            "",
        ),
        class_name="text-sm text-muted",
    )


def answers(row: rx.Var) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.cond(row.waits, "Apakah lembaga Anda hadir?", "Jawaban Anda: " + row.answer),
            class_name="font-semibold w-full",
        ),
        kit.button("Akan hadir", kind="plain", on_click=Invitations.answer(row.uid, str(InviteAnswer.COMES))),
        kit.button("Tidak dapat hadir", kind="quiet", on_click=Invitations.answer(row.uid, str(InviteAnswer.ABSENT))),
        class_name="flex flex-wrap gap-2 py-1",
    )  # fmt: skip


def known(row: rx.Var) -> rx.Component:
    return rx.el.div(
        rx.el.h3("Yang boleh Anda ketahui", class_name="font-semibold"),
        rx.el.dl(
            rx.foreach(
                row.pieces,
                lambda piece: rx.el.div(
                    rx.el.dt(piece.label, class_name="text-sm text-muted"),
                    rx.el.dd(piece.text, class_name="whitespace-pre-wrap wrap-anywhere"),
                    key=piece.label,
                ),
            ),
            class_name="grid gap-2 mt-2",
        ),
        rx.el.p(
            "Hanya ini yang diizinkan orangnya. Pakailah untuk pertemuan ini saja, dan jangan diteruskan.",
            class_name="text-sm text-muted mt-2",
        ),
        class_name="box p-5",
    )
