"""Mediation on the screen: refused with its reason and other services; else step by step."""

import pytest

from rindu_app.state.counsellor.case_mediation import CaseMediation
from tests.mediations import TODAY, happened, speakable_case
from tests.services import agree_to
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def opened(person: Person, number: str) -> CaseMediation:
    page = Tab(person, f"/kasus/{number}/layanan/mediasi").on(CaseMediation)
    do(page.load)
    return page


def prepared(person: Person) -> CaseMediation:
    page = opened(person, speakable_case(person.actor))
    do(page.start, form(start_matter="maintenance", start_relation="husband"))
    do(
        page.ask_other,
        form(other_answer="yes", other_asked_on=TODAY, other_kind="signature", other_evidence="Surat"),
    )
    seen = {"pressure_held_on": TODAY, "pressure_answer": "yes", "pressure_text": "Tenang"}
    do(page.assess, form(pressure_assessor="counsellor", **seen))
    do(page.choose_assessor, "psychologist")
    assert page.by_psychologist
    do(page.assess, form(pressure_assessor="psychologist", pressure_expert="Dra. Rekaan", **seen))
    do(page.name_mediator, form(mediator_name="Ibu Rekaan", mediator_training="40 jam"))
    return page  # fmt: skip


def test_a_shut_gate_says_why_in_whole_sentences_and_refuses_a_forged_form() -> None:
    person = signed_in()
    number = new_case(person, age="41")
    happened(person.actor, number, "sexual")
    agree_to(person.actor, number, "mediation")
    page = opened(person, number)
    assert len(page.blocks) == 1
    assert page.blocks[0].startswith("Kekerasan seksual tidak dimediasi")
    do(page.start, form(start_matter="maintenance", start_relation="husband"))
    assert page.notice == page.blocks[0]
    assert not page.has_open


def test_a_case_without_incidents_says_what_to_do_first() -> None:
    person = signed_in()
    page = opened(person, new_case(person, age="41", door="talk"))
    assert page.blocks == (
        "Belum ada kejadian yang dicatat, jadi mediasi belum dapat ditawarkan. Catat dulu kejadiannya.",
    )


def test_an_agreement_is_reached_and_looked_after() -> None:
    page = prepared(signed_in())
    assert (page.current.missing, page.current.state) == ((), "Disiapkan")
    do(page.begin)
    do(page.write_minutes, form(minutes_held_on=TODAY, minutes_text="Membahas nafkah"))
    signed = {"agreement_agreed_on": TODAY, "agreement_text": "Nafkah tiap tanggal 5"}
    do(page.agree, form(**signed))
    assert list(page.errors) == ["agreement_signed"]
    do(page.agree, form(agreement_signed="yes", **signed))
    assert (page.current.status, page.current.agreement) == ("agreed", "Nafkah tiap tanggal 5")
    do(page.check, form(check_answer="no", check_held_on=TODAY, check_text="Belum dibayar"))
    assert "Tugas" in page.notice
    assert page.current.records[-1].bad
    do(page.complete)
    assert page.has_open
    do(page.check, form(check_answer="yes", check_held_on=TODAY, check_text="Dibayar"))
    do(page.complete)
    assert (page.has_open, page.past[0].state) == (False, "Kesepakatan dipatuhi, selesai")
    do(page.leave)
    assert (page.past, page.blocks, page.consented) == ((), (), False)


def test_what_is_missing_is_said_before_both_sides_meet() -> None:
    person = signed_in()
    page = opened(person, speakable_case(person.actor))
    assert page.consented
    do(page.start, form(start_matter="", start_relation="husband"))
    assert list(page.errors) == ["start_matter"]
    do(page.start, form(start_matter="custody", start_relation="husband"))
    assert len(page.current.missing) == 4
    do(page.begin)
    assert page.notice == page.current.missing[0]


def test_it_ends_without_agreement_or_is_stopped() -> None:
    person = signed_in()
    page = prepared(person)
    do(page.begin)
    do(page.end, form(end_reason=""))
    assert list(page.errors) == ["end_reason"]
    do(page.end, form(end_reason="Belum ada titik temu"))
    assert page.past[0].state == "Selesai tanpa kesepakatan"
    do(page.start, form(start_matter="custody", start_relation="husband"))
    do(page.stop, form(stop_reason="Klien lelah"))
    assert (page.has_open, page.past[0].state) == (False, "Dihentikan")
