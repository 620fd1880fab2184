"""The shelter part of a case file: a request, the stay and its clock. It says that she is safe, and never where."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.components.shelter.pieces import asked_facts, days_left, extension, log_of
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.shelter_request import request_form
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_shelter import CaseShelter
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head = CaseShelter.head
now = CaseShelter.now


@screen(
    COUNSELLOR, "/kasus/[nomor]/penampungan", title="Kasus", on_load=[CaseShelter.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_shelter() -> Parts:
    return case_part(
        CaseShelter,
        "penampungan",
        rx.el.div(
            rx.el.div(rx.cond(now.number, under_way(), nothing_yet()), class_name="grid gap-8 min-w-0 content-start"),
            rx.el.div(
                rx.cond(now.stays, log_of(now)),
                rx.cond(CaseShelter.past.length() > 0, past()),
                class_name="grid gap-8 min-w-0 content-start",
            ),
            class_name="columns-file",
        ),
    )  # fmt: skip


def nothing_yet() -> rx.Component:
    """The request, if she agreed to it; else where her answer is written down."""
    needed = kit.notice(
        rx.el.p("Jelaskan dulu aturan rumah perlindungan, lalu catat jawabannya."),
        rx.el.div(kit.button("Ke bagian Persetujuan", kind="plain", href=head.href + "/persetujuan")),
        title="Belum ada persetujuan untuk tinggal di rumah perlindungan",
        tone="warning",
    )
    return rx.cond(
        head.goes_on,
        rx.cond(
            CaseShelter.agreed, kit.section("Minta tempat di rumah perlindungan", request_form()), needed
        ),
        rx.el.p("Sekarang tidak ada permintaan tempat.", class_name="text-muted"),
    )


def under_way() -> rx.Component:
    return rx.el.div(
        rx.cond(now.consent, rx.fragment(), withdrawn()),
        rx.el.section(
            rx.el.div(
                rx.el.h2(now.status_label, class_name="section-title"),
                days_left(now),
                class_name="flex flex-wrap items-baseline justify-between gap-x-4",
            ),
            rx.el.dl(*asked_facts(now), class_name="grid gap-4 sm:grid-cols-2 mt-4"),
            class_name="box p-5",
        ),
        rx.cond(now.extensions.length() > 0, extensions()),
        rx.cond(head.goes_on, rx.el.div(rx.cond(now.waits, cancel_step()), rx.cond(now.stays, rx.fragment(extend_step(), onward_step())))),
        class_name="grid gap-8 min-w-0",
    )  # fmt: skip


def withdrawn() -> rx.Component:
    return kit.notice(
        "Rumah perlindungan sudah melihatnya. Batalkan permintaan, atau bicarakan ke mana ia ingin pergi.",
        title="Persetujuan untuk tinggal tidak berlaku lagi",
        tone="danger",
    )


def extensions() -> rx.Component:
    rows = rx.foreach(now.extensions, lambda row: extension(row, decision(row)))
    return kit.section("Perpanjangan", kit.rows(rows, label="Perpanjangan"))


def decision(row: rx.Var) -> rx.Component:
    """For a supervisor who did not ask for it herself."""
    answer = form(
        rx.el.fieldset(
            rx.el.legend("Keputusan", class_name="font-semibold"),
            pick("decide_approve", "yes", "Setujui", required=True),
            pick("decide_approve", "no", "Tidak setujui", required=True),
        ),
        kit.textarea("Alasan keputusan", "decide_answer", rows=2, required=True, error=AppState.errors["decide_answer"]),
        rx.el.div(kit.button("Simpan keputusan", kind="plain")),
        on_submit=CaseShelter.decide,
        key=f"decide-{CaseShelter.done}",
        class_name="mt-3 max-w-xl",
    )  # fmt: skip
    own = rx.el.p(
        "Perpanjangan yang Anda minta sendiri diputuskan oleh penyelia lain.", class_name="text-sm text-muted"
    )
    return rx.cond(row.waits & CaseShelter.supervises & head.goes_on, rx.cond(row.mine, own, answer))


def cancel_step() -> rx.Component:
    return step(
        "Batalkan permintaan",
        form(
            kit.textarea("Alasan", "cancel_reason", rows=2, required=True, error=AppState.errors["cancel_reason"]),
            kit.button("Batalkan permintaan", kind="danger"),
            on_submit=CaseShelter.cancel,
            key=f"cancel-{CaseShelter.done}",
        ),
        key=f"cancel-step-{CaseShelter.done}",
    )  # fmt: skip


def extend_step() -> rx.Component:
    asking = form(
        kit.field("Tambahan hari", "extend_days", type="number", min=1, required=True, input_mode="numeric", error=AppState.errors["extend_days"]),
        kit.textarea("Alasan", "extend_reason", rows=2, required=True, error=AppState.errors["extend_reason"]),
        kit.button("Minta perpanjangan", kind="plain"),
        on_submit=CaseShelter.extend,
        key=f"extend-{CaseShelter.done}",
    )  # fmt: skip
    return rx.cond(
        now.status == "extending",
        rx.fragment(),
        step(
            "Minta perpanjangan",
            asking,
            hint="Diputuskan oleh penyelia",
            key=f"extend-step-{CaseShelter.done}",
        ),
    )


def onward_step() -> rx.Component:
    """Who receives her next: only whom she agreed to be referred to; where there is nobody, the way to refer stands first."""
    arranging = form(
        selects("Lembaga", "onward_partner", CaseShelter.partners, "Pilih lembaga", required=True, error=AppState.errors["onward_partner"]),
        kit.button("Simpan lembaga penerima", kind="plain"),
        on_submit=CaseShelter.arrange,
        key=f"onward-{CaseShelter.done}",
    )  # fmt: skip
    first = rx.el.div(
        rx.el.p("Ia belum setuju dirujuk ke lembaga mana pun. Tanyakan persetujuannya, lalu rujuk dulu."),
        rx.el.div(
            kit.button("Ke bagian Persetujuan", kind="plain", href=head.href + "/persetujuan"),
            kit.button("Ke bagian Rujukan", kind="plain", href=head.href + "/rujukan"),
            class_name="flex flex-wrap gap-3",
        ),
        class_name="grid gap-3",
    )
    return step(
        "Tetapkan lembaga penerima berikutnya",
        rx.cond(CaseShelter.partners.length() > 0, arranging, first),
        hint="Rumah aman lain, balai, LPSK, atau rumah sakit",
        key=f"onward-step-{CaseShelter.done}",
    )


def past() -> rx.Component:
    """What was before, folded."""
    return kit.section("Sebelumnya", rx.el.div(rx.foreach(CaseShelter.past, before)))


def before(stay: rx.Var) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.el.span(
                rx.el.span(stay.status_label, class_name="block font-semibold"),
                rx.el.span("Diminta ", stay.asked, class_name="block text-sm text-muted"),
                class_name="grow min-w-0",
            ),
            kit.icon("down", "size-5 text-muted"),
            class_name="flex items-center gap-3 min-h-14 py-2 list-none",
        ),
        rx.el.div(
            rx.el.dl(*asked_facts(stay), class_name="grid gap-4"),
            rx.cond(stay.log.length() > 0, log_of(stay)),
            class_name="pb-5 grid gap-5",
        ),
        class_name="border-b border-base-300",
        key=stay.uid,
    )
