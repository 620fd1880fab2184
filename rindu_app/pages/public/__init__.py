"""The citizen's pages by name. They hold no State: Python renders them, and `rindu_app.api` fills and serves them."""

from collections.abc import Callable

import reflex as rx

from rindu_app.components.templates import Pages
from rindu_app.pages.public.home import home
from rindu_app.pages.public.lost import missing, trouble

TEMPLATES: dict[str, Callable[[], rx.Component]] = {
    "home": home,
    "missing": missing,
    "trouble": trouble,
}

PAGES = Pages(TEMPLATES)
