"""What a supervisor looks at after the fact."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.rows import case_row, wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.to_check import ToCheck
from rindu_app.words import routes


@screen(
    COUNSELLOR,
    routes.BROKEN_GLASS,
    title="Untuk diperiksa",
    on_load=[ToCheck.load, Nav.load],
    current=routes.BREAK_GLASS,
)
def to_check() -> Parts:
    header = kit.staff_header("Untuk diperiksa penyelia", below=kit.back_link(routes.CASES, "Kasus"))
    rows = wide_rows(rx.foreach(ToCheck.seen.openings, glass_row), label="Akses darurat")
    nothing = kit.empty(
        "Belum ada akses darurat di wilayah Anda.", "Setiap pemakaiannya muncul di sini dengan alasannya."
    )
    openings = rx.cond(ToCheck.seen.openings.length() > 0, rows, nothing)
    body = rx.el.div(
        kit.section("Akses darurat yang dipakai", openings),
        kit.section("Kasus tanpa manajer", adrift()),
        kit.section("Penyelia yang dihalangi dari laporan", blocks()),
        kit.section("Kontak di luar aturan aman, 30 hari terakhir", overrides()),
        kit.section("Akun yang dapat membaca di wilayah Anda, 14 hari terakhir", accounts()),
        class_name="grid grid-cols-1 gap-8",
    )
    return Parts(header, [rx.cond(ToCheck.ready, body, kit.loading())])


def overrides() -> rx.Component:
    return rx.cond(
        ToCheck.seen.overrides.length() > 0,
        wide_rows(rx.foreach(ToCheck.seen.overrides, override_row), label="Kontak di luar aturan aman"),
        kit.empty(
            "Tidak ada.",
            "Setiap orang yang tetap menghubungi di luar aturan muncul di sini dengan alasannya.",
        ),
    )


def override_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            row.by, " menghubungi pelapor ", rx.el.a(row.number, href=row.href, class_name="link"), class_name="font-semibold"
        ),
        rx.el.p(row.rule),
        rx.el.p("Alasan: ", row.reason),
        rx.el.p(row.when, class_name="text-sm text-muted"),
        class_name="px-5 py-4 bg-base-100",
        key=row.key,
    )  # fmt: skip


def glass_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                row.by, " membuka ", rx.el.a(row.number, href=row.href, class_name="link"), class_name="font-semibold"
            ),
            rx.el.p(row.reason),
            rx.el.p(row.when, " sampai ", row.until, class_name="text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.seen,
            kit.status_word("Sudah diperiksa", "success"),
            kit.button("Tandai sudah diperiksa", kind="plain", on_click=ToCheck.acknowledge(row.uid)),
        ),
        class_name="flex flex-wrap items-center gap-3 px-5 py-4 bg-base-100",
        key=row.uid,
    )  # fmt: skip


def blocks() -> rx.Component:
    return rx.cond(
        ToCheck.seen.blocks.length() > 0,
        wide_rows(rx.foreach(ToCheck.seen.blocks, block_row), label="Penyelia yang dihalangi"),
        kit.empty(
            "Tidak ada.", "Setiap penyelia yang dihalangi petugas lain muncul di sini dengan alasannya."
        ),
    )


def block_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                row.by,
                " menghalangi ",
                row.whom,
                " dari ",
                rx.el.a(row.number, href=row.href, class_name="link"),
                class_name="font-semibold",
            ),
            rx.el.p(row.reason),
            rx.el.p(row.when, rx.cond(row.lifted, " · sudah dicabut", ""), class_name="text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.seen,
            kit.status_word("Sudah diperiksa", "success"),
            kit.button("Tandai sudah diperiksa", kind="plain", on_click=ToCheck.acknowledge_block(row.uid)),
        ),
        class_name="flex flex-wrap items-center gap-3 px-5 py-4 bg-base-100",
        key=row.uid,
    )


def adrift() -> rx.Component:
    return rx.cond(
        ToCheck.seen.adrift.length() > 0,
        rx.el.div(
            rx.el.p("Buka bagian Tim kasusnya, lalu serahkan kepada manajer kasus yang baru."),
            wide_rows(rx.foreach(ToCheck.seen.adrift, case_row), label="Kasus tanpa manajer"),
            class_name="grid grid-cols-1 gap-3",
        ),
        kit.empty("Tidak ada.", "Bila manajer sebuah kasus pindah atau berhenti, kasusnya muncul di sini."),
    )


def accounts() -> rx.Component:
    return rx.cond(
        ToCheck.seen.accounts.length() > 0,
        wide_rows(rx.foreach(ToCheck.seen.accounts, account_row), label="Perubahan akun"),
        kit.empty(
            "Tidak ada.",
            "Akun baru, perubahan akun, dan pengaturan ulang kata sandi atau kode ponsel muncul di sini.",
        ),
    )


def account_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, ": ", row.whose, class_name="font-semibold"),
        rx.el.p(row.meta, class_name="text-sm text-muted"),
        class_name="px-5 py-4 bg-base-100",
        key=row.key,
    )
