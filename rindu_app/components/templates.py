"""Compile component trees into Jinja templates, once, and fill them per request."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import reflex as rx
from jinja2 import Environment, StrictUndefined, Template

from rindu_app.components import html
from rindu_app.components.stylesheet import citizen_css


class Missing(StrictUndefined):
    """A name that the server did not pass: asking whether it is there is allowed, showing it is an error."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __ne__(self, other: object) -> bool:
        return type(other) is not type(self)

    def __hash__(self) -> int:
        return id(type(self))

    def __contains__(self, item: object) -> bool:
        return False


environment = Environment(autoescape=True, undefined=Missing, auto_reload=False, keep_trailing_newline=True)


def compile_component(component: rx.Component) -> Template:
    """A Jinja template of the tree; raises `NotPlainHtml` where it needs scripts."""
    source = html.render(component)
    doctype = "<!doctype html>" if source.startswith("<html") else ""
    return environment.from_string(doctype + source)


class Pages:
    """Named templates from component factories, each compiled once.

    `Pages(TEMPLATES).fill("home", units=[…])` is the page's HTML. An unknown name is a `KeyError`.
    """

    def __init__(self, factories: Mapping[str, Callable[[], rx.Component]]) -> None:
        self.factories = factories

    @cached_property
    def templates(self) -> dict[str, Template]:
        return {name: compile_component(factory()) for name, factory in self.factories.items()}

    def fill(self, page: str, /, **values: Any) -> str:
        return self.templates[page].render(values, css=citizen_css())
