"""Proof page."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.state.contoh import Contoh

NAV = [
    kit.NavItem("Kotak masuk", "/contoh", "inbox", short="Masuk", count="5"),
    kit.NavItem("Kasus saya", "/kasus", "folder", short="Kasus", count="18"),
    kit.NavItem("Jadwal", "/jadwal", "calendar", count="3"),
    kit.NavItem("Rujukan", "/rujukan", "send", count="6"),
    kit.NavItem("Tugas", "/tugas", "tasks", count="9", on_phone=False),
]


def row(level: str, word: str, title: str, meta: str, time: str, late: bool) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                kit.risk(level, word),
                rx.el.span(title, class_name="block font-semibold truncate"),
                rx.el.span(meta, class_name="block text-sm text-muted"),
                class_name="grow min-w-0",
            ),
            kit.clock(time, "lewat" if late else "sisa waktu", late),
            href="/kasus/1",
            class_name=["row-link px-5 bg-base-100", kit.risk_bar(level)],
        )
    )


def contoh() -> rx.Component:
    return kit.staff_shell(
        kit.rows(
            row(
                "high",
                "Risiko tinggi",
                "Ancaman dari pasangan, bersama anak kecil di rumah",
                "L-2611-0417 · Genteng Kulon",
                "0:12",
                True,
            ),
            row(
                "medium",
                "Risiko sedang",
                "Curhat, minta video call",
                "L-2611-0413 · Singonegaran",
                "3:20",
                False,
            ),
            row(
                "low", "Risiko rendah", "Bertanya tentang hak asuh", "L-2611-0402 · Rogojampi", "19:30", False
            ),
        ),
        rx.el.div(
            kit.button("Tambah", on_click=Contoh.add, id="add"),
            kit.button("Rusak", on_click=Contoh.crash, kind="danger", id="crash"),
            rx.el.p(Contoh.count, id="count"),
            class_name="flex gap-3",
        ),
        kit.field("Nama", "name", hint="Boleh samaran", error="Terlalu panjang"),
        kit.select("Wilayah", "area", *kit.options([("1", "Satu"), ("2", "Dua")])),
        kit.textarea("Cerita", "story"),
        kit.choices(
            "Bagaimana?",
            kit.choice("way", "phone", "Telepon", hint="Pada jam Anda", default_checked=True),
            kit.choice("way", "wa", "WhatsApp"),
            name="way",
        ),
        kit.tick("kept", "yes", "Saya sudah menyimpannya"),
        kit.notice("Rencana keselamatan ditinjau 3 hari lalu.", tone="success", title="Baik"),
        kit.section(
            "Perjalanan",
            kit.timeline(
                kit.timeline_item(
                    "Rujukan dijawab: RSUD menerima",
                    text="Pemeriksaan Senin 09.00.",
                    meta="Hari ini 08.40 · Sri W.",
                    picture="send",
                ),
                kit.timeline_item("Sesi konseling ke-2", meta="Kemarin 14.10 · Sri W.", picture="video"),
            ),
        ),
        kit.section(
            "Per bulan",
            rx.recharts.bar_chart(
                rx.recharts.bar(data_key="n", fill="#6b4a63"),
                rx.recharts.x_axis(data_key="b"),
                data=[{"b": "Sep", "n": 4}, {"b": "Okt", "n": 7}],
                width="100%",
                height=200,
            ),
        ),
        kit.empty("Semua laporan lain sudah ada yang menangani."),
        kit.loading(1),
        nav=NAV,
        current="/contoh",
        account="Sri W.",
        account_hint="Konselor, Banyuwangi",
        header=kit.staff_header(
            "K-2611-0093",
            eyebrow="Kasus · dibuka 12 Nov 2026",
            actions=[kit.button("Tambah catatan", kind="plain"), kit.button("Rujuk")],
            below=kit.tabs(
                kit.tab("Ringkasan", href="/contoh", current=True),
                kit.tab("Asesmen", href="/a"),
                kit.tab("Rencana", href="/b"),
                kit.tab("Layanan", href="/c"),
                kit.tab("Persetujuan", href="/d"),
            ),
        ),
    )
