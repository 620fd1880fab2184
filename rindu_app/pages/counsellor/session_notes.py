"""Notes of a session: below it in the list, and as steps of the one that is being worked on."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form, step
from rindu_app.components.counsellor.notes import former_words
from rindu_app.pages.counsellor.drafting import draft_area, kept_name, kept_props, restored
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_sessions import CaseSessions
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.words.codes import NoteAudience
from rindu_app.words.labels import labelled

chosen, errors = CaseSessions.chosen, AppState.errors


def note_rows(notes: rx.Var) -> rx.Component:
    return rx.cond(
        notes.length() > 0,
        rx.el.ul(rx.foreach(notes, note_row), class_name="grid gap-3 mt-3", custom_attrs={"role": "list"}),
    )


def note_row(note: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(note.text, class_name="whitespace-pre-wrap break-words"),
        rx.el.p(note.meta, class_name="text-sm text-muted"),
        former_words(note.mended, note.former),
        class_name=["border-l-2 border-base-300 pl-3", rx.cond(note.adds, "ml-5", "")],
        key=note.uid,
    )


def note_steps() -> rx.Component:
    """A new note; and for each that is there, either to rewrite it or to add to it."""
    return rx.fragment(
        step(
            "Tulis catatan",
            new_note(),
            key=f"note-step-{CaseSessions.done}",
            opened=Drafts.times["note_text:" + chosen.uid],
        ),
        rx.foreach(chosen.notes, one_note),
    )


def new_note() -> rx.Component:
    return form(
        draft_area("Catatan", "note_text", of=chosen.uid, rows=5, required=True, error=errors["note_text"]),
        kit.select("Dibaca oleh", "note_audience", *kit.options(labelled(NoteAudience))),
        kit.button("Simpan catatan", kind="plain"),
        on_submit=CaseSessions.write_note,
        key=f"note-{CaseSessions.done}-{chosen.uid}",
    )


def one_note(note: rx.Var) -> rx.Component:
    shared = {"hint": note.meta, "key": f"note-step-{CaseSessions.done}-" + note.uid}
    return rx.cond(
        note.may_edit,
        step("Ubah catatan", edit_form(note), opened=Drafts.times["edit_text:" + note.uid], **shared),
        step(
            "Tambahkan pada catatan",
            amend_form(note),
            opened=Drafts.times["amend_text:" + note.uid],
            **shared,
        ),
    )


def edit_form(note: rx.Var) -> rx.Component:
    """Fields of several notes stand on one page: an id each, so that every label finds its own."""
    return form(
        hidden("edit_uid", note.uid),
        words("Catatan", "edit_text", note, errors["edit_text"], begin=note.text),
        both_versions(CaseSessions, "edit", note.uid),
        kit.button("Simpan perubahan", kind="plain"),
        on_submit=CaseSessions.edit_note,
        key=f"edit-{CaseSessions.done}-" + note.uid,
    )


def amend_form(note: rx.Var) -> rx.Component:
    return form(
        hidden("amend_uid", note.uid),
        words("Tambahan", "amend_text", note, errors["amend_text"]),
        kit.button("Simpan tambahan", kind="plain"),
        on_submit=CaseSessions.amend_note,
        key=f"amend-{CaseSessions.done}-" + note.uid,
    )


def words(label: str, name: str, note: rx.Var, error: rx.Var, begin: rx.Var | None = None) -> rx.Component:
    own, kept = f"{name}_" + note.uid, kept_name(name, note.uid)
    return rx.el.div(
        rx.el.label(label, html_for=own, class_name="font-semibold"),
        rx.cond(error, rx.el.p(kit.icon("warning"), rx.el.span(error), class_name="field-error")),
        rx.el.textarea(
            name=name, id=own, rows="5", required=True, class_name="control", **kept_props(kept, begin)
        ),
        restored(kept),
        class_name="field",
    )


def hidden(name: str, value: rx.Var) -> rx.Component:
    return rx.el.input(type="hidden", name=name, default_value=value)
