"""The inbox: rows by risk and clock, from one list."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, selects
from rindu_app.components.counsellor.rows import report_row, wide_rows
from rindu_app.components.counsellor.waiting import waiting
from rindu_app.pages.counsellor.offered import offered_to_me
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.inbox import Inbox
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.offered import Offered
from rindu_app.words import routes
from rindu_app.words.codes import ReportStatus, Risk
from rindu_app.words.labels import label

AGES = [("1", "1 hari terakhir"), ("7", "7 hari terakhir"), ("30", "30 hari terakhir")]
EMPTY = {
    "mine": ("Tidak ada yang menunggu Anda.", "Laporan baru muncul di sini dengan sendirinya."),
    "open": ("Tidak ada laporan terbuka di wilayah Anda.", "Laporan baru muncul di sini dengan sendirinya."),
    "waiting": (
        "Tidak ada yang sedang menunggu jawaban pelapor.",
        "Mintalah keterangan dari halaman laporan.",
    ),
    "closed": (
        "Belum ada laporan yang selesai.",
        "Yang selesai tetap dapat dibaca dan dibuka kembali di sini.",
    ),
}


@screen(
    COUNSELLOR, routes.INBOX, title="Kotak masuk", on_load=[Inbox.load, Offered.load, Nav.load, Inbox.watch]
)
def inbox() -> Parts:
    header = kit.staff_header("Kotak masuk", below=pills())
    return Parts(header, [beside_the_inbox(), offered_to_me(), tools(), listed(), held()])


def beside_the_inbox() -> rx.Component:
    """Where the day begins: my tasks and visits, and for a supervisor what waits for her word or her eye."""
    return waiting(
        (
            (Nav.due, "tugas jatuh tempo", routes.SCHEDULE),
            (Nav.to_visit, "kunjungan lanjutan", routes.TO_VISIT),
            (Nav.to_decide, "keputusan ditunggu tim", routes.DECISIONS),
            (Nav.raised, "kasus tidak bergerak", routes.CASELOAD),
            (Nav.to_check, "hal perlu diperiksa", routes.BROKEN_GLASS),
        )
    )


def pills() -> rx.Component:
    return kit.pills(
        pill("Perlu saya", "mine", Inbox.counts.mine),
        pill("Wilayah", "open", Inbox.counts.open),
        pill("Menunggu pelapor", "waiting", Inbox.counts.waiting),
        pill("Selesai", "closed"),
        label="Bagian kotak masuk",
    )


def pill(text: str, view: str, count: rx.Var | None = None) -> rx.Component:
    chosen = (Inbox.wanted.view == view) & (Inbox.wanted.held_group == "") & ~Inbox.searched
    return kit.pill(text, on_click=Inbox.show(view), chosen=chosen, count=count)


def tools() -> rx.Component:
    """Searching and narrowing, folded away until wanted."""
    return rx.el.div(
        rx.el.details(
            rx.el.summary(
                kit.icon("search"), "Cari atau saring", class_name="inline-flex items-center gap-2 min-h-12 list-none text-primary font-semibold"
            ),
            rx.el.div(search_form(), filter_form(), class_name="grid gap-6 pt-2 pb-4 lg:grid-cols-2"),
        ),
        rx.cond(
            Inbox.searched,
            rx.el.p("Hasil pencarian. ", kit.button("Tutup pencarian", kind="quiet", on_click=Inbox.end_search), id="hasil", tab_index=-1),
        ),
        rx.cond(
            Inbox.wanted.held_group != "",
            rx.el.p("Laporan yang ditahan untuk diperiksa. ", kit.button("Kembali ke kotak masuk", kind="quiet", on_click=Inbox.show("open"))),
        ),
        rx.cond(narrowed(), rx.el.p("Daftar ini disaring. ", kit.button("Hapus saringan", kind="quiet", on_click=Inbox.widen), id="saringan", tab_index=-1)),
        rx.cond(Inbox.undo != "", kit.button("Urungkan: kembalikan sebagai laporan", kind="plain", icon="history", on_click=Inbox.undo_junk)),
        class_name="grid gap-2 justify-items-start -my-3",
    )  # fmt: skip


def narrowed() -> rx.Var:
    wanted = Inbox.wanted
    words = wanted.area_code + wanted.kind + wanted.risk + wanted.status
    return (words != "") | (wanted.days > 0)


def search_form() -> rx.Component:
    return form(
        kit.field(
            "Nomor laporan, nomor telepon, atau nama",
            "words",
            hint="Nama dicari per kata utuh. Pencarian dicatat, isinya tidak.",
            type="search",
            auto_complete="off",
        ),
        kit.button("Cari", kind="plain", icon="search"),
        on_submit=Inbox.search,
        key="search",
        class_name="content-start justify-items-start [&>.field]:w-full",
        role="search",
    )


def filter_form() -> rx.Component:
    return form(
        rx.el.div(
            selects(Inbox.levels[0], "district", Inbox.districts, "Semua", on_change=Inbox.choose_district),
            selects(Inbox.levels[1], "village", Inbox.villages, "Semua"),
            selects("Jenis", "kind", Inbox.kinds, "Semua"),
            kit.select("Risiko", "risk", *kit.options([("", "Semua"), *((r, label(r)) for r in Risk)])),
            kit.select(
                "Keadaan", "status", *kit.options([("", "Semua"), *((s, label(s)) for s in ReportStatus)])
            ),
            kit.select("Diterima", "days", *kit.options([("", "Kapan saja"), *AGES])),
            class_name="grid gap-3 sm:grid-cols-2",
        ),
        kit.button("Saring", kind="plain", icon="filter"),
        on_submit=Inbox.narrow,
        key="filter",
        class_name="justify-items-start [&>div]:w-full",
    )


def held() -> rx.Component:
    return rx.cond(
        Inbox.held.length() > 0,
        kit.section(
            "Ditahan untuk diperiksa",
            wide_rows(rx.foreach(Inbox.held, held_row), label="Kiriman beruntun"),
        ),
    )


def held_row(group: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(group.title, class_name="block font-semibold"),
            rx.el.span(group.newest, class_name="block text-sm text-muted"),
            class_name="grow min-w-52",
        ),
        rx.el.span(
            kit.button("Periksa", kind="plain", on_click=Inbox.review(group.group)),
            kit.button("Bukan laporan", kind="plain", on_click=Inbox.junk_group(group.group)),
            class_name="flex gap-2",
        ),
        class_name="flex flex-wrap items-center gap-3 px-5 py-3 bg-base-100",
        key=group.group,
    )


def listed() -> rx.Component:
    rows = rx.el.div(
        wide_rows(rx.foreach(Inbox.rows, report_row), label="Laporan"),
        rx.cond(
            Inbox.more,
            kit.button("Muat lebih banyak", kind="plain", on_click=Inbox.more_rows, class_name="justify-self-center"),
            rx.cond(
                (Inbox.wanted.view == "mine") & ~Inbox.searched,
                rx.el.p("Semua laporan lain sudah ada yang menangani.", class_name="text-center text-muted"),
            ),
        ),
        class_name="grid grid-cols-1 gap-5",
    )  # fmt: skip
    return rx.cond(Inbox.ready, rx.cond(Inbox.rows.length() > 0, rows, nothing()), kit.loading())


def nothing() -> rx.Component:
    by_view = [(view, kit.empty(*words)) for view, words in EMPTY.items()]
    return rx.cond(
        Inbox.searched,
        kit.empty("Tidak ditemukan.", "Periksa lagi angkanya, atau cari dengan satu kata dari namanya."),
        rx.cond(
            narrowed(),
            kit.empty("Tidak ada laporan dengan saringan ini.", "Hapus saringan untuk melihat semuanya."),
            rx.match(Inbox.wanted.view, *by_view, kit.empty(*EMPTY["open"])),
        ),
    )
