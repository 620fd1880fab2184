"""Components become plain HTML, or an error that says why they cannot."""

import pytest
import reflex as rx

from rindu_app.components.html import NotPlainHtml, render


class Counter(rx.State):
    count: int = 0

    @rx.event
    def add(self) -> None:
        self.count += 1


def test_react_names_become_html_names() -> None:
    field = rx.el.input(
        id="code",
        name="code",
        type="text",
        input_mode="numeric",
        auto_complete="off",
        max_length=24,
        tab_index=0,
        default_value="1",
        aria_describedby="hint",
        class_name=["a", "b"],
    )
    assert render(field) == (
        '<input aria-describedby="hint" autocomplete="off" class="a b" id="code" inputmode="numeric" '
        'maxlength="24" name="code" tabindex="0" type="text" value="1">'
    )


def test_a_label_names_its_field_and_a_form_posts_natively() -> None:
    form = rx.el.form(
        rx.el.label("Nama", html_for="name"), action="/lapor", method="post", enc_type="multipart/form-data"
    )
    assert render(form) == (
        '<form action="/lapor" enctype="multipart/form-data" method="post"><label for="name">Nama</label></form>'
    )


@pytest.mark.parametrize(("given", "expected"), [(True, "<input required>"), (False, "<input>")])
def test_a_boolean_attribute_is_there_or_not(given: bool, expected: str) -> None:
    assert render(rx.el.input(required=given)) == expected


def test_attributes_that_take_words_keep_them() -> None:
    element = rx.el.p(spell_check=False, custom_attrs={"aria-hidden": True, "data-open": False})
    assert render(element) == '<p aria-hidden="true" data-open="false" spellcheck="false"></p>'


def test_default_checked_and_the_value_of_a_textarea_go_where_html_wants_them() -> None:
    assert render(rx.el.input(type="checkbox", default_checked=True)) == '<input checked type="checkbox">'
    assert (
        render(rx.el.textarea(default_value="a < b", rows="4")) == '<textarea rows="4">\na &lt; b</textarea>'
    )


def test_an_icon_keeps_the_spelling_of_svg() -> None:
    icon = rx.el.svg(
        rx.el.path(d="M0 0", custom_attrs={"stroke-linecap": "round", "strokeWidth": "2"}),
        view_box="0 0 24 24",
        custom_attrs={"aria-hidden": "true"},
    )
    assert render(icon) == (
        '<svg aria-hidden="true" viewBox="0 0 24 24"><path d="M0 0" stroke-linecap="round" stroke-width="2">'
        "</path></svg>"
    )


def test_a_link_is_a_plain_link() -> None:
    link = rx.el.a("Lapor", href="/lapor", reload_document=True)
    assert render(link) == '<a href="/lapor">Lapor</a>'


def test_fragments_leave_no_trace_and_void_elements_are_not_closed() -> None:
    assert render(rx.fragment("a", rx.el.br(), rx.fragment("b"))) == "a<br>b"


def test_jinja_passes_untouched_and_all_around_it_is_escaped() -> None:
    element = rx.el.p("<b> {{ m.text | default('\"<') }} & {% if a < b %}", title='"{{ x }}"')
    assert render(element) == (
        '<p title="&#34;{{ x }}&#34;">&lt;b&gt; {{ m.text | default(\'"<\') }} &amp; {% if a < b %}</p>'
    )


@pytest.mark.parametrize("stray", ["{{ open", "{% open", "{# note #}", "}} closed {{"])
def test_a_stray_delimiter_is_text(stray: str) -> None:
    assert "{{" not in render(rx.el.p(stray))
    assert "{%" not in render(rx.el.p(stray))
    assert "{#" not in render(rx.el.p(stray))


@pytest.mark.parametrize(
    ("component", "reason"),
    [
        (rx.el.button("x", on_click=Counter.add), "on_click needs scripts"),
        (rx.el.form("x", action="/x", on_submit=Counter.add), "on_submit needs scripts"),
        (rx.el.form("x", method="post"), "needs an action"),
        (rx.el.p(Counter.count), "depends on State"),
        (rx.el.p("x", class_name=rx.cond(Counter.count, "a", "b")), "depends on State"),
        (rx.el.p("x", title=f"{Counter.count} kali"), "depends on State"),
        (rx.cond(Counter.count, rx.el.p("a"), rx.el.p("b")), "is not plain HTML"),
        (rx.foreach(["a"], rx.el.p), "is not plain HTML"),
        (rx.el.p("x", style={"color": "red"}), "inline style"),
        (rx.el.p("x", clas_name="typo"), "unknown property: clasName"),
        (rx.el.script("alert(1)"), "<script> is not allowed"),
        (rx.el.iframe(src="/x"), "<iframe> is not allowed"),
        (rx.el.style("p { color: red }"), "filled in by the server"),
        (rx.el.a("x", href="javascript:alert(1)"), "must not be a script"),
        (rx.el.p("x", custom_attrs={"onclick": "alert(1)"}), "not an attribute"),
        (rx.el.p("x", custom_attrs={"a b": "1"}), "not an attribute"),
        (rx.el.p("x", custom_attrs={"style": "color:red"}), "no inline style"),
        (rx.el.select(rx.el.option("A", value="a"), default_value="a"), "selected=flag"),
    ],
)
def test_what_needs_scripts_is_an_error_that_says_why(component: rx.Component, reason: str) -> None:
    with pytest.raises(NotPlainHtml, match=reason):
        render(rx.el.main(component))


def test_the_error_says_where() -> None:
    with pytest.raises(NotPlainHtml, match=r"^main > section > p: "):
        render(rx.el.main(rx.el.section(rx.el.p(Counter.count))))
