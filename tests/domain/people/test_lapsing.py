"""A parent's or guardian's word from before the file named her or him as suspect carries nothing from then on (3.11, 3.12)."""

from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.ledger import ConsentRow
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.transfers.offices import subject_of
from rindu_app.domain.transfers.putting import forward_case
from rindu_app.models import CaseTask, DataKey, Delivery
from rindu_app.words.codes import Assent, ConsentGiver, ReferralStatus, Role, TransferStatus
from rindu_app.words.services import ASK_AGAIN_TASK
from tests.conferences import ask_partner, convene, invitations
from tests.domain.cases.test_consents import answer, ledger, passes
from tests.domain.people.allowed import allowed_case
from tests.domain.people.writing import add, people_of, suspect
from tests.domain.referrals.people import make_partner, make_partner_account, seen_by, send, stored, wish
from tests.factories import METRO, SYSTEM, make_account
from tests.transfers import stored as stored_transfer

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    """A child who was spoken for by a parent; that her data be kept she said herself."""
    return allowed_case(manager, teller="child")[0]


def speak(actor: Actor, number: str, giver: str = ConsentGiver.PARENT, purpose: str = "assessment", **more: Any) -> None:  # fmt: skip
    answer(
        actor, number, purpose, given_by=giver, why_other="Masih anak", assent=Assent.YES, **more
    )  # fmt: skip


def newest(actor: Actor, number: str) -> ConsentRow:
    return ledger(actor, number).consents[0]


def incident(actor: Actor, number: str, *relations: str) -> None:
    what = IncidentFields(
        codes={"violence_kind": ("physical",)},
        perpetrators=tuple(PerpetratorFacts(one) for one in relations),
    )
    with open_session(actor) as session:
        save_incident(session, actor, number=number, fields=what)


def kinds(actor: Actor, number: str) -> list[str]:
    with open_session(actor) as session:
        return [line.kind for line in read_case(session, actor, number=number).timeline]


@pytest.mark.parametrize("name", [lambda *to: suspect(*to, relation="father"), lambda *to: incident(*to, "father")])  # fmt: skip
def test_what_a_parent_allowed_ends_when_a_parent_is_named(manager: Actor, number: str, name: Any) -> None:
    speak(manager, number)
    assert passes(manager, number, "assessment")
    name(manager, number)
    assert not passes(manager, number, "assessment")
    row = newest(manager, number)
    assert (row.given, row.holds, row.lapsed is not None) == (True, False, True)
    assert "consent_lapsed" in kinds(manager, number)
    with open_session(manager) as session, pytest.raises(Conflict, match="consent_missing"):
        withdraw_consent(session, manager, number=number, purpose="assessment")


@pytest.mark.parametrize(
    ("giver", "relation"),
    [("parent", "uncle"), ("parent", "husband"), ("guardian", "father"), ("accompanier", "father")],
)
def test_what_others_allowed_stands(manager: Actor, number: str, giver: str, relation: str) -> None:
    speak(manager, number, giver)
    suspect(manager, number, relation=relation)
    assert passes(manager, number, "assessment")
    assert "consent_lapsed" not in kinds(manager, number)
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(CaseTask)).first() is None


def test_what_she_said_herself_stands(manager: Actor, number: str) -> None:
    answer(manager, number, "assessment")
    suspect(manager, number, relation="father")
    assert passes(manager, number, "assessment")
    assert passes(manager, number, "keep_and_contact")


def test_the_mothers_word_stands_when_the_file_knew_only_her_as_who_may(manager: Actor, number: str) -> None:
    add(manager, number, relation="mother", is_guardian=True)
    add(manager, number, relation="father")
    speak(manager, number)
    suspect(manager, number, relation="father")
    assert passes(manager, number, "assessment")


def test_where_either_may_have_answered_it_counts_as_the_suspects_word(manager: Actor, number: str) -> None:
    for relation in ("mother", "father"):
        add(manager, number, relation=relation, is_guardian=True)
    speak(manager, number)
    suspect(manager, number, relation="father")
    assert not passes(manager, number, "assessment")


