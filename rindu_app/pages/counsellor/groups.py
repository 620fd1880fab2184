"""Groups: a list, and one of them open with its people and meetings."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, post_form, selects, step
from rindu_app.components.counsellor.plan_form import anyway_field, place_field, plan_fields
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.groups import Groups
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

chosen, errors = Groups.chosen, AppState.errors


@screen(COUNSELLOR, routes.GROUPS, title="Kelompok", on_load=[Groups.load, Nav.load], current=routes.SCHEDULE)
def groups() -> Parts:
    filled = rx.el.div(
        rx.el.div(every_group(), new_group(), class_name="grid gap-4 min-w-0 content-start"),
        rx.cond(Groups.open_uid, one_group()),
        class_name="grid gap-8 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-10",
    )
    body = rx.cond(Groups.ready, filled, kit.loading())
    back = kit.button("Jadwal", kind="plain", icon="calendar", href=routes.SCHEDULE)
    return Parts(kit.staff_header("Kelompok", actions=[back]), [rx.el.div(body, on_unmount=Groups.leave)])


def every_group() -> rx.Component:
    return rx.cond(
        Groups.rows.length() > 0,
        kit.rows(rx.foreach(Groups.rows, group_row), label="Kelompok", class_name="border-t border-base-300"),
        kit.empty(
            "Belum ada kelompok.",
            "Buat kelompok, lalu ikutkan klien dari bagian Sesi di berkas kasusnya.",
        ),
    )


def group_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.span(row.title, class_name="block font-semibold"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
                rx.el.span(row.next, class_name="block text-sm text-muted"),
                class_name="grow min-w-0 text-left",
            ),
            kit.icon("next", "size-5 text-muted"),
            type="button",
            on_click=Groups.open(row.uid),
            class_name="row-link w-full cursor-pointer",
            custom_attrs={"aria-current": rx.cond(Groups.open_uid == row.uid, "true", "false")},
        ),
        key=row.uid,
    )


def new_group() -> rx.Component:
    return rx.el.div(
        step(
            "Buat kelompok",
            form(
                kit.field(
                    "Nama kelompok", "group_name", required=True, max_length=60, auto_complete="off",
                    hint="Nama yang netral, misalnya nama bunga.", error=errors["group_name"],
                ),
                selects("Pemimpin", "group_leader", Groups.leaders, "Pilih satu", required=True, default_value=Groups.me, error=errors["group_leader"]),
                kit.button("Buat kelompok", kind="plain"),
                on_submit=Groups.create,
                key=f"group-{Groups.done}",
            ),
            key=f"group-step-{Groups.done}",
        )
    )  # fmt: skip


def one_group() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h2(Groups.name, id="kelompok", class_name="section-title", custom_attrs={"tabindex": "-1"}),
            rx.el.p(Groups.detail, class_name="text-sm text-muted"),
        ),
        members(),
        meetings("Pertemuan yang akan datang", Groups.coming, "Belum ada pertemuan yang direncanakan."),
        rx.cond(Groups.past.length() > 0, meetings("Pertemuan yang sudah lewat", Groups.past, "")),
        rx.cond(Groups.leads, rx.cond(chosen.uid, panel(), planning())),
        class_name="grid gap-8 min-w-0 content-start",
    )


def members() -> rx.Component:
    return kit.section(
        "Anggota",
        rx.cond(
            Groups.members.length() > 0,
            kit.rows(
                rx.foreach(
                    Groups.members,
                    lambda row: rx.el.li(
                        rx.cond(
                            row.href, rx.el.a(row.title, href=row.href, class_name="link inline-block py-2"), rx.el.span(row.title, class_name="inline-block py-2")
                        ),
                        key=row.uid,
                    ),
                ),
                label="Anggota",
            ),
            rx.el.p("Belum ada anggota.", class_name="text-muted"),
        ),
    )  # fmt: skip


def meetings(title: str, rows: rx.Var, nothing: str) -> rx.Component:
    return kit.section(
        title,
        rx.cond(
            rows.length() > 0,
            kit.rows(rx.foreach(rows, meeting_row), label=title),
            rx.el.p(nothing, class_name="text-muted"),
        ),
    )


def meeting_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.when, class_name="font-semibold"),
            rx.el.p(row.title),
            rx.foreach(row.lines, lambda line: rx.el.p(line, class_name="text-sm text-muted", key=line)),
            class_name="grow min-w-0",
        ),
        rx.el.div(
            rx.el.p(row.status_label, class_name="text-sm font-semibold"),
            rx.cond(
                Groups.leads & (row.is_planned | row.may_mend),
                kit.button(
                    "Kelola",
                    kind="plain",
                    on_click=Groups.choose(row.uid),
                    custom_attrs={"aria-label": "Kelola: " + row.when},
                ),
            ),
            rx.cond(
                Groups.leads & row.list_href,
                post_form(
                    kit.button("Daftar hadir", kind="quiet", icon="download", custom_attrs={"aria-label": "Unduh daftar hadir: " + row.when}),
                    action=row.list_href,
                ),
            ),
            class_name="grid gap-2 justify-items-end shrink-0",
        ),
        class_name="flex items-start justify-between gap-3 py-4",
        key=row.uid,
    )  # fmt: skip


def panel() -> rx.Component:
    return rx.el.section(
        heading("Kelola pertemuan"),
        rx.el.p(chosen.when, ", ", chosen.title),
        rx.cond(chosen.to_settle | chosen.may_mend, attendance()),
        rx.el.div(
            rx.cond(chosen.is_planned, step("Ubah", move_form(), key=f"move-step-{Groups.done}")),
            rx.cond(chosen.is_planned, step("Batalkan", cancel_form(), key=f"cancel-step-{Groups.done}")),
            class_name="border-t border-base-300",
        ),
        kit.button("Selesai mengelola", kind="quiet", on_click=Groups.choose(""), class_name="justify-self-start"),
        class_name="grid gap-3 min-w-0 max-w-160",
        key=chosen.uid,
    )  # fmt: skip


def attendance() -> rx.Component:
    return form(
        rx.el.fieldset(
            rx.el.legend("Siapa yang hadir?", class_name="font-semibold"),
            rx.foreach(
                Groups.members,
                lambda row: pick(
                    "hold_came", row.uid, row.title, several=True, default_checked=chosen.came.contains(row.uid)
                ),
            ),
        ),
        kit.button("Catat kehadiran"),
        on_submit=Groups.hold,
        key=f"hold-{Groups.done}-{chosen.uid}",
    )  # fmt: skip


def planning() -> rx.Component:
    return rx.el.section(
        heading("Rencanakan pertemuan"),
        form(
            *plan_fields("plan", errors, Groups.services),
            place_field("plan"),
            anyway_field("plan", Groups.outside),
            kit.button("Rencanakan pertemuan"),
            on_submit=Groups.plan,
            key=f"plan-{Groups.done}-{Groups.open_uid}",
        ),
        rx.el.div(
            step(
                "Akhiri kelompok",
                rx.el.p("Kelompok tidak bertemu lagi. Catatannya tetap ada.", class_name="text-muted"),
                kit.button("Akhiri kelompok", kind="danger", on_click=Groups.end, class_name="justify-self-start"),
                key=f"end-step-{Groups.done}",
            ),
            class_name="border-t border-base-300",
        ),
        class_name="grid gap-3 min-w-0 max-w-160",
    )  # fmt: skip


def heading(text: str) -> rx.Component:
    return rx.el.h3(text, id="pertemuan", class_name="text-base font-bold", custom_attrs={"tabindex": "-1"})


def move_form() -> rx.Component:
    return form(
        *plan_fields("move", errors, Groups.services, given=chosen),
        place_field("move", chosen),
        anyway_field("move", Groups.outside),
        kit.button("Simpan perubahan", kind="plain"),
        on_submit=Groups.move,
        key=f"move-{Groups.done}-{chosen.uid}",
    )


def cancel_form() -> rx.Component:
    return form(
        kit.textarea("Alasan", "cancel_reason", rows=2, required=True, error=errors["cancel_reason"]),
        kit.button("Batalkan pertemuan", kind="danger"),
        on_submit=Groups.cancel,
        key=f"cancel-{Groups.done}-{chosen.uid}",
    )
