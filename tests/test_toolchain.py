"""What a fresh clone must be: reproducible, locked, and free of any registry's address."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tools import build, environment

ROOT = Path(__file__).resolve().parent.parent
REGISTRY_HOSTS = re.compile(
    r"(?i)\b(registry\.(npmjs|yarnpkg|npmmirror)\.[a-z]+|(files\.)?py(pi|thonhosted)\.(org|io)|deb\.debian\.org)"
)
LOCKS = ("requirements.txt", "requirements-dev.txt")


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))


def test_no_tracked_file_names_a_package_registry() -> None:
    def names_one(path: Path) -> bool:
        return bool(REGISTRY_HOSTS.search(path.read_text(errors="ignore")))

    assert [str(path) for path in tracked_files() if path != Path(__file__) and names_one(path)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text())
    assert len(blocks) > 50
    assert [block.split("\n")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_both_locks_agree_on_every_version() -> None:
    runtime, development = pins("requirements.txt"), pins("requirements-dev.txt")
    assert runtime.items() <= development.items()


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[\[=><]", requirement)[0] for requirement in requirements}

    assert names(project["dependencies"]) <= pins("requirements.txt").keys()
    assert names(project["optional-dependencies"]["dev"]) <= pins("requirements-dev.txt").keys()


def test_the_npm_lock_pins_by_integrity_and_names_no_address_to_fetch_from() -> None:
    lock = (ROOT / "reflex.lock" / "package-lock.json").read_text()
    assert '"integrity": "sha512-' in lock
    assert '"resolved"' not in lock


def test_a_second_build_is_skipped_until_a_source_of_the_pages_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, door = tmp_path / "rindu_app/pages/inbox.py", tmp_path / "rindu_app/api/doors.py"
    for path in (page, door):
        path.parent.mkdir(parents=True)
        path.write_text("one")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    before = build.fingerprint()

    door.write_text("two")
    assert build.fingerprint() == before

    page.write_text("two")
    assert build.fingerprint() != before


def test_packages_are_installed_again_only_when_the_lock_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("one")
    monkeypatch.setattr(environment, "LOCKS", {"run": lock, "dev": lock})
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    assert not environment.is_installed("run")

    environment.stamp_path("run").touch()
    assert environment.is_installed("run")

    lock.write_text("two")
    assert not environment.is_installed("run")


def test_ci_runs_what_a_newcomer_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert lines[-1] == "exec make test"
