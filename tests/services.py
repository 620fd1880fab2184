"""Services for tests: a client who agreed to what is done for her, a service, a visit."""

from datetime import timedelta
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.aid.commands import AidFields, record_aid
from rindu_app.domain.cases.consents import Answer, record_consent, withdraw_consent
from rindu_app.domain.legal.commands import StepFields, open_track
from rindu_app.domain.services.events import ServiceFields, record_service
from rindu_app.domain.services.outreach import VisitPlan, plan_visit
from rindu_app.words import clock, dates
from rindu_app.words.codes import AddressCheck

ZONE = "Asia/Jakarta"


def agree_to(actor: Actor, number: str, purpose: str, subject: str = "", **how: Any) -> None:
    with open_session(actor) as session:
        said = Answer(purpose, subject=subject, **{"given": True, "evidence": "Lisan di kantor", **how})
        record_consent(session, actor, number=number, answer=said)


def take_back(actor: Actor, number: str, purpose: str, subject: str = "") -> None:
    with open_session(actor) as session:
        withdraw_consent(session, actor, number=number, purpose=purpose, subject=subject)


def a_service(actor: Actor, **values: Any) -> ServiceFields:
    usual = {
        "kind": "accompany_police", "held_on": dates.today(ZONE), "officer_id": actor.id, "minutes": "90", "place": "police",
        "result": "done", "note": "Menemani membuat laporan",
    }  # fmt: skip
    return ServiceFields(**{**usual, **values})


def record(actor: Actor, number: str, **values: Any) -> str:
    with open_session(actor) as session:
        return record_service(session, actor, number=number, fields=a_service(actor, **values)).uid


def a_plan(actor: Actor, **values: Any) -> VisitPlan:
    usual = {
        "planned_at": clock.now() + timedelta(hours=3), "people": [actor.id], "safety": "Parkir menghadap jalan",
        "address": AddressCheck.RIGHT, "travel_minutes": "40",
    }  # fmt: skip
    return VisitPlan(**{**usual, **values})


def plan(actor: Actor, number: str, **values: Any) -> str:
    with open_session(actor) as session:
        return plan_visit(session, actor, number=number, plan=a_plan(actor, **values)).uid


def give(actor: Actor, number: str, **values: Any) -> str:
    usual = {
        "kind": "groceries",
        "source": "village",
        "received": True,
        "day": dates.today(ZONE),
        "use": "Makan sepekan",
    }
    with open_session(actor) as session:
        return record_aid(session, actor, number=number, fields=AidFields(**{**usual, **values})).uid


def reach(
    actor: Actor, number: str, stage: str, *, kind: str = "criminal", matter: str = "", **values: Any
) -> str:
    """A new matter at this stage; returns its name."""
    first = StepFields(stage, **{"happened_at": clock.now(), **values})
    with open_session(actor) as session:
        return open_track(session, actor, number=number, kind=kind, matter=matter, first=first).uid
