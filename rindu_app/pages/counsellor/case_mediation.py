"""Mediation: the gate with its reasons and what else there is; or the steps of one, with both sides asked apart."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, step
from rindu_app.pages.counsellor.case_mediation_steps import after_agreeing, meeting, preparing, stopping
from rindu_app.pages.counsellor.case_sections import column, line, must_choose, services_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_mediation import CaseMediation
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head, current = CaseMediation.head, CaseMediation.current


@screen(
    COUNSELLOR, "/kasus/[nomor]/layanan/mediasi", title="Kasus", on_load=[CaseMediation.load, Nav.load],
    current=routes.CASES,
)  # fmt: skip
def case_mediation() -> Parts:
    return services_part(
        CaseMediation,
        "mediasi",
        column(
            rx.cond(CaseMediation.blocks.length() > 0, shut()),
            rx.cond(CaseMediation.has_open, now(), beginning()),
            rx.cond(CaseMediation.past.length() > 0, before()),
        ),
        column(rx.cond(CaseMediation.has_open & head.goes_on, next_steps())),
    )


def shut() -> rx.Component:
    """Why not, and what can be done for her instead."""
    return rx.el.div(
        kit.notice(
            rx.el.ul(
                rx.foreach(CaseMediation.blocks, lambda said: rx.el.li(said, key=said)),
                class_name="grid gap-2 list-disc pl-5",
            ),
            title="Kasus ini tidak dimediasi",
            tone="warning",
        ),
        rx.el.p(
            "Ini aturan perlindungan, dan tidak dapat diubah oleh siapa pun. Yang dapat ditawarkan kepada klien:",
        ),
        kit.rows(
            kit.link_row("Pendampingan dan bantuan hukum", head.href + "/layanan"),
            kit.link_row("Konseling", head.href + "/sesi"),
            kit.link_row("Lembaga yang dapat membantu", routes.PARTNERS),
            label="Yang dapat ditawarkan",
        ),
        class_name="grid gap-3",
    )


def beginning() -> rx.Component:
    may = head.goes_on & (CaseMediation.blocks.length() == 0)
    return rx.cond(
        may,
        kit.section(
            "Mediasi",
            rx.el.p(
                "Hanya bila klien sendiri menginginkannya. Ia boleh berhenti kapan saja, tanpa alasan, dan tetap dilayani.",
                class_name="text-muted",
            ),
            rx.cond(
                CaseMediation.consented,
                start_form(),
                kit.notice(
                    "Mediasi disiapkan setelah klien sendiri menyatakan setuju.",
                    kit.button("Buka persetujuan", kind="plain", href=head.href + "/persetujuan"),
                ),
            ),
        ),
    )


def start_form() -> rx.Component:
    error = AppState.errors
    return form(
        must_choose("Hal yang dibicarakan", "start_matter", CaseMediation.matters, error["start_matter"]),
        must_choose("Pihak lain, hubungannya dengan klien", "start_relation", CaseMediation.relations, error["start_relation"]),
        kit.button("Mulai menyiapkan"),
        on_submit=CaseMediation.start,
        key=f"start-{CaseMediation.done}",
    )  # fmt: skip


def now() -> rx.Component:
    return kit.section(
        rx.el.span("Mediasi: ", current.title),
        rx.el.p(current.state, class_name="font-semibold"),
        rx.el.div(rx.foreach(current.lines, line), class_name="grid gap-1"),
        rx.cond(
            current.missing.length() > 0,
            kit.notice(
                rx.el.ul(
                    rx.foreach(current.missing, lambda said: rx.el.li(said, key=said)),
                    class_name="grid gap-1 list-disc pl-5",
                ),
                title="Sebelum kedua pihak bertemu",
            ),
        ),
        rx.cond(
            current.agreement,
            rx.el.div(
                rx.el.h3("Isi kesepakatan", class_name="font-semibold"),
                rx.el.p(current.agreement, class_name="whitespace-pre-wrap"),
            ),
        ),
        entries(current),
        papers(current),
    )


def papers(row: rx.Var) -> rx.Component:
    """What can be printed of it; the way there chooses it already."""
    return rx.cond(
        head.may_work & (row.papers.length() > 0),
        rx.el.div(
            rx.foreach(
                row.papers,
                lambda one: rx.el.div(kit.button(one.text, kind="plain", href=one.href), key=one.href),
            ),
            class_name="flex flex-wrap gap-2",
        ),
    )


def entries(row: rx.Var) -> rx.Component:
    return rx.cond(
        row.records.length() > 0, kit.rows(rx.foreach(row.records, entry), label="Catatan mediasi")
    )


def entry(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name=["font-semibold", rx.cond(row.bad, "text-error", "")]),
        rx.el.p(row.text, class_name="whitespace-pre-wrap"),
        class_name="py-3",
        key=row.key,
    )


def before() -> rx.Component:
    return kit.section(
        "Mediasi sebelumnya",
        rx.el.div(
            rx.foreach(
                CaseMediation.past,
                lambda row, index: step(
                    row.title,
                    rx.el.div(rx.foreach(row.lines, line), class_name="grid gap-1"),
                    rx.cond(row.agreement, rx.el.p(row.agreement, class_name="whitespace-pre-wrap")),
                    entries(row),
                    papers(row),
                    hint=row.state,
                    key=index,
                ),
            )
        ),
    )


def next_steps() -> rx.Component:
    return kit.section(
        "Langkah",
        rx.match(
            current.status,
            ("preparing", preparing()),
            ("meeting", meeting()),
            ("agreed", after_agreeing()),
            rx.fragment(),
        ),
        stopping(),
    )
