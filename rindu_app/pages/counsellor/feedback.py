"""What clients said about the help they got: sums of quarters that are over, with a bar beside each number."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.feedback import FeedbackPage
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

quarter = FeedbackPage.quarter


@screen(
    COUNSELLOR,
    routes.FEEDBACK,
    title="Masukan klien",
    on_load=[FeedbackPage.load, Nav.load],
    current=routes.CASES,
)
def feedback() -> Parts:
    header = kit.staff_header(
        "Masukan klien",
        eyebrow="Penyelia",
        below=rx.fragment(
            kit.back_link(routes.CASES, "Kasus"),
            rx.cond(FeedbackPage.quarters.length() > 1, pills()),
        ),
    )
    body = rx.match(
        FeedbackPage.phase,
        ("ready", rx.cond(FeedbackPage.quarters.length() > 0, answers(), nothing())),
        kit.loading(),
    )
    return Parts(header, [rx.el.div(body, on_unmount=FeedbackPage.leave, class_name="max-w-3xl")])


def pills() -> rx.Component:
    return kit.pills(
        rx.foreach(
            FeedbackPage.quarters,
            lambda row: rx.el.button(
                row.title,
                on_click=FeedbackPage.show(row.key),
                type="button",
                class_name="pill",
                custom_attrs={"aria-pressed": rx.cond(quarter.key == row.key, "true", "false")},
                key=row.key,
            ),
        ),
        label="Triwulan",
    )


def nothing() -> rx.Component:
    return kit.empty(
        "Belum ada triwulan yang dapat ditampilkan.",
        "Klien ditanya di halaman percakapannya setelah menerima layanan. Jumlahnya muncul di sini setelah triwulannya selesai.",
    )


def answers() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            "Tanpa nama dan tanpa nomor kasus. Triwulan yang masih berjalan, dan kelompok yang kurang dari lima orang, tidak "
            "ditampilkan.",
            class_name="text-muted",
        ),
        rx.cond(
            quarter.enough,
            rx.fragment(sums(), kinds(), words()),
            kit.empty(
                "Kurang dari lima orang menjawab.",
                "Demi kerahasiaan mereka, triwulan ini tidak ditampilkan.",
            ),
        ),
        rx.cond(FeedbackPage.lines.length() > 0, side_by_side()),
        class_name="grid grid-cols-1 gap-8",
    )


def sums() -> rx.Component:
    return rx.el.section(
        rx.el.h2(quarter.title, class_name="section-title"),
        rx.el.p(quarter.count, ". Nilai rata-rata dari 1 sampai 4.", class_name="text-sm text-muted"),
        table("Pertanyaan", quarter.questions, caption="Nilai rata-rata per pertanyaan"),
        class_name="grid grid-cols-1 gap-3 min-w-0",
    )


def kinds() -> rx.Component:
    return rx.cond(
        quarter.kinds.length() > 0,
        kit.section(
            "Menurut layanan", table("Layanan", quarter.kinds, caption="Nilai rata-rata per jenis layanan")
        ),
    )


def table(what: str, lines: rx.Var, *, caption: str) -> rx.Component:
    """Each line with its bar below the words, so that it fits a phone."""
    head = [
        rx.el.th(text, scope="col", class_name=f"py-2 text-sm font-semibold {side}")
        for text, side in (
            (what, "text-left"),
            ("Rata-rata", "text-right px-3 whitespace-nowrap"),
            ("Orang", "text-right"),
        )
    ]
    return rx.el.table(
        rx.el.caption(caption, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*head)),
        rx.el.tbody(rx.foreach(lines, line)),
        class_name="w-full",
    )


def line(row: rx.Var) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.el.span(row.text, class_name="block font-normal mb-1.5"),
            kit.bar(row.bar),
            scope="row",
            class_name="py-3 text-left w-full",
        ),
        rx.el.td(
            row.mean,
            class_name="py-3 px-3 text-right align-top font-semibold tabular-nums whitespace-nowrap",
        ),
        rx.el.td(rx.cond(row.count, row.count, "–"), class_name="py-3 text-right align-top tabular-nums"),
        class_name="border-t border-base-300",
        key=row.key,
    )


def words() -> rx.Component:
    said = rx.el.ul(
        rx.foreach(
            quarter.words,
            lambda text, place: rx.el.li(
                text, class_name="py-4 whitespace-pre-wrap wrap-anywhere", key=place.to_string()
            ),
        ),
        class_name="rows border-y border-base-300",
        custom_attrs={"role": "list"},
    )
    return kit.section(
        "Kata-kata mereka",
        rx.cond(
            quarter.words.length() > 0,
            rx.fragment(rx.el.p("Acak, bukan menurut waktu.", class_name="text-sm text-muted"), said),
            rx.el.p("Tidak ada yang menulis pada triwulan ini.", class_name="text-muted"),
        ),
    )


def side_by_side() -> rx.Component:
    cell = "py-3 px-3 text-right tabular-nums"
    return kit.section(
        "Dari triwulan ke triwulan",
        rx.el.table(
            rx.el.caption("Nilai rata-rata per triwulan, yang terbaru lebih dulu", class_name="sr-only"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th("Pertanyaan", scope="col", class_name="py-2 text-sm font-semibold text-left"),
                    rx.foreach(
                        FeedbackPage.columns,
                        lambda text: rx.el.th(
                            text,
                            scope="col",
                            class_name="py-2 px-3 text-sm font-semibold text-right",
                            key=text,
                        ),
                    ),
                )
            ),
            rx.el.tbody(
                rx.foreach(
                    FeedbackPage.lines,
                    lambda row: rx.el.tr(
                        rx.el.th(row.text, scope="row", class_name="py-3 text-left font-normal"),
                        rx.foreach(
                            row.means,
                            lambda text, place: rx.el.td(text, class_name=cell, key=place.to_string()),
                        ),
                        class_name="border-t border-base-300",
                        key=row.key,
                    ),
                )
            ),
            class_name="w-full",
        ),
    )
