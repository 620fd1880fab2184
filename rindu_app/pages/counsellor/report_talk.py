"""The conversation with her, the team's own notes, and meetings."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, selects
from rindu_app.pages.counsellor.drafting import draft_area
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.words.codes import CounsellingMode
from rindu_app.words.labels import label

MODES = [
    (mode, label(mode))
    for mode in (CounsellingMode.FACE, CounsellingMode.PHONE, CounsellingMode.VIDEO, CounsellingMode.WRITTEN)
]


def talk() -> rx.Component:
    return kit.section(
        "Percakapan",
        rx.cond(
            ReportPage.messages.length() > 0,
            rx.el.ol(
                rx.foreach(ReportPage.messages, message),
                class_name="grid gap-3",
                custom_attrs={"role": "list"},
            ),
            rx.el.p("Belum ada pesan. Tulis sapaan pertama di bawah.", class_name="text-muted"),
        ),
        rx.cond(
            ReportPage.story.news,
            kit.button(
                "Tidak perlu dibalas",
                kind="plain",
                icon="check",
                on_click=ReportPage.need_no_answer,
                class_name="justify-self-start",
            ),
        ),
        rx.cond(ReportPage.story.may_work, rx.el.div(reply_form(), note_form(), class_name="grid gap-4")),
    )


def message(row: rx.Var) -> rx.Component:
    """Hers at the left, ours at the right; a note of the team looks like none of both and says so."""
    look = rx.match(
        row.kind,
        ("hers", "message message-hers"),
        ("ours", "message message-ours"),
        "message message-note",
    )
    return rx.el.li(
        rx.el.p(
            rx.el.span(row.by, class_name="font-semibold"),
            " · ",
            row.when,
            class_name="text-sm",
        ),
        rx.cond(
            row.kind == "note",
            rx.el.p(
                kit.icon("hide", "size-4"),
                "Catatan tim, tidak terlihat pelapor",
                class_name="flex items-center gap-1.5 text-sm font-semibold text-warning",
            ),
        ),
        rx.el.p(row.text, class_name="whitespace-pre-wrap mt-1"),
        class_name=look,
        key=row.uid,
    )


def reply_form() -> rx.Component:
    return form(
        selects(
            "Mulai dari kalimat siap pakai",
            "reply_template",
            ReportPage.templates,
            "Tulis sendiri",
            hint="Menggantikan tulisan di bawah; boleh diubah sebelum dikirim.",
            on_change=ReportPage.use_template,
        ),
        draft_area("Balas pelapor", "reply_text", rows=4, error=AppState.errors["reply_text"], required=True),
        kit.tick("reply_ask", "yes", "Saya menunggu jawabannya"),
        kit.button("Kirim balasan", icon="send", main=True),
        on_submit=ReportPage.send,
        key=f"reply-{ReportPage.done}",
    )


def note_form() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            kit.icon("hide", "size-5 text-warning"),
            "Tulis catatan tim",
            class_name="inline-flex items-center gap-2 min-h-12 list-none font-semibold",
        ),
        form(
            draft_area(
                "Catatan tim",
                "note_text",
                rows=3,
                hint="Tidak terlihat pelapor. Dibaca petugas yang menangani laporan ini.",
                error=AppState.errors["note_text"],
                required=True,
            ),
            kit.button("Simpan catatan", kind="plain"),
            on_submit=ReportPage.keep_note,
            key=f"note-{ReportPage.done}",
            class_name="message message-note justify-items-start [&>.field]:w-full",
        ),
    )


def meetings() -> rx.Component:
    return kit.section(
        "Janji",
        rx.cond(
            ReportPage.meetings.length() > 0,
            kit.rows(rx.foreach(ReportPage.meetings, meeting_row), label="Janji"),
            rx.el.p("Belum ada janji.", class_name="text-muted"),
        ),
        rx.cond(ReportPage.story.may_work, propose()),
    )


def propose() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            kit.icon("calendar"),
            "Usulkan waktu",
            class_name="inline-flex items-center gap-2 min-h-12 list-none font-semibold text-primary",
        ),
        meeting_form(),
    )


def meeting_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.place, class_name="text-muted"),
        rx.el.p(
            row.status,
            rx.cond(
                row.may_cancel & ReportPage.story.may_work,
                kit.button("Batalkan janji", kind="quiet", on_click=ReportPage.cancel(row.uid)),
            ),
            class_name="text-sm flex items-center justify-between gap-2",
        ),
        class_name="py-3",
        key=row.uid,
    )


def meeting_form() -> rx.Component:
    return form(
        kit.select("Cara bertemu", "meet_mode", *kit.options(MODES)),
        rx.el.div(
            kit.field(
                "Tanggal", "meet_day", type="date", min=ReportPage.story.today, required=True, error=AppState.errors["meet_day"]
            ),
            kit.field("Jam", "meet_time", type="time", required=True, error=AppState.errors["meet_starts_at"]),
            class_name="grid gap-3 grid-cols-2",
        ),
        kit.field(
            "Tempat, tautan, atau nomor",
            "meet_place",
            hint="Terlihat oleh pelapor. Pakai nama tempat yang netral.",
            error=AppState.errors["meet_place"],
            auto_complete="off",
        ),
        kit.button("Kirim usulan", kind="plain"),
        on_submit=ReportPage.propose,
        key=f"meet-{ReportPage.done}",
        class_name="pt-2",
    )  # fmt: skip
