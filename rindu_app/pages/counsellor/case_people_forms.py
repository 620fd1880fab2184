"""Writing down a person of a case; of an alleged perpetrator there is less to write."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor, ticked
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_people import CasePeople
from rindu_app.state.counsellor.editing import NEW
from rindu_app.words.codes import PersonRole, PersonSafety
from rindu_app.words.labels import label

old, lists = CasePeople.old, CasePeople.choices
ROLES = [role for role in PersonRole if role not in (PersonRole.CLIENT, PersonRole.PERPETRATOR)]
UNKNOWN = "Belum diketahui"


def person_form() -> rx.Component:
    is_client = CasePeople.kind == "client"
    title = rx.cond(
        is_client, "Data klien", rx.cond(CasePeople.editing == NEW, "Tambah orang", "Ubah data orang")
    )
    return editor(
        title,
        form(
            rx.cond(is_client, rx.fragment(), who_she_is()),
            identity(),
            birth(),
            more_about(is_client),
            rx.cond(is_client, rx.fragment(), to_the_client()),
            kit.textarea("Catatan", "person_note", rows=2, default_value=old["note"], error=AppState.errors["person_note"]),
            both_versions(CasePeople, "person", CasePeople.editing),
            ending(is_client),
            on_submit=CasePeople.save,
            key=f"person-{CasePeople.editing}-{CasePeople.done}",
        ),
        on_stop=CasePeople.stop,
    )  # fmt: skip


def who_she_is() -> rx.Component:
    return pair(
        kit.select(
            "Siapa dia dalam kasus ini",
            "person_role",
            rx.el.option("Pilih satu", value=""),
            *kit.options([(str(role), label(role)) for role in ROLES]),
            default_value=old["role"],
            required=True,
            error=AppState.errors["person_role"],
        ),
        pick_one("Hubungan dengan klien", "relation", "relation_fine"),
    )


def identity() -> rx.Component:
    error = AppState.errors
    return rx.el.div(
        pair(
            written("Nama", "name"),
            pick_one("Jenis kelamin", "sex", "sex"),
        ),
        pair(
            written("Telepon", "phone", type="tel"),
            kit.field(
                "NIK",
                "person_nik",
                hint=rx.cond(CasePeople.editing == NEW, "Tidak wajib.", "Kosongkan bila tidak berubah."),
                input_mode="numeric",
                auto_complete="off",
                error=error["person_nik"],
            ),
        ),
        written("Alamat", "address"),
        rx.cond(CasePeople.editing != NEW, ticked("person_drop_nik", "Hapus NIK yang tersimpan", False)),
        class_name="grid gap-4",
    )


def birth() -> rx.Component:
    """As exactly as it is known: a year alone is enough, and so is an age."""
    error = AppState.errors
    return rx.el.fieldset(
        rx.el.legend("Lahir", class_name="font-semibold"),
        rx.el.p("Isi yang diketahui saja. Bila hanya tahu usianya, isi usia.", class_name="text-sm text-muted mb-2"),
        rx.el.div(
            kit.field("Tahun", "person_born_year", input_mode="numeric", max_length=4, default_value=old["born_year"], error=error["person_born_year"]),
            kit.field("Bulan", "person_born_month", input_mode="numeric", max_length=2, default_value=old["born_month"]),
            kit.field("Tanggal", "person_born_day", input_mode="numeric", max_length=2, default_value=old["born_day"]),
            kit.field("Atau usia", "person_age", input_mode="numeric", default_value=old["age"], error=error["person_age"]),
            class_name="grid gap-3 grid-cols-2 sm:grid-cols-4 items-end",
        ),
        class_name="min-w-0",
    )  # fmt: skip


def more_about(is_client: Any) -> rx.Component:
    """What a service may need, folded away until it does."""
    return rx.el.details(
        rx.el.summary(
            "Pendidikan, pekerjaan, kebutuhan khusus", class_name="min-h-12 py-3 underline underline-offset-4"
        ),
        rx.el.div(
            pair(
                pick_one("Pendidikan", "education", "education"), pick_one("Pekerjaan", "job", "job")
            ),
            pair(
                pick_one("Status perkawinan", "marital", "marital"),
                pick_one("Kewarganegaraan", "citizenship", "citizenship"),
            ),
            several("Ragam disabilitas", "disabilities", "disability"),
            several("Yang ia perlukan dari kita", "accommodations", "accommodation"),
            class_name="grid gap-4 pb-2",
        ),
    )  # fmt: skip


def to_the_client() -> rx.Component:
    return rx.el.div(
        ticked("person_in_household", "Tinggal serumah dengan klien", old["in_household"] == "yes"),
        rx.el.div(
            ticked(
                "person_is_guardian", "Dapat memberi persetujuan untuk klien", old["is_guardian"] == "yes"
            ),
            rx.el.p(
                "Orang tua atau wali klien anak. Bukan orang yang menjadi terlapor.",
                class_name="text-sm text-muted pl-9",
            ),
            rx.cond(
                AppState.errors["person_is_guardian"],
                rx.el.p(
                    AppState.errors["person_is_guardian"],
                    id="person_is_guardian",
                    tab_index=-1,
                    class_name="field-error",
                ),
            ),
        ),
        kit.select(
            "Bagi klien, orang ini",
            "person_safety",
            *kit.options([(str(code), label(code)) for code in PersonSafety]),
            default_value=old["safety"],
        ),
        class_name="grid gap-2",
    )


def ending(is_client: Any) -> rx.Component:
    return rx.el.div(
        kit.button("Simpan"),
        rx.cond(
            (CasePeople.editing != NEW) & ~is_client,
            kit.button("Keluarkan dari berkas", kind="danger", on_click=CasePeople.remove),
        ),
        class_name="flex flex-wrap gap-2",
    )


def suspect_form() -> rx.Component:
    error = AppState.errors
    return editor(
        rx.cond(CasePeople.editing == NEW, "Tambah terlapor", "Ubah data terlapor"),
        form(
            rx.el.p("Cukup hubungan, jenis kelamin, dan kelompok usianya.", class_name="text-muted"),
            pair(
                choose("Hubungan dengan klien", "suspect_relation", lists["relation_fine"], old["relation"], "Pilih satu", required=True, error=error["suspect_relation"]),
                choose("Jenis kelamin", "suspect_sex", lists["sex"], old["sex"], UNKNOWN),
            ),
            choose("Kelompok usia", "suspect_age_band", lists["age_band"], old["age_band"], UNKNOWN),
            ticked("suspect_in_household", "Tinggal serumah dengan klien", old["in_household"] == "yes"),
            naming(),
            both_versions(CasePeople, "suspect", CasePeople.editing),
            ending(False),
            on_submit=CasePeople.save_suspect,
            key=f"suspect-{CasePeople.editing}-{CasePeople.done}",
        ),
        on_stop=CasePeople.stop,
    )  # fmt: skip


def naming() -> rx.Component:
    """Only where a service cannot do without it."""
    error = AppState.errors
    return rx.el.fieldset(
        rx.el.legend("Nama, hanya bila suatu layanan memerlukannya", class_name="font-semibold"),
        rx.el.div(
            pair(
                choose("Layanan", "suspect_service", lists["perpetrator_name_service"], old["service"], "Tidak ada", error=error["suspect_service"]),
                kit.field("Nama", "suspect_name", default_value=old["name"], auto_complete="off", error=error["suspect_name"]),
            ),
            kit.field("Alasan", "suspect_reason", default_value=old["reason"], error=error["suspect_reason"]),
            class_name="grid gap-4 mt-2",
        ),
        class_name="min-w-0",
    )  # fmt: skip


def written(text: str, name: str, **props: Any) -> rx.Component:
    field = f"person_{name}"
    return kit.field(text, field, default_value=old[name], auto_complete="off", error=AppState.errors[field], **props)  # fmt: skip


def pick_one(text: str, name: str, list_code: str) -> rx.Component:
    field = f"person_{name}"
    return choose(text, field, lists[list_code], old[name], UNKNOWN, error=AppState.errors[field])


def several(text: str, name: str, list_code: str) -> rx.Component:
    def entry(item: rx.Var) -> rx.Component:
        chosen = CasePeople.chosen.contains(item.value)
        return kit.tick(f"person_{name}", item.value, item.text, default_checked=chosen, key=item.value)

    return rx.el.fieldset(
        rx.el.legend(text, class_name="font-semibold"),
        rx.el.div(rx.foreach(lists[list_code], entry), class_name="grid sm:grid-cols-2 gap-x-4"),
        class_name="min-w-0",
    )


def pair(*fields: rx.Component) -> rx.Component:
    return rx.el.div(*fields, class_name="grid gap-4 sm:grid-cols-2 items-end")
