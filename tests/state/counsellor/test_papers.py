"""Papers on the screen: made, its password once, fetched, taken back."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.papers.exports import fetch_export
from rindu_app.state.counsellor.case_mediation import CaseMediation
from rindu_app.state.counsellor.case_papers import CasePapers
from rindu_app.state.counsellor.case_referrals import CaseReferralsPage
from tests import mediations
from tests.domain.referrals.people import make_partner, refer
from tests.domain.referrals.people import new_case as case_of
from tests.papers import text_of
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def referred_case(actor: Actor) -> str:
    number = case_of(actor)
    refer(actor, number, make_partner())
    return number


def opened(person: Person, number: str) -> CasePapers:
    page = Tab(person, f"/kasus/{number}/dokumen").on(CasePapers)
    do(page.load)
    return page


def test_a_paper_is_made_with_a_password_that_is_shown_once() -> None:
    person = signed_in()
    number = new_case(person)
    page = opened(person, number)
    do(page.make, form(paper_kind="consent"))
    (row,) = page.papers
    assert (row.reference, row.locked, row.href) == (f"{number}-D2", True, f"/dokumen/{row.uid}")
    assert page.secret.href == row.href
    assert not page.making
    with open_session(person.actor) as session:
        file = fetch_export(session, person.actor, uid=row.uid)
    assert "Persetujuan" in text_of(file.data, page.secret.password)
    do(page.forget_secret)
    assert page.secret.password == ""
    do(page.load)
    assert page.secret.password == ""
    assert "tinggal 2 kali" in page.papers[0].left


def test_a_blank_form_needs_no_password_and_nobody_takes_it_from_another_paper() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.make, form(paper_kind="consent_blank"))
    assert (page.papers[0].locked, page.secret.password) == (False, "")
    assert page.secret.href
    do(page.make, form(paper_kind="intake", paper_open="yes"))
    assert page.papers[0].locked
    assert page.secret.password


def test_a_summary_needs_a_part_and_what_was_chosen_stays() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.choose, "summary")
    assert page.chooses
    do(page.make, form(paper_kind="summary"))
    assert list(page.errors) == ["paper_parts"]
    assert (page.chooses, page.making, page.papers) == (True, False, ())
    do(page.make, form(paper_kind="summary", paper_parts=["client", "people"]))
    assert page.papers[0].title == "Ringkasan kasus"
    assert not page.chooses


def test_taking_back_says_so_and_offers_no_download() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.make, form(paper_kind="intake"))
    do(page.revoke, page.papers[0].uid)
    assert (page.papers[0].href, page.secret.href) == ("", "")
    assert "ditarik" in page.papers[0].ended


def test_leaving_forgets_everything() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.make, form(paper_kind="intake"))
    do(page.leave)
    assert (page.papers, page.secret.password, page.secret.href) == ((), "", "")


def test_who_broke_the_glass_makes_nothing() -> None:
    person, nosy = signed_in(), signed_in("dewi")
    number = new_case(person)
    with open_session(nosy.actor) as session:
        break_glass(session, nosy.actor, number=number, reason="Manajer sakit")
    page = opened(nosy, number)
    do(page.make, form(paper_kind="intake"))
    assert (page.papers, page.making) == ((), False)
    assert "hanya untuk membaca" in page.notice


def test_the_way_from_a_referral_chooses_its_letter() -> None:
    person = signed_in()
    number = referred_case(person.actor)
    referrals = Tab(person, f"/kasus/{number}/rujukan").on(CaseReferralsPage)
    do(referrals.load)
    tab = Tab(person, referrals.rows[0].letter)
    page = tab.on(CasePapers)
    do(page.load)
    assert page.wanted == page.subjects[0].value
    assert "RSUD uji" in page.subjects[0].detail
    do(page.make, form(paper_kind=page.wanted))
    assert page.papers[0].reference.startswith("R-")
    assert page.papers[0].title == "Surat rujukan"
    assert page.wanted == ""


def test_a_kind_that_is_not_there_is_not_chosen() -> None:
    person = signed_in()
    number = new_case(person)
    for of in ("referral." + "0" * 32, "group_list", "xx", ""):
        page = Tab(person, f"/kasus/{number}/dokumen?untuk={of}").on(CasePapers)
        do(page.load)
        assert (page.wanted, page.phase) == ("", "ready")
    page = Tab(person, f"/kasus/{number}/dokumen?untuk=attendance").on(CasePapers)
    do(page.load)
    assert page.wanted == "attendance"


def test_the_way_from_a_mediation_names_what_can_be_printed() -> None:
    person = signed_in()
    number = mediations.speakable_case(person.actor)
    mediations.settle(person.actor, number)
    page = Tab(person, f"/kasus/{number}/layanan/mediasi").on(CaseMediation)
    do(page.load)
    minutes, sheet = page.current.papers
    assert (minutes.text, sheet.text) == ("Cetak notulen", "Cetak lembar kesepakatan")
    papers = Tab(person, sheet.href).on(CasePapers)
    do(papers.load)
    assert papers.wanted.startswith("mediation_agreement.")
