"""After the case was closed: her year at a glance, the visit that is due, and what earlier ones found."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_sections import column, hidden
from rindu_app.pages.counsellor.drafting import draft_area
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_aftercare import CaseAftercare
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import FeelsSafe, RelapseSign, Stability
from rindu_app.words.labels import labelled

head, now, error = CaseAftercare.head, CaseAftercare.now, AppState.errors
PART = "kunjungan"


@screen(
    COUNSELLOR, "/kasus/[nomor]/kunjungan", title="Kasus", on_load=[CaseAftercare.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_aftercare() -> Parts:
    return case_part(CaseAftercare, PART, rx.cond(head.is_open, before_closing(), after_closing()))


def before_closing() -> rx.Component:
    """Nothing to visit yet: what will be, and what it takes."""
    return rx.el.div(
        kit.section(
            "Satu tahun setelah kasus ditutup",
            kit.empty(
                "Kunjungan lanjutan dimulai setelah kasus ditutup.",
                "Klien yang setuju ditanya kabarnya pada bulan ke-"
                + CaseAftercare.months
                + ": apakah hidupnya stabil, adakah tanda kekerasan, dan apakah ia merasa aman.",
                consent(),
            ),
        ),
        rx.cond(CaseAftercare.former.length() > 0, before()),
        class_name="grid gap-8",
    )


def consent() -> rx.Component:
    return rx.cond(
        CaseAftercare.agreed,
        kit.status_word("Klien setuju dihubungi setelah penanganan selesai", "success"),
        kit.button("Tanyakan persetujuannya", kind="plain", href=head.href + "/persetujuan"),
    )


def after_closing() -> rx.Component:
    """On a phone what is to be done stands before what earlier visits found."""
    year = kit.section(
        "Satu tahun setelah kasus ditutup", kit.stages(CaseAftercare.stages, label="Kunjungan lanjutan")
    )
    return rx.el.div(
        column(
            rx.foreach(CaseAftercare.alarms, alarm),
            rx.cond(CaseAftercare.stages.length() > 0, year, nobody()),
        ),
        rx.el.div(
            rx.cond(now.uid & head.may_work, to_do()), class_name="lg:col-start-2 lg:row-span-2 empty:hidden"
        ),
        rx.el.div(
            rx.cond(CaseAftercare.visits.length() > 0, told("Yang ditemukan", CaseAftercare.visits)),
            rx.cond(CaseAftercare.former.length() > 0, before()),
            class_name="lg:col-start-1 grid gap-8",
        ),
        class_name="columns-file lg:grid-rows-[auto_1fr]",
    )


def nobody() -> rx.Component:
    return kit.empty(
        "Tidak ada kunjungan yang direncanakan.",
        "Klien belum menyetujui dihubungi setelah penanganan selesai, atau kasusnya ditutup dengan alasan yang tidak memerlukannya. "
        "Ia tetap boleh kembali kapan saja.",
    )  # fmt: skip


def alarm(row: rx.Var) -> rx.Component:
    """What was found asks for somebody to act: open the case again, or say what was done."""
    return kit.notice(
        "Hubungi klien dengan cara yang aman. Bila kekerasan terjadi lagi, buka kembali kasusnya: batas waktunya berjalan lagi.",
        rx.cond(
            head.may_work,
            rx.el.div(
                kit.button("Buka kembali kasus", href=head.href + "/penutupan", class_name="justify-self-start"),
                step("Sudah ditindaklanjuti, kasus tetap tertutup", settle(row), key=f"settle-step-{CaseAftercare.done}"),
                class_name="grid gap-2 mt-2",
            ),
        ),
        title="Tanda bahaya pada kunjungan " + row.title.lower(),
        tone="danger",
    )  # fmt: skip


def settle(row: rx.Var) -> rx.Component:
    return form(
        hidden(row.uid),
        kit.textarea("Apa yang dilakukan", "settle_done", rows=3, required=True, error=error["settle_done"]),
        kit.button("Simpan tindak lanjut", kind="plain"),
        on_submit=CaseAftercare.settle,
        key=f"settle-{CaseAftercare.done}",
    )


def to_do() -> rx.Component:
    return kit.section(
        "Kunjungan " + now.title.lower(),
        rx.el.p(now.due, class_name=["font-semibold", rx.cond(now.late, "text-warning", "text-muted")]),
        rx.cond(
            CaseAftercare.report_href,
            rx.el.p(
                "Hubungi hanya dengan ",
                rx.el.a("cara aman yang ia pilih", href=CaseAftercare.report_href, class_name="link"),
                ".",
            ),
        ),
        rx.el.div(
            step("Catat pertemuan", visit_form(), key=f"visit-step-{CaseAftercare.done}"),
            step("Belum terhubung", tries(), hint=rx.cond(now.tried, now.tried, "Catat bahwa sudah dicoba")),
            class_name="border-t border-base-300",
        ),
    )


def visit_form() -> rx.Component:
    return form(
        kit.field(
            "Tanggal", "aftercare_held_on", type="date", max=head.today, default_value=head.today, required=True,
            error=error["aftercare_held_on"],
        ),
        selects("Tempat atau cara", "aftercare_place", CaseAftercare.places, "Pilih satu", required=True, error=error["aftercare_place"]),
        kit.field(
            "Lamanya, dalam menit", "aftercare_minutes", type="number", min="1", max="1440", input_mode="numeric", required=True,
            error=error["aftercare_minutes"],
        ),
        asked(
            "Apakah ia bicara tanpa didengar orang lain?", "aftercare_alone", [("yes", "Ya, ia sendirian"), ("no", "Tidak")],
            hint="Jawaban “aman” di depan orang lain tidak dapat dipakai.",
        ),
        asked("Apakah ia merasa aman di tempat tinggalnya sekarang?", "aftercare_safe", labelled(FeelsSafe)),
        asked("Adakah tanda kekerasan kembali?", "aftercare_relapse", labelled(RelapseSign)),
        asked(
            "Seberapa stabil hidupnya?", "aftercare_stability", labelled(Stability),
            hint="Tempat tinggal, penghasilan, kesehatan, dan siapa yang mendampinginya.",
        ),
        draft_area("Catatan", "aftercare_note", rows=4, error=error["aftercare_note"]),
        kit.button("Simpan kunjungan", main=True),
        on_submit=CaseAftercare.record,
        key=f"aftercare-{CaseAftercare.done}",
    )  # fmt: skip


def asked(question: str, name: str, answers: list[tuple[str, str]], *, hint: str = "") -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(question, class_name="font-semibold"),
        *([rx.el.p(hint, class_name="text-sm text-muted")] if hint else []),
        rx.cond(error[name], rx.el.p(kit.icon("warning"), rx.el.span(error[name]), class_name="field-error")),
        *[pick(name, code, words, required=True) for code, words in answers],
    )


def tries() -> rx.Component:
    return rx.el.div(
        rx.el.p("Setelah beberapa kali dicoba, kunjungan ini dapat diakhiri dengan alasannya."),
        kit.button("Catat: belum terhubung", kind="plain", on_click=CaseAftercare.try_again, class_name="justify-self-start"),
        rx.cond(
            now.may_give_up,
            form(
                kit.textarea("Mengapa diakhiri tanpa bertemu", "give_up_reason", rows=2, required=True, error=error["give_up_reason"]),
                kit.button("Akhiri tanpa bertemu", kind="plain"),
                on_submit=CaseAftercare.give_up,
                key=f"give-up-{CaseAftercare.done}",
            ),
        ),
        class_name="grid gap-4",
    )  # fmt: skip


def told(title: str, rows: rx.Var) -> rx.Component:
    return kit.section(title, kit.rows(rx.foreach(rows, visit_row), label=title))


def before() -> rx.Component:
    return step(
        "Sebelum kasus dibuka kembali",
        kit.rows(rx.foreach(CaseAftercare.former, visit_row), label="Kunjungan sebelumnya"),
    )


def visit_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.span(row.title, class_name="font-semibold"), " · ", row.state),
        rx.cond(row.meta, rx.el.p(row.meta, class_name="text-sm text-muted")),
        rx.cond(
            row.facts.length() > 0,
            rx.el.dl(
                rx.foreach(
                    row.facts,
                    lambda fact: rx.el.div(
                        rx.el.dt(fact[0], class_name="text-sm text-muted"), rx.el.dd(fact[1]), key=fact[0]
                    ),
                ),
                class_name="grid gap-3 sm:grid-cols-2 mt-2",
            ),
        ),
        rx.cond(row.note, rx.el.p(row.note, class_name="whitespace-pre-wrap mt-2")),
        rx.cond(row.settled, rx.el.p(rx.el.span("Tindak lanjut: ", class_name="text-muted"), row.settled, class_name="mt-2")),
        class_name="py-4",
        key=row.uid,
    )  # fmt: skip
