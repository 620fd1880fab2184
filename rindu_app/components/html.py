"""Turn a tree of `rx.el` components into plain HTML, without the frontend build.

Citizen pages are made of the same components as staff pages, but nothing of Reflex reaches the citizen: no script,
no hydration, no marker. Text and attributes are escaped; Jinja expressions pass untouched, so that the result is a
template which the server compiles once. What has no meaning without scripts is an error at import, not a dead button.
"""

import re
from typing import Any

from markupsafe import escape
from reflex_base.components.component import BaseComponent, Component
from reflex_base.utils.format import to_snake_case
from reflex_base.vars.base import LiteralVar, Var
from reflex_components_core.base.bare import Bare
from reflex_components_core.base.fragment import Fragment
from reflex_components_core.el.element import Element
from reflex_components_core.el.elements.forms import Form
from reflex_components_core.react_router.dom import ReactRouterLink

from rindu_app.components.slots import CLOSE, MIDDLE, OPEN

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
SVG = frozenset(
    [
        "svg",
        "path",
        "line",
        "circle",
        "ellipse",
        "rect",
        "polygon",
        "polyline",
        "g",
        "defs",
        "title",
        "desc",
        "use",
    ]
)
FORBIDDEN = frozenset(["script", "iframe", "object", "embed", "portal"])

BOOLEAN = frozenset(
    [
        "autofocus",
        "checked",
        "controls",
        "default",
        "disabled",
        "download",
        "formnovalidate",
        "hidden",
        "inert",
        "ismap",
        "loop",
        "multiple",
        "muted",
        "novalidate",
        "open",
        "readonly",
        "required",
        "reversed",
        "selected",
    ]
)
ENUMERATED = frozenset(["contenteditable", "draggable", "spellcheck", "translate"])
RENAMED = {
    "html_for": "for",
    "accept_charset": "accept-charset",
    "http_equiv": "http-equiv",
    "default_value": "value",
    "default_checked": "checked",
    "to": "href",
}
SVG_CAMEL = {
    "view_box": "viewBox",
    "preserve_aspect_ratio": "preserveAspectRatio",
    "path_length": "pathLength",
}
ONLY_REACT = ("reload_document", "suppress_hydration_warning")
URL_ATTRIBUTES = frozenset(["href", "src", "action", "formaction"])

JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
DELIMITER = re.compile(r"\{(?=[{%#])")
CONDITIONAL = re.compile(f"{OPEN}(.*?){MIDDLE}(.*){CLOSE}", re.DOTALL)
ATTRIBUTE_NAME = re.compile(r"[a-zA-Z_][-a-zA-Z0-9_:.]*")


class NotPlainHtml(TypeError):
    """A component that cannot be shown without scripts; the message says which and where."""


def render(component: BaseComponent) -> str:
    """HTML of a component tree, with its Jinja expressions untouched.

    Raises:
        NotPlainHtml: an event handler, a State var, inline style, or a component that is not `rx.el`.
    """
    return render_node(component, "")


def render_node(node: BaseComponent, path: str) -> str:
    if isinstance(node, Bare):
        return escape_text(literal(node.contents, path, "text"))
    if isinstance(node, Fragment):
        return "".join(render_node(child, path) for child in node.children)
    tag = tag_of(node, path)
    here = f"{path} > {tag}" if path else tag
    refuse_scripted(node, here)
    attributes, content = attributes_of(node, tag, here)
    opening = f"<{tag}{attributes}>"
    if tag in VOID:
        if node.children:
            raise NotPlainHtml(f"{here}: <{tag}> holds no children")
        return opening
    if tag in ("textarea", "pre"):
        # The parser drops one newline after the tag: without ours it would be the person's own.
        opening += "\n"
    children = content + "".join(render_node(child, here) for child in node.children)
    if tag == "style" and not JINJA.fullmatch(children):
        raise NotPlainHtml(f"{here}: style sheets are filled in by the server, as one expression")
    return f"{opening}{children}</{tag}>"


def tag_of(node: BaseComponent, path: str) -> str:
    if isinstance(node, ReactRouterLink):  # what rx.el.a makes; without scripts it is a plain link
        return "a"
    tag = getattr(node, "tag", None)
    if not isinstance(node, Element) or not tag:
        raise NotPlainHtml(
            f"{path or 'root'}: {type(node).__name__} is not plain HTML; use rx.el, when() and each()"
        )
    if tag in FORBIDDEN:
        raise NotPlainHtml(f"{path or 'root'}: <{tag}> is not allowed on a page without scripts")
    return str(tag)


