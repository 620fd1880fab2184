"""What the administrator's screens show, as plain words."""

from dataclasses import dataclass


@dataclass
class Row:
    """A line of a list: what is chosen (`key`), its name, details below it, and a word at its end."""

    key: str = ""
    title: str = ""
    detail: str = ""
    end: str = ""
    dim: bool = False


@dataclass
class Choice:
    value: str = ""
    text: str = ""


# Of a form being filled: which one ("" none, "new", or a key) and what stands in its fields.
NEW = "new"
