"""The form that asks a shelter for a place: who comes, how soon, and what she needs."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_shelter import CaseShelter
from rindu_app.words.codes import Sex, ShelterUrgency
from rindu_app.words.labels import label

SEXES = [(str(sex), label(sex)) for sex in Sex]
MOST = 8


def request_form() -> rx.Component:
    return form(
        rx.el.p(
            "Rumah perlindungan membaca isian ini dan nomor kasusnya, bukan berkasnya. Alamat rumah tidak pernah ditampilkan di sini.",
            class_name="text-sm text-muted",
        ),
        who(),
        children(),
        needs(),
        urgency(),
        kit.field(
            "Nama panggilan di rumah", "ask_alias", auto_complete="off",
            hint="Boleh kosong. Bukan nama lengkap.",
        ),
        kit.textarea("Yang perlu diketahui petugas rumah", "ask_note", rows=3, hint="Misalnya alergi, obat rutin, atau jam tiba."),
        rx.el.div(kit.button("Minta tempat")),
        on_submit=CaseShelter.ask,
        key=f"ask-{CaseShelter.done}",
    )  # fmt: skip


def who() -> rx.Component:
    return rx.el.div(
        kit.select("Yang memerlukan tempat", "ask_sex", *kit.options(SEXES), error=AppState.errors["ask_sex"]),
        kit.field("Usia, tahun", "ask_age", type="number", min=0, max=120, required=True, input_mode="numeric", error=AppState.errors["ask_age"]),
        class_name="grid gap-4 sm:grid-cols-2 items-end",
    )  # fmt: skip


def children() -> rx.Component:
    counts = [("0", "Tidak ada"), *((str(count), f"{count} anak") for count in range(1, MOST + 1))]
    return rx.el.div(
        kit.select(
            "Anak yang ikut", "ask_children", *kit.options(counts), on_change=CaseShelter.choose_children,
            error=AppState.errors["ask_children"],
        ),
        rx.foreach(CaseShelter.children, child),
        class_name="grid gap-4",
    )  # fmt: skip


def child(number: rx.Var) -> rx.Component:
    """Sex and age of one child; the age decides in which room they may sleep."""
    sex, age = "ask_child_sex_" + number, "ask_child_age_" + number
    return rx.el.div(
        rx.el.div(
            rx.el.label("Anak ke-", number, html_for=sex, class_name="font-semibold"),
            rx.el.select(
                rx.el.option("Pilih", value=""), *kit.options(SEXES), name=sex, id=sex, required=True, class_name="control control-select"
            ),
            class_name="field",
        ),
        rx.el.div(
            rx.el.label("Usia, tahun", html_for=age, class_name="font-semibold"),
            rx.el.input(name=age, id=age, type="number", min=0, max=17, required=True, input_mode="numeric", class_name="control"),
            class_name="field",
        ),
        class_name="grid gap-4 grid-cols-2",
        key=number,
    )  # fmt: skip


def needs() -> rx.Component:
    error = AppState.errors["ask_needs"]
    return rx.el.fieldset(
        rx.el.legend("Keperluan", class_name="font-semibold"),
        rx.cond(error, rx.el.p(error, class_name="field-error")),
        rx.el.div(
            rx.foreach(
                CaseShelter.needs, lambda need: pick("ask_needs", need.value, need.text, several=True)
            ),
            class_name="grid sm:grid-cols-2 gap-x-4",
        ),
        id="ask_needs",
        class_name="min-w-0",
        custom_attrs={"tabindex": "-1"},
    )


def urgency() -> rx.Component:
    error = AppState.errors["ask_urgency"]
    return rx.el.fieldset(
        rx.el.legend("Kapan diperlukan", class_name="font-semibold"),
        rx.cond(error, rx.el.p(error, class_name="field-error")),
        *[pick("ask_urgency", str(code), label(code), required=True) for code in ShelterUrgency],
        id="ask_urgency",
        class_name="min-w-0",
        custom_attrs={"tabindex": "-1"},
    )
