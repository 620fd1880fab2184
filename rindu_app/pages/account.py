"""My own account: the same page in every workspace, each in its own frame."""

from functools import partial

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, post_form, step
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.partner.workspace import PARTNER
from rindu_app.pages.shelter.workspace import SHELTER
from rindu_app.pages.workspace import Parts, Workspace, screen
from rindu_app.state.account import MyAccount
from rindu_app.state.base import AppState
from rindu_app.words import routes

WORKSPACES = (COUNSELLOR, ADMIN, PARTNER, SHELTER)


def register() -> None:
    for workspace in WORKSPACES:
        page = partial(my_account, workspace)
        screen(workspace, workspace.account, title="Akun saya", on_load=MyAccount.load)(page)


def my_account(workspace: Workspace) -> Parts:
    header = kit.staff_header(AppState.me_name, eyebrow=AppState.me_hint, actions=[sign_out()])
    body = rx.el.div(
        rx.cond(MyAccount.codes.length() > 0, recovery_codes()),
        elsewhere(workspace),
        devices(),
        kit.section("Keamanan", rx.el.div(password(), renewal())),
        class_name="grid grid-cols-1 gap-8 max-w-3xl",
    )
    return Parts(header, [body])


def elsewhere(workspace: Workspace) -> rx.Component:
    """Places of the menu that a phone's bar has no room for."""
    places = [
        kit.link_row(item.label, item.href, icon=item.icon) for item in workspace.nav if not item.on_phone
    ]
    return rx.el.nav(
        kit.rows(*places), class_name="phone-only", custom_attrs={"aria-label": "Tempat lain"}
    )  # fmt: skip


def sign_out() -> rx.Component:
    return post_form(kit.button("Keluar", kind="plain"), action=routes.SIGN_OUT)


def devices() -> rx.Component:
    several = MyAccount.devices.length() > 1
    return rx.el.section(
        rx.el.h2("Perangkat yang sedang masuk", id="perangkat", tab_index=-1, class_name="section-title"),
        rx.el.p("Ada yang tidak Anda kenal? Akhiri, lalu ganti kata sandi.", class_name="text-muted"),
        rx.cond(
            MyAccount.ready,
            kit.rows(rx.foreach(MyAccount.devices, device), label="Perangkat yang sedang masuk"),
            kit.loading(1),
        ),
        rx.cond(
            several,
            rx.el.div(kit.button("Akhiri semua yang lain", kind="plain", on_click=MyAccount.end_others)),
        ),
        class_name="grid gap-3 min-w-0",
    )


def device(row: rx.Var) -> rx.Component:
    end = kit.button(
        "Akhiri", kind="quiet", on_click=MyAccount.end(row.uid), custom_attrs={"aria-label": "Akhiri " + row.name}
    )  # fmt: skip
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.name, class_name="block font-semibold"),
            rx.el.span("Terakhir dipakai: ", row.seen, class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(row.mine, kit.status_word("Perangkat ini", "success"), end),
        class_name="flex items-center gap-3 min-h-14 py-2",
        key=row.uid,
    )


def password() -> rx.Component:
    return step(
        "Ganti kata sandi",
        form(
            current_password("own"),
            kit.field("Kata sandi baru", "own_password", type="password", auto_complete="new-password", required=True,
                      hint="Paling sedikit 12 huruf. Beberapa kata biasa lebih kuat dan lebih mudah diingat.",
                      error=AppState.errors["own_password"]),
            kit.field("Ketik sekali lagi", "own_again", type="password", auto_complete="new-password",
                      required=True, error=AppState.errors["own_again"]),
            rx.el.div(kit.button("Ganti kata sandi")),
            on_submit=MyAccount.new_password,
            key=f"password-{MyAccount.done}",
        ),
        hint="Perangkat lain akan dikeluarkan",
        key=f"password-step-{MyAccount.done}",
    )  # fmt: skip


def renewal() -> rx.Component:
    return step(
        "Buat kode cadangan baru",
        form(
            current_password("codes"),
            rx.el.div(kit.button("Buat kode baru")),
            on_submit=MyAccount.new_codes,
            key=f"codes-{MyAccount.done}",
        ),
        hint="Untuk masuk bila HP hilang. Kode yang lama tidak berlaku lagi",
        key=f"codes-step-{MyAccount.done}",
    )


def current_password(of: str) -> rx.Component:
    """Asked again: a phone left open on a table must not be enough."""
    name = f"{of}_current"
    return kit.field(
        "Kata sandi sekarang", name, type="password", auto_complete="current-password", required=True,
        error=AppState.errors[name],
    )  # fmt: skip


def recovery_codes() -> rx.Component:
    """The only time they are seen."""
    return rx.el.section(
        rx.el.h2("Simpan 10 kode cadangan ini", id="kode-cadangan", tab_index=-1, class_name="section-title"),
        rx.el.p("Tiap kode berlaku sekali. Tulis di kertas dan simpan di tempat aman, bukan di HP yang sama."),
        kit.rows(
            rx.foreach(MyAccount.codes, lambda code: rx.el.li(code, class_name="px-4 py-3 font-semibold tabular-nums", key=code)),
            label="Kode cadangan",
            class_name="box",
        ),
        rx.el.div(kit.button("Sudah saya simpan", on_click=MyAccount.hide_codes)),
        on_unmount=MyAccount.hide_codes,
        class_name="grid gap-3 min-w-0",
    )  # fmt: skip
