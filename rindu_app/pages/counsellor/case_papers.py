"""Papers: choose one, make it, fetch it while it lasts; and who made which before."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, post_form
from rindu_app.components.kit.buttons import Kind
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_papers import CasePapers
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import PaperKind, SummaryPart
from rindu_app.words.labels import label, labelled
from rindu_app.words.papers import HINTS, SIMPLE

head = CasePapers.head
secret = CasePapers.secret


@screen(
    COUNSELLOR, "/kasus/[nomor]/dokumen", title="Kasus", on_load=[CasePapers.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_papers() -> Parts:
    return case_part(
        CasePapers,
        "dokumen",
        rx.el.div(
            rx.el.div(
                rx.cond(secret.href, made_now()), made(), class_name="grid gap-8 min-w-0 content-start"
            ),
            rx.cond(head.may_work, kit.section("Buat dokumen", paper_form())),
            class_name="columns-file",
        ),
    )


def made_now() -> rx.Component:
    """The one moment at which the password can be read."""
    return rx.el.div(
        kit.notice(
            rx.cond(
                secret.password,
                rx.el.div(
                    rx.el.p("Kata sandi untuk membukanya:"),
                    rx.el.p(secret.password, class_name="text-lg font-semibold tabular-nums wrap-anywhere"),
                    rx.el.p(
                        "Catat sekarang. Kata sandi ini tidak disimpan dan tidak dapat dilihat lagi.",
                        class_name="text-sm text-muted",
                    ),
                    class_name="grid gap-1",
                ),
                rx.el.p("Formulir kosong tidak memakai kata sandi."),
            ),
            tone="success",
            title=rx.cond(secret.reference, secret.reference + " siap diunduh", ""),
            live=True,
        ),
        rx.el.div(
            fetch(secret.href, secret.reference, kind="primary"),
            kit.button("Sudah saya catat", kind="plain", on_click=CasePapers.forget_secret),
            class_name="flex flex-wrap gap-3",
        ),
        class_name="grid gap-3",
    )


def made() -> rx.Component:
    return kit.section(
        "Dokumen yang dibuat",
        rx.cond(
            CasePapers.papers.length() > 0,
            kit.rows(rx.foreach(CasePapers.papers, paper_row), label="Dokumen yang dibuat"),
            kit.empty(
                "Belum ada dokumen yang dibuat.",
                "Pilih dokumen, lalu unduh. Setiap dokumen yang dibuat dan diunduh tercatat.",
            ),
        ),
        rx.el.p(
            "Kertas yang dibawa pulang dapat ditemukan orang lain. Tanyakan dulu kepada klien apakah itu aman.",
            class_name="text-sm text-muted",
        ),
    )


def paper_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.el.p(
                row.reference,
                rx.cond(row.locked, " · dengan kata sandi", " · tanpa kata sandi"),
                class_name="text-sm text-muted",
            ),
            rx.el.p(row.made, class_name="text-sm text-muted"),
            rx.cond(
                row.href,
                rx.el.p(row.until, ", ", row.left, class_name="text-sm text-muted"),
                rx.el.p(row.ended, class_name="text-sm text-muted"),
            ),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.href & head.may_work,
            rx.el.div(
                fetch(row.href, row.title),
                kit.button(
                    "Tarik",
                    kind="quiet",
                    on_click=CasePapers.revoke(row.uid),
                    custom_attrs={"aria-label": "Tarik " + row.title},
                ),
                class_name="flex flex-wrap gap-2",
            ),
        ),
        class_name="flex flex-wrap items-start gap-3 py-4",
        key=row.uid,
    )


def fetch(href: rx.Var, name: rx.Var, kind: Kind = "plain") -> rx.Component:
    """A form of the browser's own: what comes back is a file, and each download is counted."""
    return post_form(
        kit.button("Unduh", kind=kind, icon="download", custom_attrs={"aria-label": "Unduh " + name}),
        action=href,
    )


def paper_form() -> rx.Component:
    return form(
        rx.el.fieldset(
            rx.el.legend("Dokumen", class_name="font-semibold"),
            rx.foreach(CasePapers.subjects, subject_row),
            *[kind_row(kind, label(kind)) for kind in SIMPLE],
            id="buat-dokumen",
            tab_index=-1,
        ),
        rx.cond(CasePapers.chooses, parts()),
        rx.el.p(
            "Dokumen dikunci dengan kata sandi; formulir kosong tidak, karena tidak memuat apa pun tentang seseorang. Berlaku ",
            CasePapers.lasts,
            ".",
            class_name="text-sm text-muted",
        ),
        kit.button(
            rx.cond(CasePapers.making, "Sedang dibuat…", "Buat dokumen"),
            disabled=CasePapers.making,
        ),
        rx.el.p(
            rx.cond(CasePapers.making, "Dokumen sedang disusun. Tunggu sebentar.", ""),
            role="status",
            class_name="text-sm text-muted",
        ),
        on_submit=CasePapers.make,
        key=f"paper-{CasePapers.done}",
    )


def subject_row(row: rx.Var) -> rx.Component:
    """What this very case has to be printed stands first."""
    return rx.el.div(
        pick(
            "paper_kind",
            row.value,
            rx.el.span(
                rx.el.span(row.title, class_name="block"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
            ),
            required=True,
            default_checked=CasePapers.wanted == row.value,
            on_change=CasePapers.choose(row.value),
        ),
        key=row.value,
    )


def kind_row(kind: PaperKind, words: str) -> rx.Component:
    return pick(
        "paper_kind",
        kind,
        rx.el.span(
            rx.el.span(words, class_name="block"),
            rx.el.span(HINTS[kind], class_name="block text-sm text-muted"),
        ),
        required=True,
        default_checked=CasePapers.wanted == str(kind),
        on_change=CasePapers.choose(str(kind)),
    )


def parts() -> rx.Component:
    """Everything is chosen but what the team says among itself."""
    error = AppState.errors["paper_parts"]
    return rx.el.fieldset(
        rx.el.legend("Yang dimuat", class_name="font-semibold"),
        rx.cond(error, rx.el.p(error, class_name="field-error")),
        *[
            pick(
                "paper_parts",
                part,
                "Perjalanan kasus, termasuk catatan tim" if part == SummaryPart.TIMELINE else words,
                several=True,
                default_checked=part not in (SummaryPart.TIMELINE, SummaryPart.TASKS),
            )
            for part, words in labelled(SummaryPart)
        ],
        id="paper_parts",
        tab_index=-1,
    )
