"""The citizens' style sheet: built once from the templates, inlined in every page, allowed by its hash."""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

CITIZEN_CSS = Path(__file__).resolve().parents[2] / ".build" / "citizen.css"


@lru_cache
def citizen_css() -> Markup:
    """The built style sheet; empty where nothing has been built, as in unit tests."""
    css = CITIZEN_CSS.read_text() if CITIZEN_CSS.exists() else ""
    if "</" in css:
        raise ValueError("A style sheet that closes its element cannot be inlined.")
    return Markup(css)  # noqa: S704 our own build's output


@lru_cache
def citizen_css_hash() -> str:
    """Source expression for `style-src`."""
    digest = hashlib.sha256(str(citizen_css()).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
