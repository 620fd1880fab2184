"""Starting the job process beside the server."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Longer than a chore takes to come to a clean end.
PATIENCE = 25


@contextmanager
def job_process() -> Iterator[subprocess.Popen[bytes]]:
    """Runs while the block does; ends with this process even if that is killed."""
    command = [sys.executable, "-m", "rindu_app.jobs", "--parent", str(os.getpid())]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
