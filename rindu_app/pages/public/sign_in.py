"""Where staff sign in: plain pages, one question each. Slots: `error` (a sentence or empty) and what each names."""

from collections.abc import Callable

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.kit.citizen_shell import citizen_shell
from rindu_app.components.slots import each, optional, value
from rindu_app.words import routes


def door(*children: rx.Component) -> rx.Component:
    return citizen_shell(
        rx.el.p("Ruang Rindu", class_name="font-bold text-primary"), *children, title="Masuk", leave=False
    )


def form(action: str, *fields: rx.Component, send: str) -> rx.Component:
    return rx.el.form(
        *fields,
        rx.el.div(kit.button(send, main=True)),
        action=action,
        method="post",
        class_name="grid gap-6",
    )


def sign_in() -> rx.Component:
    """Slot `username`: as it was typed."""
    return door(
        kit.page_title("Masuk untuk petugas"),
        form(
            routes.SIGN_IN,
            kit.field(
                "Nama pengguna", "username", error=value("error"), default_value=optional("username"),
                auto_complete="username", auto_capitalize="none", spell_check=False, max_length=60, required=True,
            ),
            kit.field("Kata sandi", "password", type="password", auto_complete="current-password", required=True),
            send="Masuk",
        ),
        rx.el.p("Lupa kata sandi atau belum punya akun? Hubungi administrator di kantor Anda.", class_name="text-muted"),
    )  # fmt: skip


def code() -> rx.Component:
    return door(
        kit.page_title("Ketik kode dari aplikasi", lead="Buka aplikasi autentikator di HP Anda dan ketik 6 angkanya."),
        form(
            routes.SIGN_IN_CODE,
            kit.field(
                "Kode", "code", hint="HP hilang? Ketik salah satu kode cadangan Anda.", error=value("error"),
                auto_complete="one-time-code", auto_capitalize="none", spell_check=False, max_length=20, required=True,
            ),
            send="Lanjutkan",
        ),
        back(),
    )  # fmt: skip


def enrol() -> rx.Component:
    """Slots: `qr` (inline SVG), `secret` in groups, `uri` for the app on this same phone."""
    return door(
        kit.page_title(
            "Siapkan kode kedua",
            lead="Kode kedua menjaga cerita orang lain bila kata sandi Anda diketahui orang. Sekali saja, dua menit.",
        ),
        kit.section(
            "1. Pasang aplikasi autentikator",
            rx.el.p("Misalnya Aegis, Google Authenticator, atau Microsoft Authenticator. Semuanya gratis."),
        ),
        kit.section(
            "2. Pindai gambar ini dengan aplikasi itu",
            rx.el.div(
                value("qr"), class_name="box p-4 w-fit", role="img",
                custom_attrs={"aria-label": "Gambar QR untuk aplikasi autentikator; kunci tertulis ada di bawahnya"},
            ),
            rx.el.p(
                "Memakai HP ini juga? ", rx.el.a("Buka di aplikasi", href=value("uri"), class_name="text-primary underline"),
                ", atau ketik kunci ini di aplikasi:",
            ),
            rx.el.p(value("secret"), class_name="font-semibold tabular-nums", id="secret"),
        ),
        kit.section(
            "3. Ketik kode yang muncul",
            form(
                routes.SIGN_IN_ENROL,
                kit.field(
                    "Kode 6 angka", "code", error=value("error"), input_mode="numeric",
                    auto_complete="one-time-code", max_length=10, required=True,
                ),
                send="Lanjutkan",
            ),
        ),
        back(),
    )  # fmt: skip


def recovery_codes() -> rx.Component:
    """Slots: `codes`, and `onward`, the address of the next step."""
    return door(
        kit.page_title(
            "Simpan 10 kode cadangan ini",
            lead="Dipakai bila HP Anda hilang atau rusak. Tiap kode hanya berlaku sekali, dan tidak akan ditampilkan lagi.",
        ),
        rx.el.ul(
            each("c in codes", rx.el.li(value("c"), class_name="px-4 py-3 font-semibold tabular-nums")),
            class_name="box rows",
            custom_attrs={"role": "list", "aria-label": "Kode cadangan"},
        ),
        rx.el.p("Tulis di kertas dan simpan di tempat yang aman, bukan di HP yang sama."),
        rx.el.div(kit.button("Sudah saya simpan", href=value("onward"), main=True)),
    )


def new_password() -> rx.Component:
    return door(
        kit.page_title(
            "Buat kata sandi baru",
            lead="Kata sandi yang sekarang dibuat orang lain. Pilih yang hanya Anda tahu.",
        ),
        form(
            routes.SIGN_IN_PASSWORD,
            kit.field(
                "Kata sandi baru", "password", type="password", auto_complete="new-password", required=True,
                hint="Paling sedikit 12 huruf. Beberapa kata biasa lebih kuat dan lebih mudah diingat.",
                error=value("error"),
            ),
            kit.field("Ketik sekali lagi", "again", type="password", auto_complete="new-password", required=True),
            send="Simpan",
        ),
        back(),
    )  # fmt: skip


def back() -> rx.Component:
    """A form, since it ends what was begun."""
    return rx.el.form(
        kit.button("Bukan Anda? Masuk dengan akun lain", kind="quiet"), action=routes.SIGN_OUT, method="post"
    )


SIGN_IN_PAGES: dict[str, Callable[[], rx.Component]] = {
    "sign_in": sign_in,
    "sign_in_code": code,
    "sign_in_enrol": enrol,
    "sign_in_recovery_codes": recovery_codes,
    "sign_in_password": new_password,
}
