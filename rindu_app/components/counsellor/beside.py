"""What somebody else wrote, beside what was typed: field by field where both changed the same, in lines where they did not."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.words.fields import BETWEEN, BOTH, KEEP, MINE, THEIRS


def both_versions(state: Any, form: str, of: rx.Var | None = None) -> rx.Component:
    """Stands in the form it belongs to, above its button: its choices are sent with the form."""
    beside = state.beside
    mine = beside.form == form
    same = rx.el.p("Isinya sekarang sama dengan tulisan Anda. Simpan lagi, atau tutup isian ini.")
    return rx.cond(
        mine if of is None else mine & (beside.of == of),
        rx.el.section(
            rx.el.h3("Dua versi", id=BOTH, tab_index=-1, class_name="font-semibold"),
            rx.el.p(
                "Diubah oleh ",
                beside.who,
                ". Tulisan Anda masih ada. Pilih mana yang dipakai, lalu simpan lagi.",
            ),
            rx.cond(
                beside.rows.length() > 0, rx.foreach(beside.rows, lambda row: _difference(row, beside)), same
            ),
            class_name="notice grid gap-4",
            key=beside.key,
        ),
    )


def _difference(row: rx.Var, beside: rx.Var) -> rx.Component:
    name = f"{KEEP}_" + row.name
    return rx.el.fieldset(
        rx.el.legend(row.label, class_name="font-semibold"),
        _version(name, MINE, "Tulisan Anda", row.mine, False),
        _version(name, THEIRS, beside.who, row.theirs, row.untouched),
        id=name,
        class_name="min-w-0 grid gap-1 sm:grid-cols-2 sm:gap-x-4",
        custom_attrs={"tabindex": "-1"},
        key=row.name,
    )


def _version(name: rx.Var, value: str, whose: Any, words: rx.Var, chosen: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=name,
            required=True,
            default_checked=chosen,
            class_name="tick",
            custom_attrs={"value": value},
        ),
        rx.el.span(
            rx.el.span(whose, class_name="block text-sm text-muted"),
            rx.el.span(words, class_name="block whitespace-pre-wrap wrap-anywhere"),
            class_name="grow min-w-0",
        ),
        class_name="flex items-start gap-3 min-h-12 py-2",
    )


def came_between(state: Any) -> rx.Component:
    """Above a part whose step was refused: what others did since she saw it, and what she had written."""
    return rx.cond(
        state.news.length() > 0,
        rx.el.div(
            kit.notice(
                rx.el.ul(
                    rx.foreach(state.news, _line), class_name="grid gap-2", custom_attrs={"role": "list"}
                ),
                rx.cond(
                    state.typed.length() > 0,
                    rx.el.div(
                        rx.el.p("Tulisan Anda, belum disimpan", class_name="font-semibold"),
                        rx.foreach(
                            state.typed,
                            lambda text: rx.el.p(
                                text, class_name="whitespace-pre-wrap wrap-anywhere", key=text
                            ),
                        ),
                        class_name="grid gap-1 mt-2",
                    ),
                ),
                rx.el.p("Periksa, lalu kirim lagi bila masih tepat."),
                title="Sementara itu berkas ini berubah",
                tone="warning",
            ),
            id=BETWEEN,
            tab_index=-1,
        ),
    )


def _line(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            row.title, rx.cond(row.text, ": " + row.text, ""), class_name="whitespace-pre-wrap wrap-anywhere"
        ),
        rx.el.p(row.meta, class_name="text-sm text-muted"),
        key=row.key,
    )
