"""The people of a case: her, those around her, whom she may trust, and cases beside hers."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_people_forms import person_form, suspect_form
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_people import CasePeople
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import LinkKind
from rindu_app.words.labels import label

head, people = CasePeople.head, CasePeople.people


@screen(
    COUNSELLOR,
    "/kasus/[nomor]/orang",
    title="Kasus",
    on_load=[CasePeople.load, Nav.load],
    current=routes.CASES,
)
def case_people() -> Parts:
    return case_part(CasePeople, "orang", duplicate(), adding(), open_form(), rx.el.div(around_her(), beside(), class_name="columns-file"))  # fmt: skip


def duplicate() -> rx.Component:
    return rx.cond(
        people.duplicate,
        rx.el.div(
            kit.notice(people.duplicate, title="Nomor yang sama ada di kasus lain", tone="warning"),
            class_name="mb-6",
        ),
    )


def open_form() -> rx.Component:
    """First on the page while somebody is written down."""
    forms = rx.match(CasePeople.kind, ("suspect", suspect_form()), person_form())
    return rx.cond(head.goes_on & (CasePeople.editing != ""), rx.el.div(forms, class_name="mb-8"))


def around_her() -> rx.Component:
    return rx.el.div(
        kit.section("Klien", group(people.client), end=names_button()),
        part("Keluarga dan rumah tangga", people.family, "Belum ada yang dicatat."),
        part("Orang yang mendukung dan saksi", people.support, "Belum ada yang dicatat."),
        part("Terlapor", people.suspects, "Belum ada yang dicatat. Nama tidak diperlukan untuk mencatat."),
        class_name="grid gap-8 min-w-0 content-start",
    )


def names_button() -> rx.Component:
    return rx.cond(
        CasePeople.named,
        kit.button("Sembunyikan nama", kind="quiet", icon="hide", on_click=CasePeople.hide_names),
        kit.button("Tampilkan nama", kind="quiet", icon="show", on_click=CasePeople.show_names),
    )


def part(title: str, rows: rx.Var, nothing: str) -> rx.Component:
    return kit.section(
        title, rx.cond(rows.length() > 0, group(rows), rx.el.p(nothing, class_name="text-muted"))
    )


def group(rows: rx.Var) -> rx.Component:
    return kit.rows(rx.foreach(rows, person_row), class_name="border-t border-base-300")


def person_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.foreach(row.names, lambda line: rx.el.p(line, key=line, class_name="wrap-anywhere")),
            rx.foreach(row.lines, lambda line: rx.el.p(line, key=line, class_name="text-sm text-muted wrap-anywhere")),
            rx.cond(row.guardian, kit.status_word("Dapat memberi persetujuan untuk klien", "info")),
            safety_word(row),
            rx.foreach(row.doubts, doubt),
            class_name="grow min-w-0 grid gap-0.5",
        ),
        rx.cond(head.goes_on, edit_buttons(row)),
        class_name="flex items-start gap-2 py-4",
        key=row.uid,
    )  # fmt: skip


def safety_word(row: rx.Var) -> rx.Component:
    return rx.match(
        row.safety,
        ("safe", kit.status_word(row.safety_label, "success")),
        ("unsafe", kit.status_word(row.safety_label, "danger")),
        rx.fragment(),
    )


def doubt(line: rx.Var) -> rx.Component:
    return rx.el.p(
        kit.icon("warning", "size-4 mt-0.5"),
        rx.el.span(line, class_name="min-w-0"),
        class_name="text-sm text-warning flex gap-1.5",
        key=line,
    )


def edit_buttons(row: rx.Var) -> rx.Component:
    return kit.button(
        "Ubah",
        kind="quiet",
        on_click=CasePeople.edit(row.uid),
        class_name="-mt-3 -mr-3 shrink-0",
        custom_attrs={"aria-label": "Ubah: " + row.title},
    )


def beside() -> rx.Component:
    return rx.el.div(network(), links(), class_name="grid gap-8 min-w-0 content-start")


def adding() -> rx.Component:
    return rx.cond(
        head.goes_on & (CasePeople.editing == ""),
        rx.el.div(
            kit.button("Tambah orang", kind="plain", icon="add_person", on_click=CasePeople.add("person")),
            kit.button("Tambah terlapor", kind="plain", icon="add", on_click=CasePeople.add("suspect")),
            class_name="flex flex-wrap gap-2 mb-6",
        ),
    )


def network() -> rx.Component:
    return kit.section("Jaringan dukungan", rx.el.p(people.network))


def links() -> rx.Component:
    return kit.section(
        "Kasus terhubung",
        rx.cond(
            people.links.length() > 0,
            kit.rows(rx.foreach(people.links, link_row), class_name="border-t border-base-300"),
            rx.el.p("Tidak ada kasus yang dihubungkan.", class_name="text-muted"),
        ),
        rx.cond(head.goes_on, rx.el.div(step("Hubungkan dengan kasus lain", link_form(), key=f"link-step-{CasePeople.done}"))),
    )  # fmt: skip


def link_row(row: rx.Var) -> rx.Component:
    known = rx.el.div(
        rx.el.p(
            rx.el.a(row.number, href=row.href, class_name="font-semibold underline underline-offset-4"),
            " · ",
            row.title,
        ),
        rx.el.p(row.reason, class_name="text-sm text-muted"),
        class_name="grow min-w-0",
    )
    loose = kit.button(
        "Lepas",
        kind="quiet",
        on_click=CasePeople.unlink(row.uid),
        custom_attrs={"aria-label": "Lepas hubungan dengan " + row.number},
    )
    return rx.el.li(
        rx.cond(row.number, known, rx.el.p(row.title, class_name="grow min-w-0")),
        rx.cond(head.goes_on & (row.number != ""), loose),
        class_name="flex items-start gap-3 py-3",
        key=row.uid,
    )


def link_form() -> rx.Component:
    error = AppState.errors
    return form(
        kit.field(
            "Nomor kasus lain",
            "link_other",
            hint="Anda harus menangani kedua kasus.",
            required=True,
            auto_complete="off",
            error=error["link_other"],
        ),
        kit.select(
            "Karena",
            "link_kind",
            *kit.options([(str(kind), label(kind)) for kind in LinkKind]),
            error=error["link_kind"],
        ),
        kit.textarea("Alasan", "link_reason", rows=2, required=True, error=error["link_reason"]),
        kit.button("Hubungkan", kind="plain"),
        on_submit=CasePeople.link,
        key=f"link-{CasePeople.done}",
    )
