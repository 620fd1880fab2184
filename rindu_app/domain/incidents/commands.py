"""Writing down an incident, changing it, taking it out again."""

from typing import Any

from sqlmodel import Session, col, delete, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.beside import require_seen
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import read_lists
from rindu_app.domain.incidents.facts import LISTS, PerpetratorFacts
from rindu_app.domain.incidents.fields import (
    IncidentFields,
    check_codes,
    check_incident,
    check_perpetrators,
    check_words,
)
from rindu_app.domain.incidents.now import fields_of, read_parts
from rindu_app.domain.mediation.stopping import recheck_mediation
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.people.guardians import suspected
from rindu_app.domain.people.suspects import name_suspects
from rindu_app.models import Area, Case, Incident, IncidentCode, IncidentPerpetrator
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind

CHANGES = (CaseEventKind.INCIDENT_ADDED, CaseEventKind.INCIDENT_CHANGED)
Parts = tuple[dict[str, tuple[str, ...]], tuple[PerpetratorFacts, ...]]


def save_incident(
    session: Session, actor: Actor, *, number: str, fields: IncidentFields, uid: str = "", version: int = 0
) -> Incident:
    """Add an incident, or change one (`uid`, with the `version` that was seen).

    A form of violence brings its kind along; whoever is named as alleged perpetrator consents to nothing for the client, and
    what she or he consented to before carries nothing any more (3.12).
    Raises `Invalid` with the field's name, `NotFound`, `ChangedBeside`, `Conflict` where the case is closed or she has not
    allowed that her data be kept.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, KEEP_AND_CONTACT)
    lists = read_lists(session, LISTS)
    columns = check_incident(fields, lists, today_at(session, case))
    columns["area_code"] = _area(session, fields.area_code)
    parts = check_codes(fields, lists), check_perpetrators(fields, lists)
    words, before = check_words(fields), suspected(session, case)
    incident = _incident(session, actor, case, uid, version)
    _seal(session, case, incident, columns, words)
    session.add(incident)
    session.flush()  # what hangs on it refers to its id
    _replace(session, incident, parts, is_new=not uid)
    name_suspects(session, actor, case, {one.relation for one in parts[1]}, before, lists)
    kind = CaseEventKind.INCIDENT_CHANGED if uid else CaseEventKind.INCIDENT_ADDED
    add_line(session, actor, case, kind, row=incident.uid)
    recheck_mediation(session, actor, case)
    return incident


def remove_incident(
    session: Session, actor: Actor, *, number: str, uid: str, version: int | None = None
) -> None:
    """Written down by mistake. The row stays for whoever has to prove it.

    Raises `ChangedBeside` where `version` is not what is kept.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    incident = find_incident(session, case, uid)
    if version is not None:
        _require_seen(session, case, incident, version)
    incident.removed_at = clock.now()
    session.add(incident)
    add_line(session, actor, case, CaseEventKind.INCIDENT_REMOVED)
    recheck_mediation(session, actor, case)


def find_incident(session: Session, case: Case, uid: str) -> Incident:
    """Raises `NotFound`."""
    statement = select(Incident).where(
        Incident.uid == uid, Incident.case_id == case.id, col(Incident.removed_at).is_(None)
    )
    incident = session.exec(statement).first()
    if incident is None:
        raise NotFound
    return incident


def _incident(session: Session, actor: Actor, case: Case, uid: str, version: int) -> Incident:
    if not uid:
        return Incident(
            uid=new_uid(), case_id=case_id(case), description=b"", by_id=actor.id, since=clock.now()
        )
    statement = select(Incident).where(Incident.uid == uid, Incident.case_id == case.id)
    if (incident := session.exec(statement).first()) is None:
        raise NotFound
    if incident.removed_at is not None:
        raise Conflict("removed_beside")
    _require_seen(session, case, incident, version)
    incident.version += 1
    return incident


def _require_seen(session: Session, case: Case, incident: Incident, version: int) -> None:
    require_seen(
        session, case, CHANGES, seen=version, version=incident.version, row=incident.uid,
        now=lambda: fields_of(incident, *read_parts(session, [incident])[incident.id], sealer_of(session, case)),
    )  # fmt: skip


def _seal(
    session: Session, case: Case, incident: Incident, columns: dict[str, Any], words: tuple[str, str]
) -> None:
    sealer, (description, where) = sealer_of(session, case), words
    for name, value in columns.items():
        setattr(incident, name, value)
    incident.description = sealer.seal(f"incident.description:{incident.uid}", description)
    place = f"incident.reported_where:{incident.uid}"
    incident.reported_where = sealer.seal(place, where) if where else None


def _replace(session: Session, incident: Incident, parts: Parts, *, is_new: bool) -> None:
    """The entries and perpetrators as they are now; the audit trail keeps that they were changed."""
    assert incident.id is not None
    if not is_new:
        session.exec(delete(IncidentCode).where(col(IncidentCode.incident_id) == incident.id))
        session.exec(delete(IncidentPerpetrator).where(col(IncidentPerpetrator.incident_id) == incident.id))
    own: dict[str, int] = {"incident_id": incident.id, "case_id": incident.case_id}
    codes, perpetrators = parts
    session.add_all(
        IncidentCode(list_code=name, code=code, **own) for name, found in codes.items() for code in found
    )
    session.add_all(
        IncidentPerpetrator(
            relation=one.relation, sex=one.sex, age_band=one.age_band, number=one.number, **own
        )
        for one in perpetrators
    )


def _area(session: Session, code: str) -> str | None:
    if code and session.exec(select(Area.code).where(col(Area.code) == code)).first() is None:
        raise Invalid("area_code", "unknown_area")
    return code or None
