"""The end of a case: what still runs, what is checked, the supervisor's word; and the way back."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_sections import column
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_closing import CaseClosing
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import Risk
from rindu_app.words.labels import label

head, current, error = CaseClosing.head, CaseClosing.current, AppState.errors
PART = "penutupan"


@screen(
    COUNSELLOR, "/kasus/[nomor]/penutupan", title="Kasus", on_load=[CaseClosing.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_closing() -> Parts:
    asks = head.goes_on & (CaseClosing.stage != "waiting")
    return case_part(
        CaseClosing,
        PART,
        rx.el.div(
            column(
                rx.cond(current.key, standing()),
                rx.cond((CaseClosing.stage == "waiting") & CaseClosing.may_decide, decision()),
                rx.cond(asks, asking()),
                rx.cond(~head.is_open & head.may_work, reopening()),
            ),
            column(rx.cond(head.is_open, running()), rx.cond(CaseClosing.past.length() > 0, before())),
            class_name="columns-file",
        ),
    )


def running() -> rx.Component:
    """What the house knows by itself: what runs, and folded away what does not."""
    return kit.section(
        "Yang masih berjalan",
        rx.cond(
            CaseClosing.running.length() > 0,
            kit.rows(rx.foreach(CaseClosing.running, counted), label="Yang masih berjalan"),
            rx.el.p(
                kit.icon("check", "size-5 text-success shrink-0"),
                "Tidak ada yang masih berjalan.",
                class_name="flex gap-3",
            ),
        ),
        step(
            "Sudah diperiksa",
            kit.rows(rx.foreach(CaseClosing.clear, counted), label="Sudah diperiksa"),
            hint="Yang tidak ada, atau sudah selesai",
        ),
    )


def counted(row: rx.Var) -> rx.Component:
    pictures = rx.match(
        row.tone,
        ("clear", kit.icon("check", "size-5 text-success shrink-0")),
        ("blocks", kit.icon("warning", "size-5 text-error shrink-0")),
        kit.icon("clock", "size-5 text-warning shrink-0"),
    )
    return rx.el.li(
        pictures,
        rx.el.span(
            row.words, class_name=["min-w-0", rx.cond(row.tone == "clear", "text-muted", "font-semibold")]
        ),
        class_name="flex items-start gap-3 py-3",
        key=row.key,
    )


def standing() -> rx.Component:
    """The request that stands: what was said, and what the supervisor made of it."""
    return kit.section(current.state, *told(current), ticks(current))


def told(row: rx.Var) -> list[rx.Component]:
    return [
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.note, class_name="whitespace-pre-wrap"),
        rx.el.p(row.asked, class_name="text-sm text-muted"),
        rx.cond(
            row.decided,
            rx.el.p("Diputuskan ", row.decided, rx.cond(row.comment, rx.fragment(". ", row.comment)), class_name="text-sm text-muted"),
        ),
    ]  # fmt: skip


def ticks(row: rx.Var) -> rx.Component:
    return kit.rows(
        rx.foreach(
            row.ticks,
            lambda tick: rx.el.li(
                rx.el.p(tick.title),
                rx.el.p(
                    rx.el.span(rx.cond(tick.met, "Ya", "Belum"), class_name="font-semibold"),
                    ". ",
                    tick.word,
                    class_name="text-muted",
                ),
                class_name="grid gap-1 py-3",
                key=tick.key,
            ),
        ),
        label="Daftar periksa",
    )


def decision() -> rx.Component:
    return kit.section(
        "Keputusan Anda",
        form(
            rx.el.fieldset(
                rx.el.legend("Keputusan", class_name="sr-only"),
                pick("decision_answer", "yes", "Setuju, kasus ditutup", required=True),
                pick("decision_answer", "no", "Belum, kembalikan kepada petugas", required=True),
            ),
            kit.textarea(
                "Catatan", "decision_comment", rows=2, hint="Perlu ditulis bila belum setuju.",
                error=error["decision_comment"],
            ),
            kit.button("Simpan keputusan"),
            on_submit=CaseClosing.decide,
            key=f"decision-{CaseClosing.done}",
        ),
    )  # fmt: skip


def asking() -> rx.Component:
    return kit.section(
        "Tutup kasus",
        rx.el.p(
            "Penyelia yang memutuskan. Klien boleh kembali kapan saja, dan tidak perlu mengulang ceritanya.",
            class_name="text-muted",
        ),
        rx.cond(
            CaseClosing.blocked,
            kit.notice("Selesaikan dulu yang bertanda bahaya pada daftar “Yang masih berjalan”.", tone="warning"),
            ask_form(),
        ),
    )  # fmt: skip


def ask_form() -> rx.Component:
    return form(
        rx.foreach(CaseClosing.checks, check),
        selects(
            "Karena",
            "closing_reason_code",
            CaseClosing.reasons,
            "Pilih alasan",
            required=True,
            on_change=CaseClosing.choose_reason,
            error=error["closing_reason_code"],
        ),
        rx.cond(
            CaseClosing.asks_tries,
            kit.field(
                "Berapa kali dicoba", "closing_tries", type="number", min="0", max="99", input_mode="numeric",
                required=True, error=error["closing_tries"],
            ),
        ),
        kit.textarea("Keterangan untuk penyelia", "closing_note", rows=3, required=True, error=error["closing_note"]),
        kit.button("Minta persetujuan penyelia", main=True),
        on_submit=CaseClosing.ask,
        key=f"closing-{CaseClosing.done}",
    )  # fmt: skip


def check(row: rx.Var) -> rx.Component:
    """Yes or not yet, and a word about it. Fields are named after the check, which the office may have written."""
    met, word = row.name + "_met", row.name + "_word"
    return rx.el.fieldset(
        rx.el.legend(row.title, class_name="font-semibold"),
        refusal(met),
        rx.el.div(
            pick(met, "yes", "Ya", required=True),
            pick(met, "no", "Belum", required=True),
            class_name="flex gap-8",
        ),
        refusal(word),
        rx.el.label(
            rx.el.span("Keterangan: ", row.title, class_name="sr-only"),
            rx.el.input(name=word, required=True, auto_complete="off", placeholder=row.help, class_name="control"),
            class_name="block",
        ),
        class_name="grid gap-1",
        key=row.key,
    )  # fmt: skip


def refusal(name: rx.Var | str) -> rx.Component:
    return rx.cond(
        error[name], rx.el.p(kit.icon("warning"), rx.el.span(error[name]), class_name="field-error")
    )


def reopening() -> rx.Component:
    return kit.section(
        "Buka kembali",
        form(
            selects(
                "Karena", "reopen_reason_code", CaseClosing.reopenings, "Pilih alasan", required=True,
                on_change=CaseClosing.choose_reopening, error=error["reopen_reason_code"],
            ),
            rx.cond(CaseClosing.asks_risk, risk_now()),
            kit.textarea("Keterangan", "reopen_note", rows=2, required=True, error=error["reopen_note"]),
            kit.button("Buka kembali kasus", kind="plain"),
            on_submit=CaseClosing.reopen,
            key=f"reopen-{CaseClosing.done}",
        ),
    )  # fmt: skip


def risk_now() -> rx.Component:
    """Violence that happened again starts its clock by the risk as it is now."""
    return rx.el.fieldset(
        rx.el.legend("Risiko sekarang", class_name="font-semibold"),
        refusal("reopen_risk"),
        *[pick("reopen_risk", str(risk), label(risk), required=True) for risk in Risk],
    )


def before() -> rx.Component:
    return kit.section(
        "Sebelumnya",
        rx.el.div(
            rx.foreach(
                CaseClosing.past,
                lambda row: step(row.title, *told(row), ticks(row), hint=row.state, key=row.key),
            )
        ),
    )
