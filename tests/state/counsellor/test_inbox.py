"""The inbox screen: what needs me, with clocks in words; filters, search, floods."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.session import open_session
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.handling import assign_report, mark_junk
from rindu_app.domain.reports.holding import Pace
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.models import Account
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.inbox import Inbox, look, renewed
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import make_account, send_report
from tests.state.screen import Tab, do, form, signed_in, watch_once

pytestmark = pytest.mark.usefixtures("country")


def opened(name: str = "sari", **given: object) -> Inbox:
    inbox = Tab(signed_in(name, **given), "/kotak-masuk").on(Inbox)  # type: ignore[arg-type]
    do(inbox.load)
    return inbox


def test_a_row_says_risk_place_and_how_long_is_left() -> None:
    send_report(danger="no", door="report", kinds=["physical"], name="Nama Rekaan")
    row = opened().rows[0]
    assert (row.risk_label, row.place, row.clock_word, row.late) == (
        "Risiko sedang",
        "Genteng",
        "sisa waktu",
        False,
    )
    assert row.title == "Laporan: Fisik"
    assert row.href == f"/laporan/{row.number}"
    assert "Rekaan" not in repr(row)


def test_a_clock_that_ran_out_says_so() -> None:
    with clock.moved(-timedelta(hours=1)):
        send_report(danger="yes")
    row = opened().rows[0]
    assert (row.clock_word, row.late) == ("lewat", True)


def test_where_no_clock_runs_stands_what_is_new_or_how_it_ended() -> None:
    me, (case, _), (junk, _) = signed_in("sari").actor, send_report(), send_report()
    with open_session(me) as session:
        open_case(session, me, number=case.number)
        mark_junk(session, me, number=junk.number)
    inbox = opened("wulan")
    do(inbox.show, "closed")
    assert [(row.number, row.status_label) for row in inbox.rows] == [
        (junk.number, "Bukan laporan sungguhan")
    ]
    with open_session(me, write=False) as session:
        rows = look(session, me, InboxFilter(view="mine"), 1).rows
    assert [(row.number, row.status_label) for row in rows] == [(case.number, "Ada kabar baru")]


def test_mine_holds_what_is_nobodys_yet_and_not_what_a_colleague_has() -> None:
    (free, _), (taken, _), colleague = send_report(), send_report(), make_account()
    with open_session(colleague) as session:
        assign_report(session, colleague, number=taken.number, account_id=colleague.id)
    inbox = opened()
    assert [row.number for row in inbox.rows] == [free.number]
    do(inbox.show, "open")
    assert {row.number for row in inbox.rows} == {free.number, taken.number}
    assert (inbox.counts.mine, inbox.counts.open) == (1, 2)


def test_filters_narrow_and_are_taken_away() -> None:
    send_report(danger="yes")
    send_report(door="talk")
    inbox = opened()
    do(inbox.narrow, form(risk="high", district="", village="", kind="", status="", days=""))
    assert [row.risk for row in inbox.rows] == ["high"]
    do(inbox.narrow, form(district="35.10.16"))
    assert inbox.rows == []
    do(inbox.widen)
    assert len(inbox.rows) == 2


def test_districts_and_villages_of_my_area_are_offered() -> None:
    inbox = opened()
    assert {choice.value for choice in inbox.districts} == {"35.10.10", "35.10.16"}
    do(inbox.choose_district, "35.10.10")
    assert {choice.text for choice in inbox.villages} == {"Genteng Kulon", "Genteng Wetan"}
    assert inbox.levels == ("Kecamatan", "Desa atau kelurahan")


@pytest.mark.parametrize(
    ("area", "levels"),
    [
        ("", ("Provinsi", "Kabupaten atau kota")),
        ("35", ("Kabupaten atau kota", "Kecamatan")),
        ("35.10.10", ("Desa atau kelurahan", "Bagian wilayah")),
    ],
)
def test_filters_call_places_what_they_are_there(area: str, levels: tuple[str, str]) -> None:
    assert choices.levels_below(area) == levels


def test_search_finds_a_name_and_keeps_nothing_of_what_was_typed() -> None:
    send_report()
    named, _ = send_report(name="Melati Rekaan")
    inbox = opened()
    (moved,) = do(inbox.search, form(words="melati"))
    assert "hasil" in str(moved.args)  # at 360 px the open form hides what was found
    assert [row.number for row in inbox.rows] == [named.number]
    assert "elati" not in repr(inbox.dict())
    do(inbox.end_search)
    assert len(inbox.rows) == 2


def test_a_flood_is_one_line_that_can_be_looked_through_set_aside_and_brought_back() -> None:
    for _ in range(6):
        send_report(story="beli obat murah di sini", pace=Pace(seconds=1, source="x"))
    inbox = opened()
    assert inbox.rows == []
    group = inbox.held[0]
    assert group.title == "6 laporan bertulisan sama"
    do(inbox.review, group.group)
    assert len(inbox.rows) == 6
    do(inbox.junk_group, group.group)
    assert inbox.held == []
    assert inbox.notice == "6 laporan ditandai bukan laporan sungguhan."
    do(inbox.undo_junk)
    assert inbox.undo == ""
    do(inbox.show, "open")
    assert len(inbox.rows) == 6


def test_more_rows_come_by_page() -> None:
    for number in range(27):
        send_report(story=f"Cerita {'abcdefghijklmnopqrstuvwxyz1'[number]} lain")
    inbox = opened()
    shown = len(inbox.rows)
    assert inbox.more == (shown == 25)
    do(inbox.more_rows)
    assert len({row.number for row in inbox.rows}) == len(inbox.rows) >= shown


def test_forged_values_do_no_harm() -> None:
    inbox = opened()
    do(inbox.show, "'; drop")
    assert inbox.wanted.view == "mine"
    do(inbox.narrow, {"days": ["x"], "risk": 5, "district": None})
    assert inbox.notice == ""
    do(inbox.narrow, None)
    do(inbox.search, 7)
    assert inbox.rows == []


def test_an_administrator_is_told_that_reports_are_not_hers() -> None:
    inbox = Tab(signed_in("admin", role=Role.ADMIN)).on(Inbox)
    do(inbox.load)
    assert inbox.rows == []
    assert "bukan bagian tugas Anda" in inbox.notice


def test_the_menu_counts_what_waits_and_says_nothing_of_zero() -> None:
    send_report()
    nav = Tab(signed_in()).on(Nav)
    do(nav.load)
    assert (nav.inbox, nav.cases, nav.due) == ("1", "", "")


def test_what_a_search_found_goes_when_it_is_no_longer_mine_to_see(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, _, (hidden, _), (kept, _) = (
        make_account(),
        make_account(),
        send_report(name="Melati Rekaan"),
        send_report(name="Melati Lain"),
    )
    inbox = opened()
    do(inbox.search, form(words="Melati"))
    watch_once(monkeypatch, inbox)
    assert [row.number for row in inbox.rows] == [kept.number, hidden.number]
    with open_session(owner) as session:
        whom = session.exec(select(Account.id).where(Account.username == "sari")).one()
        block_colleague(session, owner, number=hidden.number, account_id=whom or 0, reason="Ipar")
    watch_once(monkeypatch, inbox)
    assert [row.number for row in inbox.rows] == [kept.number]
    assert inbox.searched


def test_a_newer_search_is_not_undone_by_an_older_look() -> None:
    first, second = (send_report(story=f"Cerita {n}")[0].number for n in ("satu", "dua"))
    rows = opened().rows
    by_number = {row.number: row for row in rows}
    assert renewed([by_number[second]], [first], []) == [by_number[second]]
    assert renewed([by_number[first], by_number[second]], [first, second], [by_number[second]]) == [
        by_number[second]
    ]
