"""While she stays: what is given, who visits, what happens, more days, and leaving."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.shelter.access import access_stay, newest_stay, sealer_of, stay_id
from rindu_app.domain.shelter.address import require_no_address
from rindu_app.domain.shelter.onward import take_onward
from rindu_app.domain.shelter.overdue import grant_days
from rindu_app.domain.shelter.placing import give_back_beds
from rindu_app.domain.shelter.stay_clock import stay_length
from rindu_app.domain.shelter.telling import consent_holds, tell_case
from rindu_app.domain.shelter.workflow import next_status
from rindu_app.models import ShelterEntry, ShelterExtension, ShelterStay
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ShelterAction, ShelterEntryKind, ShelterStatus

# The list of each kind of entry, whether words are needed, and what the case hears.
_ENTRIES: dict[ShelterEntryKind, tuple[str, bool, CaseEventKind]] = {
    ShelterEntryKind.NEED: ("shelter_need", False, CaseEventKind.SHELTER_NEED_GIVEN),
    ShelterEntryKind.VISIT: ("", True, CaseEventKind.SHELTER_VISIT),
    ShelterEntryKind.INCIDENT: ("shelter_incident", True, CaseEventKind.SHELTER_INCIDENT),
}
LONGEST_NOTE = 1000


def log_entry(
    session: Session, actor: Actor, *, uid: str, kind: ShelterEntryKind, code: str = "", note: str = ""
) -> ShelterEntry:
    """Something given, a visitor or an incident. The case hears the code, never the words."""
    stay = access_stay(session, actor, uid, lock=True)
    target = next_status(stay.status, ShelterAction.LOG)
    list_code, needs_words, told = _ENTRIES[kind]
    if list_code and code not in {item.code for item in list_codes(session, list_code)}:
        raise Invalid(f"{kind}_code", "unknown_choice")
    note = require_no_address(session, actor, f"{kind}_note", note)[:LONGEST_NOTE]
    if needs_words and not note:
        raise Invalid(f"{kind}_note", "required")
    entry_uid = new_uid()
    sealed = sealer_of(session, stay).seal(f"shelter_entry.note:{entry_uid}", note) if note else None
    entry = ShelterEntry(
        uid=entry_uid,
        stay_id=stay_id(stay),
        case_id=stay.case_id,
        kind=kind,
        code=code if list_code else "",
        note=sealed,
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(entry)
    _changed(session, stay, target)
    tell_case(session, actor, stay, told, **({str(kind): entry.code} if entry.code else {}))
    return entry


def leave_shelter(session: Session, actor: Actor, *, uid: str, destination: str, note: str) -> ShelterStay:
    """She leaves, or is taken on to an institution: kinds of the list `shelter_destination`. Her beds are free at once.

    Raises `Conflict` (`shelter_onward_first`) where the team of her case has not arranged who receives her.
    """
    stay = access_stay(session, actor, uid, lock=True)
    target = next_status(stay.status, ShelterAction.LEAVE)
    chosen = {item.code: item for item in list_codes(session, "shelter_destination")}.get(destination)
    if chosen is None:
        raise Invalid("destination", "unknown_choice")
    take_onward(session, stay, chosen)
    note = require_no_address(session, actor, "note", note)[:LONGEST_NOTE]
    if note:
        stay.answer = sealer_of(session, stay).seal(f"shelter_stay.answer:{stay.uid}", note)
    give_back_beds(session, stay)
    stay.left_at, stay.destination = clock.now(), destination
    _withdraw_open_extension(session, stay)
    _changed(session, stay, target)
    tell_case(session, actor, stay, CaseEventKind.SHELTER_LEFT, destination=destination)
    return stay


def ask_extension(session: Session, actor: Actor, *, uid: str, days: int, reason: str) -> ShelterExtension:
    """The shelter asks for more days; a supervisor of the case decides. Raises `Conflict` without her consent."""
    stay = access_stay(session, actor, uid, lock=True)
    reason = require_no_address(session, actor, "reason", reason)
    return _ask(session, actor, stay, days, reason)


def ask_extension_for_case(
    session: Session, actor: Actor, *, number: str, days: int, reason: str
) -> ShelterExtension:
    """The team of the case asks for more days."""
    return _ask(
        session, actor, _stay_of(session, actor, number, Permission.CASE_WRITE), days, clean_text(reason)
    )


def decide_extension(
    session: Session, actor: Actor, *, number: str, approve: bool, answer: str
) -> ShelterExtension:
    """A supervisor approves or declines, with a reason; nobody decides what she asked for herself."""
    stay = _stay_of(session, actor, number, Permission.CASE_SUPERVISE)
    action = ShelterAction.APPROVE_EXTENSION if approve else ShelterAction.DENY_EXTENSION
    target = next_status(stay.status, action)
    extension = _open_extension(session, stay)
    if extension is None or stay.due_at is None:
        raise Conflict("shelter_step_not_possible")
    if extension.by_id == actor.id:
        raise Conflict("shelter_own_extension")
    if approve and not consent_holds(session, stay):
        raise Conflict("shelter_consent_gone")
    if not (answer := clean_text(answer)[:500]):
        raise Invalid("answer", "required")
    extension.approved, extension.decided_by_id, extension.decided_at = approve, actor.id, clock.now()
    extension.answer = sealer_of(session, stay).seal(f"shelter_extension.answer:{extension.uid}", answer)
    if approve:
        grant_days(stay, extension.days)
    session.add(extension)
    _changed(session, stay, target)
    kind = CaseEventKind.SHELTER_EXTENDED if approve else CaseEventKind.SHELTER_EXTENSION_DENIED
    tell_case(session, actor, stay, kind, days=extension.days)
    return extension


def _ask(session: Session, actor: Actor, stay: ShelterStay, days: int, reason: str) -> ShelterExtension:
    target = next_status(stay.status, ShelterAction.ASK_EXTENSION)
    if not consent_holds(session, stay):
        raise Conflict("shelter_consent_gone")
    longest = max(1, stay_length(session).days)
    if not 1 <= days <= longest:
        raise Invalid("days", "amount_range", longest=longest)
    if not (reason := reason[:500]):
        raise Invalid("reason", "required")
    uid = new_uid()
    extension = ShelterExtension(
        uid=uid,
        stay_id=stay_id(stay),
        case_id=stay.case_id,
        days=days,
        reason=sealer_of(session, stay).seal(f"shelter_extension.reason:{uid}", reason),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(extension)
    _changed(session, stay, target)
    tell_case(session, actor, stay, CaseEventKind.SHELTER_EXTENSION_ASKED, days=days)
    return extension


def _stay_of(session: Session, actor: Actor, number: str, permission: Permission) -> ShelterStay:
    case = access_case(session, actor, number, permission, lock=True, is_open=True)
    stay = newest_stay(session, case, lock=True)
    if stay is None:
        raise Conflict("shelter_step_not_possible")
    return stay


def _open_extension(session: Session, stay: ShelterStay) -> ShelterExtension | None:
    return session.exec(
        select(ShelterExtension).where(
            ShelterExtension.stay_id == stay.id, col(ShelterExtension.decided_at).is_(None)
        )
    ).first()


def _withdraw_open_extension(session: Session, stay: ShelterStay) -> None:
    """Whoever leaves needs no more days: nobody is asked to decide about it any longer."""
    extension = _open_extension(session, stay)
    if extension is not None:
        extension.approved, extension.decided_at = False, clock.now()
        session.add(extension)


def _changed(session: Session, stay: ShelterStay, status: ShelterStatus) -> None:
    stay.status = status
    stay.version += 1
    session.add(stay)
