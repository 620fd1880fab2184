"""Invented people and things, made through the domain wherever it has a way to make them."""

from itertools import count
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import new_sealer
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.reports.answers import Answers, check_answers
from rindu_app.domain.reports.holding import Pace
from rindu_app.domain.reports.receipts import prepare_receipt
from rindu_app.domain.reports.submit import Submitted, submit_report, take_report
from rindu_app.domain.visits.commands import open_visit, start_visit
from rindu_app.models import Account
from rindu_app.words.codes import Channel, Role

_numbers = count(1)

BANYUWANGI, METRO, BALIKPAPAN, EAST_JAVA = "35.10", "18.72", "64.71", "35"
GENTENG, REJOMULYO = "35.10.10", "18.72.05.1001"
SYSTEM = Actor.system("tests")


def make_account(role: Role = Role.COUNSELLOR, area_code: str = BANYUWANGI, **values: Any) -> Actor:
    """A member of staff, ready to act. The password is not usable; sign-in tests make their own."""
    number = next(_numbers)
    with open_session(SYSTEM) as session:
        account = Account(
            username=values.pop("username", f"petugas{number}"),
            display_name=values.pop("display_name", f"Petugas {number}"),
            role=role,
            area_code=area_code,
            password_hash="!",
            must_change_password=False,
            **values,
        )
        session.add(account)
        session.flush()
        return Actor(kind=role, account_id=account.id, area_code=area_code, name=account.display_name)


def make_answers(**values: Any) -> Answers:
    return check_answers({"story": "Saya takut pulang ke rumah.", "area_code": GENTENG, **values})


def send_report(**values: Any) -> tuple[Submitted, str]:
    """A citizen's whole visit: returns what she is shown and the token of her cookie."""
    pace = values.pop("pace", Pace())
    answers = make_answers(**values)
    with open_session(Actor.visitor()) as session:
        visit = start_visit(session)
    return send_visit(visit.token, answers, pace), visit.token


def send_visit(token: str, answers: Answers, pace: Pace = Pace()) -> Submitted:
    with open_session(Actor.visitor(), write=False) as session:
        receipt = prepare_receipt(open_visit(session, token).sealer)
    with open_session(Actor.visitor()) as session:
        visit = open_visit(session, token, lock=True)
        return submit_report(
            session, Actor.visitor(), visit=visit, answers=answers, receipt=receipt, pace=pace
        )


def intake_report(actor: Actor, **values: Any) -> Submitted:
    """A walk-in written down by staff."""
    sealer, channel = new_sealer(), values.pop("channel", Channel.WALK_IN)
    with open_session(actor) as session:
        return take_report(
            session,
            actor,
            answers=make_answers(**values),
            channel=channel,
            sealer=sealer,
            receipt=prepare_receipt(sealer),
        )


def give_consent(actor: Actor, number: str, purpose: str = KEEP_AND_CONTACT) -> None:
    with open_session(actor) as session:
        answer = Answer(purpose, given=True, evidence="Lisan di kantor")
        record_consent(session, actor, number=number, answer=answer)


def report_id_of(submitted: Submitted) -> int:
    return int(submitted.number.rsplit("-", 1)[1])


def reporter_of(submitted: Submitted) -> Actor:
    return Actor.reporter(report_id_of(submitted))
