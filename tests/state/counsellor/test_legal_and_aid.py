"""Legal matters and help on the screen."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.closure.commands import reopen_case
from rindu_app.state.counsellor.case_aid import CaseAid
from rindu_app.state.counsellor.case_legal import CaseLegal
from tests.closing import close
from tests.mediations import TODAY
from tests.services import agree_to, reach
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def test_a_matter_is_opened_followed_and_its_clock_shown_in_words() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "handling", "accompaniment")
    page = Tab(person, f"/kasus/{number}/layanan/hukum").on(CaseLegal)
    do(page.load)
    do(page.choose_kind, "religious")
    assert page.has_matters
    do(page.choose_kind, "criminal")
    assert (page.has_matters, page.stages[0].value) == (False, "police_report")
    first = {
        "track_kind": "criminal",
        "track_stage": "police_report",
        "track_papers": "LP/1",
        "track_time": "00:00",
    }
    do(page.open, form(track_day="", **first))
    assert list(page.errors) == ["track_day"]
    do(page.open, form(track_day=TODAY, **first))
    (track,) = page.tracks
    assert (track.title, track.state, track.goes_on) == ("Perkara pidana", "Laporan polisi", True)
    assert "No. LP/1" in track.steps[0].meta
    assert page.clocks[0].due.startswith("sisa ")
    do(page.record, form(uid=track.uid, step_stage="", step_day=TODAY))
    assert list(page.errors) == ["step_stage"]
    do(page.record, form(uid=track.uid, step_stage="stopped", step_day=TODAY, step_time="00:00"))
    assert page.tracks[0].state == "Selesai: Dihentikan (SP3)"
    do(page.remove, page.tracks[0].steps[0].uid)
    assert page.tracks[0].goes_on
    do(page.leave)
    assert (page.tracks, page.clocks) == ((), ())


def test_a_matter_that_was_left_with_its_case_says_so_and_is_taken_up_again() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "handling", "accompaniment")
    reach(person.actor, number, "police_report")
    close(person.actor, number)
    page = Tab(person, f"/kasus/{number}/layanan/hukum").on(CaseLegal)
    do(page.load)
    (track,) = page.tracks
    assert (track.left, track.state) == (
        True,
        "Diakhiri karena kasus ditutup. Tahap terakhir: Laporan polisi",
    )
    with open_session(person.actor) as session:
        reopen_case(session, person.actor, number=number, reason_code="new_need", note="Kembali")
    do(page.load)
    do(page.resume, track.uid)
    assert (page.tracks[0].left, page.tracks[0].state) == (False, "Laporan polisi")


def test_help_is_recorded_and_an_application_followed() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "social_aid")
    page = Tab(person, f"/kasus/{number}/layanan/bantuan").on(CaseAid)
    do(page.load)
    given = {"aid_kind": "cash", "aid_source": "village", "aid_day": TODAY, "aid_use": "Sewa kamar"}
    do(page.record, form(aid_received="no", aid_rupiah="500000", **given))
    assert list(page.errors) == ["aid_rupiah"]
    do(page.record, form(aid_received="yes", aid_rupiah="500.000", **given))
    assert (page.rows[0].title, page.total) == (
        "Bantuan tunai dari Pemerintah desa atau kelurahan",
        "Rp500.000",
    )
    assert not page.rows[0].goes_on
    do(page.record, form(aid_received="no", **{**given, "aid_kind": "bpjs"}))
    asked = page.rows[0]
    assert [choice.value for choice in asked.steps] == ["grant", "refuse", "withdraw"]
    do(page.follow, form(uid=asked.uid, follow_step="refuse", follow_day=TODAY))
    assert list(page.errors) == ["follow_reason"]
    do(page.follow, form(uid=asked.uid, follow_step="refuse", follow_day=TODAY, follow_reason="Kuota habis"))
    assert (page.rows[0].state, page.rows[0].lines[-1]) == ("Ditolak", "Kuota habis")
    do(page.leave)
    assert (page.rows, page.total) == ((), "")
