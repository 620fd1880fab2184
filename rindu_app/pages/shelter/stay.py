"""One request or stay: what is known, what is to be done, what was done."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.shelter.pieces import asked_facts, days_left, extension, fact, log_of
from rindu_app.pages.shelter.stay_steps import answers, steps
from rindu_app.pages.shelter.workspace import SHELTER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.shelter.stay import StayPage
from rindu_app.words import routes

stay = StayPage.stay


@screen(
    SHELTER, "/rumah/tinggal/[kode]", title="Penghuni", on_load=[StayPage.load, StayPage.watch], current=routes.SHELTER
)  # fmt: skip
def stay_page() -> Parts:
    body = rx.match(StayPage.phase, ("ready", whole()), ("missing", missing()), kit.loading())
    header = kit.staff_header(
        rx.cond(stay.number, stay.number, "Penghuni"),
        eyebrow=rx.cond(stay.eyebrow, stay.eyebrow, "Penghuni"),
        actions=[days_left(stay)],
    )
    return Parts(header, [rx.el.div(body, on_unmount=StayPage.leave_page)])


def whole() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.cond(stay.consent | ~(stay.waits | stay.stays), rx.fragment(), withdrawn()),
            facts(),
            rx.cond(stay.waits & stay.consent, answers()),
            rx.cond(stay.stays, steps()),
            class_name="grid gap-8 min-w-0 content-start",
        ),
        rx.cond(
            stay.waits,
            rx.fragment(),
            rx.el.div(log_of(stay), extensions(), class_name="grid gap-8 min-w-0 content-start"),
        ),
        class_name="columns-file",
    )


def withdrawn() -> rx.Component:
    """Whoever stays decides where she goes; of whoever only asked nothing more is told."""
    return kit.notice(
        rx.cond(
            stay.waits,
            "Siapa yang akan datang tidak ditampilkan lagi. Permintaan ini menunggu tim kasusnya.",
            "Bicarakan dengannya ke mana ia ingin pergi, dan hubungi manajer kasusnya. Ia boleh pergi kapan saja.",
        ),
        title="Persetujuan untuk tinggal tidak berlaku lagi",
        tone="danger",
    )


def facts() -> rx.Component:
    return rx.el.dl(
        fact("Tempat", stay.bed), *asked_facts(stay), class_name="box p-5 grid gap-4 sm:grid-cols-2"
    )


def extensions() -> rx.Component:
    return rx.cond(
        stay.extensions.length() > 0,
        kit.section(
            "Perpanjangan",
            kit.rows(rx.foreach(stay.extensions, lambda row: extension(row)), label="Perpanjangan"),
        ),
    )


def missing() -> rx.Component:
    return kit.empty(
        "Permintaan ini tidak ditemukan.",
        "Mungkin sudah selesai, atau bukan di wilayah Anda.",
        kit.button("Kembali ke daftar penghuni", href=routes.SHELTER),
    )
