"""What a session and a group's meeting share: their limits, the counsellor's time, and working hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from rindu_app.access.errors import Conflict, Invalid
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.schedule.hours import why_outside
from rindu_app.domain.schedule.slots import Slot, take_time
from rindu_app.models import Account
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, EntryKind, Outside
from rindu_app.words.labels import label

SHORTEST, LONGEST = 10, 480
# A village may be three hours away (RR-20).
FARTHEST = 360
# What happened without having been planned may still be written down for so long.
LOOK_BACK = timedelta(days=14)


@dataclass(frozen=True)
class Plan:
    """What is asked for. `travel_*` are minutes on the way; `anyway` is why it must be outside the usual times."""

    service: str
    counsellor_id: int
    starts_at: datetime
    minutes: int = 60
    mode: CounsellingMode = CounsellingMode.FACE
    place: str = ""
    travel_before: int = 0
    travel_after: int = 0
    anyway: str = ""

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= clock.now()


def check_plan(plan: Plan) -> None:
    """Raises `Invalid` with the name of the field."""
    if not SHORTEST <= plan.minutes <= LONGEST:
        raise Invalid("minutes", "minutes_range", least=SHORTEST, most=LONGEST)
    for field, minutes in (("before", plan.travel_before), ("after", plan.travel_after)):
        if not 0 <= minutes <= FARTHEST:
            raise Invalid(field, "minutes_range", least=0, most=FARTHEST)
    if plan.starts_at < clock.now() - LOOK_BACK:
        raise Invalid("day", "time_past")


def book(
    session: Session, plan: Plan, *, kind: EntryKind, source_uid: str, instead_of: str = ""
) -> tuple[Outside, ...]:
    """Take the counsellor's time; returns what was unusual about it.

    Raises `Conflict("calendar_taken")`, and `Conflict("outside_calendar")` for a time that is not usual unless `plan.anyway`
    says why. What has happened already is only written down.
    """
    slot = Slot.around(
        plan.counsellor_id, plan.starts_at, plan.minutes, plan.travel_before, plan.travel_after
    )
    take_time(session, slot, kind=kind, source_uid=source_uid, instead_of=instead_of)
    account = session.get_one(Account, plan.counsellor_id)
    outside = () if plan.has_begun else why_outside(session, account, plan.starts_at, plan.minutes)
    if outside and not clean_text(plan.anyway):
        raise Conflict("outside_calendar", why=" dan ".join(label(code) for code in outside))
    return outside
