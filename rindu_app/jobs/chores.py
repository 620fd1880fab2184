"""What the house does by itself. Each chore owns its transactions, can be run at any time and twice, and says how much it did."""

from collections.abc import Callable
from dataclasses import dataclass

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.adapters.channels import get_senders
from rindu_app.domain.accounts.slowdown import purge_failures
from rindu_app.domain.aftercare.watching import watch_aftercare
from rindu_app.domain.cases.running_out import end_unallowed
from rindu_app.domain.cases.watching import watch_cases
from rindu_app.domain.conferences.inviting import end_stale_invitations
from rindu_app.domain.deliveries.appointments import remind_of_appointments
from rindu_app.domain.deliveries.reminders import remind_late_clocks
from rindu_app.domain.deliveries.sending import send_waiting
from rindu_app.domain.drafts.ending import sweep_drafts
from rindu_app.domain.files.sweeping import sweep_files
from rindu_app.domain.papers.exports import sweep_exports
from rindu_app.domain.referrals.chasing import chase_referrals
from rindu_app.domain.reports.orphans import move_orphans
from rindu_app.domain.shelter.overdue import watch_stays
from rindu_app.domain.transfers.chasing import chase_transfers
from rindu_app.domain.visits.commands import expire_visits
from rindu_app.log import get_logger

JOBS = Actor.system("jobs")


@dataclass(frozen=True)
class Chore:
    """`minutes`: how often. `at_start`: also once when the process starts."""

    name: str
    minutes: int
    do: Callable[[], int]
    at_start: bool = False


def end_visits() -> int:
    with open_session(JOBS) as session:
        return expire_visits(session)


def forget_failures() -> int:
    with open_session(JOBS) as session:
        return purge_failures(session)


def remind() -> int:
    with open_session(JOBS) as session:
        return remind_late_clocks(session, JOBS)


def remind_people() -> int:
    with open_session(JOBS) as session:
        return remind_of_appointments(session, JOBS)


def chase() -> int:
    with open_session(JOBS) as session:
        return chase_referrals(session, JOBS)


def watch() -> int:
    with open_session(JOBS) as session:
        watchers = (watch_cases, watch_stays, watch_aftercare)
        return sum(look(session, JOBS) for look in watchers)


def chase_handovers() -> int:
    with open_session(JOBS) as session:
        return chase_transfers(session, JOBS)


def end_invitations() -> int:
    with open_session(JOBS) as session:
        return end_stale_invitations(session, JOBS)


def find_offices() -> int:
    with open_session(JOBS) as session:
        return move_orphans(session, JOBS)


def end_plans() -> int:
    with open_session(JOBS) as session:
        return end_unallowed(session, JOBS)


def end_papers() -> int:
    with open_session(JOBS) as session:
        return sweep_exports(session, JOBS)


def end_drafts() -> int:
    with open_session(JOBS) as session:
        return sweep_drafts(session, JOBS)


def send() -> int:
    return send_waiting(get_senders())


CHORES = (
    Chore("send", 1, send),
    Chore("find_offices", 1, find_offices, at_start=True),
    Chore("end_visits", 5, end_visits, at_start=True),
    Chore("remind", 5, remind),
    Chore("watch_cases", 15, watch, at_start=True),
    Chore("remind_people", 5, remind_people),
    Chore("chase_referrals", 5, chase, at_start=True),
    Chore("chase_transfers", 5, chase_handovers, at_start=True),
    Chore("end_invitations", 5, end_invitations, at_start=True),
    Chore("end_plans", 5, end_plans, at_start=True),
    Chore("end_papers", 5, end_papers, at_start=True),
    Chore("end_drafts", 5, end_drafts, at_start=True),
    Chore("sweep_files", 15, sweep_files, at_start=True),
    Chore("forget_failures", 60, forget_failures),
)


def run_chore(chore: Chore) -> int | None:
    """Do it and note it. A failure is logged and left to the next time; None then."""
    logger = get_logger()
    try:
        count = chore.do()
    except Exception as error:
        logger.exception("job failed", job=chore.name, error=type(error).__name__)
        return None
    if count:
        logger.info("job done", job=chore.name, count=count)
    return count
