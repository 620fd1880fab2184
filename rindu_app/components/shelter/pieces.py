"""A stay as the shelter and the team of the case both see it: who, what is needed, how long, what happened."""

import reflex as rx

from rindu_app.components import kit


def stay_row(row: rx.Var) -> rx.Component:
    """A request or a stay: who by number and alias, for whom, and its clock in words."""
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                rx.el.span(row.title, class_name="block text-base font-semibold"),
                rx.el.span(row.people, class_name="block text-sm"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
                rx.cond(
                    row.consent,
                    rx.fragment(),
                    rx.el.span("Persetujuan tidak berlaku lagi", class_name="block text-sm font-semibold text-error"),
                ),
                class_name="grow min-w-0",
            ),
            rx.el.span(
                row.end,
                class_name=["text-sm font-semibold text-right shrink-0 max-w-28", rx.cond(row.late, "text-error", "")],
            ),
            href=row.href,
            class_name="row-link items-start py-3 px-5 bg-base-100",
        ),
        key=row.key,
    )  # fmt: skip


def fact(name: str, value: rx.Var) -> rx.Component:
    """A fact where there is one."""
    return rx.cond(
        value,
        rx.el.div(
            rx.el.dt(name, class_name="text-sm text-muted"),
            rx.el.dd(value, class_name="whitespace-pre-wrap wrap-anywhere"),
        ),
    )


def asked_facts(stay: rx.Var) -> list[rx.Component]:
    """What was asked for, and since when and until when she stays."""
    return [
        fact("Siapa yang datang", stay.people),
        fact("Nama panggilan di rumah", stay.alias),
        fact("Diperlukan", stay.urgency),
        fact("Diminta", stay.asked),
        fact("Keperluan", stay.needs),
        fact("Catatan", stay.note),
        fact("Tinggal sejak", stay.since),
        fact("Sampai", stay.until),
        fact("Meninggalkan rumah", stay.left_shelter),
        fact("Tujuan", stay.destination),
        fact("Lembaga penerima berikutnya", stay.onward),
        fact("Keterangan", stay.answer),
    ]


def days_left(stay: rx.Var) -> rx.Component:
    return rx.cond(
        stay.left,
        rx.el.p(stay.left, class_name=["font-semibold", rx.cond(stay.late, "text-error", "text-success")]),
    )


def log_of(stay: rx.Var) -> rx.Component:
    """What was given, who came, what happened; newest first."""
    return kit.section(
        "Catatan selama tinggal",
        rx.cond(
            stay.log.length() > 0,
            kit.rows(rx.foreach(stay.log, entry), label="Catatan selama tinggal"),
            rx.el.p("Belum ada catatan.", class_name="text-muted"),
        ),
    )


def entry(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.cond(row.text, rx.el.p(row.text, class_name="whitespace-pre-wrap wrap-anywhere")),
        rx.el.p(row.meta, class_name="text-sm text-muted"),
        class_name="py-3",
        key=row.key,
    )


def extension(row: rx.Var, *decision: rx.Component) -> rx.Component:
    """A request for more days with what came of it; `decision` stands below the one that waits."""
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.reason, class_name="whitespace-pre-wrap wrap-anywhere"),
        rx.cond(row.answer, rx.el.p("Keputusan: ", row.answer, class_name="whitespace-pre-wrap wrap-anywhere")),
        rx.el.p(row.meta, class_name="text-sm text-muted"),
        *decision,
        class_name="py-3 grid gap-1",
        key=row.key,
    )  # fmt: skip
