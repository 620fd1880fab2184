"""What can be done with a report, one step at a time; only the steps that are possible now."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.report_conflicts import conflicts
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.deciding import Deciding
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.words.codes import ReportAction as A
from rindu_app.words.codes import Risk
from rindu_app.words.labels import label

story = ReportPage.story


def steps() -> rx.Component:
    return rx.cond(story.may_work, possible())


def possible() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Langkah", class_name="section-title", id="langkah"),
        rx.el.div(
            when(A.TRIAGE, triage()),
            when(A.OPEN_CASE, open_case()),
            when(A.ASSIGN, assign()),
            when(A.CLOSE_CONSULTED, close()),
            when(A.FORWARD, forward()),
            when(A.MARK_DUPLICATE, duplicate()),
            when(A.MARK_JUNK, junk()),
            when(A.REOPEN, reopen()),
            when(A.UNMARK_DUPLICATE, kit.button("Hapus tanda duplikat", kind="plain", on_click=Deciding.unmark_duplicate)),
            when(A.UNMARK_JUNK, kit.button("Kembalikan sebagai laporan", kind="plain", on_click=Deciding.unjunk)),
            rx.cond(story.held, kit.button("Ini laporan sungguhan", kind="plain", on_click=Deciding.release)),
            conflicts(),
            class_name="grid mt-1",
        ),
        class_name="scroll-mt-20",
    )  # fmt: skip


def when(action: A, child: rx.Component) -> rx.Component:
    return rx.cond(story.may.contains(str(action)), child)


def triage() -> rx.Component:
    decided = rx.cond(
        story.risk_decided, "Sudah dinilai petugas", "Perkiraan dari jawaban pelapor; belum dinilai petugas"
    )
    return step(
        "Nilai risiko",
        form(
            rx.el.fieldset(
                rx.el.legend("Tanda bahaya", class_name="font-semibold"),
                rx.el.p("Centang bila jawabannya ya. Yang tidak diketahui, biarkan kosong.", class_name="text-sm text-muted"),
                rx.foreach(Deciding.signs, sign),
                class_name="min-w-0",
            ),
            rx.el.p(
                rx.el.span("Usulan: ", class_name="text-muted"),
                rx.cond(Deciding.proposal, Deciding.proposal, "centang tanda bahaya, atau tetapkan langsung"),
                role="status",
            ),
            rx.el.fieldset(
                rx.el.legend("Anda menetapkan", class_name="font-semibold"),
                *[pick("triage_decided", str(risk), label(risk), required=True) for risk in Risk],
                class_name="min-w-0",
            ),
            kit.textarea(
                "Alasan",
                "triage_reason",
                rows=2,
                hint="Perlu bila keputusan Anda berbeda dari usulan.",
                error=AppState.errors["triage_reason"],
            ),
            kit.button("Tetapkan risiko", main=True),
            on_submit=Deciding.triage,
            key=f"triage-{Deciding.done}",
        ),
        hint=decided,
        key=f"triage-step-{Deciding.done}",
    )  # fmt: skip


def sign(row: rx.Var) -> rx.Component:
    ticked = lambda is_on: Deciding.tick(row.value, is_on)  # noqa: E731  # Reflex reads the signature of a lambda
    return rx.fragment(
        pick("triage_signs", row.value, row.text, several=True, on_change=ticked), key=row.value
    )


def open_case() -> rx.Component:
    return step(
        "Jadikan kasus",
        rx.el.p("Anda menjadi manajer kasus. Sejak itu hanya tim kasus yang membaca laporan ini."),
        kit.button("Buka kasus baru", on_click=Deciding.open_case, icon="folder"),
        form(
            kit.field(
                "Atau gabungkan ke kasus yang ada",
                "join_case_number",
                placeholder="K-2611-0093",
                hint="Untuk pelapor kedua dari kejadian yang sama.",
                error=AppState.errors["join_case_number"],
                required=True,
                auto_complete="off",
            ),
            kit.button("Gabungkan", kind="plain"),
            on_submit=Deciding.join_case,
            key=f"join-{Deciding.done}",
        ),
        hint="Pendampingan oleh satu tim",
    )


def assign() -> rx.Component:
    return step(
        "Tentukan penanggung jawab",
        kit.button("Saya yang menangani", kind="plain", on_click=Deciding.take),
        form(
            selects(
                "Atau petugas lain",
                "assign_account_id",
                Deciding.colleagues,
                "Pilih petugas",
                error=AppState.errors["assign_account_id"],
                required=True,
            ),
            kit.button("Tunjuk", kind="plain"),
            on_submit=Deciding.assign,
            key=f"assign-{Deciding.done}",
        ),
        key=f"assign-step-{Deciding.done}",
    )


def close() -> rx.Component:
    return step(
        "Selesaikan",
        form(
            selects(
                "Karena",
                "close_reason_code",
                Deciding.endings,
                "Pilih alasan",
                error=AppState.errors["close_reason_code"],
                required=True,
            ),
            kit.textarea("Keterangan", "close_note", rows=2, hint="Boleh kosong."),
            kit.button("Selesaikan laporan", kind="plain"),
            on_submit=Deciding.close,
            key=f"close-{Deciding.done}",
        ),
        hint="Konsultasi cukup, atau bukan kewenangan kita",
        key=f"close-step-{Deciding.done}",
    )


def forward() -> rx.Component:
    return step(
        "Teruskan ke wilayah lain",
        form(
            kit.field("Cari wilayah tujuan", "place_words", placeholder="Nama kecamatan atau kabupaten", required=True),
            kit.button("Cari", kind="plain", icon="search"),
            on_submit=Deciding.find_places,
            key="places",
        ),
        rx.cond(
            Deciding.places.length() > 0,
            form(
                rx.el.fieldset(
                    rx.el.legend("Pilih tujuan", class_name="font-semibold"),
                    rx.foreach(Deciding.places, place),
                    class_name="min-w-0",
                ),
                kit.textarea("Alasan", "forward_reason", rows=2, required=True, error=AppState.errors["forward_reason"]),
                rx.el.p("Kantor Anda tidak dapat lagi membaca laporan ini.", class_name="text-sm text-muted"),
                kit.button("Teruskan", kind="danger"),
                on_submit=Deciding.forward,
                key=f"forward-{Deciding.done}",
            ),
        ),
        hint="Angkanya tetap sama",
    )  # fmt: skip


def place(row: rx.Var) -> rx.Component:
    return rx.fragment(pick("forward_area_code", row.value, row.text, required=True), key=row.value)


def duplicate() -> rx.Component:
    return step(
        "Tandai duplikat",
        form(
            kit.field(
                "Sama dengan laporan nomor",
                "duplicate_of_number",
                placeholder="L-2611-0417",
                error=AppState.errors["duplicate_of_number"],
                required=True,
                auto_complete="off",
            ),
            kit.button("Tandai", kind="plain"),
            on_submit=Deciding.mark_duplicate,
            key=f"duplicate-{Deciding.done}",
        ),
        hint="Kedua laporan tetap utuh; tanda dapat dihapus",
        key=f"duplicate-step-{Deciding.done}",
    )


def junk() -> rx.Component:
    return step(
        "Bukan laporan sungguhan",
        form(
            selects(
                "Karena",
                "junk_reason_code",
                Deciding.junk_reasons,
                "Pilih alasan",
                error=AppState.errors["junk_reason_code"],
                required=True,
            ),
            kit.button("Sisihkan", kind="plain"),
            on_submit=Deciding.junk,
            key=f"junk-{Deciding.done}",
        ),
        hint="Dapat dikembalikan kapan saja",
        key=f"junk-step-{Deciding.done}",
    )


def reopen() -> rx.Component:
    return step(
        "Buka kembali",
        form(
            kit.textarea(
                "Alasan", "reopen_reason", rows=2, required=True, error=AppState.errors["reopen_reason"]
            ),
            kit.button("Buka kembali", kind="plain"),
            on_submit=Deciding.reopen,
            key=f"reopen-{Deciding.done}",
        ),
        key=f"reopen-step-{Deciding.done}",
    )
