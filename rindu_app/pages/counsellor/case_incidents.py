"""What happened to her: incidents one below the other, the newest first."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_incident_form import incident_form
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.case_incidents import CaseIncidents
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head = CaseIncidents.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/kejadian", title="Kasus", on_load=[CaseIncidents.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_incidents() -> Parts:
    return case_part(CaseIncidents, "kejadian", rx.el.div(adding(), open_form(), told(), class_name="grid gap-6 max-w-3xl"))  # fmt: skip


def adding() -> rx.Component:
    return rx.cond(
        head.goes_on & (CaseIncidents.editing == ""),
        rx.el.div(kit.button("Catat kejadian", kind="plain", icon="add", on_click=CaseIncidents.add)),
    )


def open_form() -> rx.Component:
    return rx.cond(head.goes_on & (CaseIncidents.editing != ""), incident_form())


def told() -> rx.Component:
    nothing = kit.empty(
        "Belum ada kejadian yang dicatat.",
        "Catat yang diketahui saja. Tanggal yang tidak pasti boleh hanya bulan atau tahunnya.",
    )
    rows = kit.rows(
        rx.foreach(CaseIncidents.incidents, incident_row), label="Kejadian", class_name="border-t border-base-300"
    )  # fmt: skip
    return kit.section("Kejadian", rx.cond(CaseIncidents.incidents.length() > 0, rows, nothing))


def incident_row(row: rx.Var) -> rx.Component:
    change = kit.button(
        "Ubah",
        kind="quiet",
        on_click=CaseIncidents.edit(row.uid),
        class_name="-mt-3 -mr-3 shrink-0",
        custom_attrs={"aria-label": "Ubah: " + row.title},
    )
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.h3(row.kinds, class_name="font-semibold"),
                rx.el.p(row.title, class_name="text-muted"),
                class_name="grow min-w-0",
            ),
            rx.cond(head.goes_on, change),
            class_name="flex items-start gap-3",
        ),
        rx.cond(row.description, rx.el.p(row.description, class_name="whitespace-pre-wrap wrap-anywhere mt-3")),
        facts(row.facts),
        rx.el.details(
            rx.el.summary("Untuk SIMFONI dan statistik", class_name="min-h-12 py-3 text-sm underline underline-offset-4"),
            facts(row.counted),
        ),
        class_name="py-5",
        key=row.uid,
    )  # fmt: skip


def facts(rows: rx.Var) -> rx.Component:
    def fact(item: rx.Var) -> rx.Component:
        return rx.el.div(
            rx.el.dt(item.name, class_name="text-sm text-muted"),
            rx.el.dd(item.value, class_name="wrap-anywhere"),
            key=item.name,
        )

    return rx.el.dl(rx.foreach(rows, fact), class_name="grid gap-3 sm:grid-cols-2 mt-3")