def test_a_mother_who_is_written_down_afterwards_does_not_bring_it_back_but_may_answer_anew(
    manager: Actor, number: str
) -> None:
    speak(manager, number)
    add(manager, number, relation="mother", is_guardian=True)
    suspect(manager, number, relation="father")
    assert not passes(manager, number, "assessment")
    speak(manager, number)
    assert passes(manager, number, "assessment")


def test_saving_what_was_known_already_and_a_second_suspect_leave_the_new_answer(
    manager: Actor, number: str
) -> None:
    suspect(manager, number, relation="father")
    add(manager, number, relation="mother", is_guardian=True)
    speak(manager, number)
    incident(manager, number, "father")
    assert passes(manager, number, "assessment")
    incident(manager, number, "father", "stepfather")
    assert passes(manager, number, "assessment")
    incident(manager, number, "mother")
    assert not passes(manager, number, "assessment")


@pytest.mark.parametrize("role", ["guardian", "household"])
def test_a_guardians_word_ends_when_the_file_names_somebody_who_is_the_same_to_her(
    manager: Actor, number: str, role: str
) -> None:
    add(manager, number, role, relation="uncle", is_guardian=True)
    speak(manager, number, ConsentGiver.GUARDIAN)
    suspect(manager, number, relation="neighbour")
    assert passes(manager, number, "assessment")
    suspect(manager, number, relation="uncle")
    assert not passes(manager, number, "assessment")
    assert people_of(manager, number).people[1].is_guardian  # another uncle may still be asked


def test_a_refusal_stays_what_it_was(manager: Actor, number: str) -> None:
    speak(manager, number, given=False)
    suspect(manager, number, relation="father")
    assert newest(manager, number).lapsed is None
    assert "consent_lapsed" not in kinds(manager, number)


def test_a_referral_and_an_invitation_end_at_once_and_the_partner_hears_no_reason(
    manager: Actor, number: str
) -> None:
    hospital, court = (make_partner(name=name, mail="ppt@contoh.example") for name in ("RSUD uji", "PN uji"))
    speak(manager, number, purpose="referral", subject=hospital, fields=("name",))
    answer(manager, number, "referral", subject=court, fields=("name",))  # she herself
    ended, kept = (send(manager, number, wish(one, "name"))[0] for one in (hospital, court))
    conference = convene(manager, number)
    for one in (hospital, court):
        ask_partner(manager, number, conference, one, "name")
    there, here = make_partner_account(hospital), make_partner_account(court)
    suspect(manager, number, relation="father")
    row = stored(ended)
    assert (row.status, row.parcel) == (ReferralStatus.REVOKED, None)
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(DataKey.wrapped).where(DataKey.uid == row.key_uid)).one() is None
        assert {one.template for one in session.exec(select(Delivery)) if "ended" in one.key} == {"changed"}
    assert seen_by(there, ended).shared == ()
    assert invitations(there) == ()
    assert len(seen_by(here, kept).shared) == 1
    assert len(invitations(here)) == 1
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline
    (told,) = [line.text for line in lines if line.kind == "referral_revoked"]
    assert "pemberi persetujuan kini tercatat sebagai terduga" in told


def test_a_case_that_was_put_to_another_office_comes_back(manager: Actor, number: str) -> None:
    make_account(Role.SUPERVISOR, METRO)
    speak(manager, number, purpose="referral", subject=subject_of(METRO))
    with open_session(manager) as session:
        uid = forward_case(session, manager, number=number, area_code=METRO, reason="Pindah").uid
    suspect(manager, number, relation="mother")
    assert stored_transfer(uid).status == TransferStatus.LAPSED


def test_the_manager_is_told_by_one_task_whoever_wrote_it_down(manager: Actor, number: str) -> None:
    colleague = make_account()
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=colleague.id)
    for purpose in ("assessment", "shelter"):
        speak(manager, number, purpose=purpose)
    suspect(colleague, number, relation="father")
    with open_session(manager) as session:
        (task,) = read_case(session, manager, number=number).tasks
    assert (task.title, task.owner) == (ASK_AGAIN_TASK, manager.name)
    assert kinds(manager, number).count("consent_lapsed") == 2
