"""`python -m rindu_app.jobs [--parent PID]`: works until told to stop, or until the server that started it is gone."""

import os
import sys
import threading
import time

from rindu_app.adapters.bell_line import carry_by_redis
from rindu_app.jobs.queue import make_huey, run_at_start
from rindu_app.log import setup_logging
from rindu_app.settings import get_settings


def main() -> None:
    setup_logging()
    if sys.argv[1:2] == ["--parent"]:
        threading.Thread(target=_end_with, args=(int(sys.argv[2]),), daemon=True).start()
    settings = get_settings()
    if settings.redis_url:
        carry_by_redis(settings.redis_url)
    huey = make_huey(settings)
    huey.flush_locks()  # of a process that was killed while it worked
    run_at_start()
    huey.create_consumer(workers=1, check_worker_health=True, shutdown_timeout=20).run()


def _end_with(parent: int) -> None:
    """However the server ended, even killed: its orphan gets another parent."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)  # everything here survives a sudden end: that is what the tests of sending prove


if __name__ == "__main__":
    main()
