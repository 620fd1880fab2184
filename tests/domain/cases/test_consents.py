"""The ledger: separate answers, by whom and how, that end when she says so; and nothing proceeds without one."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.consents import Answer, record_consent, withdraw_consent
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.ledger import LedgerView, read_ledger
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT, standing_consent
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.codes.commands import ItemFields, change_item
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.partners.commands import save_partner
from rindu_app.domain.people.commands import save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.models import CodeItem, Consent
from rindu_app.words import clock
from rindu_app.words.codes import Assent, ConsentGiver, ConsentLanguage, EvidenceKind, Role
from tests.domain.cases.test_cases import new_case
from tests.domain.partners.test_partners import fields as partner_fields
from tests.factories import METRO, make_account

pytestmark = pytest.mark.usefixtures("country")


def make_partner(**values: str) -> str:
    keeper = make_account(Role.ADMIN)
    with open_session(keeper) as session:
        return save_partner(session, keeper, fields=partner_fields(**values))


def answer(actor: Actor, number: str, purpose: str, *, given: bool = True, **how: Any) -> None:
    with open_session(actor) as session:
        said = Answer(purpose, given=given, **{"evidence": "Lisan di kantor", **how})
        record_consent(session, actor, number=number, answer=said)


def ledger(actor: Actor, number: str) -> LedgerView:
    with open_session(actor) as session:
        return read_ledger(session, actor, number=number)


def passes(actor: Actor, number: str, purpose: str, subject: str = "") -> bool:
    """Whether the gate lets work for this purpose go on."""
    with open_session(actor) as session:
        case = access_case(session, actor, number, Permission.CASE_WRITE)
        try:
            require_consent(session, actor, case, purpose, subject=subject)
        except Conflict as refusal:
            assert refusal.code == "consent_needed"
            return False
        return True


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)[0]


def test_consent_is_given_refused_and_withdrawn_and_only_the_newest_holds(
    manager: Actor, number: str
) -> None:
    def allowed() -> bool:
        with open_session(manager) as session:
            return read_case(session, manager, number=number).contact_allowed

    assert not allowed()
    answer(manager, number, KEEP_AND_CONTACT)
    assert allowed()
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose=KEEP_AND_CONTACT)
    assert not allowed()
    with open_session(manager) as session, pytest.raises(Conflict, match="consent_missing"):
        withdraw_consent(session, manager, number=number, purpose=KEEP_AND_CONTACT)
    answer(manager, number, KEEP_AND_CONTACT)
    answer(manager, number, KEEP_AND_CONTACT, given=False)
    assert [row.holds for row in ledger(manager, number).consents] == [False, False, False]


def test_the_gate_opens_for_the_purpose_that_was_consented_to_and_for_no_other(
    manager: Actor, number: str
) -> None:
    assert not passes(manager, number, "assessment")
    answer(manager, number, "assessment")
    assert passes(manager, number, "assessment")
    assert not passes(manager, number, "shelter")
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="assessment", reason="Berubah pikiran")
    assert not passes(manager, number, "assessment")


def test_a_kind_of_handling_is_consented_to_one_by_one(manager: Actor, number: str) -> None:
    with pytest.raises(Invalid, match="subject_missing"):
        answer(manager, number, "handling")
    with pytest.raises(Invalid, match="unknown_choice"):
        answer(manager, number, "handling", subject="magic")
    with pytest.raises(Invalid, match="unknown_choice"):
        answer(manager, number, "assessment", subject="counselling")
    answer(manager, number, "handling", subject="counselling")
    assert passes(manager, number, "handling", "counselling")
    assert not passes(manager, number, "handling", "outreach")
    (row,) = ledger(manager, number).consents
    assert row.label == "Menjalankan penanganan: Konseling"


def test_a_consent_to_refer_is_for_one_partner_and_names_what_may_be_told(
    manager: Actor, number: str
) -> None:
    hospital, court = make_partner(name="RSUD rekaan"), make_partner(name="Pengadilan rekaan")
    with pytest.raises(Invalid, match="unknown_choice"):
        answer(manager, number, "referral", subject=hospital, fields=("diary",))
    answer(manager, number, "referral", subject=hospital, fields=("name", "age"))
    assert passes(manager, number, "referral", hospital)
    assert not passes(manager, number, "referral", court)
    (row,) = ledger(manager, number).consents
    assert (row.label, row.fields) == ("Merujuk saya: RSUD rekaan", ("Nama", "Usia"))


def test_an_answer_says_which_words_were_put_to_her(manager: Actor, number: str) -> None:
    for place in range(2):
        answer(manager, number, KEEP_AND_CONTACT)
        answer(manager, number, "video_call")
        if place == 0:
            reword("video_call", help="Panggilan tidak direkam, dan boleh diakhiri kapan saja.")
    with open_session(Actor.system("tests"), write=False) as session:
        rows = session.exec(select(Consent).order_by(col(Consent.id))).all()
    versions = {
        purpose: [row.text_version for row in rows if row.purpose == purpose]
        for purpose in (KEEP_AND_CONTACT, "video_call")
    }
    (same, still), (before, after) = versions.values()
    assert same == still
    assert len({same, before, after}) == 3


def reword(purpose: str, **words: str) -> None:
    keeper = make_account(Role.ADMIN)
    with open_session(keeper) as session:
        item = session.exec(
            select(CodeItem).where(CodeItem.list_code == "consent_purpose", CodeItem.code == purpose)
        ).one()
        fields = ItemFields(**{"label": item.label, "help": item.help, "position": item.position, **words})
        change_item(session, keeper, item_id=item.id or 0, fields=fields)


def test_a_consent_ends_on_its_day(manager: Actor, number: str) -> None:
    with pytest.raises(Invalid, match="date_past"):
        answer(manager, number, "assessment", expires_at=clock.now() - timedelta(minutes=1))
    answer(manager, number, "assessment", expires_at=clock.now() + timedelta(days=30))
    assert passes(manager, number, "assessment")
    with clock.moved(timedelta(days=31)):
        assert not passes(manager, number, "assessment")
        assert not ledger(manager, number).consents[0].holds


def test_whoever_answers_for_her_says_why_and_what_she_said_herself(manager: Actor, number: str) -> None:
    by_aunt = {"given_by": ConsentGiver.GUARDIAN}
    with pytest.raises(Invalid, match="why_other_missing"):
        answer(manager, number, "assessment", **by_aunt, assent=Assent.YES)
    with pytest.raises(Invalid, match="assent_missing"):
        answer(manager, number, "assessment", **by_aunt, why_other="Ayah adalah terlapor")
    answer(
        manager, number, "assessment", **by_aunt, why_other="Ayah adalah terlapor", assent=Assent.YES,
        language=ConsentLanguage.PICTURES, evidence_kind=EvidenceKind.SIGNATURE,
    )  # fmt: skip
    (row,) = ledger(manager, number).consents
    assert (row.given_by, row.other) == ("Wali", "Ayah adalah terlapor Ia sendiri setuju.")
    assert row.how == "Tanda tangan. Gambar atau kata anak. Lisan di kantor"
    assert row.holds


@pytest.mark.parametrize(("said", "holds"), [(Assent.YES, True), (Assent.CANNOT, True), (Assent.NO, False)])
def test_nobody_consents_against_a_childs_own_no(
    manager: Actor, number: str, said: Assent, holds: bool
) -> None:
    answer(manager, number, "assessment", given_by=ConsentGiver.PARENT, why_other="Masih anak", assent=said)
    assert passes(manager, number, "assessment") is holds


def suspect(actor: Actor, number: str, relation: str) -> None:
    answer(actor, number, KEEP_AND_CONTACT)
    with open_session(actor) as session:
        save_perpetrator(session, actor, number=number, fields=PerpetratorFields(relation, "male"))


def elder(actor: Actor, number: str, role: str, relation: str, *, may: bool = True) -> None:
    with open_session(actor) as session:
        fields = PersonFields(role=role, relation=relation, name="Orang Tua", is_guardian=may)
        save_person(session, actor, number=number, fields=fields)


SPOKEN: dict[str, Any] = {"why_other": "Masih anak", "assent": Assent.YES}


@pytest.mark.parametrize("relation", ["father", "mother", "stepfather", "stepmother"])
@pytest.mark.parametrize("given", [True, False])
def test_no_parent_answers_where_the_file_names_a_parent_as_suspect(
    manager: Actor, number: str, relation: str, given: bool
) -> None:
    suspect(manager, number, relation)
    with pytest.raises(Invalid, match="consent_parent_suspect") as refusal:
        answer(manager, number, "assessment", given=given, given_by=ConsentGiver.PARENT, **SPOKEN)
    assert refusal.value.field == "given_by"
    for giver in (ConsentGiver.GUARDIAN, ConsentGiver.ACCOMPANIER):
        answer(manager, number, "assessment", given_by=giver, **SPOKEN)
        assert passes(manager, number, "assessment")


def test_an_incident_that_names_the_father_counts_as_well(manager: Actor, number: str) -> None:
    answer(manager, number, KEEP_AND_CONTACT)
    what = IncidentFields(
        codes={"violence_kind": ("physical",)}, year="2026", perpetrators=(PerpetratorFacts("father"),)
    )
    with open_session(manager) as session:
        save_incident(session, manager, number=number, fields=what)
    with pytest.raises(Invalid, match="consent_parent_suspect"):
        answer(manager, number, "assessment", given_by=ConsentGiver.PARENT, **SPOKEN)


def test_the_other_parent_answers_once_the_file_names_her_as_somebody_who_may(
    manager: Actor, number: str
) -> None:
    suspect(manager, number, "father")
    elder(manager, number, "parent", "father", may=False)
    elder(manager, number, "parent", "mother", may=False)
    with pytest.raises(Invalid, match="consent_parent_suspect"):
        answer(manager, number, "assessment", given_by=ConsentGiver.PARENT, **SPOKEN)
    elder(manager, number, "parent", "stepmother")
    answer(manager, number, "assessment", given_by=ConsentGiver.PARENT, **SPOKEN)
    assert passes(manager, number, "assessment")


@pytest.mark.parametrize("relation", ["uncle", "neighbour", "husband"])
def test_a_suspect_who_is_no_parent_keeps_no_parent_from_answering(
    manager: Actor, number: str, relation: str
) -> None:
    suspect(manager, number, relation)
    answer(manager, number, "assessment", given_by=ConsentGiver.PARENT, **SPOKEN)
    assert passes(manager, number, "assessment")


def test_a_suspected_guardian_answers_for_nobody(manager: Actor, number: str) -> None:
    suspect(manager, number, "guardian")
    with pytest.raises(Invalid, match="consent_guardian_suspect"):
        answer(manager, number, "assessment", given_by=ConsentGiver.GUARDIAN, **SPOKEN)
    elder(manager, number, "guardian", "aunt")
    answer(manager, number, "assessment", given_by=ConsentGiver.GUARDIAN, **SPOKEN)


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"purpose": "everything"}, "purpose", "unknown_choice"),
        ({"evidence": " "}, "evidence", "required"),
        ({"evidence": "x" * 2_001}, "evidence", "too_long"),
        ({"fields": ("name",)}, "fields", "unknown_choice"),
        ({"purpose": "referral", "subject": "0" * 32}, "purpose", "unknown_choice"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, wrong: dict[str, Any], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        answer(manager, number, **{"purpose": "assessment", **wrong})
    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert ledger(manager, number).consents == ()


def test_what_was_not_asked_yet_is_named(manager: Actor, number: str) -> None:
    before = ledger(manager, number).unasked
    answer(manager, number, "shelter", given=False)
    assert set(before) - set(ledger(manager, number).unasked) == {"Tinggal di rumah perlindungan"}
    assert len(before) == 12  # the twelve of 3.11


def test_another_areas_counsellor_neither_reads_nor_writes_the_ledger(manager: Actor, number: str) -> None:
    stranger = make_account(area_code=METRO)
    with pytest.raises(NotFound):
        ledger(stranger, number)
    with pytest.raises(NotFound):
        answer(stranger, number, "assessment")
    with open_session(stranger) as session, pytest.raises(NotFound):
        withdraw_consent(session, stranger, number=number, purpose="assessment")


def test_a_consent_for_one_case_opens_no_other(manager: Actor, number: str) -> None:
    other, _ = new_case(manager, story="Cerita lain")
    answer(manager, number, "assessment")
    assert not passes(manager, other, "assessment")
    with open_session(manager) as session:
        case = access_case(session, manager, other, Permission.CASE_READ)
        assert standing_consent(session, case, "assessment") is None
