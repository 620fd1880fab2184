"""Before a video call: whether it is time, how to be safe, and the link."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import value, when


def meeting() -> rx.Component:
    """Slots: `text`, `link` ("" where there is no way in now), `mark`."""
    return kit.citizen_shell(
        kit.back_link("/percakapan"),
        kit.page_title("Ruang bicara", lead=value("text"), focus=True),
        when("link", entry(), otherwise=later()),
        kit.section(
            "Supaya aman",
            rx.el.ul(
                rx.el.li("Pakai earphone, dan cari tempat yang tidak didengar orang lain."),
                rx.el.li("Anda boleh mematikan kamera. Suara saja sudah cukup."),
                rx.el.li("Nama Anda tidak terlihat di ruang itu."),
                rx.el.li(
                    "Alamat ruang tetap ada di riwayat peramban, tetapi tidak dapat dibuka lagi sesudah waktunya. "
                    "Hapus riwayatnya bila HP ini dilihat orang lain."
                ),
                class_name="list-disc pl-5 grid gap-2",
            ),
        ),
    )


def entry() -> rx.Component:
    return rx.el.div(
        kit.button("Masuk ke ruang bicara", href=value("link"), main=True, icon="video", rel="noreferrer"),
        class_name="grid gap-3 sm:justify-items-start",
    )


def later() -> rx.Component:
    return rx.el.div(
        kit.button("Kembali ke percakapan", href="/percakapan", main=True),
        class_name="grid gap-3 sm:justify-items-start",
    )
