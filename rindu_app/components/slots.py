"""Places in a component that the server fills: they become Jinja in the compiled template.

Every value is escaped when it is filled in. The arguments are Jinja expressions written by us, never user input.
"""

import re
from typing import Final, Self

import reflex as rx

# Private-use characters fence an attribute that is only there when its condition holds.
OPEN: Final = "\ue000"
MIDDLE: Final = "\ue001"
CLOSE: Final = "\ue002"

LOOP: Final = re.compile(r"[a-z_][a-z0-9_]*(, *[a-z_][a-z0-9_]*)* in .+")


class Slot(str):
    """A place for text; `expression` is what fills it, so that the kit can ask whether it is there."""

    expression: str

    @classmethod
    def of(cls, expression: str, template: str) -> Self:
        slot = cls(template.replace("…", checked(expression)))
        slot.expression = expression
        return slot


def value(expression: str) -> Slot:
    """Text or attribute value: `value("form.story")`. A name that the server did not pass is an error."""
    return Slot.of(expression, "{{ … }}")


def optional(expression: str) -> Slot:
    """Like `value`, but nothing where the server passed nothing: `optional("form.story")`."""
    return Slot.of(expression, "{{ (…) or '' }}")


def flag(condition: str) -> str:
    """A boolean attribute: `custom_attrs={"checked": flag("form.channel == 'phone'")}`."""
    return f"{OPEN}{checked(condition)}{MIDDLE}{CLOSE}"


def attribute(condition: str, text: str) -> str:
    """An attribute that exists only when the condition holds, with this text as its value."""
    return f"{OPEN}{checked(condition)}{MIDDLE}{text}{CLOSE}"


def when(
    condition: str, *children: rx.Component | str, otherwise: rx.Component | str | None = None
) -> rx.Component:
    """Show the children when the condition holds, else `otherwise`."""
    rest = ["{% else %}", otherwise] if otherwise is not None else []
    return rx.fragment("{% if " + checked(condition) + " %}", *children, *rest, "{% endif %}")


def each(loop: str, *children: rx.Component | str) -> rx.Component:
    """Repeat the children: `each("m in messages", rx.el.p(value("m.text")))`."""
    if not LOOP.fullmatch(loop):
        raise ValueError(f"Not a loop, expected `name in expression`: {loop!r}")
    return rx.fragment("{% for " + checked(loop) + " %}", *children, "{% endfor %}")


def checked(expression: str) -> str:
    """Refuse an expression that would close its own delimiters.

    Raises:
        ValueError: it is empty or holds a Jinja delimiter.
    """
    if not expression.strip() or re.search(r"\{[{%#]|[}%#]\}|[\ue000-\ue002]", expression):
        raise ValueError(f"Not a Jinja expression: {expression!r}")
    return expression
