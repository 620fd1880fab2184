"""What the person at the keyboard reads about backups."""

from pathlib import Path

import pytest

from rindu_app.settings import get_settings
from tests.cli.conftest import Rindu


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_back_up_and_restore_on_another_machine(
    empty_installation: Path, rindu: Rindu, tmp_path: Path
) -> None:
    rindu("migrate")
    path, new = tmp_path / "house.rindu", tmp_path / "new"
    made = rindu("backup", str(path))
    assert made.exit_code == 0, made.output
    assert "Ujung jejak audit: baris 1, " in made.output
    assert "TIDAK ada di dalamnya" in made.output
    link = made.output.split("baris 1, ")[1].split(".")[0]

    new.mkdir()
    (new / "keys.json").write_bytes(get_settings().keys.read_bytes())
    restored = rindu("restore", str(path), RINDU_DATA_DIR=str(new))
    assert restored.exit_code == 0, restored.output
    assert f"utuh sampai baris 1, {link}" in restored.output


def test_every_refusal_is_a_sentence(empty_installation: Path, rindu: Rindu, tmp_path: Path) -> None:
    rindu("migrate")
    path = tmp_path / "house.rindu"
    rindu("backup", str(path))
    for arguments, words in (
        (("backup", str(path)), "sudah ada"),
        (("backup", str(tmp_path / "nowhere" / "x")), "tidak ada"),
        (("restore", str(tmp_path / "missing")), "tidak ada"),
        (("restore", str(path)), "sudah berisi data"),
        (("restore", str(Path(__file__))), "bukan cadangan"),
    ):
        result = rindu(*arguments)
        assert result.exit_code == 1
        assert words in result.output
        assert "Traceback" not in result.output
