"""Drafts on the screen: kept while typing, restored by a reload, gone once sent or thrown away, and never somebody else's."""

import asyncio

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member, remove_member
from rindu_app.state.counsellor.case import CasePage
from rindu_app.state.counsellor.case_conferences import CaseConferencesPage
from rindu_app.state.counsellor.case_mediation import CaseMediation
from rindu_app.state.counsellor.case_sessions import CaseSessions
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.words import clock
from tests import mediations
from tests.conferences import DAY, convene
from tests.domain.sessions.people import at, plan
from tests.domain.sessions.people import new_case as counselled
from tests.factories import send_report
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def opened(person: Person, number: str) -> tuple[CasePage, Drafts]:
    tab = Tab(person, f"/kasus/{number}")
    page = tab.on(CasePage)
    do(page.load)
    return page, tab.on(Drafts)


def save(drafts: Drafts, name: str, stamp: int, text: str, *begun: str) -> None:
    """The background handler, called by hand."""
    asyncio.run(Drafts.event_handlers["keep"].fn(drafts, name, stamp, text, *begun))


def typed(drafts: Drafts, text: str, name: str = "note_text", *begun: str) -> None:
    save(drafts, name, drafts.stamp, text, *begun)


def test_what_was_typed_is_there_after_a_reload_with_the_time_it_was_left() -> None:
    person = signed_in()
    number = new_case(person)
    page, drafts = opened(person, number)
    assert (page.noting, drafts.texts) == (False, {})
    typed(drafts, "Ia menelepon")
    assert drafts.times == {}  # while it is typed nothing is said of it
    page, drafts = opened(person, number)
    assert (page.noting, drafts.texts) == (True, {"note_text": "Ia menelepon"})
    assert drafts.times["note_text"].count(".") == 1


def test_what_was_sent_or_thrown_away_does_not_come_back() -> None:
    person = signed_in()
    number = new_case(person)
    page, drafts = opened(person, number)
    typed(drafts, "Ia menelepon")
    late = drafts.stamp
    do(page.keep_note, form(note_text="Ia menelepon", note_audience="team"))
    save(drafts, "note_text", late, "Ia menelepon")  # a save that was on its way
    assert drafts.texts == opened(person, number)[1].texts == {}
    _, drafts = opened(person, number)
    typed(drafts, "Lain")
    _, drafts = opened(person, number)
    do(drafts.discard, "note_text")
    assert (drafts.texts, drafts.times) == ({}, {})
    assert opened(person, number)[1].texts == {}


def test_a_refusal_keeps_it_and_another_form_does_too() -> None:
    person = signed_in()
    number = new_case(person)
    page, drafts = opened(person, number)
    typed(drafts, "Ia menelepon")
    do(page.change_risk, form(risk_level="high", risk_reason=" "))
    assert page.errors
    do(page.change_risk, form(risk_level="high", risk_reason="Ia diancam"))
    assert drafts.texts == {"note_text": "Ia menelepon"}
    assert opened(person, number)[1].texts == {"note_text": "Ia menelepon"}


def test_a_save_changes_nothing_that_was_said_on_the_screen() -> None:
    person = signed_in()
    page, drafts = opened(person, new_case(person))
    do(page.keep_note, form(note_text=" "))
    before = (page.notice, page.errors)
    assert before[1]
    # In the browser it runs in the background, where what was said stays; called by hand it must at least not fail.
    typed(drafts, "x" * 60_000)
    typed(drafts, "")
    assert drafts.texts == {}


def test_a_colleague_at_the_same_phone_and_whoever_left_the_team_find_nothing() -> None:
    person, other = signed_in(), signed_in("dewi")
    number = new_case(person)
    with open_session(person.actor) as session:
        add_member(session, person.actor, number=number, account_id=other.account_id)
    typed(opened(person, number)[1], "Ia menelepon")
    _, hers = opened(other, number)
    assert hers.texts == {}
    typed(hers, "Catatan Dewi")
    with open_session(person.actor) as session:
        remove_member(session, person.actor, number=number, account_id=other.account_id)
    page, hers = opened(other, number)
    assert (page.phase, hers.texts) == ("missing", {})


def test_leaving_the_page_forgets_the_words_and_the_next_page_keeps_its_own() -> None:
    person = signed_in()
    number = new_case(person)
    tab = Tab(person, f"/kasus/{number}")
    do(tab.on(CasePage).load)
    drafts = tab.on(Drafts)
    typed(drafts, "Ia menelepon")
    tab.go("/kasus")
    do(drafts.leave)
    assert (drafts.texts, drafts._kept, drafts._place) == ({}, {}, "")
    tab.go(f"/kasus/{number}")
    do(tab.on(CasePage).load)
    do(drafts.leave)  # the old page is taken down after the new one has been read
    assert drafts.texts == {"note_text": "Ia menelepon"}


