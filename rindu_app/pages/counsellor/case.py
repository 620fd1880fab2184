"""The first part of the case file: the person, the timeline at its centre, and what is to be done."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form
from rindu_app.components.counsellor.notes import former_words
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_work import ending, risk_step, tasks
from rindu_app.pages.counsellor.drafting import draft_area, kept_name
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case import CasePage
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import NoteAudience
from rindu_app.words.labels import labelled

head, folder = CasePage.head, CasePage.folder
ICONS = (
    "folder", "link", "edit", "people", "warning", "flag", "tasks", "check", "consent", "lock", "hide", "message", "shield", "shelter", "care", "place",
    "forward",
)  # fmt: skip


@screen(COUNSELLOR, "/kasus/[nomor]", title="Kasus", on_load=[CasePage.load, Nav.load], current=routes.CASES)
def case() -> Parts:
    return case_part(
        CasePage,
        "",
        summary(),
        actions=[
            rx.cond(
                (CasePage.phase == "ready") & head.may_work,
                kit.button("Tambah catatan", kind="plain", icon="edit", on_click=CasePage.start_note),
            )
        ],
    )


def summary() -> rx.Component:
    """On a phone what is to be done stands before what has happened, which may be long."""
    column = "contents lg:grid gap-8 min-w-0 content-start"
    rest = rx.el.div(
        team_line(), reports(), risk_step(), ending(), class_name="order-4 grid gap-8 min-w-0 content-start"
    )
    return rx.el.div(
        rx.el.div(
            rx.el.div(rx.cond(CasePage.noting, note_form()), medical_hint(), safety_box(), client_box(), class_name="order-1 grid gap-8 min-w-0"),
            rx.el.div(journey(), class_name="order-3 min-w-0"),
            class_name=column,
        ),
        rx.el.div(rx.el.div(tasks(), class_name="order-2 min-w-0"), rest, class_name=column),
        class_name="columns-file",
    )  # fmt: skip


def medical_hint() -> rx.Component:
    """Where what happened is so recent that a hospital can do most for her (3.8)."""
    refer = rx.el.div(kit.button("Rujuk ke rumah sakit", kind="plain", href=head.href + "/rujukan"))
    return rx.cond(
        folder.medical,
        kit.notice(
            folder.medical, rx.cond(head.goes_on, refer), title="Pemeriksaan setelah kekerasan seksual"
        ),
    )


def safety_box() -> rx.Component:
    """First on the page: what keeps her safe, or that nobody has talked about it yet."""
    written = rx.el.dl(
        rx.foreach(
            folder.safety.parts,
            lambda part: rx.el.div(
                rx.el.dt(part.question, class_name="text-sm text-muted"),
                rx.el.dd(part.answer, class_name="whitespace-pre-wrap"),
                key=part.name,
            ),
        ),
        class_name="grid gap-3 sm:grid-cols-2",
    )
    link = rx.el.a(
        rx.cond(folder.safety.key, "Buka rencana aman", "Susun rencana aman"),
        href=head.href + "/rencana-aman",
        class_name="link",
    )
    return rx.el.section(
        rx.el.h2(kit.icon("shield", "size-5 text-primary"), "Rencana aman", class_name="section-title flex items-center gap-2"),
        rx.cond(
            folder.safety.key,
            rx.fragment(written, rx.el.p(folder.safety.meta, class_name="text-sm text-muted")),
            rx.el.p("Belum ada. Bicarakan bersama klien pada kesempatan pertama yang aman.", class_name="text-muted"),
        ),
        rx.el.p(link),
        class_name="box p-5 grid gap-3",
        custom_attrs={"aria-label": "Rencana aman"},
    )  # fmt: skip


def client_box() -> rx.Component:
    """The person: known by number until her name is asked for, which goes on record."""
    return rx.el.section(
        rx.el.div(
            rx.el.h2(kit.icon("person", "size-5 text-primary"), "Klien", class_name="section-title flex items-center gap-2"),
            rx.cond(
                folder.contact_allowed,
                kit.status_word("Setuju dihubungi", "success"),
                kit.status_word("Persetujuan belum dicatat", "warning"),
            ),
            class_name="flex flex-wrap items-center justify-between gap-x-4",
        ),
        rx.el.dl(
            client_fact("Nama dan telepon", client_name()),
            client_fact("Usia", rx.cond(folder.age, folder.age, "Belum diketahui")),
            client_fact("Tempat", head.place),
            client_fact("Keadaan", head.status_label),
            class_name="grid gap-4 sm:grid-cols-2 mt-4",
        ),
        class_name="box p-5",
        custom_attrs={"aria-label": "Klien"},
    )  # fmt: skip


def client_fact(name: str, value: rx.Var | rx.Component) -> rx.Component:
    return rx.el.div(rx.el.dt(name, class_name="text-sm text-muted"), rx.el.dd(value))


def client_name() -> rx.Component:
    return rx.cond(
        CasePage.client.length() > 0,
        rx.el.span(
            rx.foreach(CasePage.client, lambda line: rx.el.span(line, class_name="block", key=line)),
            kit.button("Sembunyikan", kind="quiet", on_click=CasePage.hide_client, class_name="px-0"),
        ),
        kit.button("Tampilkan nama", kind="plain", icon="show", on_click=CasePage.show_client),
    )


def note_form() -> rx.Component:
    return form(
        draft_area("Tambah catatan", "note_text", rows=3, required=True, error=AppState.errors["note_text"]),
        kit.select("Dibaca oleh", "note_audience", *kit.options(labelled(NoteAudience))),
        kit.button("Simpan catatan"),
        on_submit=CasePage.keep_note,
        key=f"note-{CasePage.done}",
        class_name="justify-items-start [&>.field]:w-full",
    )


def journey() -> rx.Component:
    return kit.section(
        "Perjalanan",
        kit.timeline(rx.foreach(folder.timeline, line)),
        rx.cond(
            folder.older > 0,
            kit.button(
                "Tampilkan ", folder.older, " catatan yang lebih lama",
                kind="plain", on_click=CasePage.show_whole, class_name="justify-self-start",
            ),
        ),
    )  # fmt: skip


def line(row: rx.Var) -> rx.Component:
    pictures = [(name, kit.icon(name, "size-4")) for name in ICONS]
    return rx.el.li(
        rx.el.span(
            rx.match(row.picture, *pictures, kit.icon("clock", "size-4")),
            class_name="timeline-dot",
            custom_attrs={"aria-hidden": "true"},
        ),
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.cond(row.text, rx.el.p(row.text, class_name="text-muted whitespace-pre-wrap")),
            rx.el.p(
                row.meta,
                rx.cond(
                    row.source, rx.el.span(" · ", rx.el.span(row.source, class_name="whitespace-nowrap"))
                ),
                class_name="text-sm text-muted",
            ),
            rx.cond(row.note, note_line(row)),
            class_name="min-w-0 pt-1",
        ),
        class_name="timeline-entry",
        key=row.key,
    )


def note_line(row: rx.Var) -> rx.Component:
    """Below a note: that it was mended and what it said before, and what can still be done with it."""
    return rx.el.div(
        former_words(row.mended, row.former),
        rx.cond(
            head.may_work,
            rx.cond(
                CasePage.mending == row.note,
                mend_form(row),
                kit.button(
                    rx.cond(row.may_edit, "Ubah", "Tambahkan"),
                    kind="quiet",
                    on_click=CasePage.start_mending(row.note),
                    class_name="px-0",
                    custom_attrs={"aria-label": rx.cond(row.may_edit, "Ubah catatan: ", "Tambahkan pada catatan: ") + row.meta},
                ),
            ),
        ),
    )  # fmt: skip


def mend_form(row: rx.Var) -> rx.Component:
    """Its writer changes the words for a while; afterwards anybody of the team adds below them."""
    error = AppState.errors
    return rx.cond(
        row.may_edit,
        form(
            draft_area("Ubah catatan", "mend_text", of=row.note, begin=row.text, rows=4, required=True, error=error["mend_text"]),
            both_versions(CasePage, "mend", row.note),
            mend_buttons(row, "mend_text"),
            on_submit=CasePage.mend_note,
            key=f"mend-{CasePage.done}",
        ),
        form(
            draft_area("Tambahan", "add_text", of=row.note, rows=3, required=True, error=error["add_text"]),
            mend_buttons(row, "add_text"),
            on_submit=CasePage.add_to_note,
            key=f"add-{CasePage.done}",
        ),
    )  # fmt: skip


def mend_buttons(row: rx.Var, name: str) -> rx.Component:
    """Going back throws away what was typed."""
    back = [Drafts.discard(kept_name(name, row.note)), CasePage.start_mending("")]
    return rx.el.div(
        kit.button("Simpan"),
        kit.button("Batal", kind="quiet", type="button", on_click=back),
        class_name="flex flex-wrap gap-2",
    )


def team_line() -> rx.Component:
    return kit.section(
        "Tim",
        rx.el.p(folder.team_line),
        kit.button("Lihat tim dan akses", kind="quiet", href=head.href + "/tim", class_name="px-0 justify-self-start"),
    )  # fmt: skip


def reports() -> rx.Component:
    return kit.section(
        "Laporan",
        kit.rows(
            rx.foreach(
                folder.reports,
                lambda row: rx.el.li(
                    rx.el.a(
                        rx.el.span(
                            rx.el.span(row.number, class_name="block font-semibold"),
                            rx.el.span(row.title, class_name="block text-sm text-muted"),
                            class_name="grow min-w-0",
                        ),
                        kit.icon("next", "size-5 text-muted"),
                        href=row.href,
                        class_name="row-link",
                    ),
                    key=row.number,
                ),
            ),
            label="Laporan dalam kasus ini",
        ),
    )
