"""Who carries how much, and what nobody moved: where a supervisor sees that help is needed before something goes wrong."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.rows import case_row, wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.caseload import Caseload
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes


@screen(
    COUNSELLOR, routes.CASELOAD, title="Beban kerja", on_load=[Caseload.load, Nav.load], current=routes.CASES
)  # fmt: skip
def caseload() -> Parts:
    header = kit.staff_header("Beban kerja", below=kit.back_link(routes.CASES, "Kasus"))
    body = rx.el.div(
        kit.section("Diteruskan kepada Anda", raised()),
        kit.section("Per petugas", people()),
        class_name="grid grid-cols-1 gap-8",
    )
    shown = rx.cond(Caseload.phase == "ready", body, kit.loading())
    return Parts(header, [rx.el.div(shown, on_unmount=Caseload.leave)])


def raised() -> rx.Component:
    return rx.cond(
        Caseload.raised.length() > 0,
        rx.el.div(
            rx.el.p(
                "Petugasnya sudah diingatkan, tetapi tugas tetap lewat atau tim tetap diam. Hubungi petugasnya, atau serahkan "
                "kasusnya di bagian Tim."
            ),
            wide_rows(rx.foreach(Caseload.raised, case_row), label="Diteruskan kepada Anda"),
            class_name="grid grid-cols-1 gap-3",
        ),
        kit.empty(
            "Tidak ada.",
            "Tugas yang lewat dan kasus tanpa kabar muncul di sini bila pengingat kepada petugasnya tidak dijawab.",
        ),
    )


def people() -> rx.Component:
    return rx.cond(
        Caseload.rows.length() > 0,
        rx.el.div(legend(), wide_rows(rx.foreach(Caseload.rows, person_row), label="Per petugas")),
        kit.empty("Belum ada konselor di wilayah Anda.", "Admin membuat akun petugas."),
    )


def legend() -> rx.Component:
    def entry(word: str, colour: str) -> rx.Component:
        return rx.el.span(
            rx.el.span(class_name=f"inline-block size-3 rounded-sm mr-1.5 {colour}"),
            word,
            class_name="whitespace-nowrap",
        )

    return rx.el.p(
        entry("Tinggi", "bg-error"),
        entry("Sedang", "bg-warning"),
        entry("Rendah", "bg-edge"),
        class_name="flex flex-wrap gap-x-5 text-sm text-muted mb-2",
        custom_attrs={"aria-hidden": "true"},
    )


def person_row(row: rx.Var) -> rx.Component:
    """The bar is a picture of the words beside it."""
    return rx.el.li(
        rx.el.div(
            rx.el.p(rx.el.a(row.name, href=row.href, class_name="link font-semibold py-1")),
            rx.el.p(row.role, class_name="text-sm text-muted"),
            class_name="lg:w-56 shrink-0 min-w-0",
        ),
        rx.el.div(
            kit.bar(row.bar),
            rx.el.p(
                rx.el.span(row.cases, class_name="font-semibold"),
                rx.cond(row.by_risk, ": " + row.by_risk, ""),
                class_name="text-sm mt-1.5",
            ),
            rx.cond(row.trouble, kit.status_word(row.trouble, "danger")),
            rx.cond(row.ahead, rx.el.p(row.ahead, class_name="text-sm text-muted")),
            class_name="grow min-w-0",
        ),
        class_name="grid gap-2 px-5 py-4 bg-base-100 lg:flex lg:items-start lg:gap-6",
        key=row.key,
    )