def test_the_note_of_one_session_is_not_found_at_another() -> None:
    person = signed_in()
    number, _, _ = counselled(person.actor)
    one, two = (plan(person.actor, number, at(hour)).uid for hour in (9, 13))
    tab = Tab(person, f"/kasus/{number}/sesi")
    page, drafts = tab.on(CaseSessions), tab.on(Drafts)
    do(page.load)
    do(page.choose, one)
    typed(drafts, "Tentang yang pertama", f"note_text:{one}")
    typed(drafts, "Tentang yang kedua", f"note_text:{two}")
    do(page.write_note, form(note_text="Tentang yang pertama", note_audience="team"))
    assert drafts.texts == {f"note_text:{two}": "Tentang yang kedua"}
    do(page.load)
    assert page.chosen.uid == two


def test_a_reply_and_minutes_are_kept_too() -> None:
    person = signed_in()
    sent, _ = send_report()
    tab = Tab(person, f"/laporan/{sent.number}")
    do(tab.on(ReportPage).load)
    typed(tab.on(Drafts), "Kami di sini", "reply_text")
    again = Tab(person, f"/laporan/{sent.number}")
    do(again.on(ReportPage).load)
    assert again.on(Drafts).texts == {"reply_text": "Kami di sini"}
    do(again.on(ReportPage).send, form(reply_text="Kami di sini"))
    assert again.on(Drafts).texts == {}

    number = mediations.speakable_case(person.actor)
    mediations.meet(person.actor, number)
    for _ in range(2):
        tab = Tab(person, f"/kasus/{number}/layanan/mediasi")
        do(tab.on(CaseMediation).load)
        typed(tab.on(Drafts), "Membahas nafkah", "minutes_text")
    assert tab.on(Drafts).texts == {"minutes_text": "Membahas nafkah"}
    do(
        tab.on(CaseMediation).write_minutes,
        form(minutes_held_on=mediations.TODAY, minutes_text="Membahas nafkah"),
    )
    assert tab.on(Drafts).texts == {}


def test_a_correction_is_kept_and_opened_again_and_what_it_began_with_is_no_draft() -> None:
    person = signed_in()
    number = new_case(person)
    page, _ = opened(person, number)
    do(page.keep_note, form(note_text="Ia tenang", note_audience="team"))
    (line,) = [row for row in page.folder.timeline if row.note]
    name = f"mend_text:{line.note}"
    page, drafts = opened(person, number)
    typed(drafts, "Ia tenang", name, "Ia tenang")
    assert (opened(person, number)[0].mending, opened(person, number)[1].texts) == ("", {})
    typed(drafts, "Ia tampak tenang", name, "Ia tenang")
    page, drafts = opened(person, number)
    assert (page.mending, drafts.texts) == (line.note, {name: "Ia tampak tenang"})
    do(page.mend_note, form(mend_text="Ia tampak tenang"))
    page, drafts = opened(person, number)
    assert (page.mending, drafts.texts) == ("", {})


def test_an_addition_is_not_taken_for_a_correction_of_the_same_note() -> None:
    person = signed_in()
    number = new_case(person)
    page, drafts = opened(person, number)
    do(page.keep_note, form(note_text="Ia tenang", note_audience="team"))
    (line,) = [row for row in page.folder.timeline if row.note]
    typed(drafts, "Ia menelepon", f"add_text:{line.note}")
    page, drafts = opened(person, number)
    do(page.mend_note, form(mend_text="Ia tampak tenang"))
    page, drafts = opened(person, number)
    assert drafts.texts == {f"add_text:{line.note}": "Ia menelepon"}
    do(page.add_to_note, form(add_text="Ia menelepon"))
    assert opened(person, number)[1].texts == {}


def test_a_correction_of_a_sessions_note_opens_that_session_again() -> None:
    person = signed_in()
    number, _, _ = counselled(person.actor)
    one, _ = (plan(person.actor, number, at(hour)).uid for hour in (9, 13))
    tab = Tab(person, f"/kasus/{number}/sesi")
    page, drafts = tab.on(CaseSessions), tab.on(Drafts)
    do(page.load)
    do(page.choose, one)
    for text in ("Pertama", "Kedua"):
        do(page.write_note, form(note_text=text, note_audience="team"))
    first, second = page.chosen.notes
    typed(drafts, "Pertama, lebih jelas", f"edit_text:{first.uid}", "Pertama")
    typed(drafts, "Kedua, lebih jelas", f"edit_text:{second.uid}", "Kedua")
    do(page.choose, "")
    do(page.load)
    assert page.chosen.uid == one
    do(page.edit_note, form(edit_uid=first.uid, edit_text="Pertama, lebih jelas"))
    assert drafts.texts == {f"edit_text:{second.uid}": "Kedua, lebih jelas"}


def test_minutes_of_a_conference_are_kept_for_that_conference() -> None:
    person = signed_in()
    number = new_case(person)
    with clock.moved(-4 * DAY):
        uid, other = (convene(person.actor, number, days=days) for days in (3, 2))
    tab = Tab(person, f"/kasus/{number}/rapat")
    page, drafts = tab.on(CaseConferencesPage), tab.on(Drafts)
    do(page.load)
    assert page.now.uid == ""
    typed(drafts, "Disepakati tiga langkah", f"hold_notes:{uid}")
    typed(drafts, "Lain", f"hold_notes:{other}")
    do(page.load)
    assert page.now.uid in (uid, other)
    do(page.begin, uid)
    do(page.hold, form(hold_notes="Disepakati tiga langkah"))
    assert drafts.texts == {f"hold_notes:{other}": "Lain"}
