"""Help that reaches the client: what she was given, and what was applied for with her consent. Never what something costs."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, step
from rindu_app.pages.counsellor.case_sections import column, hidden, line, must_choose, services_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_aid import CaseAid
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head, error = CaseAid.head, AppState.errors
RUPIAH_HINT = "Yang diterima klien, dalam rupiah. Kosongkan bila bukan uang atau belum diterima."


@screen(
    COUNSELLOR, "/kasus/[nomor]/layanan/bantuan", title="Kasus", on_load=[CaseAid.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_aid() -> Parts:
    return services_part(
        CaseAid,
        "bantuan",
        column(ledger()),
        rx.cond(head.goes_on, kit.section("Catat bantuan", aid_form())),
    )


def ledger() -> rx.Component:
    return kit.section(
        "Bantuan untuk klien",
        rx.cond(
            CaseAid.rows.length() > 0,
            kit.rows(rx.foreach(CaseAid.rows, aid_row), label="Bantuan untuk klien"),
            kit.empty(
                "Belum ada bantuan yang dicatat.",
                "Bantuan sosial, BPJS, dan sekolah diusulkan setelah klien setuju; hasilnya dicatat di sini.",
            ),
        ),
        rx.cond(
            CaseAid.total,
            rx.el.p(
                "Uang yang sudah diterima klien: ", CaseAid.total, ".", class_name="text-sm text-muted tabular-nums"
            ),
        ),
    )  # fmt: skip


def aid_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.el.span(row.state, class_name="text-sm font-semibold text-muted"),
            class_name="flex flex-wrap items-baseline justify-between gap-x-4",
        ),
        rx.foreach(row.lines, line),
        rx.cond(
            head.goes_on & row.goes_on,
            rx.el.div(step("Catat hasil", follow_form(row), key=f"follow-step-{CaseAid.done}")),
        ),
        class_name="grid gap-1 py-4",
        key=row.uid,
    )


def aid_form() -> rx.Component:
    return form(
        must_choose("Jenis bantuan", "aid_kind", CaseAid.kinds, error["aid_kind"]),
        must_choose("Dari", "aid_source", CaseAid.sources, error["aid_source"]),
        rx.el.fieldset(
            rx.el.legend("Keadaannya", class_name="font-semibold"),
            pick("aid_received", "no", "Baru diusulkan", required=True),
            pick("aid_received", "yes", "Sudah diterima klien", required=True),
        ),
        day("aid"),
        rupiah("aid"),
        kit.textarea("Untuk keperluan", "aid_use", rows=2, required=True, error=error["aid_use"]),
        kit.button("Simpan bantuan"),
        on_submit=CaseAid.record,
        key=f"aid-{CaseAid.done}",
    )


def follow_form(row: rx.Var) -> rx.Component:
    return form(
        hidden(row.uid),
        must_choose("Hasil", "follow_step", row.steps, error["follow_step"]),
        day("follow"),
        rupiah("follow"),
        kit.textarea("Keterangan", "follow_reason", rows=2, hint="Perlu diisi bila ditolak.", error=error["follow_reason"]),
        kit.button("Simpan hasil", kind="plain"),
        on_submit=CaseAid.follow,
        key=f"follow-{CaseAid.done}",
    )  # fmt: skip


def day(name: str) -> rx.Component:
    return kit.field(
        "Tanggal", f"{name}_day", type="date", max=head.today, default_value=head.today, required=True,
        error=error[f"{name}_day"],
    )  # fmt: skip


def rupiah(name: str) -> rx.Component:
    return kit.field(
        "Jumlah uang", f"{name}_rupiah", hint=RUPIAH_HINT, input_mode="numeric", auto_complete="off", error=error[f"{name}_rupiah"]
    )  # fmt: skip
