"""The list of cases."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.rows import case_row, wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.cases import Cases
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes


@screen(COUNSELLOR, routes.CASES, title="Kasus", on_load=[Cases.load, Nav.load])
def cases() -> Parts:
    header = kit.staff_header(
        "Kasus",
        actions=[kit.button("Akses darurat", kind="plain", href=routes.BREAK_GLASS, icon="lock")],
        below=rx.fragment(ways(), pills()),
    )
    return Parts(header, [whose(), listed()])


def ways() -> rx.Component:
    """Beside the cases themselves: who is to be visited, and what a supervisor looks at."""
    return rx.el.nav(
        way("Kunjungan lanjutan", routes.TO_VISIT, Nav.to_visit),
        rx.cond(
            Cases.supervises,
            rx.fragment(
                way("Untuk diperiksa", routes.BROKEN_GLASS, Nav.to_check),
                way("Beban kerja", routes.CASELOAD, Nav.raised),
                way("Masukan klien", routes.FEEDBACK),
            ),
        ),
        class_name="flex flex-wrap gap-x-5 gap-y-1",
        custom_attrs={"aria-label": "Selain daftar kasus"},
    )


def way(text: str, href: str, count: rx.Var | None = None) -> rx.Component:
    """`count`: what waits there."""
    waiting = [] if count is None else [rx.cond(count != "", rx.el.span(" (", count, ")"))]
    return rx.el.a(text, *waiting, href=href, class_name="link py-1")


def whose() -> rx.Component:
    """One worker's cases alone, and the way back to everybody's."""
    return rx.cond(
        Cases.whose,
        rx.el.p(
            "Kasus yang dikelola ",
            rx.el.b(Cases.whose),
            " · ",
            rx.el.button(
                "Tampilkan semua", on_click=Cases.show("area"), type="button", class_name="link py-1"
            ),
            class_name="mb-4",
        ),
    )


def pills() -> rx.Component:
    return kit.pills(
        pill("Kasus saya", "mine"),
        rx.cond(Cases.supervises, pill("Wilayah", "area")),
        pill("Ditutup", "closed"),
        label="Bagian daftar kasus",
    )


def pill(text: str, view: str) -> rx.Component:
    return kit.pill(text, on_click=Cases.show(view), chosen=Cases.view == view)


def listed() -> rx.Component:
    rows = rx.el.div(
        wide_rows(rx.foreach(Cases.rows, case_row), label="Kasus"),
        rx.cond(
            Cases.more,
            kit.button(
                "Muat lebih banyak", kind="plain", on_click=Cases.more_rows, class_name="justify-self-center"
            ),
        ),
        class_name="grid grid-cols-1 gap-5",
    )
    nothing = rx.match(
        Cases.view,
        ("closed", kit.empty("Belum ada kasus yang ditutup.")),
        ("area", kit.empty("Belum ada kasus terbuka di wilayah Anda.")),
        kit.empty(
            "Anda belum menangani kasus.",
            "Kasus dibuka dari sebuah laporan.",
            kit.button("Ke kotak masuk", kind="plain", href=routes.INBOX),
        ),
    )
    return rx.cond(Cases.ready, rx.cond(Cases.rows.length() > 0, rows, nothing), kit.loading())
