"""Writing down an incident: what is known, and nothing that has to be guessed."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_incidents import CaseIncidents
from rindu_app.state.counsellor.editing import NEW
from rindu_app.state.counsellor.shown_incidents import GROUPS

old, lists = CaseIncidents.old, CaseIncidents.choices
UNKNOWN = "Belum diketahui"


def incident_form() -> rx.Component:
    error = AppState.errors
    return editor(
        rx.cond(CaseIncidents.editing == NEW, "Catat kejadian", "Ubah catatan kejadian"),
        form(
            several("Jenis kekerasan", "violence_kind"),
            folded("Bentuknya", several("Bentuk kekerasan", "violence_form")),
            folded(
                "Kekerasan seksual menurut UU TPKS",
                several("Sembilan jenis, ayat (1)", "sexual_violence_kind"),
                several("Tindak pidana lain, ayat (2)", "sexual_violence_other"),
            ),
            when(),
            where(),
            perpetrators(),
            kit.textarea("Ceritakan singkat", "incident_description", rows=4, default_value=old["description"], error=error["incident_description"]),
            around(),
            both_versions(CaseIncidents, "incident", CaseIncidents.editing),
            ending(),
            on_submit=CaseIncidents.save,
            key=f"incident-{CaseIncidents.editing}-{CaseIncidents.done}",
        ),
        on_stop=CaseIncidents.stop,
    )  # fmt: skip


def when() -> rx.Component:
    """A year alone is enough."""
    error = AppState.errors
    return rx.el.fieldset(
        rx.el.legend("Kapan", class_name="font-semibold"),
        rx.el.p("Isi yang diketahui saja; bulan dan tanggal boleh kosong.", class_name="text-sm text-muted mb-2"),
        rx.el.div(
            kit.field("Tahun", "incident_year", input_mode="numeric", max_length=4, default_value=old["year"], error=error["incident_year"]),
            kit.field("Bulan", "incident_month", input_mode="numeric", max_length=2, default_value=old["month"]),
            kit.field("Tanggal", "incident_day", input_mode="numeric", max_length=2, default_value=old["day"]),
            pick_one("Waktu", "time_of_day"),
            class_name="grid gap-3 grid-cols-2 sm:grid-cols-4 items-end",
        ),
        class_name="min-w-0",
    )  # fmt: skip


def where() -> rx.Component:
    error = AppState.errors
    return rx.el.div(
        pick_one("Tempat", "place"),
        choose("Kecamatan", "incident_area_code", CaseIncidents.places, old["area_code"], UNKNOWN, error=error["incident_area_code"]),
        pick_one("KDRT atau bukan", "setting"),
        pick_one("Ranah", "sphere"),
        class_name="grid gap-4 sm:grid-cols-2 items-end",
    )  # fmt: skip


def perpetrators() -> rx.Component:
    first, *others = GROUPS
    return rx.el.fieldset(
        rx.el.legend("Terlapor, tanpa nama", class_name="font-semibold"),
        failure("relation"),
        failure("number"),
        perpetrator(first),
        folded("Terlapor lain", *[perpetrator(group) for group in others]),
        id="incident_relation",
        class_name="min-w-0 grid gap-2",
        custom_attrs={"tabindex": "-1"},
    )


def perpetrator(group: int) -> rx.Component:
    def words(text: str) -> str:
        return text if group == GROUPS[0] else f"{text} ({group})"

    return rx.el.div(
        choose(words("Hubungan"), f"incident_relation_{group}", lists["relation_fine"], old[f"relation_{group}"], UNKNOWN),
        choose(words("Jenis kelamin"), f"incident_sex_{group}", lists["sex"], old[f"sex_{group}"], UNKNOWN),
        choose(words("Kelompok usia"), f"incident_age_band_{group}", lists["age_band"], old[f"age_band_{group}"], UNKNOWN),
        kit.field(words("Jumlah orang"), f"incident_number_{group}", input_mode="numeric", max_length=2, default_value=old[f"number_{group}"]),
        class_name="grid gap-3 grid-cols-2 sm:grid-cols-4 items-end",
    )  # fmt: skip


def around() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            answer("Pernah terjadi sebelumnya", "has_previous"),
            answer("Dijanjikan atau diberi uang atau barang", "was_exchange"),
            class_name="grid gap-4 sm:grid-cols-2 items-end",
        ),
        several("Pernah dilaporkan di tempat lain", "reported_elsewhere"),
        kit.field("Di mana tepatnya", "incident_reported_where", default_value=old["reported_where"], error=AppState.errors["incident_reported_where"]),
        answer("Setuju dihitung dalam statistik tanpa nama", "statistics"),
        class_name="grid gap-4",
    )  # fmt: skip


def ending() -> rx.Component:
    out = kit.button("Keluarkan dari berkas", kind="danger", on_click=CaseIncidents.remove)
    return rx.el.div(
        kit.button("Simpan"),
        rx.cond(CaseIncidents.editing != NEW, out),
        class_name="flex flex-wrap gap-2",
    )


def answer(text: str, name: str) -> rx.Component:
    return kit.select(
        text,
        f"incident_{name}",
        *kit.options([("", UNKNOWN), ("yes", "Ya"), ("no", "Tidak")]),
        default_value=old[name],
        error=AppState.errors[f"incident_{name}"],
    )


def pick_one(text: str, name: str) -> rx.Component:
    field = f"incident_{name}"
    return choose(text, field, lists[name], old[name], UNKNOWN, error=AppState.errors[field])


def several(text: str, list_code: str) -> rx.Component:
    def entry(item: rx.Var) -> rx.Component:
        chosen = CaseIncidents.chosen.contains(f"{list_code}:" + item.value)
        return kit.tick(
            f"incident_{list_code}", item.value, item.text, default_checked=chosen, key=item.value
        )

    return rx.el.fieldset(
        rx.el.legend(text, class_name="font-semibold"),
        failure(list_code),
        rx.el.div(rx.foreach(lists[list_code], entry), class_name="grid sm:grid-cols-2 gap-x-4"),
        id=f"incident_{list_code}",
        class_name="min-w-0",
        custom_attrs={"tabindex": "-1"},
    )


def failure(name: str) -> rx.Component:
    found = AppState.errors[f"incident_{name}"]
    return rx.cond(found, rx.el.p(kit.icon("warning"), rx.el.span(found), class_name="field-error"))


def folded(text: str, *children: rx.Component) -> rx.Component:
    return rx.el.details(
        rx.el.summary(text, class_name="min-h-12 py-3 underline underline-offset-4"),
        rx.el.div(*children, class_name="grid gap-4 pb-2"),
    )
