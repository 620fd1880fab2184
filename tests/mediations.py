"""A case that may be mediated, and a mediation as far as a test wants it."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import access_case, case_id, number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.mediation import commands
from rindu_app.domain.mediation.entries import write_entry
from rindu_app.models import Mediation
from rindu_app.words import dates
from rindu_app.words.codes import MediationEntryKind
from tests.factories import send_report
from tests.services import ZONE, agree_to

TODAY = dates.today(ZONE)


def happened(actor: Actor, number: str, *kinds: str, **values: Any) -> str:
    """Write down an incident of this year and these kinds; returns its name."""
    agree_to(actor, number, "keep_and_contact")
    codes = {"violence_kind": kinds or ("neglect",), **values.pop("codes", {})}
    usual = {"year": TODAY[:4], "setting": "household", **values}
    with open_session(actor) as session:
        fields = IncidentFields(codes=codes, **usual)
        return save_incident(session, actor, number=number, fields=fields).uid


def speakable_case(actor: Actor, **told: Any) -> str:
    """An adult who is not maintained and wants to talk about it."""
    sent, _ = send_report(**{"age": "41", "teller": "self", "door": "talk", **told})
    with open_session(actor) as session:
        number = number_of(open_case(session, actor, number=sent.number))
    happened(actor, number)
    agree_to(actor, number, "mediation")
    return number


def do(actor: Actor, number: str, act: Any, **given: Any) -> None:
    with open_session(actor) as session:
        act(session, actor, number=number, **given)


def start(actor: Actor, number: str) -> None:
    do(actor, number, commands.start_mediation, matter="maintenance", relation="husband")


def ask_other(actor: Actor, number: str, *, agrees: bool = True, evidence: str = "Di kantor") -> None:
    do(
        actor, number, commands.ask_other_side, agrees=agrees, asked_on=TODAY, kind="signature", evidence=evidence
    )  # fmt: skip


def assess(actor: Actor, number: str, assessor: str, *, is_free: bool = True, text: str = "Bebas", expert: str = "Dra. Rekaan, psikolog") -> None:  # fmt: skip
    expert = expert if assessor == "psychologist" else ""
    do(
        actor, number, commands.check_pressure, assessor=assessor, expert=expert, held_on=TODAY, is_free=is_free, text=text
    )  # fmt: skip


def prepare(actor: Actor, number: str) -> None:
    """Everything that has to be there before both meet."""
    start(actor, number)
    ask_other(actor, number)
    assess(actor, number, "counsellor")
    assess(actor, number, "psychologist")
    do(actor, number, commands.name_mediator, name="Ibu Mediator", training="Mediator berperspektif korban")


def meet(actor: Actor, number: str) -> None:
    prepare(actor, number)
    do(actor, number, commands.begin_meeting)


def settle(actor: Actor, number: str) -> None:
    meet(actor, number)
    do(actor, number, commands.write_minutes, held_on=TODAY, text="Membahas nafkah anak")
    do(actor, number, commands.agree, agreed_on=TODAY, text="Nafkah tiap tanggal 5", signed=True)


def plant_mediation(actor: Actor, number: str) -> None:
    """The rows of a mediation whatever the case is about: for tests of who may see them, not of the gate."""
    with open_session(actor) as session:
        case = access_case(session, actor, number, Permission.CASE_WRITE)
        mediation = Mediation(
            case_id=case_id(case), matter="custody", other_relation="husband", by_id=actor.id
        )
        session.add(mediation)
        write_entry(
            session, actor, case, mediation, MediationEntryKind.MINUTES, held_on=TODAY, text="Pertemuan"
        )
