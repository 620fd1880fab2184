"""Keys are made once, replaced without touching data, and never overwritten."""

import json
from pathlib import Path

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import new_sealer, open_sealer, store_key
from rindu_app.access.session import open_session
from tests.cli.conftest import Rindu


def test_keys_are_made_with_an_own_mode_and_never_overwritten(
    empty_installation: Path, rindu: Rindu, production: dict[str, str]
) -> None:
    path = Path(production["RINDU_KEY_FILE"])
    assert rindu("keys", "create", **production).exit_code == 0
    first = path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(first)["development"] is False
    again = rindu("keys", "create", **production)
    assert again.exit_code == 1
    assert path.read_bytes() == first


def test_status_counts_what_each_key_protects_and_rotate_moves_it(installation: Path, rindu: Rindu) -> None:
    sealer = new_sealer()
    with open_session(Actor.system("test")) as session:
        store_key(session, sealer)
    assert "k1: 1 kunci data, dipakai sekarang" in rindu("keys", "status").output

    result = rindu("keys", "rotate")
    assert result.exit_code == 0, result.output
    assert "1 kunci data dibungkus ulang dengan k2" in result.output
    status = rindu("keys", "status").output
    assert "k2: 1 kunci data, dipakai sekarang" in status
    assert "k1" not in status
    with open_session(Actor.system("test"), write=False) as session:
        assert open_sealer(session, sealer.uid).key == sealer.key


def test_the_key_file_holds_the_rotation_and_the_same_other_secrets(installation: Path, rindu: Rindu) -> None:
    rindu("keys", "create")
    before = json.loads((installation / "keys.json").read_text())
    rindu("keys", "rotate")
    after = json.loads((installation / "keys.json").read_text())
    assert {name: before[name] for name in ("pepper", "index", "audit")} == {
        name: after[name] for name in ("pepper", "index", "audit")
    }
    assert list(after["wrapping"]) == ["k2"]


def test_in_production_a_missing_key_file_stops_every_command(
    empty_installation: Path, rindu: Rindu, production: dict[str, str]
) -> None:
    result = rindu("keys", "status", **production)
    assert result.exit_code == 1
    assert "rindu keys create" in result.output
    assert not Path(production["RINDU_KEY_FILE"]).exists()
