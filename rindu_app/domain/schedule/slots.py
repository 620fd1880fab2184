"""Taking time in a counsellor's calendar: whoever comes second is refused, at the same moment too."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select, update

from rindu_app.access.errors import Conflict
from rindu_app.models import Account, CalendarEntry
from rindu_app.words import clock
from rindu_app.words.codes import EntryKind

# How long an appointment keeps its hour; it has no length of its own.
APPOINTMENT_LASTS = timedelta(minutes=60)
# How long a team stays with her, in minutes: a plan names none, and a first talk with a look at the danger takes about so long.
VISIT_LASTS = 90


@dataclass(frozen=True)
class Slot:
    """Time of one counsellor, ways there and back included."""

    account_id: int
    starts_at: datetime
    ends_at: datetime

    @classmethod
    def around(
        cls, account_id: int, starts_at: datetime, minutes: int, before: int = 0, after: int = 0
    ) -> "Slot":
        end = starts_at + timedelta(minutes=minutes + after)
        return cls(account_id, starts_at - timedelta(minutes=before), end)


def take_time(
    session: Session,
    slot: Slot,
    *,
    kind: EntryKind,
    source_uid: str,
    firm: bool = True,
    instead_of: str = "",
) -> None:
    """Keep this time for `source_uid`, as `take_together` does for several people."""
    take_together(
        session, [slot], kind=kind, source_uid=source_uid, firm=firm, instead_of=instead_of
    )  # fmt: skip


def take_together(
    session: Session,
    slots: Collection[Slot],
    *,
    kind: EntryKind,
    source_uid: str,
    firm: bool = True,
    instead_of: str = "",
) -> None:
    """Keep the time of all of them for `source_uid`, or of nobody. Its earlier time is given back, as is that of `instead_of`.

    Firm time is refused where anything stands, an offer only where something firm stands. Call it before anything else of the
    calendar is read: it holds the rows of these people in the order of their ids, so that two bookings are looked at one after
    the other. Raises `Conflict("calendar_taken")`.
    """
    for slot in sorted(slots, key=lambda slot: slot.account_id):
        _require_free(session, slot, source_uid, instead_of, firm=firm)
    give_back(session, source_uid, instead_of)
    for slot in slots:
        _keep(session, slot, kind, source_uid, firm=firm)
    session.flush()


def join_time(session: Session, slot: Slot, *, kind: EntryKind, source_uid: str) -> None:
    """One more comes to what others keep their time for. Raises `Conflict("calendar_taken")`."""
    _require_free(session, slot, source_uid)
    leave_time(session, source_uid, slot.account_id)
    _keep(session, slot, kind, source_uid)
    session.flush()


def leave_time(session: Session, source_uid: str, account_id: int) -> None:
    """One of those who come does not. Nothing happens where nothing was taken."""
    mine = (col(CalendarEntry.source_uid) == source_uid, col(CalendarEntry.account_id) == account_id)
    session.exec(delete(CalendarEntry).where(*mine))


def offer_time(session: Session, account_id: int, appointment_uid: str, starts_at: datetime) -> None:
    """Keep an hour for an appointment while its answer is waited for. Raises `Conflict("calendar_taken")`."""
    slot = Slot(account_id, starts_at, starts_at + APPOINTMENT_LASTS)
    take_time(session, slot, kind=EntryKind.APPOINTMENT, source_uid=appointment_uid, firm=False)


def give_back(session: Session, *source_uids: str) -> None:
    """What was cancelled or declined takes no time. Nothing happens where nothing was taken."""
    session.exec(delete(CalendarEntry).where(col(CalendarEntry.source_uid).in_(source_uids)))


def cut_short(session: Session, source_uid: str) -> None:
    """It is over: what has passed of its time stays in the calendar, and the rest is free."""
    of_it, now = col(CalendarEntry.source_uid) == source_uid, clock.now()
    session.exec(delete(CalendarEntry).where(of_it, col(CalendarEntry.starts_at) >= now))
    session.exec(update(CalendarEntry).where(of_it, col(CalendarEntry.ends_at) > now).values(ends_at=now))


def make_firm(session: Session, source_uid: str) -> None:
    """An offer was accepted. Raises `Conflict("appointment_taken")` where its time has gone to something firm meanwhile."""
    found = select(CalendarEntry).where(CalendarEntry.source_uid == source_uid)
    entry = session.exec(found).first()
    if entry is None:  # it was offered before calendars were kept
        return
    _hold_calendar(session, entry.account_id)
    taken = select(CalendarEntry.id).where(
        CalendarEntry.account_id == entry.account_id,
        CalendarEntry.starts_at < entry.ends_at,
        CalendarEntry.ends_at > entry.starts_at,
        CalendarEntry.id != entry.id,
        col(CalendarEntry.firm).is_(True),
    )
    if session.exec(taken.limit(1)).first() is not None:
        raise Conflict("appointment_taken")
    entry.firm = True
    session.add(entry)


def _require_free(
    session: Session, slot: Slot, source_uid: str, instead_of: str = "", *, firm: bool = True
) -> None:
    _hold_calendar(session, slot.account_id)
    overlap = select(CalendarEntry.id).where(
        CalendarEntry.account_id == slot.account_id,
        CalendarEntry.starts_at < slot.ends_at,
        CalendarEntry.ends_at > slot.starts_at,
        col(CalendarEntry.source_uid).not_in((source_uid, instead_of)),
    )
    if not firm:
        overlap = overlap.where(col(CalendarEntry.firm).is_(True))
    if session.exec(overlap.limit(1)).first() is not None:
        raise Conflict("calendar_taken")


def _keep(session: Session, slot: Slot, kind: EntryKind, source_uid: str, *, firm: bool = True) -> None:
    session.add(
        CalendarEntry(
            account_id=slot.account_id, kind=kind, source_uid=source_uid, starts_at=slot.starts_at,
            ends_at=slot.ends_at, firm=firm,
        )
    )  # fmt: skip


def _hold_calendar(session: Session, account_id: int) -> None:
    """Whoever comes second waits here (PostgreSQL); on SQLite a writer has the whole database to itself anyway.

    The row is held without its key, so that rows which refer to the account can still be written.
    """
    session.exec(select(Account.id).where(Account.id == account_id).with_for_update(key_share=True)).one()
