"""`.env.example` names every setting with its true default, and nothing else."""

import re
from pathlib import Path

from rindu_app.settings import Settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"


def examples() -> dict[str, str]:
    return dict(re.findall(r"^# RINDU_([A-Z_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))


def test_every_setting_is_explained_and_none_is_invented() -> None:
    assert {name.lower() for name in examples()} == set(Settings.model_fields)


def test_numbers_in_the_example_are_the_defaults() -> None:
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, int):
            assert examples()[name.upper()] == str(field.default)
