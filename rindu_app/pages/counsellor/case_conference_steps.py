"""What can be done about one conference: asking people, agreeing, moving, holding, deciding, sharing, calling off."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.drafting import draft_area
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_conferences import CaseConferencesPage
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.words.codes import InviteAnswer

Page = CaseConferencesPage
now, head, error = Page.now, Page.head, AppState.errors


def follow_up() -> rx.Component:
    return rx.cond(
        now.uid != "",
        rx.el.section(
            rx.el.div(
                rx.el.h2(now.title, id="tindak-lanjut", tab_index=-1, class_name="section-title"),
                kit.button("Tutup", kind="quiet", on_click=Page.stop),
                class_name="flex items-start justify-between gap-4",
            ),
            rx.cond(now.planned, rx.el.div(kit.button("Waktunya disepakati", kind="plain", on_click=Page.agree))),
            rx.cond(now.invitees.length() > 0, listed()),
            rx.cond(now.open, rx.el.div(member(), partner(), rx.cond(now.begun, held()), moved(), cancelled())),
            rx.cond(now.held, decision()),
            class_name="box p-5 grid gap-3",
        ),
    )  # fmt: skip


def listed() -> rx.Component:
    """Who is asked, with what can be done about each."""
    return kit.rows(rx.foreach(now.invitees, one), label="Yang diundang")


def one(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.name, class_name="font-semibold"),
            rx.el.p(row.answer, class_name="text-sm text-muted"),
            class_name="grow basis-40 min-w-0",
        ),
        rx.cond(
            row.asked,
            rx.fragment(
                said(row, "Hadir", InviteAnswer.COMES, "Catat bahwa {} akan hadir"),
                said(row, "Tidak hadir", InviteAnswer.ABSENT, "Catat bahwa {} tidak dapat hadir"),
            ),
        ),
        rx.cond(
            row.shareable,
            kit.button("Bagikan notulen", kind="plain", on_click=Page.share(row.uid), custom_attrs={"aria-label": "Bagikan notulen kepada " + row.name}),
        ),
        rx.cond(
            row.removable,
            kit.button("Keluarkan", kind="quiet", on_click=Page.uninvite(row.uid), custom_attrs={"aria-label": "Keluarkan " + row.name}),
        ),
        class_name="flex flex-wrap items-center gap-x-2 py-2",
        key=row.uid,
    )  # fmt: skip


def said(row: rx.Var, text: str, answer: InviteAnswer, words: str) -> rx.Component:
    before, after = words.split("{}")
    return kit.button(
        text,
        kind="quiet",
        on_click=Page.note_answer(row.uid, str(answer)),
        custom_attrs={"aria-label": before + row.name + after},
    )


def member() -> rx.Component:
    return step(
        "Undang anggota tim",
        form(
            selects("Petugas", "member_account_id", Page.team, "Pilih satu", required=True, error=error["member_account_id"]),
            kit.button("Undang", kind="plain"),
            on_submit=Page.invite,
            key=f"member-{Page.done}",
        ),
        key=f"member-step-{Page.done}",
    )  # fmt: skip


def partner() -> rx.Component:
    return step(
        "Undang lembaga mitra",
        rx.cond(
            Page.permitted.length() > 0,
            partner_form(),
            rx.el.p("Belum ada persetujuan klien untuk merujuk ke lembaga mana pun. Catat dulu di bagian Persetujuan."),
        ),
        hint="Mitra membaca tujuan, waktu, tempat, dan yang Anda bagikan",
    )  # fmt: skip


def partner_form() -> rx.Component:
    return form(
        selects(
            "Lembaga mitra", "partner_partner", Page.permitted, "Pilih satu", required=True,
            hint="Hanya lembaga yang disetujui klien.", on_change=Page.choose_partner, error=error["partner_partner"],
        ),
        rx.cond(
            Page.partner != "",
            rx.el.fieldset(
                rx.el.legend("Yang dibagikan", class_name="font-semibold"),
                rx.el.p("Hanya yang disetujui klien untuk lembaga ini. Bagikan seperlunya.", class_name="text-sm text-muted"),
                rx.cond(error["partner_fields"], rx.el.p(error["partner_fields"], class_name="field-error")),
                rx.foreach(Page.allowed, lambda choice: pick("partner_fields", choice.value, choice.text, several=True)),
                rx.foreach(Page.written, written),
                id="partner_fields",
                tab_index=-1,
                class_name="grid gap-2",
            ),
        ),
        kit.button("Undang", kind="plain"),
        on_submit=Page.invite_partner,
        key=f"partner-{Page.done}",
    )  # fmt: skip


def written(field: rx.Var) -> rx.Component:
    """A piece that is written for this one invitation; left empty it is not shared."""
    name = "partner_" + field.value
    return rx.el.div(
        rx.el.label(field.text, html_for=name, class_name="font-semibold"),
        rx.el.p("Kosongkan bila tidak dibagikan.", id=name + "-hint", class_name="text-sm text-muted"),
        rx.cond(error[name], rx.el.p(error[name], class_name="field-error")),
        rx.el.textarea(
            name=name, id=name, rows="2", class_name="control", custom_attrs={"aria-describedby": name + "-hint"}
        ),
        class_name="field",
        key=field.value,
    )  # fmt: skip


def held() -> rx.Component:
    return step(
        "Catat pelaksanaan",
        form(
            rx.el.fieldset(
                rx.el.legend("Yang hadir", class_name="font-semibold"),
                rx.foreach(now.owners, lambda choice: pick("hold_came", choice.value, choice.text, several=True)),
            ),
            draft_area(
                "Notulen", "hold_notes", of=now.uid, rows=6, required=True, error=error["hold_notes"],
                hint="Hanya dibaca tim kasus, sampai Anda membagikannya kepada seorang mitra.",
            ),
            kit.button("Simpan notulen", kind="plain"),
            on_submit=Page.hold,
            key=f"hold-{Page.done}",
        ),
        key=f"hold-step-{Page.done}",
        opened=Drafts.times["hold_notes:" + now.uid],
    )  # fmt: skip


def moved() -> rx.Component:
    return step(
        "Ubah waktu atau tempat",
        form(
            *when_and_where("move", now.form),
            both_versions(Page, "move", now.uid),
            kit.button("Simpan", kind="plain"),
            on_submit=Page.move,
            key=f"move-{Page.done}-{now.uid}",
        ),
        hint="Semua yang diundang ditanya lagi",
        key=f"move-step-{Page.done}",
    )


def cancelled() -> rx.Component:
    return step(
        "Batalkan konferensi",
        form(
            kit.textarea("Alasan", "cancel_reason", rows=2, required=True, error=error["cancel_reason"]),
            kit.button("Batalkan konferensi", kind="plain"),
            on_submit=Page.cancel,
            key=f"cancel-{Page.done}",
        ),
        key=f"cancel-step-{Page.done}",
    )


def decision() -> rx.Component:
    return form(
        rx.el.h3("Catat keputusan", class_name="font-semibold"),
        kit.textarea("Apa yang dilakukan", "decision_words", rows=2, required=True, error=error["decision_words"]),
        selects(
            "Oleh siapa", "decision_who", now.owners, "Pilih satu", required=True, error=error["decision_who"],
            hint="Untuk anggota tim menjadi tugas.",
        ),
        kit.field("Paling lambat", "decision_day", type="date", required=True, error=error["decision_day"]),
        rx.el.div(kit.button("Catat keputusan", kind="plain")),
        on_submit=Page.decide,
        key=f"decision-{Page.done}",
    )  # fmt: skip


def when_and_where(name: str, given: Any = None) -> list[rx.Component]:
    """Fields of a plan, for a new one and for another time, which begins with what is planned (`given`)."""

    def begin(field: str, usual: str = "") -> dict[str, Any]:
        return {"default_value": given[field] if given is not None else usual}

    video = given["mode"] == "video" if given is not None else False
    place = given["mode"] != "video" if given is not None else True
    return [
        kit.textarea(
            "Tujuan", f"{name}_purpose", rows=2, required=True, **begin("purpose"), error=error[f"{name}_purpose"],
            hint="Dibaca mitra yang diundang. Tanpa nama dan tanpa cerita.",
        ),
        rx.el.div(
            kit.field("Tanggal", f"{name}_day", type="date", min=head.today, required=True, error=error[f"{name}_day"], **begin("day")),
            kit.field("Jam", f"{name}_time", type="time", required=True, **begin("time")),
            class_name="grid gap-3 grid-cols-2 items-end",
        ),
        kit.field(
            "Lama (menit)", f"{name}_minutes", type="number", **begin("minutes", "90"), min="15", max="480", required=True,
            error=error[f"{name}_minutes"],
        ),
        rx.el.fieldset(
            rx.el.legend("Bertemu", class_name="font-semibold"),
            pick(f"{name}_mode", "place", "Di satu tempat", required=True, default_checked=place),
            pick(f"{name}_mode", "video", "Lewat panggilan video", default_checked=video),
        ),
        kit.field(
            "Tempat", f"{name}_place", auto_complete="off", **begin("place"), error=error[f"{name}_place"],
            hint="Boleh kosong bila lewat panggilan video.",
        ),
    ]  # fmt: skip
