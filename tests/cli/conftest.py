"""Running the command line as a person would."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from rindu_app.cli import app
from tests.conftest import forget_installation

Rindu = Callable[..., Result]


@pytest.fixture
def rindu() -> Rindu:
    """`rindu("keys", "status")` runs the command in this process, with settings read anew."""

    def run(*arguments: str, **environment: str) -> Result:
        forget_installation()
        result = CliRunner().invoke(app, list(arguments), env={**os.environ, **environment, "COLUMNS": "200"})
        forget_installation()
        return result

    return run


@pytest.fixture
def production(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a production installation with its own key place."""
    keys: Path = tmp_path_factory.mktemp("etc") / "keys.json"
    return {
        "RINDU_ENVIRONMENT": "production",
        "RINDU_PUBLIC_URL": "https://contoh.example",
        "RINDU_KEY_FILE": str(keys),
    }
