"""The screen of one report: reading, talking, deciding, and what it never shows unasked."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.handling import assign_report
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.threads.commands import write_message
from rindu_app.state.counsellor.deciding import Deciding
from rindu_app.state.counsellor.report import ReportPage
from tests.factories import METRO, make_account, reporter_of, send_report
from tests.state.screen import Person, Tab, do, form, signed_in, watch_once

pytestmark = pytest.mark.usefixtures("country")


def opened(report: Submitted, person: Person | None = None) -> tuple[ReportPage, Deciding]:
    tab = Tab(person or signed_in(), f"/laporan/{report.number}")
    page, deciding = tab.on(ReportPage), tab.on(Deciding)
    do(page.load)
    do(deciding.load)
    return page, deciding


def test_the_page_shows_the_story_and_not_the_name_until_asked() -> None:
    report, _ = send_report(name="Melati Rekaan", phone="0812-0000-1234", ways=["phone"])
    page, _ = opened(report)
    assert page.story.story == "Saya takut pulang ke rumah."
    assert page.story.has_name
    assert "Rekaan" not in repr(page.dict())
    assert "0000" not in repr(page.dict())
    do(page.show_names)
    assert page.names == ["Pelapor: Melati Rekaan"]
    do(page.hide_names)
    assert page.names == []


def test_safe_contact_says_what_is_allowed_and_why_not() -> None:
    report, _ = send_report(ways=["here"], code_word="pesanan kue")
    page, _ = opened(report)
    ways = {way.text: (way.allowed, way.why) for way in page.story.contact.ways}
    assert ways["Pesan di halaman ini"] == (True, "")
    assert not ways["Telepon"][0]
    assert ways["Telepon"][1]
    assert page.story.contact.code_word == "pesanan kue"


def test_nothing_of_her_stays_when_the_page_is_left() -> None:
    report, _ = send_report(name="Melati Rekaan")
    page, _ = opened(report)
    do(page.show_names)
    do(page.leave)
    assert "Rekaan" not in repr(page.dict())
    assert "takut" not in repr(page.dict())


def test_a_reply_a_question_and_a_note_are_three_things() -> None:
    report, _ = send_report()
    page, _ = opened(report)
    do(page.send, form(reply_text="Kami di sini"))
    do(page.keep_note, form(note_text="Hanya tim"))
    do(page.send, form(reply_text="Apakah Anda aman?", reply_ask="yes"))
    assert [(m.kind, m.text) for m in page.messages] == [
        ("ours", "Kami di sini"),
        ("note", "Hanya tim"),
        ("ours", "Apakah Anda aman?"),
    ]
    assert page.story.status == "needs_info"
    assert page.notice_tone == "success"


def test_an_empty_reply_is_refused_at_its_field_and_the_form_stays() -> None:
    report, _ = send_report()
    page, _ = opened(report)
    before = page.done
    steps = do(page.send, form(reply_text="   "))
    assert page.errors == {"reply_text": "Pesan masih kosong."}
    assert page.done == before
    assert "reply_text" in str(steps)


def test_a_meeting_is_proposed_in_the_time_of_the_place() -> None:
    report, _ = send_report()
    page, _ = opened(report)
    do(page.propose, form(meet_mode="face", meet_day="2027-03-01", meet_time="09:00", meet_place="Ruang 2"))
    assert page.meetings[0].title == "Bertemu langsung, 1 Mar 2027 09.00 WIB"
    do(page.cancel, page.meetings[0].uid)
    assert page.meetings[0].status == "Dibatalkan"


@pytest.mark.parametrize(("day", "field"), [("", "meet_day"), ("2020-01-01", "meet_starts_at")])
def test_a_meeting_without_a_time_or_in_the_past_is_refused_at_its_field(day: str, field: str) -> None:
    report, _ = send_report()
    page, _ = opened(report)
    do(page.propose, form(meet_mode="face", meet_day=day, meet_time="09:00"))
    assert list(page.errors) == [field]


def test_calling_gives_the_number_once_it_is_allowed_or_answered_for() -> None:
    allowed, _ = send_report(ways=["phone"], phone="0812-0000-1234")
    person = signed_in()
    page, _ = opened(allowed, person)
    do(page.call, "phone")
    assert page.call_link == "tel:+6281200001234"
    refused, _ = send_report(ways=["here"], phone="0812-0000-1234")
    page, _ = opened(refused, person)
    do(page.call, "phone")
    assert page.call_link == ""
    assert "tidak memilih" in page.notice
    do(page.call_anyway, form(call_way="phone", call_reason="Nyawa terancam"))
    assert page.call_link == "tel:+6281200001234"


def test_ticked_signs_propose_and_a_person_decides() -> None:
    report, _ = send_report()
    page, deciding = opened(report)
    do(deciding.tick, "weapon", True)
    assert deciding.proposal == "Risiko tinggi (1 tanda bahaya)"
    do(deciding.triage, form(triage_signs=["weapon"], triage_decided="low"))
    assert list(deciding.errors) == ["triage_reason"]
    do(deciding.triage, form(triage_signs=["weapon"], triage_decided="high"))
    assert page.story.risk_label == "Risiko tinggi"
    assert page.story.risk_decided
    assert page.story.events[0].text == "Risiko tinggi"


def test_who_is_slower_is_told_and_loses_nothing() -> None:
    report, _ = send_report()
    page, deciding = opened(report)
    colleague = make_account()
    with open_session(colleague) as session:
        assign_report(session, colleague, number=report.number, account_id=colleague.id)
    before = deciding.done
    do(deciding.close, form(close_reason_code="advice_enough", close_note="Sudah cukup"))
    assert "baru saja diubah" in deciding.notice
    assert deciding.done == before
    do(page.load)
    do(deciding.close, form(close_reason_code="advice_enough", close_note="Sudah cukup"))
    assert page.story.status_label == "Selesai sebagai konsultasi"


def test_taking_assigning_and_closing_go_through_the_workflow() -> None:
    report, _ = send_report()
    page, deciding = opened(report)
    do(deciding.take)
    assert page.story.assignee == "Sari"
    do(deciding.assign, form(assign_account_id="999999"))
    assert list(deciding.errors) == ["assign_account_id"]
    do(deciding.junk, form(junk_reason_code="advertising"))
    assert page.story.may == ("unmark_junk",) or "unmark_junk" in page.story.may
    do(deciding.unjunk)
    do(deciding.close, form(close_reason_code="other_office"))
    assert page.story.status == "not_ours"
    do(deciding.reopen, form(reopen_reason="Ada kabar baru"))
    assert page.story.status == "reviewing"


def test_a_duplicate_is_linked_and_the_link_can_be_undone() -> None:
    (first, _), (second, _) = send_report(), send_report()
    page, deciding = opened(second)
    do(deciding.mark_duplicate, form(duplicate_of_number="L-2611-9999"))
    assert deciding.errors["duplicate_of_number"].startswith("Laporan dengan nomor itu tidak ditemukan")
    do(deciding.mark_duplicate, form(duplicate_of_number=first.number))
    assert page.story.duplicate_href == f"/laporan/{first.number}"
    do(deciding.unmark_duplicate)
    assert page.story.duplicate_of == ""


def test_forwarding_takes_the_report_out_of_sight() -> None:
    report, _ = send_report()
    page, deciding = opened(report)
    do(deciding.find_places, form(place_words="metro"))
    assert METRO in [place.value for place in deciding.places]
    do(deciding.forward, form(forward_area_code=METRO, forward_reason="Tinggal di sana"))
    assert page.phase == "gone"
    do(page.load)
    assert page.phase == "missing"
    assert page.story.story == ""


def test_a_case_is_opened_and_a_second_report_joins_it() -> None:
    (first, _), (second, _) = send_report(), send_report()
    person = signed_in()
    _, deciding = opened(first, person)
    assert "/kasus/K-" in str(do(deciding.open_case))
    _, deciding = opened(second, person)
    do(deciding.join_case, form(join_case_number="K-2611-9999"))
    assert deciding.errors["join_case_number"].startswith("Kasus dengan nomor itu tidak ditemukan")
    assert "/kasus/K-" in str(do(deciding.join_case, form(join_case_number="K-2611-0001")))


def test_a_report_of_another_area_or_no_number_at_all_is_not_found() -> None:
    report, _ = send_report(area_code="18.72.05.1001")
    page, _ = opened(report)
    assert page.phase == "missing"
    tab = Tab(signed_in("dewi"), "/laporan/%27%20OR%201")
    do(tab.on(ReportPage).load)
    assert tab.on(ReportPage).phase == "missing"


def test_what_she_writes_meanwhile_makes_an_old_decision_wait() -> None:
    report, _ = send_report()
    page, deciding = opened(report)
    with open_session(reporter_of(report)) as session:
        write_message(session, reporter_of(report), text="Jangan tutup dulu", client_key="k")
    do(deciding.close, form(close_reason_code="advice_enough"))
    assert "baru saja diubah" in deciding.notice
    assert page.story.status == "new"


def test_whoever_is_shut_out_while_she_reads_keeps_nothing_on_her_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person, me, _ = signed_in(), make_account(), make_account()
    report, _ = send_report(name="Melati Rekaan", story="Cerita yang tidak boleh tinggal")
    page = Tab(person, f"/laporan/{report.number}").on(ReportPage)
    do(page.load)
    do(page.show_names)
    watch_once(monkeypatch, page)
    assert page.phase == "ready"
    with open_session(me) as session:
        block_colleague(session, me, number=report.number, account_id=person.account_id, reason="Ipar")
    watch_once(monkeypatch, page)
    assert page.phase == "missing"
    assert "tinggal" not in repr(page.dict())
    assert "Melati" not in repr(page.dict())


@pytest.mark.parametrize("act", ["send", "keep_note", "take"])
def test_a_refused_act_on_what_is_lost_clears_the_screen_too(act: str) -> None:
    person, me, _ = signed_in(), make_account(), make_account()
    report, _ = send_report(story="Cerita yang tidak boleh tinggal")
    tab = Tab(person, f"/laporan/{report.number}")
    page, deciding = tab.on(ReportPage), tab.on(Deciding)
    do(page.load)
    do(page.send, form(reply_text=" "))
    assert page.phase == "ready"
    with open_session(me) as session:
        block_colleague(session, me, number=report.number, account_id=person.account_id, reason="Ipar")
    if act == "take":
        do(deciding.take)
    else:
        do(getattr(page, act), form(reply_text="Halo", note_text="Halo"))
    assert page.phase == "missing"
    assert "tinggal" not in repr(page.dict())
