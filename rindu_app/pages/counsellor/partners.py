"""The register of partners."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.partners import PartnerList
from rindu_app.words import routes


@screen(COUNSELLOR, routes.PARTNERS, title="Lembaga mitra", on_load=[PartnerList.load, Nav.load])
def partners() -> Parts:
    nothing = kit.empty(
        "Tidak ada mitra untuk layanan ini.",
        "Pilih layanan lain, atau mintalah administrator menambahkan lembaganya.",
    )
    rows = kit.rows(rx.foreach(PartnerList.rows, partner), label="Lembaga mitra")
    body = rx.cond(PartnerList.ready, rx.cond(PartnerList.rows.length() > 0, rows, nothing), kit.loading())
    return Parts(kit.staff_header("Lembaga mitra"), [narrow(), body])


def narrow() -> rx.Component:
    return rx.el.div(
        kit.select(
            "Layanan",
            "service",
            rx.el.option("Semua layanan", value=""),
            rx.foreach(
                PartnerList.services, lambda item: rx.el.option(item.text, value=item.value, key=item.value)
            ),
            value=PartnerList.service,
            on_change=PartnerList.show,
        ),
        class_name="max-w-md mb-4",
    )


def partner(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.name, class_name="font-semibold"),
        rx.el.p(row.kind, " · ", row.services, class_name="text-sm"),
        rx.cond(row.hours, rx.el.p(row.hours, class_name="text-sm text-muted")),
        rx.cond(row.address, rx.el.p(row.address, class_name="text-sm text-muted")),
        rx.cond(
            row.agreement,
            rx.el.p(
                "Perjanjian: ", row.agreement,
                class_name=["text-sm", rx.cond(row.over, "text-warning font-semibold", "text-muted")],
            ),
        ),
        rx.el.p(
            rx.cond(row.phone, rx.el.a(row.phone, href="tel:" + row.phone, class_name="underline underline-offset-4")),
            rx.cond(row.mail, rx.fragment(rx.cond(row.phone, " · ", ""), row.mail)),
            class_name="text-sm wrap-anywhere",
        ),
        class_name="py-4 grid gap-1",
        key=row.key,
    )  # fmt: skip
