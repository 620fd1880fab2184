"""The shelter part of a case file: asking with consent, how the stay goes, and what a supervisor decides."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member, break_glass
from rindu_app.domain.shelter.staying import ask_extension, leave_shelter
from rindu_app.state.counsellor.case_shelter import CaseShelter
from rindu_app.state.counsellor.decisions import Decisions
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words.codes import Role
from tests.domain.referrals.people import allow, make_partner
from tests.factories import make_account
from tests.shelters import ADDRESS, agree, ask, make_house, place, sheltered_case, write_address
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

FORM: dict[str, str | list[str]] = {
    "ask_sex": "female", "ask_age": "31", "ask_urgency": "today", "ask_needs": ["meals", "baby"], "ask_alias": "Kak Bunga",
    "ask_child_sex_1": "male", "ask_child_age_1": "4",
}  # fmt: skip


def opened(person: Person, number: str) -> CaseShelter:
    page = Tab(person, f"/kasus/{number}/penampungan").on(CaseShelter)
    do(page.load)
    return page


def test_a_place_is_asked_for_and_taken_back() -> None:
    person = signed_in()
    number = sheltered_case(person.actor)
    page = opened(person, number)
    assert (page.head.number, page.agreed, page.now.number) == (number, True, "")
    do(page.choose_children, "1")
    do(page.ask, form(**{**FORM, "ask_age": "tiga"}))
    assert list(page.errors) == ["ask_age"]
    assert page.children == ["1"]
    do(page.ask, form(**FORM))
    assert page.now.people == "Perempuan 31 tahun, dengan laki-laki 4 tahun"
    assert (page.now.waits, page.now.needs, page.children) == (True, "Perlengkapan bayi, Makan", [])
    do(page.cancel, form(cancel_reason=""))
    assert list(page.errors) == ["cancel_reason"]
    do(page.cancel, form(cancel_reason="Tinggal di rumah kakaknya"))
    assert (page.now.number, page.past[0].status, page.past[0].answer) == (
        "",
        "cancelled",
        "Tinggal di rumah kakaknya",
    )
    do(page.leave)
    assert page.past == ()


def test_without_consent_nothing_can_be_asked() -> None:
    person = signed_in()
    number = sheltered_case(person.actor)
    agree(person.actor, number, given=False)
    page = opened(person, number)
    assert not page.agreed
    do(page.ask, form(**FORM))
    assert page.now.number == ""
    assert page.notice


def test_the_stay_is_followed_without_a_place() -> None:
    person, worker, house = signed_in(), make_account(Role.SHELTER), make_house()
    write_address(worker, house)
    number = sheltered_case(person.actor)
    uid = ask(person.actor, number)
    place(worker, uid, house.beds[0])
    page = opened(person, number)
    assert (page.now.stays, page.now.left, page.now.bed, page.now.rooms) == (True, "sisa 14 hari", "", ())
    assert not [word for word in (ADDRESS, "Melati", "Mawar") if word in repr(page.dict())]
    with open_session(worker) as session:
        leave_shelter(session, worker, uid=uid, destination="family", note="")
    do(page.load)
    assert (page.now.number, page.past[0].destination) == ("", "Rumah keluarga")


def test_more_days_wait_for_a_supervisor_where_she_begins_her_day() -> None:
    person, chief = signed_in(), signed_in("lina", role=Role.SUPERVISOR)
    worker, house = make_account(Role.SHELTER), make_house()
    number = sheltered_case(person.actor)
    uid = ask(person.actor, number)
    place(worker, uid, house.beds[0])
    page, hers = opened(person, number), opened(chief, number)
    do(page.extend, form(extend_days="0", extend_reason="Balai belum siap"))
    assert list(page.errors) == ["extend_days"]
    do(page.extend, form(extend_days="5", extend_reason="Balai belum siap"))
    assert not page.supervises
    waiting, nav = Tab(chief, "/keputusan").on(Decisions), Tab(chief, "/keputusan").on(Nav)
    do(waiting.load)
    do(nav.load)
    assert [(row.number, row.title) for row in waiting.stays] == [(number, "Perpanjangan tinggal 5 hari")]
    assert nav.to_decide == "1"
    do(hers.load)
    do(hers.decide, form(decide_approve="yes", decide_answer=""))
    assert list(hers.errors) == ["decide_answer"]
    do(hers.decide, form(decide_approve="yes", decide_answer="Sesuai rapat"))
    assert (hers.now.left, hers.now.extensions[0].title) == ("sisa 19 hari", "5 hari, disetujui")
    with open_session(worker) as session:
        ask_extension(session, worker, uid=uid, days=2, reason="Menunggu jemputan")
    do(hers.load)
    do(hers.decide, form(decide_approve="no", decide_answer="Sudah ada tempat"))
    assert hers.now.left == "sisa 19 hari"
    do(waiting.load)
    assert waiting.stays == ()


def test_a_decision_on_what_has_changed_meanwhile_is_refused() -> None:
    person, other = signed_in(), signed_in("dewi")
    number = sheltered_case(person.actor)
    with open_session(person.actor) as session:
        add_member(session, person.actor, number=number, account_id=other.account_id)
    ask(person.actor, number)
    first, second = opened(person, number), opened(other, number)
    do(first.cancel, form(cancel_reason="Tinggal di rumah kakaknya"))
    do(second.cancel, form(cancel_reason="Tidak jadi"))
    assert "baru saja diubah orang lain" in second.notice
    assert (second.news[0].meta.startswith("Sari"), second.typed) == (True, ("Tidak jadi",))


def test_strangers_find_nothing_and_broken_glass_only_reads() -> None:
    person, other = signed_in(), signed_in("dewi")
    number = sheltered_case(person.actor)
    ask(person.actor, number)
    assert opened(other, number).phase == "missing"
    with open_session(other.actor) as session:
        break_glass(session, other.actor, number=number, reason="Klien menelepon")
    page = opened(other, number)
    assert (page.phase, page.head.may_work, page.now.waits) == ("ready", False, True)
    do(page.cancel, form(cancel_reason="Tidak jadi"))
    assert page.notice.startswith("Akses darurat hanya untuk membaca.")


def test_forged_values_do_no_harm() -> None:
    person = signed_in()
    page = opened(person, sheltered_case(person.actor))
    for count in ("x", "99", "-1", None):
        do(page.choose_children, count)
        assert len(page.children) in (0, 8)
    do(page.ask, {"ask_needs": 5, "ask_age": ["31"], "ask_sex": None})
    assert page.now.number == ""
    do(page.decide, form(decide_approve="yes"))
    do(page.extend, form(extend_days="9" * 40))
    assert page.phase == "ready"


def test_who_receives_her_next_is_chosen_from_whom_she_agreed_to() -> None:
    person, worker, house = signed_in(), make_account(Role.SHELTER), make_house()
    number, centre = sheltered_case(person.actor), make_partner(name="Balai Cempaka Uji")
    place(worker, ask(person.actor, number), house.beds[0])
    page = opened(person, number)
    assert page.partners == []
    do(page.arrange, form(onward_partner=centre))
    assert (page.now.arranged, bool(page.notice)) == (False, True)
    allow(person.actor, number, centre)
    do(page.load)
    assert [(row.value, row.text) for row in page.partners] == [(centre, "Balai Cempaka Uji")]
    do(page.arrange, form(onward_partner="0" * 32))
    assert list(page.errors) == ["onward_partner"]
    do(page.arrange, form(onward_partner=centre))
    assert (page.now.arranged, page.now.onward) == (True, "Balai Cempaka Uji")
    do(page.leave)
    assert page.partners == []
