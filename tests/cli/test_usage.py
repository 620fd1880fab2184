"""A command that cannot be read is answered in a sentence, with the way to more."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Rindu

LAUNCHER = Path(__file__).parents[2] / "bin" / "rindu"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("tidak-ada", "Perintah itu tidak dikenal"),
        ("keys tidak-ada", "Perintah itu tidak dikenal"),
        ("backup", "BERKAS belum disebut"),
        ("backup a b", "isinya terlalu banyak"),
        ("serve --port banyak", "Isi --port tidak dapat dipakai"),
        ("seed --tidak-ada", "Pilihan --tidak-ada tidak dikenal"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(
    empty_installation: Path, rindu: Rindu, typed: str, sentence: str
) -> None:
    result = rindu(*typed.split())
    assert result.exit_code == 2
    assert sentence in result.output
    assert "--help" in result.output
    assert "Usage" not in result.output
    assert "Traceback" not in result.output


def test_the_launcher_works_from_any_folder_and_takes_files_from_there(
    empty_installation: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = subprocess.run(
        [LAUNCHER, "restore", "tidak-ada.rindu"], cwd=elsewhere, env=os.environ, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert ran.returncode == 1
    assert "tidak-ada.rindu" in ran.stderr + ran.stdout
    assert "Traceback" not in ran.stderr
