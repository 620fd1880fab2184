"""A conference takes the time of whoever called it and of the colleagues who come; partners keep their own calendars."""

from sqlmodel import Session

from rindu_app.access.errors import Conflict, Invalid
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.schedule.slots import Slot, join_time, leave_time, take_together
from rindu_app.models import Case, CaseConference
from rindu_app.words.codes import EntryKind


def place_conference(session: Session, case: Case, conference: CaseConference) -> None:
    """It was planned or moved: only who called it keeps this time, while she is in the team; the others are asked (anew).

    Raises `Invalid("day", …)` where she is expected elsewhere.
    """
    convener = {conference.by_id} & team_ids(session, case)
    slots = [_slot(conference, account_id) for account_id in convener]
    try:
        take_together(session, slots, kind=EntryKind.CONFERENCE, source_uid=conference.uid)
    except Conflict as refusal:
        raise Invalid("day", refusal.code) from refusal


def join_conference(session: Session, conference: CaseConference, account_id: int) -> None:
    """She comes. Raises `Conflict("calendar_taken")`."""
    slot = _slot(conference, account_id)
    join_time(session, slot, kind=EntryKind.CONFERENCE, source_uid=conference.uid)


def miss_conference(session: Session, conference: CaseConference, account_id: int) -> None:
    """She does not come."""
    leave_time(session, conference.uid, account_id)


def _slot(conference: CaseConference, account_id: int) -> Slot:
    return Slot.around(account_id, conference.starts_at, conference.minutes)
