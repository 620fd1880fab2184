"""What people type stays text in every place of a page, and slots do what they say."""

from html.parser import HTMLParser

import pytest
import reflex as rx
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from rindu_app.components.slots import attribute, each, flag, optional, value, when
from rindu_app.components.templates import Pages, compile_component

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</textarea><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "{{ 7 * 7 }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "{# hidden #}",
    "&lt;b&gt; &amp;",
    "<!-- -->",
    "\u202edesrever",
    "\ue000True\ue001onclick\ue002",
    "\n leading newline",
]
# HTML itself folds carriage returns and drops NUL; lone surrogates cannot be sent at all.
TEXT = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]))


class Reader(HTMLParser):
    """What a browser would see: every tag, every attribute, every text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


IN_TEXT = compile_component(rx.el.p(value("typed")))
IN_ATTRIBUTE = compile_component(rx.el.input(default_value=value("typed")))
IN_TEXTAREA = compile_component(rx.el.textarea(default_value=value("typed")))
IN_LIST = compile_component(rx.el.ul(each("m in messages", rx.el.li(value("m.text")))))
IN_CONDITION = compile_component(rx.el.p(custom_attrs={"title": attribute("typed", "{{ typed }}")}))


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_stays_text_everywhere(typed: str) -> None:
    assert read(IN_TEXT.render(typed=typed)).tags == ["p"]
    assert read(IN_TEXT.render(typed=typed)).text == typed
    assert read(IN_ATTRIBUTE.render(typed=typed)).attributes == [("value", typed)]
    assert read(IN_TEXTAREA.render(typed=typed)).text.removeprefix("\n") == typed
    assert read(IN_LIST.render(messages=[{"text": typed}])).tags == ["ul", "li"]
    assert read(IN_CONDITION.render(typed=typed)).attributes == [("title", typed)]


@given(TEXT)
def test_whatever_is_filled_in_comes_out_as_it_was(typed: str) -> None:
    assert read(IN_TEXT.render(typed=typed)).text == typed
    assert read(IN_ATTRIBUTE.render(typed=typed)).attributes == [("value", typed)]


@given(TEXT.filter(lambda text: not any(mark in text for mark in ("{{", "{%", "\ue000"))))
def test_whatever_we_write_in_a_component_comes_out_as_it_was(written: str) -> None:
    page = compile_component(rx.el.p(written, title=written)).render()
    assert read(page).tags == ["p"]
    assert read(page).text == written
    assert read(page).attributes == [("title", written)]


def test_when_shows_one_side_or_the_other() -> None:
    page = compile_component(when("errors", rx.el.p("ada"), otherwise=rx.el.p("tidak")))
    assert page.render(errors=["x"]) == "<p>ada</p>"
    assert page.render(errors=[]) == "<p>tidak</p>"
    assert page.render() == "<p>tidak</p>"


def test_flag_makes_a_boolean_attribute() -> None:
    page = compile_component(rx.el.input(custom_attrs={"checked": flag("form.channel == 'phone'")}))
    assert page.render(form={"channel": "phone"}) == "<input checked>"
    assert page.render(form={"channel": "web"}) == "<input>"
    assert page.render(form={}) == "<input>"


def test_showing_what_the_server_forgot_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        IN_TEXT.render()


def test_optional_shows_nothing_instead() -> None:
    assert compile_component(rx.el.p(optional("form.story"))).render(form={}) == "<p></p>"


@pytest.mark.parametrize("bad", ["", "a }} {{ b", "a %} {% b", "\ue000"])
def test_an_expression_that_breaks_its_delimiters_is_refused(bad: str) -> None:
    for make in (value, optional, flag, when):
        with pytest.raises(ValueError, match="Not a Jinja expression"):
            make(bad)


def test_a_loop_must_name_what_it_repeats() -> None:
    with pytest.raises(ValueError, match="Not a loop"):
        each("messages")


def test_pages_are_built_once() -> None:
    built = []

    def home() -> rx.Component:
        built.append("home")
        return rx.el.p(value("name"))

    pages = Pages({"home": home})
    assert [pages.fill("home", name="A"), pages.fill("home", name="B")] == ["<p>A</p>", "<p>B</p>"]
    assert built == ["home"]
