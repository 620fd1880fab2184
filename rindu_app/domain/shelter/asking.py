"""From the case: asking for a place, and taking the request back."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, number_of
from rindu_app.domain.cases.access import sealer_of as case_sealer
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.shelter.access import newest_stay
from rindu_app.domain.shelter.rows import Asked
from rindu_app.domain.shelter.rules import Guest, Party
from rindu_app.domain.shelter.telling import PURPOSE
from rindu_app.domain.shelter.workflow import UNDER_WAY, next_status
from rindu_app.models import ShelterStay
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, Sex, ShelterAction, ShelterStatus, ShelterUrgency

MOST_CHILDREN = 8
OLDEST = 120


@dataclass(frozen=True)
class Wanted:
    """A request as it was entered: ages are text, a child is (sex, age). `needs` are codes of the list `shelter_need`."""

    sex: str
    age: str
    urgency: str
    needs: Sequence[str] = ()
    children: Sequence[tuple[str, str]] = ()
    alias: str = ""
    note: str = ""


def ask_for_place(session: Session, actor: Actor, *, number: str, wanted: Wanted) -> ShelterStay:
    """Ask the shelters of the case's area for a place. Nothing is asked without the consent `shelter` (3.11).

    Raises `Conflict` without consent or beside another request or stay, `Invalid` with the field, `NotFound`, `Forbidden`.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, PURPOSE)
    newest = newest_stay(session, case)
    if newest is not None and newest.status in UNDER_WAY:
        raise Conflict("shelter_asked_already")
    if wanted.urgency not in set(ShelterUrgency):
        raise Invalid("urgency", "unknown_choice")
    asked, uid = _check(session, wanted), new_uid()
    stay = ShelterStay(
        uid=uid,
        case_id=case_id(case),
        case_number=number_of(case),
        key_uid=case.key_uid,
        area_code=case.area_code,
        urgency=wanted.urgency,
        asked=_seal(case_sealer(session, case), uid, asked),
        asked_by_id=actor.id,
        asked_at=clock.now(),
    )
    session.add(stay)
    add_line(
        session, actor, case, CaseEventKind.SHELTER_ASKED, urgency=wanted.urgency, people=asked.party.size
    )
    return stay


def cancel_request(session: Session, actor: Actor, *, number: str, reason: str) -> ShelterStay:
    """The place is not needed any more. Raises `Conflict` once the shelter has answered."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    stay = newest_stay(session, case, lock=True)
    if stay is None:
        raise Conflict("shelter_step_not_possible")
    target = next_status(stay.status, ShelterAction.CANCEL)
    if not (reason := clean_text(reason)[:500]):
        raise Invalid("reason", "required")
    stay.answer = case_sealer(session, case).seal(f"shelter_stay.answer:{stay.uid}", reason)
    stay.status = target
    stay.version += 1
    session.add(stay)
    add_line(session, actor, case, CaseEventKind.SHELTER_CANCELLED)
    return stay


def open_asked(sealer: Sealer, stay: ShelterStay) -> Asked:
    told = sealer.open_json(f"shelter_stay.asked:{stay.uid}", stay.asked)
    guest, *children = [Guest(Sex(sex), age) for sex, age in told["people"]]
    return Asked(Party(guest, tuple(children)), told["alias"], tuple(told["needs"]), told["note"])


def asked_of_shelter(sealer: Sealer, stay: ShelterStay, *, consent: bool) -> Asked | None:
    """What the shelter's people may know of a request; None once she took her consent back while she waited."""
    if stay.status == ShelterStatus.REQUESTED and not consent:
        return None
    return open_asked(sealer, stay)


def _seal(sealer: Sealer, uid: str, asked: Asked) -> bytes:
    people = [asked.party.guest, *asked.party.children]
    told = {"people": [[str(guest.sex), guest.age] for guest in people], "alias": asked.alias}
    return sealer.seal_json(
        f"shelter_stay.asked:{uid}", {**told, "needs": list(asked.needs), "note": asked.note}
    )


def _check(session: Session, wanted: Wanted) -> Asked:
    offered = {item.code for item in list_codes(session, "shelter_need")}
    if not set(wanted.needs) <= offered:
        raise Invalid("needs", "unknown_choice")
    if len(wanted.children) > MOST_CHILDREN:
        raise Invalid("children", "amount_range", longest=MOST_CHILDREN)
    children = tuple(_guest("children", sex, age) for sex, age in wanted.children)
    party = Party(_guest("age", wanted.sex, wanted.age), children)
    return Asked(
        party,
        clean_text(wanted.alias)[:60],
        tuple(sorted(set(wanted.needs))),
        clean_text(wanted.note)[:1000],
    )


def _guest(field: str, sex: str, age: str) -> Guest:
    if sex not in set(Sex):
        raise Invalid("sex" if field == "age" else field, "shelter_sex_missing")
    if not (age.isascii() and age.isdigit() and int(age[:4]) <= OLDEST):
        raise Invalid(field, "shelter_age_form")
    return Guest(Sex(sex), int(age))
