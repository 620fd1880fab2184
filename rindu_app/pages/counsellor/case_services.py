"""The log of services of a case, and visits to where the client is."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.counsellor.case_outreach import visits
from rindu_app.pages.counsellor.case_sections import column, must_choose, services_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_services import CaseServices
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head = CaseServices.head
LONGEST = str(24 * 60)


@screen(
    COUNSELLOR, "/kasus/[nomor]/layanan", title="Kasus", on_load=[CaseServices.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_services() -> Parts:
    return services_part(
        CaseServices,
        "",
        column(log(), visits()),
        rx.cond(head.goes_on, kit.section("Catat layanan", service_form())),
    )


def log() -> rx.Component:
    return kit.section(
        "Yang sudah dilakukan",
        rx.cond(
            CaseServices.events.length() > 0,
            kit.rows(rx.foreach(CaseServices.events, service_row), label="Yang sudah dilakukan"),
            kit.empty(
                "Belum ada layanan yang dicatat.",
                "Tiap pendampingan, rehabilitasi, dan reintegrasi dicatat di sini, setelah klien setuju.",
            ),
        ),
        rx.cond(
            CaseServices.served,
            rx.el.p("Komponen pemulihan yang sudah tersentuh: ", CaseServices.served, ".", class_name="text-sm text-muted"),
        ),
    )  # fmt: skip


def service_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.el.p(row.meta, class_name="text-sm text-muted"),
            rx.cond(row.note, rx.el.p(row.note, class_name="whitespace-pre-wrap mt-1")),
            rx.el.p(row.tags, class_name="text-sm text-muted"),
            class_name="grow basis-56 min-w-0",
        ),
        rx.cond(
            head.goes_on,
            kit.button(
                "Batalkan",
                kind="quiet",
                on_click=CaseServices.remove(row.uid),
                custom_attrs={"aria-label": "Batalkan catatan: " + row.title},
            ),
        ),
        class_name="flex flex-wrap items-start gap-x-3 py-4",
        key=row.uid,
    )


def service_form() -> rx.Component:
    error = AppState.errors
    return form(
        must_choose("Layanan", "service_kind", CaseServices.kinds, error["service_kind"], on_change=CaseServices.choose_kind),
        rx.el.div(
            kit.field("Tanggal", "service_held_on", type="date", max=head.today, default_value=head.today, required=True, error=error["service_held_on"]),
            kit.field("Lamanya (menit)", "service_minutes", type="number", min="1", max=LONGEST, required=True, input_mode="numeric", error=error["service_minutes"]),
            class_name="grid gap-3 grid-cols-2 items-end",
        ),
        must_choose("Tempat", "service_place", CaseServices.places, error["service_place"]),
        kit.select(
            "Petugas",
            "service_officer_id",
            rx.foreach(CaseServices.team, lambda one: rx.el.option(one.text, value=one.value, key=one.value)),
            error=error["service_officer_id"],
        ),
        must_choose("Hasil", "service_result", CaseServices.results, error["service_result"]),
        rx.cond(
            CaseServices.is_health,
            rx.el.p(
                "Rincian kesehatan tidak disimpan di sini. Cukup pilih terlaksana atau tidak.", class_name="text-sm text-muted"
            ),
            kit.textarea("Catatan", "service_note", rows=3, error=error["service_note"]),
        ),
        kit.button("Simpan layanan"),
        on_submit=CaseServices.record,
        key=f"service-{CaseServices.done}",
    )  # fmt: skip
