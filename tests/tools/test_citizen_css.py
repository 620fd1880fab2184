"""The citizens' style sheet is flat, plain, and in the order that the layers had."""

from pathlib import Path

import pytest

from rindu_app.frontend import citizen_stylesheet, staff_stylesheet
from tools.citizen_css import flatten_layers, split_rules


def test_rules_stand_in_the_order_of_their_layers_not_of_the_file() -> None:
    css = "@layer theme, base, utilities;@layer utilities{.a{color:red}}@layer base{a{color:blue}}.z{top:0}"
    assert flatten_layers(css) == "a{color:blue}\n.a{color:red}\n.z{top:0}"


def test_nested_conditions_stay_whole() -> None:
    css = "@layer base{@media print{a{color:red}}b{top:0}}@media (min-width:1px){.c{top:1px}}"
    assert flatten_layers(css) == "@media print{a{color:red}}b{top:0}\n@media (min-width:1px){.c{top:1px}}"


def test_the_start_values_of_variables_apply_to_every_browser() -> None:
    css = "@layer properties{@supports ((x:y) and (not (margin-trim:inline))){*{--tw-border-style:solid}}}"
    assert flatten_layers(css) == "*{--tw-border-style:solid}"
    assert flatten_layers("@property --tw-x{syntax:'*';inherits:false}.a{top:0}") == ".a{top:0}"


@pytest.mark.parametrize("text", ["{", "}", ";", "a{b}c;"])
def test_braces_in_strings_are_not_braces(text: str) -> None:
    rule = f'.a{{content:"{text}"}}'
    assert split_rules(rule + ".b{top:0}") == [rule, ".b{top:0}"]


def test_citizens_get_the_theme_without_daisyui_and_staff_get_both() -> None:
    citizen, staff = citizen_stylesheet(Path("/pages")), staff_stylesheet()
    assert "--color-primary: #0e5e5b" in citizen
    assert "--color-primary: #0e5e5b" in staff
    assert '@plugin "daisyui"' in staff
    assert "daisyui" not in citizen
    assert "Plus Jakarta Sans" in staff
    assert "Plus Jakarta Sans" not in citizen
    assert '@source "/pages/*.html"' in citizen
