"""Legal matters of a case: what runs out by law first, then each matter with its stages."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, step
from rindu_app.pages.counsellor.case_sections import column, hidden, must_choose, services_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_legal import CaseLegal
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import LegalTrackKind
from rindu_app.words.labels import labelled

head, error = CaseLegal.head, AppState.errors


@screen(
    COUNSELLOR, "/kasus/[nomor]/layanan/hukum", title="Kasus", on_load=[CaseLegal.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_legal() -> Parts:
    return services_part(
        CaseLegal,
        "hukum",
        column(rx.cond(CaseLegal.clocks.length() > 0, clocks()), matters()),
        rx.cond(head.goes_on, kit.section("Perkara baru", track_form())),
    )


def clocks() -> rx.Component:
    return kit.section(
        "Batas waktu menurut undang-undang",
        kit.rows(rx.foreach(CaseLegal.clocks, clock_row), label="Batas waktu"),
    )


def clock_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.due, class_name=["text-sm font-semibold", rx.cond(row.late, "text-error", "text-warning")]),
        rx.el.p(row.source, class_name="text-sm text-muted"),
        class_name="py-3",
        key=row.key,
    )  # fmt: skip


def matters() -> rx.Component:
    return kit.section(
        "Perkara",
        rx.cond(
            CaseLegal.tracks.length() > 0,
            rx.el.div(rx.foreach(CaseLegal.tracks, track), class_name="grid gap-8"),
            kit.empty(
                "Belum ada perkara yang dicatat.",
                "Laporan polisi, Pengadilan Agama, dan permohonan ke LPSK diikuti di sini. Klien yang memutuskan akan melapor atau tidak.",
            ),
        ),
    )


def track(row: rx.Var) -> rx.Component:
    return rx.el.div(
        rx.el.h3(row.title, class_name="font-semibold"),
        rx.el.p(row.state, class_name="text-sm font-semibold text-muted"),
        kit.rows(rx.foreach(row.steps, step_row), label=row.title, class_name="mt-2"),
        rx.cond(
            head.goes_on & row.left,
            kit.button(
                "Dampingi lagi",
                kind="plain",
                on_click=CaseLegal.resume(row.uid),
                custom_attrs={"aria-label": "Dampingi lagi: " + row.title},
                class_name="mt-3",
            ),
        ),
        rx.cond(
            head.goes_on & row.goes_on,
            step("Catat tahap berikutnya", step_form(row), key=f"step-step-{CaseLegal.done}"),
        ),
        key=row.uid,
    )


def step_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title),
            rx.el.p(row.meta, class_name="text-sm text-muted"),
            rx.cond(row.note, rx.el.p(row.note, class_name="whitespace-pre-wrap")),
            class_name="grow basis-56 min-w-0",
        ),
        rx.cond(
            head.goes_on,
            kit.button(
                "Batalkan",
                kind="quiet",
                on_click=CaseLegal.remove(row.uid),
                custom_attrs={"aria-label": "Batalkan catatan: " + row.title},
            ),
        ),
        class_name="flex flex-wrap items-start gap-x-3 py-3",
        key=row.uid,
    )


def track_form() -> rx.Component:
    return form(
        kit.select(
            "Jenis perkara", "track_kind", rx.el.option("Pilih satu", value=""), *kit.options(labelled(LegalTrackKind)),
            required=True, on_change=CaseLegal.choose_kind, error=error["track_kind"],
        ),
        rx.cond(
            CaseLegal.has_matters,
            must_choose("Mengenai", "track_matter", CaseLegal.matters, error["track_matter"]),
        ),
        must_choose("Tahap", "track_stage", CaseLegal.stages, error["track_stage"]),
        *when_and_what("track"),
        kit.button("Simpan perkara"),
        on_submit=CaseLegal.open,
        key=f"track-{CaseLegal.done}",
    )  # fmt: skip


def step_form(row: rx.Var) -> rx.Component:
    return form(
        hidden(row.uid),
        must_choose("Tahap", "step_stage", row.stages, error["step_stage"]),
        *when_and_what("step"),
        kit.button("Simpan tahap", kind="plain"),
        on_submit=CaseLegal.record,
        key=f"step-{CaseLegal.done}",
    )


def when_and_what(name: str) -> list[rx.Component]:
    return [
        rx.el.div(
            kit.field("Tanggal", f"{name}_day", type="date", max=head.today, required=True, error=error[f"{name}_day"]),
            kit.field("Jam", f"{name}_time", type="time"),
            class_name="grid gap-3 grid-cols-2 items-end",
        ),
        kit.field("Nomor surat", f"{name}_papers", auto_complete="off", error=error[f"{name}_papers"]),
        kit.textarea("Catatan", f"{name}_note", rows=2, error=error[f"{name}_note"]),
    ]  # fmt: skip
