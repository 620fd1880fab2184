"""`/_health` says whether a report can be taken, and nothing else."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rindu_app.access import keyring
from rindu_app.access.database import get_engine
from rindu_app.access.migrations import migrate
from rindu_app.api import health
from rindu_app.api.app import create_app
from rindu_app.settings import get_settings


def ask() -> tuple[int, dict[str, str]]:
    health._last = (-health.SECONDS, {})
    answer = TestClient(create_app()).get("/_health")
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()


@pytest.fixture
def house(empty_installation: Path) -> Path:
    migrate()
    return empty_installation


def test_a_whole_house_is_well(house: Path) -> None:
    assert ask() == (200, {"status": "ok", "database": "ok", "files": "ok", "keys": "ok"})


def test_a_database_that_was_not_migrated_is_trouble(empty_installation: Path) -> None:
    assert ask()[1]["database"] == "trouble"


def test_a_folder_that_cannot_be_written_is_trouble(house: Path) -> None:
    get_settings().files_dir.parent.mkdir(parents=True, exist_ok=True)
    get_settings().files_dir.write_text("a file where the folder should be")
    assert ask() == (503, {"status": "trouble", "database": "ok", "files": "trouble", "keys": "ok"})


def test_keys_that_cannot_be_read_are_trouble_and_nothing_of_why_is_told(house: Path) -> None:
    assert ask()[0] == 200
    keyring.forget_keyring()
    get_settings().keys.write_text("no json of ours")
    status, body = ask()
    assert (status, body["keys"]) == (503, "trouble")
    assert str(house) not in str(body)


def test_it_is_asked_of_the_house_only_now_and_then(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask()
    looks: list[int] = []
    monkeypatch.setattr(health, "check_health", lambda: looks.append(1) or {"database": True})
    monkeypatch.setattr(health, "SECONDS", 3600.0)
    for _ in range(5):
        TestClient(create_app()).get("/_health")
    assert looks == []
    assert get_engine()
