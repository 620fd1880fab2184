"""One report: how she may be reached stands first, then what she told us, the conversation, and what can be done."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.pages.counsellor.report_code import new_code
from rindu_app.pages.counsellor.report_contact import contact_box
from rindu_app.pages.counsellor.report_notices import notices
from rindu_app.pages.counsellor.report_steps import steps
from rindu_app.pages.counsellor.report_talk import meetings, talk
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.conflicts import Conflicts
from rindu_app.state.counsellor.deciding import Deciding
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.new_code import NewCode
from rindu_app.state.counsellor.notices import Notices
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.words import routes

story = ReportPage.story
# What is beside the report goes with it: when the page is left, and when the report is lost while it is open.
PARTS_LEAVE = [Notices.leave, Conflicts.leave, NewCode.leave]


@screen(
    COUNSELLOR,
    "/laporan/[nomor]",
    title="Laporan",
    on_load=[
        ReportPage.load,
        Deciding.load,
        Notices.load,
        Conflicts.load,
        NewCode.load,
        Nav.load,
        ReportPage.watch,
    ],
    current=routes.INBOX,
)
def report() -> Parts:
    body = rx.match(
        ReportPage.phase,
        ("ready", opened()),
        ("gone", gone()),
        ("missing", missing()),
        kit.loading(),
    )
    return Parts(header(), [rx.el.div(body, on_unmount=[ReportPage.leave, Drafts.leave, *PARTS_LEAVE])])


def header() -> rx.Component:
    return kit.staff_header(
        rx.cond(story.number, story.number, "Laporan"),
        eyebrow=story.eyebrow,
        actions=[
            kit.risk(story.risk, story.risk_label),
            rx.cond(story.clock, kit.clock(story.clock, story.clock_word, story.late)),
            rx.cond(
                (ReportPage.phase == "ready") & story.may_work,
                kit.button("Langkah", kind="plain", href="#langkah", class_name="lg:hidden"),
            ),
        ],
        below=kit.back_link(routes.INBOX, "Kotak masuk"),
    )


def opened() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.cond(
                story.danger_now,
                kit.notice("Pelapor mengatakan sedang dalam bahaya sekarang.", tone="danger"),
            ),
            rx.cond(
                story.medical, kit.notice(story.medical, title="Bila kekerasan seksual itu baru saja terjadi")
            ),
            new_code(),
            rx.el.div(contact_box(), rx.cond(story.may_work, notices())),
            told(),
            files(),
            talk(),
            class_name="grid gap-8 min-w-0 content-start",
        ),
        rx.el.div(
            state_of_it(),
            steps(),
            meetings(),
            history(),
            class_name="grid gap-8 min-w-0 content-start",
        ),
        class_name="columns-file",
    )


def state_of_it() -> rx.Component:
    """Where it stands, in words."""
    return rx.el.div(
        rx.el.p(rx.el.span("Keadaan: ", class_name="text-muted"), story.status_label),
        rx.el.p(
            rx.el.span("Penanggung jawab: ", class_name="text-muted"),
            rx.cond(story.assignee, story.assignee, "belum ada"),
        ),
        rx.cond(
            story.case_number,
            rx.el.p("Bagian dari ", rx.el.a(story.case_number, href=story.case_href, class_name="link")),
        ),
        rx.cond(
            story.duplicate_of,
            rx.el.p(
                "Duplikat dari ", rx.el.a(story.duplicate_of, href=story.duplicate_href, class_name="link")
            ),
        ),
        class_name="grid gap-1",
    )


def told() -> rx.Component:
    return kit.section(
        "Cerita",
        rx.el.p(story.story, class_name="whitespace-pre-wrap text-base leading-relaxed"),
        rx.el.dl(rx.foreach(story.facts, fact), names(), class_name="grid gap-4 sm:grid-cols-2"),
    )


def fact(row: rx.Var) -> rx.Component:
    return rx.el.div(rx.el.dt(row.name, class_name="text-sm text-muted"), rx.el.dd(row.text), key=row.name)


def names() -> rx.Component:
    """Asking for the name is itself put on record."""
    hidden = rx.cond(
        story.has_name,
        kit.button("Tampilkan nama", kind="plain", icon="show", on_click=ReportPage.show_names),
        rx.el.span("Tidak disebut"),
    )
    shown = rx.el.span(
        rx.foreach(ReportPage.names, lambda name: rx.el.span(name, class_name="block", key=name)),
        kit.button("Sembunyikan nama", kind="quiet", on_click=ReportPage.hide_names, class_name="px-0"),
    )
    return rx.el.div(
        rx.el.dt("Nama", class_name="text-sm text-muted"),
        rx.el.dd(rx.cond(ReportPage.names.length() > 0, shown, hidden)),
    )


def files() -> rx.Component:
    return rx.cond(
        ReportPage.files.length() > 0,
        kit.section("Berkas", kit.rows(rx.foreach(ReportPage.files, file_row), label="Berkas")),
    )


def file_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            kit.icon("attach", "size-5 text-primary"),
            rx.el.span(row.name, class_name="grow min-w-0 truncate"),
            rx.el.span(row.size, class_name="text-sm text-muted tabular-nums"),
            href=row.href,
            class_name="row-link",
            custom_attrs={"target": "_blank", "rel": "noreferrer"},
        ),
        key=row.uid,
    )


def history() -> rx.Component:
    return kit.section(
        "Riwayat",
        kit.timeline(
            rx.foreach(
                story.events,
                lambda row: rx.el.li(
                    rx.el.div(
                        rx.el.p(row.title, class_name="font-semibold"),
                        rx.cond(row.text, rx.el.p(row.text, class_name="text-muted")),
                        rx.el.p(row.meta, class_name="text-sm text-muted"),
                    ),
                    class_name="pb-4",
                    key=row.key,
                ),
            ),
            label="Riwayat",
        ),
    )


def gone() -> rx.Component:
    return kit.empty(
        "Laporan sudah diteruskan.",
        "Kantor tujuan sekarang menanganinya, dan hanya mereka yang dapat membacanya.",
        kit.button("Kembali ke kotak masuk", href=routes.INBOX),
    )


def missing() -> rx.Component:
    nothing = kit.empty(
        "Laporan ini tidak ditemukan.",
        "Mungkin nomornya salah ketik, atau sudah ditangani kantor atau tim lain.",
        kit.button("Kembali ke kotak masuk", href=routes.INBOX),
    )
    return rx.el.div(nothing, on_mount=PARTS_LEAVE)
