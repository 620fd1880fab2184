"""The queue: huey on SQLite by default, on Redis where one is configured (then several servers share the work)."""

from functools import partial

from huey import Huey, RedisHuey, SqliteHuey, crontab

from rindu_app.jobs.chores import CHORES, Chore, run_chore
from rindu_app.settings import Settings


def make_huey(settings: Settings) -> Huey:
    """The queue with every chore on its timetable. Only names travel through it, never a person's words."""
    if settings.redis_url:
        huey: Huey = RedisHuey("rindu", url=settings.redis_url, results=False)
    else:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        huey = SqliteHuey("rindu", filename=str(settings.data_dir / "jobs.db"), results=False)
    for chore in CHORES:
        schedule(huey, chore)
    return huey


def schedule(huey: Huey, chore: Chore) -> None:
    when = crontab(minute=f"*/{chore.minutes}") if chore.minutes < 60 else crontab(minute="7")

    def work() -> None:
        # Two servers on one queue: whoever comes second leaves it to the first.
        with huey.lock_task(chore.name):
            run_chore(chore)

    huey.periodic_task(when, name=chore.name)(work)


def run_at_start() -> None:
    for do in [partial(run_chore, chore) for chore in CHORES if chore.at_start]:
        do()
