"""The job process beside the server: started with it, ended with it, and started anew if it dies meanwhile."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

ROOT = Path(__file__).resolve().parents[2]
# Longer than a chore takes to come to a clean end.
PATIENCE = 25
# Seconds before it is started anew: more each time, unless it has worked for a while.
FIRST_PAUSE, LONGEST_PAUSE, A_WHILE = 1.0, 60.0, 300.0

log = structlog.get_logger(__name__)


@contextmanager
def job_process() -> Iterator["JobProcess"]:
    """Runs while the block does; ends with this process even if that is killed."""
    jobs = JobProcess()
    try:
        yield jobs
    finally:
        jobs.stop()


class JobProcess:
    """Whatever it was doing when it died is done once: what waits is rows, and a notice is claimed before it leaves."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self.process = _start()
        threading.Thread(target=self._keep_alive, daemon=True).start()

    def stop(self) -> None:
        with self._lock:
            self._stopping.set()
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _keep_alive(self) -> None:
        pause = FIRST_PAUSE
        while True:
            began = time.monotonic()
            code = self.process.wait()
            if time.monotonic() - began > A_WHILE:
                pause = FIRST_PAUSE
            if self._stopping.is_set():
                return
            log.error("jobs_ended", code=str(code))
            self._stopping.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            with self._lock:
                if self._stopping.is_set():
                    return
                self.process = _start()


def _start() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "rindu_app.jobs", "--parent", str(os.getpid())]
    return subprocess.Popen(command, cwd=ROOT)