def refuse_scripted(node: Component, here: str) -> None:
    """Refuse what only works with Reflex's runtime."""
    events = set(node.event_triggers)
    if isinstance(node, Form):
        # Reflex gives every form a handler that only prevents the default; ours submit natively.
        events -= {"on_submit"} if is_reflex_default(node) else set()
        if node.action is None:
            raise NotPlainHtml(f"{here}: a form needs an action")
    if events:
        raise NotPlainHtml(f"{here}: {', '.join(sorted(events))} needs scripts; post a form instead")
    if node.style:
        raise NotPlainHtml(
            f"{here}: inline style or an unknown property: {', '.join(node.style)}; "
            "use class_name, or custom_attrs for an attribute that Reflex does not know"
        )


def is_reflex_default(form: Form) -> bool:
    default = Form.create(action="/")
    return repr(form.event_triggers.get("on_submit")) == repr(default.event_triggers.get("on_submit"))


def attributes_of(node: Component, tag: str, here: str) -> tuple[str, str]:
    """The attribute text of a start tag, and content that React takes from a property (a textarea's value)."""
    found: dict[str, Any] = {}
    for prop in node.get_props():
        given = getattr(node, prop, None)
        if given is not None and prop not in (*node._exclude_props(), *ONLY_REACT):
            found[attribute_name(prop, tag)] = literal(given, here, prop)
    for name, given in (("id", node.id), ("class", node.class_name)):
        if given is not None:
            found[name] = literal(given, here, name)
    for name, given in node.custom_attrs.items():
        found[plain_name(name, tag, here)] = literal(given, here, name)
    content = ""
    if tag == "textarea" and "value" in found:
        content = escape_text(found.pop("value"))
    if tag == "select" and "value" in found:
        raise NotPlainHtml(f"{here}: mark the chosen <option> with custom_attrs selected=flag(…)")
    return "".join(one_attribute(name, found[name], here) for name in sorted(found)), content


def attribute_name(prop: str, tag: str) -> str:
    """HTML name of a Reflex property: `html_for` → `for`, `max_length` → `maxlength`, `stroke_width` → `stroke-width`."""
    if prop in RENAMED:
        return RENAMED[prop]
    if tag in SVG:
        return SVG_CAMEL.get(prop, prop.replace("_", "-"))
    return prop.replace("_", "")


def plain_name(name: str, tag: str, here: str) -> str:
    """Name of a custom attribute as HTML spells it; React's spelling is understood."""
    if not ATTRIBUTE_NAME.fullmatch(name) or name.lower().startswith("on"):
        raise NotPlainHtml(f"{here}: {name!r} is not an attribute of a page without scripts")
    if name == "style":
        raise NotPlainHtml(f"{here}: use class_name, the policy allows no inline style")
    is_react_spelling = name != name.lower() and "-" not in name
    return attribute_name(to_snake_case(name), tag) if is_react_spelling else name


def one_attribute(name: str, given: Any, here: str) -> str:
    """` name="value"`, ` name` or nothing."""
    if isinstance(given, str) and (conditional := CONDITIONAL.fullmatch(given)):
        condition, text = conditional.groups()
        return f"{{% if {condition} %}}{one_attribute(name, text or True, here)}{{% endif %}}"
    if given is None or (given is False and not takes_words(name)):
        return ""
    if given is True and not takes_words(name):
        return f" {name}"
    if name in BOOLEAN:
        if JINJA.search(str(given)):
            raise NotPlainHtml(f"{here}: {name} is there or not; use flag(…)")
        return f" {name}"
    text = str(given).lower() if isinstance(given, bool) else str(given)
    if name in URL_ATTRIBUTES and re.match(r"(?i)\s*(javascript|vbscript|data)\s*:", text):
        raise NotPlainHtml(f"{here}: {name} must not be a script")
    return f' {name}="{escape_text(text)}"'


def takes_words(name: str) -> bool:
    """Whether true and false are written out (`aria-hidden="true"`) instead of the attribute being there or not."""
    return name.startswith(("aria-", "data-")) or name in ENUMERATED


def literal(given: Any, here: str, prop: str) -> Any:
    """The Python value behind a property.

    Raises:
        NotPlainHtml: it is only known in the browser.
    """
    if isinstance(given, Var):
        if not isinstance(given, LiteralVar):
            raise NotPlainHtml(f"{here}: {prop} depends on State ({given!s}); use value(…) from slots")
        given = getattr(given, "_var_value", None)
    if isinstance(given, (list, tuple)):
        return " ".join(str(literal(item, here, prop)) for item in given)
    if given is None or isinstance(given, (str, int, float)):
        return given
    raise NotPlainHtml(f"{here}: {prop} is a {type(given).__name__}, not text")


def escape_text(text: Any) -> str:
    """Escape for text and quoted attributes; complete Jinja expressions pass, stray delimiters become entities."""
    if text is None:
        return ""
    parts = JINJA.split(str(text))
    return "".join(
        part if index % 2 else DELIMITER.sub("&#123;", str(escape(part))) for index, part in enumerate(parts)
    )
