"""What the shelter can do: give a bed or refuse, and while somebody stays everything of her day."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.state.base import AppState
from rindu_app.state.shelter.stay import StayPage

stay = StayPage.stay


def answers() -> rx.Component:
    """To a request."""
    return rx.el.div(
        kit.section("Pilih tempat tidur", beds_form("place", "Tempatkan", StayPage.place)),
        rx.el.div(
            step("Tolak permintaan", refuse_form(), hint="Dengan alasan", key=f"refuse-step-{StayPage.done}")
        ),
        class_name="grid gap-6 min-w-0",
    )


def steps() -> rx.Component:
    """While she stays."""
    return rx.el.div(
        kit_step("Catat keperluan yang diberikan", need_form(), "need"),
        kit_step("Catat kunjungan", visit_form(), "visit"),
        kit_step("Catat kejadian", incident_form(), "incident"),
        kit_step("Pindah tempat tidur", beds_form("move", "Pindahkan", StayPage.move), "move"),
        kit_step("Minta perpanjangan", extend_form(), "extend", hint="Diputuskan oleh penyelia"),
        kit_step("Catat kepergian", depart_form(), "depart", hint="Pulang, atau dipindah ke tempat lain"),
    )


def kit_step(title: str, content: rx.Component, name: str, hint: str | None = None) -> rx.Component:
    return step(title, content, hint=hint, key=f"{name}-step-{StayPage.done}")


def beds_form(name: str, words: str, handler: Any) -> rx.Component:
    """Rooms with free beds, those that fit first; the others say why they do not."""
    field = f"{name}_beds"
    choices = rx.el.fieldset(
        rx.el.legend(
            "Ibu dan anak-anaknya tidur di satu kamar. Bayi boleh tidur bersama ibunya.",
            class_name="text-muted mb-4",
        ),
        rx.cond(
            AppState.errors[field],
            rx.el.p(AppState.errors[field], id=f"{field}-error", class_name="field-error"),
        ),
        rx.foreach(stay.rooms, lambda room: room_choice(room, field)),
        id=field,
        class_name="min-w-0 grid gap-4",
        custom_attrs={"tabindex": "-1"},
    )
    return rx.cond(
        stay.rooms.length() > 0,
        form(
            choices,
            rx.el.div(kit.button(words, main=name == "place")),
            on_submit=handler,
            key=f"{name}-{StayPage.done}",
        ),
        rx.el.p("Tidak ada tempat tidur kosong di wilayah ini.", class_name="text-muted"),
    )


def room_choice(room: rx.Var, field: str) -> rx.Component:
    return rx.el.div(
        rx.el.p(room.title, class_name="font-semibold"),
        rx.el.p(room.rule, class_name="text-sm text-muted"),
        rx.cond(
            room.against,
            rx.el.p(room.against, class_name="text-sm"),
            rx.el.div(rx.foreach(room.beds, lambda bed: pick(field, bed.value, bed.text, several=True))),
        ),
        class_name="border-b border-base-300 pb-3",
        key=room.key,
    )


def refuse_form() -> rx.Component:
    return form(
        selects("Karena", "refuse_reason", StayPage.refusals, "Pilih alasan", required=True, error=AppState.errors["refuse_reason"]),
        kit.textarea(
            "Keterangan untuk tim kasus", "refuse_note", rows=2, required=True, error=AppState.errors["refuse_note"],
            hint="Jangan menyebut letak rumah.",
        ),
        kit.button("Tolak permintaan", kind="danger"),
        on_submit=StayPage.refuse,
        key=f"refuse-{StayPage.done}",
    )  # fmt: skip


def need_form() -> rx.Component:
    return form(
        selects("Keperluan", "log_need_code", StayPage.needs, "Pilih keperluan", required=True, error=AppState.errors["log_need_code"]),
        kit.field("Keterangan, bila perlu", "log_need_note", auto_complete="off", error=AppState.errors["log_need_note"]),
        kit.button("Catat keperluan", kind="plain"),
        on_submit=lambda data: StayPage.log("need", data),
        key=f"need-{StayPage.done}",
    )  # fmt: skip


def visit_form() -> rx.Component:
    return form(
        kit.textarea("Siapa yang datang dan untuk apa", "log_visit_note", rows=2, required=True, error=AppState.errors["log_visit_note"]),
        kit.button("Catat kunjungan", kind="plain"),
        on_submit=lambda data: StayPage.log("visit", data),
        key=f"visit-{StayPage.done}",
    )  # fmt: skip


def incident_form() -> rx.Component:
    return form(
        selects("Kejadian", "log_incident_code", StayPage.incidents, "Pilih kejadian", required=True, error=AppState.errors["log_incident_code"]),
        kit.textarea("Apa yang terjadi dan apa yang dilakukan", "log_incident_note", rows=3, required=True, error=AppState.errors["log_incident_note"]),
        kit.button("Catat kejadian", kind="plain"),
        on_submit=lambda data: StayPage.log("incident", data),
        key=f"incident-{StayPage.done}",
    )  # fmt: skip


def extend_form() -> rx.Component:
    waiting = rx.el.p("Satu permintaan masih menunggu keputusan.", class_name="text-muted")
    asking = form(
        kit.field("Tambahan hari", "extend_days", type="number", min=1, required=True, input_mode="numeric", error=AppState.errors["extend_days"]),
        kit.textarea("Alasan", "extend_reason", rows=2, required=True, error=AppState.errors["extend_reason"]),
        kit.button("Minta perpanjangan", kind="plain"),
        on_submit=StayPage.extend,
        key=f"extend-{StayPage.done}",
    )  # fmt: skip
    return rx.cond(stay.status == "extending", waiting, asking)


def depart_form() -> rx.Component:
    return form(
        rx.cond(
            stay.arranged,
            rx.el.p("Tim kasusnya sudah menetapkan lembaga yang menerimanya.", class_name="text-sm text-muted"),
            rx.el.p(
                "Ke rumah aman lain, balai, LPSK, atau rumah sakit: tim kasusnya menetapkan dulu lembaga yang menerimanya.",
                class_name="text-sm text-muted",
            ),
        ),
        selects("Ke mana", "depart_destination", StayPage.destinations, "Pilih tujuan", required=True, error=AppState.errors["depart_destination"]),
        kit.textarea("Keterangan, bila perlu", "depart_note", rows=2, error=AppState.errors["depart_note"]),
        kit.button("Catat kepergian", kind="danger"),
        on_submit=StayPage.depart,
        key=f"depart-{StayPage.done}",
    )  # fmt: skip
