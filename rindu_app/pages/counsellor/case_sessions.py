"""The sessions of a case: what comes, what was, and one of them at a time to work on."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.components.counsellor.plan_form import anyway_field, place_field, plan_fields
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.drafting import draft_area
from rindu_app.pages.counsellor.session_notes import note_rows, note_steps
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_sessions import CaseSessions
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import CounsellingMode, NoteAudience, PaperKind
from rindu_app.words.labels import labelled

head, chosen, errors = CaseSessions.head, CaseSessions.chosen, AppState.errors
VIDEO_HINT = "Untuk panggilan video, ruangnya dibuat sendiri; tempat boleh kosong."
ATTENDANCE = routes.papers("", PaperKind.ATTENDANCE).removeprefix(routes.case(""))
LINK_HINT = "Untuk panggilan video, tulis tautan ruangnya di sini."


@screen(
    COUNSELLOR, "/kasus/[nomor]/sesi", title="Kasus", on_load=[CaseSessions.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_sessions() -> Parts:
    return case_part(
        CaseSessions,
        "sesi",
        rx.el.div(
            rx.el.div(coming(), past(), class_name="grid gap-8 min-w-0 content-start"),
            rx.el.div(
                rx.cond(chosen.uid, panel(), rx.cond(head.goes_on, planning())),
                groups(),
                class_name="grid gap-8 min-w-0 content-start",
            ),
            class_name="columns-file",
        ),
    )


def coming() -> rx.Component:
    return kit.section(
        "Yang akan datang",
        rx.cond(
            CaseSessions.coming.length() > 0,
            kit.rows(rx.foreach(CaseSessions.coming, session_row), label="Yang akan datang"),
            rx.el.p("Belum ada sesi yang direncanakan.", class_name="text-muted"),
        ),
        rx.cond(head.goes_on & (CaseSessions.agreed.length() > 0), agreed()),
    )


def agreed() -> rx.Component:
    """What she said yes to in her conversation, and is no session yet."""
    return rx.el.div(
        rx.el.h3("Janji yang sudah disetujui", class_name="font-semibold"),
        kit.rows(
            rx.foreach(
                CaseSessions.agreed,
                lambda row: rx.el.li(
                    rx.el.span(row.title, class_name="grow min-w-0"),
                    kit.button(
                        "Jadikan sesi",
                        kind="plain",
                        on_click=CaseSessions.start_from(row.uid),
                        custom_attrs={"aria-label": "Jadikan sesi: " + row.title},
                    ),
                    class_name="flex flex-wrap items-center gap-3 py-2",
                    key=row.uid,
                ),
            ),
            label="Janji yang sudah disetujui",
        ),
        class_name="grid gap-1",
    )


def past() -> rx.Component:
    return rx.cond(
        CaseSessions.past.length() > 0,
        kit.section(
            "Sudah lewat",
            kit.rows(rx.foreach(CaseSessions.past, session_row), label="Sudah lewat"),
            rx.cond(
                head.may_work,
                kit.button(
                    "Cetak catatan kehadiran",
                    kind="plain",
                    href=head.href + ATTENDANCE,
                    class_name="justify-self-start",
                ),
            ),
        ),
    )


def session_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.p(row.when, class_name="font-semibold"),
                rx.el.p(row.title),
                rx.foreach(row.lines, lambda line: rx.el.p(line, class_name="text-sm text-muted", key=line)),
                class_name="grow min-w-0",
            ),
            rx.el.div(
                rx.el.p(row.status_label, class_name="text-sm font-semibold"),
                rx.cond(
                    head.may_work,
                    kit.button(
                        "Kelola",
                        kind="plain",
                        on_click=CaseSessions.choose(row.uid),
                        custom_attrs={"aria-label": "Kelola: " + row.when},
                    ),
                ),
                class_name="grid gap-2 justify-items-end text-right shrink-0 max-w-32",
            ),
            class_name="flex items-start justify-between gap-3",
        ),
        note_rows(row.notes),
        class_name="py-4",
        key=row.uid,
    )


def panel() -> rx.Component:
    """One session to work on; each thing that can be done is closed until it is wanted."""
    return rx.el.section(
        rx.el.h2(
            "Kelola sesi", id="kelola", class_name="section-title", custom_attrs={"tabindex": "-1"}
        ),
        rx.el.p(chosen.when, ", ", chosen.title),
        rx.cond(
            chosen.room,
            kit.button(
                "Masuk ke ruang video", href=chosen.room, icon="video", target="_blank", rel="noreferrer"
            ),
        ),
        rx.cond(
            chosen.of_group,
            rx.el.p("Waktu dan kehadiran diatur dari ", rx.el.a("halaman kelompok", href=routes.GROUPS, class_name="link"), "."),
        ),
        rx.cond(chosen.to_settle, settle_form("Catat hasil")),
        rx.el.div(
            rx.cond(chosen.is_planned & ~chosen.of_group & head.goes_on, step("Ubah", move_form(), key=f"move-step-{CaseSessions.done}")),
            rx.cond(chosen.is_planned & ~chosen.of_group, step("Batalkan", cancel_form(), key=f"cancel-step-{CaseSessions.done}")),
            rx.cond(chosen.may_mend, step("Betulkan hasil", settle_form("Betulkan"), key=f"mend-step-{CaseSessions.done}")),
            note_steps(),
            class_name="border-t border-base-300",
        ),
        kit.button("Selesai mengelola", kind="quiet", on_click=CaseSessions.choose(""), class_name="justify-self-start"),
        class_name="grid gap-3 min-w-0",
        key=chosen.uid,
    )  # fmt: skip


def settle_form(button: str) -> rx.Component:
    return form(
        rx.el.fieldset(
            rx.el.legend("Apakah klien hadir?", class_name="font-semibold"),
            pick("settle_came", "yes", "Hadir, sesi terlaksana", required=True),
            pick("settle_came", "no", "Tidak hadir", required=True),
        ),
        draft_area("Catatan", "settle_note", of=chosen.uid, rows=5, error=errors["settle_text"]),
        audience("settle_audience"),
        kit.button(button),
        on_submit=CaseSessions.settle,
        key=f"settle-{CaseSessions.done}-{chosen.uid}",
    )


def audience(name: str) -> rx.Component:
    return kit.select("Dibaca oleh", name, *kit.options(labelled(NoteAudience)))


def planning() -> rx.Component:
    """A new session, or the one that was agreed as an appointment."""
    source = CaseSessions.source
    return rx.el.section(
        rx.el.h2(
            rx.cond(source.uid, "Jadikan sesi", "Rencanakan sesi"),
            id="kelola", class_name="section-title", custom_attrs={"tabindex": "-1"},
        ),
        rx.cond(source.uid, rx.el.p("Dari janji ", source.title, class_name="text-muted")),
        form(
            *plan_fields("plan", errors, CaseSessions.services, how("plan", source), who("plan", CaseSessions.me), source=source),
            place("plan"),
            rx.cond(
                source.uid,
                rx.fragment(),
                selects("Beri tahu klien lewat percakapan", "plan_tell", CaseSessions.threads, "Tidak", hint="Waktu yang sudah disepakati muncul di percakapannya.", error=errors["plan_tell"]),
            ),
            anyway_field("plan", CaseSessions.outside),
            kit.button("Rencanakan sesi"),
            on_submit=CaseSessions.plan,
            key=f"plan-{CaseSessions.done}-{source.uid}",
        ),
        class_name="grid gap-3 min-w-0",
    )  # fmt: skip


def move_form() -> rx.Component:
    return form(
        *plan_fields(
            "move", errors, CaseSessions.services, how("move", chosen), who("move", chosen.counsellor), given=chosen
        ),
        place("move", chosen),
        both_versions(CaseSessions, "move", chosen.uid),
        anyway_field("move", CaseSessions.outside),
        kit.button("Simpan perubahan", kind="plain"),
        on_submit=CaseSessions.move,
        key=f"move-{CaseSessions.done}-{chosen.uid}",
    )  # fmt: skip


def how(name: str, given: rx.Var) -> rx.Component:
    return kit.select(
        "Cara", f"{name}_mode", *kit.options(labelled(CounsellingMode)), default_value=rx.cond(given.mode, given.mode, "face")
    )  # fmt: skip


def who(name: str, given: rx.Var) -> rx.Component:
    return selects(
        "Konselor", f"{name}_counsellor", CaseSessions.counsellors, "Pilih satu", required=True, default_value=given,
        error=errors[f"{name}_counsellor"],
    )  # fmt: skip


def place(name: str, given: rx.Var | None = None) -> rx.Component:
    return rx.cond(
        CaseSessions.video_is_on,
        place_field(name, given, hint=VIDEO_HINT),
        place_field(name, given, hint=LINK_HINT),
    )


def cancel_form() -> rx.Component:
    return form(
        kit.textarea("Alasan", "cancel_reason", rows=2, required=True, error=errors["cancel_reason"]),
        kit.button("Batalkan sesi", kind="danger"),
        on_submit=CaseSessions.cancel,
        key=f"cancel-{CaseSessions.done}-{chosen.uid}",
    )


def groups() -> rx.Component:
    return kit.section(
        "Kelompok",
        rx.cond(
            CaseSessions.seats.length() > 0,
            kit.rows(rx.foreach(CaseSessions.seats, seat_row), label="Kelompok"),
            rx.el.p("Belum ikut kelompok.", class_name="text-muted"),
        ),
        rx.cond(
            head.goes_on & (CaseSessions.groups.length() > 0),
            rx.el.div(step("Ikutkan ke kelompok", join_form(), key=f"join-step-{CaseSessions.done}")),
        ),
    )


def seat_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.title, class_name="block font-semibold"),
            rx.el.span(row.detail, class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            head.may_work,
            kit.button(
                "Keluarkan",
                kind="quiet",
                on_click=CaseSessions.leave_group(row.uid),
                custom_attrs={"aria-label": "Keluarkan dari kelompok " + row.title},
            ),
        ),
        class_name="flex flex-wrap items-center gap-3 py-2",
        key=row.uid,
    )


def join_form() -> rx.Component:
    return form(
        selects("Kelompok", "join_group", CaseSessions.groups, "Pilih satu", required=True),
        kit.field(
            "Nama panggilan di kelompok",
            "join_alias",
            hint="Pilihan klien sendiri, boleh nama samaran. Hanya pemimpin kelompok yang melihatnya.",
            required=True,
            max_length=60,
            auto_complete="off",
            error=errors["join_alias"],
        ),
        kit.button("Ikutkan", kind="plain"),
        on_submit=CaseSessions.join,
        key=f"join-{CaseSessions.done}",
    )
