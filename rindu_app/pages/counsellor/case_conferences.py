"""Case conferences of a file: the newest first, and what can be done about one beside it."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.counsellor.case_conference_steps import follow_up, when_and_where
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.case_conferences import CaseConferencesPage
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import InviteAnswer

Page = CaseConferencesPage
head = Page.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/rapat", title="Kasus", on_load=[Page.load, Nav.load], current=routes.CASES
)
def case_conferences() -> Parts:
    return case_part(
        Page,
        "rapat",
        rx.el.div(
            conferences(),
            rx.el.div(follow_up(), planning(), class_name="grid gap-8 min-w-0 content-start"),
            class_name="columns-file",
        ),
    )


def conferences() -> rx.Component:
    none = kit.empty(
        "Belum ada konferensi kasus.",
        "Undang tim dan lembaga mitra untuk menyepakati siapa melakukan apa. Mitra hanya mengetahui yang disetujui klien.",
    )
    rows = kit.rows(rx.foreach(Page.rows, conference), label="Konferensi kasus")
    return kit.section("Konferensi kasus", rx.cond(Page.rows.length() > 0, rows, none))


def conference(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(row.title, class_name="font-semibold grow"),
            rx.el.span(row.status, class_name="text-sm font-semibold text-muted"),
            class_name="flex flex-wrap items-baseline gap-x-3",
        ),
        rx.el.p(row.purpose, class_name="whitespace-pre-wrap"),
        rx.el.p(row.place, " · ", row.by, class_name="text-sm text-muted"),
        rx.cond(row.ending != "", rx.el.p("Dibatalkan: ", row.ending, class_name="text-sm")),
        rx.cond(row.my_answer != "", mine(row)),
        rx.cond(row.invitees.length() > 0, rx.el.ul(rx.foreach(row.invitees, invitee), class_name="grid gap-1 mt-1")),
        rx.cond(row.notes != "", minutes(row)),
        rx.cond(row.decisions.length() > 0, decided(row)),
        rx.el.div(
            rx.cond(row.room != "", kit.button("Masuk ruang video", kind="plain", href=row.room)),
            rx.cond(
                head.goes_on & (row.open | row.held),
                kit.button(
                    "Tindak lanjuti", kind="plain", on_click=Page.begin(row.uid),
                    custom_attrs={"aria-label": "Tindak lanjuti konferensi " + row.title},
                ),
            ),
            class_name="flex flex-wrap gap-2 empty:hidden",
        ),
        class_name="grid gap-2 py-5",
        key=row.uid,
    )  # fmt: skip


def mine(row: rx.Var) -> rx.Component:
    """Asked once, and changed as long as the meeting is not over."""
    comes, absent = str(InviteAnswer.COMES), str(InviteAnswer.ABSENT)
    said = rx.match(
        row.my_answer,
        (comes, "Anda akan hadir."),
        (absent, "Anda tidak dapat hadir."),
        "Anda diundang. Apakah Anda hadir?",
    )
    return rx.el.div(
        rx.el.p(said, class_name="font-semibold w-full"),
        rx.cond(
            row.my_answer != comes, kit.button("Hadir", kind="plain", on_click=Page.answer(row.uid, comes))
        ),
        rx.cond(
            row.my_answer != absent,
            kit.button("Tidak dapat", kind="plain", on_click=Page.answer(row.uid, absent)),
        ),
        class_name="flex flex-wrap gap-2",
    )


def invitee(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.name, rx.cond(row.answer != "", rx.el.span(": ", row.answer, class_name="text-muted"))),
        rx.cond(row.detail != "", rx.el.p(row.detail, class_name="text-sm text-muted")),
        key=row.uid,
    )


def minutes(row: rx.Var) -> rx.Component:
    return rx.el.div(
        rx.el.h4("Notulen", class_name="font-semibold"),
        rx.el.p(row.notes, class_name="whitespace-pre-wrap wrap-anywhere"),
        class_name="grid gap-1 mt-1",
    )


def decided(row: rx.Var) -> rx.Component:
    return rx.el.div(
        rx.el.h4("Keputusan", class_name="font-semibold"),
        rx.el.ul(
            rx.foreach(
                row.decisions,
                lambda one: rx.el.li(
                    rx.el.p(one.words),
                    rx.el.p(one.meta, class_name="text-sm text-muted"),
                    key=one.uid,
                ),
            ),
            class_name="grid gap-2 mt-1",
        ),
        class_name="mt-1",
    )


def planning() -> rx.Component:
    return rx.cond(
        head.goes_on & (Page.now.uid == ""),
        kit.section(
            "Rencanakan konferensi",
            form(
                *when_and_where("plan"),
                kit.button("Rencanakan"),
                on_submit=Page.plan,
                key=f"plan-{Page.done}",
            ),
        ),
    )
