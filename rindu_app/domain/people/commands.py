"""Writing down who belongs to a case, changing it, taking somebody out again."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.beside import require_seen
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import read_lists
from rindu_app.domain.mediation.stopping import recheck_mediation
from rindu_app.domain.people.client import born_of, nik_hash, phone_hash, write_client
from rindu_app.domain.people.fields import (
    ASKED_FIRST,
    LISTS,
    Lists,
    PerpetratorFields,
    PersonFields,
    check_code,
    check_details,
    check_person,
    check_text,
)
from rindu_app.domain.people.guardians import check_guardian, suspected
from rindu_app.domain.people.nik import read_nik
from rindu_app.domain.people.now import fields_now, open_details
from rindu_app.domain.people.suspects import name_suspects
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import Case, CasePerson
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.ages import age_on
from rindu_app.words.codes import CaseEventKind, PersonRole

NIK_LONGEST = 32
CHANGES = (CaseEventKind.PERSON_ADDED, CaseEventKind.PERSON_CHANGED)


def save_person(
    session: Session, actor: Actor, *, number: str, fields: PersonFields, uid: str = "", version: int = 0
) -> CasePerson:
    """Add somebody, or change what is known of her (`uid`, with the `version` that was seen). The client is only changed.

    Raises `Invalid` with the field's name, `NotFound`, `ChangedBeside`, `Conflict` where the case is closed or she has not
    allowed that her data be kept; parents and guardians are written down before, to be asked (3.11, 3.12).
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    if fields.role not in ASKED_FIRST:
        require_consent(session, actor, case, KEEP_AND_CONTACT)
    lists, today, sealer = read_lists(session, LISTS), today_at(session, case), sealer_of(session, case)
    columns, details = check_person(fields, lists), check_details(fields, today)
    person = _person(session, actor, case, uid, version)
    _check_role(person, fields.role, is_new=not uid)
    if fields.is_guardian:
        born = born_of(details, today)
        check_guardian(session, case, fields.relation, age_on(born, today) if born else None, lists)
    for name, value in columns.items():
        setattr(person, name, value)
    details["nik"] = _nik(person, sealer, fields)
    person.nik_hash, person.phone_hash = nik_hash(details["nik"]), phone_hash(details["phone"])
    if person.role == PersonRole.CLIENT:
        details = write_client(case, sealer, details)
    return _keep(session, actor, case, person, details, is_new=not uid)


def save_perpetrator(
    session: Session, actor: Actor, *, number: str, fields: PerpetratorFields, uid: str = "", version: int = 0
) -> CasePerson:
    """Add or change an alleged perpetrator. From then on whoever is the same to the client gives no consent for her, and what
    she or he has given carries nothing any more (3.12).

    Raises `Conflict` without consent, `Invalid`: a name is refused unless a service that needs it is named with the reason.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, KEEP_AND_CONTACT)
    lists = read_lists(session, LISTS)
    details = _check_name(fields, lists)
    before = suspected(session, case)
    person = _person(session, actor, case, uid, version)
    if uid and person.role != PersonRole.PERPETRATOR:
        raise NotFound
    person.role, person.in_household = PersonRole.PERPETRATOR, fields.in_household
    person.relation = check_code("relation", fields.relation, lists["relation_fine"])
    if not person.relation:
        raise Invalid("relation", "required")
    person.sex = check_code("sex", fields.sex, lists["sex"])
    person.age_band = check_code("age_band", fields.age_band, lists["age_band"])
    name_suspects(session, actor, case, {person.relation}, before, lists)
    return _keep(session, actor, case, person, details, is_new=not uid)


def remove_person(
    session: Session, actor: Actor, *, number: str, uid: str, version: int | None = None
) -> None:
    """Written down by mistake, or no longer part of it. The row stays, without numbers that could be found. The client stays.

    Raises `ChangedBeside` where `version` is not what is kept.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    person = find_person(session, case, uid)
    if person.role == PersonRole.CLIENT:
        raise Conflict("client_stays")
    if version is not None:
        _require_seen(session, actor, case, person, version)
    person.removed_at, person.nik_hash, person.phone_hash = clock.now(), None, None
    person.is_guardian = False
    session.add(person)
    add_line(session, actor, case, CaseEventKind.PERSON_REMOVED, person=person.role, row=uid)


def find_person(session: Session, case: Case, uid: str) -> CasePerson:
    """Somebody who belongs to the case now. Raises `NotFound`."""
    statement = select(CasePerson).where(
        CasePerson.uid == uid, CasePerson.case_id == case.id, col(CasePerson.removed_at).is_(None)
    )
    person = session.exec(statement).first()
    if person is None:
        raise NotFound
    return person


def today_at(session: Session, case: Case) -> date:
    """Today by the clocks of the case's place."""
    return clock.now().astimezone(ZoneInfo(timezone_of(session, case.area_code))).date()


def _person(session: Session, actor: Actor, case: Case, uid: str, version: int) -> CasePerson:
    if not uid:
        return CasePerson(uid=new_uid(), case_id=case_id(case), role="", by_id=actor.id, since=clock.now())
    statement = select(CasePerson).where(CasePerson.uid == uid, CasePerson.case_id == case.id)
    if (person := session.exec(statement).first()) is None:
        raise NotFound
    if person.removed_at is not None:
        raise Conflict("removed_beside")
    _require_seen(session, actor, case, person, version)
    return person


def _require_seen(session: Session, actor: Actor, case: Case, person: CasePerson, version: int) -> None:
    require_seen(
        session, case, CHANGES, seen=version, version=person.version, row=person.uid,
        now=lambda: fields_now(session, actor, case, person),
    )  # fmt: skip


def _check_role(person: CasePerson, role: str, *, is_new: bool) -> None:
    """Nobody becomes the client, or stops being her; an alleged perpetrator has a form of her own."""
    fixed = {PersonRole.CLIENT, PersonRole.PERPETRATOR}
    if (is_new and role in fixed) or (not is_new and role != person.role and fixed & {role, person.role}):
        raise Invalid("role", "unknown_choice")


def _keep(
    session: Session, actor: Actor, case: Case, person: CasePerson, details: dict[str, Any], *, is_new: bool
) -> CasePerson:
    place = f"case_person.details:{person.uid}"
    person.details = sealer_of(session, case).seal_json(place, details)
    person.version += 0 if is_new else 1
    session.add_all([person, case])
    kind = CaseEventKind.PERSON_ADDED if is_new else CaseEventKind.PERSON_CHANGED
    add_line(session, actor, case, kind, person=person.role, row=person.uid)
    if person.role == PersonRole.CLIENT:
        recheck_mediation(session, actor, case)
    return person


def _nik(person: CasePerson, sealer: Sealer, given: PersonFields) -> str:
    """The digits as they were typed; a doubtful NIK is kept like any other (5.3)."""
    if given.nik.strip():
        typed = check_text("nik", given.nik, NIK_LONGEST)
        return read_nik(typed, clock.now().date()).digits
    return "" if given.drop_nik else open_details(person, sealer).get("nik", "")


def _check_name(given: PerpetratorFields, lists: Lists) -> dict[str, str]:
    name, reason = check_text("name", given.name), clean_text(given.reason)[:500]
    service = check_code("service", given.service, lists["perpetrator_name_service"])
    if name and not service:
        raise Invalid("service", "name_needs_service")
    if name and not reason:
        raise Invalid("reason", "reason_missing")
    return {"name": name, "service": service if name else "", "reason": reason if name else ""}
