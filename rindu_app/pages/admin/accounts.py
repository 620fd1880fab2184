"""Accounts."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor, kept_row, listing, more, ticked
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.accounts import Accounts
from rindu_app.state.base import AppState
from rindu_app.words import routes
from rindu_app.words.codes import Role
from rindu_app.words.labels import label


@screen(ADMIN, routes.ADMIN, title="Akun", on_load=Accounts.load)
def accounts() -> Parts:
    header = kit.staff_header(
        "Akun", actions=[kit.button("Akun baru", icon="add_person", on_click=Accounts.begin("new"))]
    )
    return Parts(
        header,
        [
            rx.cond(Accounts.password, one_time()),
            rx.match(Accounts.editing, ("", rx.fragment()), ("new", new_account()), old_account()),
            kept(),
        ],
    )


def one_time() -> rx.Component:
    """The only time it is seen. Large, to be read aloud or copied by hand."""
    return rx.el.section(
        rx.el.h2("Kata sandi sekali pakai", id="sandi", tab_index=-1, class_name="section-title"),
        rx.el.p("Untuk ", Accounts.password_of, ". Sampaikan langsung kepada orangnya. Setelah halaman ini ditinggalkan, tidak dapat dilihat lagi."),
        kit.code_box(Accounts.password, "Kata sandi sekali pakai"),
        rx.el.p("Saat masuk, orang itu memilih kata sandinya sendiri dan memasang kode kedua di ponselnya.", class_name="text-muted"),
        rx.el.div(kit.button("Sudah disampaikan", kind="plain", on_click=Accounts.stop)),
        on_unmount=Accounts.stop,
        class_name="grid gap-3 max-w-3xl",
    )  # fmt: skip


def new_account() -> rx.Component:
    return editor(
        "Akun baru",
        form(
            kit.field("Nama pengguna", "account_username", hint="Huruf kecil dan titik, misalnya sri.wulandari", required=True, auto_complete="off", error=AppState.errors["account_username"]),
            *fields(),
            rx.el.div(kit.button("Buat akun")),
            on_submit=Accounts.create,
            key=f"account-{Accounts.done}",
        ),
        on_stop=Accounts.stop,
    )  # fmt: skip


def old_account() -> rx.Component:
    return editor(
        Accounts.old["username"],
        form(
            *fields(),
            ticked("account_active", "Boleh masuk", Accounts.old["active"] == "yes"),
            rx.el.div(kit.button("Simpan")),
            on_submit=Accounts.save,
            key=Accounts.editing,
        ),
        rx.el.div(
            kit.button("Buat kata sandi sekali pakai", kind="plain", on_click=Accounts.new_password),
            kit.button("Atur ulang kode kedua", kind="plain", on_click=Accounts.new_factor),
            class_name="flex flex-wrap gap-3 border-t border-base-300 pt-4",
        ),
        on_stop=Accounts.stop,
    )


def fields() -> list[rx.Component]:
    old = Accounts.old
    return [
        kit.field("Nama yang tampil", "account_display_name", required=True, auto_complete="off", default_value=old["display_name"], error=AppState.errors["account_display_name"]),
        kit.select("Peran", "account_role", *kit.options([(str(role), label(role)) for role in Role]), default_value=old["role"]),
        choose("Wilayah", "account_area_code", Accounts.areas, old["area_code"], error=AppState.errors["account_area_code"]),
        choose("Lembaga mitra", "account_partner", Accounts.partners, old["partner"], first="Bukan petugas lembaga mitra", hint="Hanya untuk peran petugas lembaga mitra.", error=AppState.errors["account_partner"]),
    ]  # fmt: skip


def kept() -> rx.Component:
    rows = rx.el.div(
        kit.rows(rx.foreach(Accounts.rows, lambda row: kept_row(row, Accounts.begin(row.key))), label="Akun"),
        more(Accounts.more, Accounts.more_rows),
        class_name="grid grid-cols-1 gap-4",
    )
    nothing = kit.empty("Belum ada akun lain.", "Buat akun untuk setiap orang yang bekerja di sini.")
    return listing(rows, ready=Accounts.ready, count=Accounts.rows.length(), nothing=nothing)
