"""Small facts: clocks, risk, states, codes. Always a word, never colour alone."""

from typing import Literal

import reflex as rx

from rindu_app.components.either import Condition, Text, pick

Tone = Literal["plain", "danger", "warning", "success", "info"]
Level = Literal["high", "medium", "low"]

TONES: dict[Tone, str] = {
    "plain": "text-muted",
    "danger": "text-error",
    "warning": "text-warning",
    "success": "text-success",
    "info": "text-info",
}


def clock(time: Text, word: Text, late: Condition = False) -> rx.Component:
    """A running clock with its word: `clock("0:12", "lewat", late=True)`, `clock("3:20", "sisa waktu")`."""
    return rx.el.span(
        rx.el.span(time, class_name=["block text-base font-semibold tabular-nums", pick(late, "text-error")]),
        rx.el.span(word, class_name="block text-xs text-muted"),
        class_name="text-right shrink-0",
    )


def risk(level: Level | rx.Var[str], word: Text) -> rx.Component:
    """The word of a risk level in its colour."""
    return rx.el.span(
        word,
        class_name=["text-sm font-semibold", by_level(level, "text-error", "text-warning", "text-muted")],
    )


def risk_bar(level: Level | rx.Var[str]) -> Text:
    """Class names of the thin bar at the left of a row; the word stands in the row."""
    return by_level(
        level,
        "border-l-4 border-l-error",
        "border-l-4 border-l-warning",
        "border-l-4 border-l-base-300",
    )


def by_level(level: Level | rx.Var[str], high: str, medium: str, low: str) -> Text:
    if isinstance(level, rx.Var):
        return rx.match(level, ("high", high), ("medium", medium), low)
    return {"high": high, "medium": medium, "low": low}[level]


def status_word(text: Text, tone: Tone = "plain") -> rx.Component:
    """A state said in a word. No badge."""
    return rx.el.span(text, class_name=f"text-sm font-semibold {TONES[tone]}")


def code_box(code: Text, label: str = "Angka Anda") -> rx.Component:
    """The receipt code in its groups of four, big enough to copy by hand."""
    return rx.el.p(
        rx.el.span(label, class_name="sr-only"),
        rx.el.span(code, class_name="code-digits"),
        class_name="box px-4 py-6 text-center",
    )
