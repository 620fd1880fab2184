"""Icons as inline SVG: no library at run time, and the same on citizen and staff pages."""

import reflex as rx

from rindu_app.components.either import Text
from rindu_app.components.kit.icon_shapes import ICONS


def icon(name: str, class_name: Text = "size-5", label: str | None = None) -> rx.Component:
    """An icon beside its word; give `label` only where there is no word to see.

    Raises:
        KeyError: no such icon in `icon_shapes.ICONS`.
    """
    attributes = {"aria-label": label, "role": "img"} if label else {"aria-hidden": "true"}
    return rx.el.svg(
        rx.el.path(d=ICONS[name]),
        view_box="0 0 24 24",
        class_name=["icon shrink-0", class_name],
        custom_attrs=attributes,
    )
