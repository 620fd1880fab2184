"""The screen of a case's sessions, the week, and groups, as their States show and do it."""

from datetime import timedelta

import pytest

from rindu_app.state.counsellor.case_sessions import CaseSessions
from rindu_app.state.counsellor.groups import Groups
from rindu_app.state.counsellor.schedule import Schedule
from rindu_app.words import clock, dates
from rindu_app.words.codes import Role
from tests.domain.sessions.people import agree, agreed, at, new_case, plan
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

WIB = "Asia/Jakarta"


def opened(person: Person, number: str) -> CaseSessions:
    page = Tab(person, f"/kasus/{number}/sesi").on(CaseSessions)
    do(page.load)
    return page


def plan_form(person: Person, name: str = "plan", hour: float = 9, **fields: str) -> object:
    day, time = dates.field_values(at(hour), WIB)
    said = {
        "service": "individual", "mode": "face", "counsellor": str(person.account_id), "day": day, "time": time,
        "minutes": "60", "before": "0", "after": "0", "place": "Ruang 2",
    }  # fmt: skip
    return form(**{f"{name}_{field}": value for field, value in {**said, **fields}.items()})


def test_a_session_is_planned_moved_and_called_off_on_its_page() -> None:
    person = signed_in()
    number, _, _ = new_case(person.actor)
    page = opened(person, number)
    assert (page.phase, page.me, page.coming) == ("ready", str(person.account_id), ())
    do(page.plan, plan_form(person))
    (row,) = page.coming
    assert (row.title, row.status_label, row.room) == ("Konseling perorangan", "Direncanakan", "")
    assert row.when.endswith("09.00–10.00 WIB")
    assert "Ruang 2" in row.lines
    do(page.choose, row.uid)
    assert (page.chosen.place, page.chosen.minutes, page.chosen.day) == ("Ruang 2", "60", str(at(9).date()))
    do(page.move, plan_form(person, "move", 13, minutes="90"))
    assert page.coming[0].when.endswith("13.00–14.30 WIB")
    assert page.chosen.when == page.coming[0].when
    do(page.cancel, form(cancel_reason="Klien sakit"))
    assert page.coming == ()
    assert (page.past[0].status_label, page.chosen.is_planned) == ("Dibatalkan", False)
    assert "Alasan: Klien sakit" in page.past[0].lines


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"service": ""}, "plan_service"),
        ({"day": "besok"}, "plan_day"),
        ({"counsellor": "0"}, "plan_counsellor"),
        ({"minutes": "999"}, "plan_minutes"),
        ({"before": "500"}, "plan_before"),
    ],
)
def test_what_cannot_be_planned_is_said_at_its_field(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    page = opened(person, new_case(person.actor)[0])
    do(page.plan, plan_form(person, **fields))
    assert list(page.errors) == [error]
    assert page.done == 0


def test_an_unusual_time_asks_for_a_reason_and_then_is_kept() -> None:
    from rindu_app.access.session import open_session
    from rindu_app.domain.schedule.own_days import keep_hours

    person = signed_in()
    with open_session(person.actor) as session:
        keep_hours(session, person.actor, hours={"1": ("08:00", "12:00")})
    page = opened(person, new_case(person.actor)[0])
    do(page.plan, plan_form(person))
    assert "di luar jam kerja" in page.outside
    assert (page.coming, page.done) == ((), 0)
    do(page.plan, plan_form(person, anyway="Klien hanya bisa saat itu"))
    assert page.outside == ""
    assert any("Klien hanya bisa saat itu" in line for line in page.coming[0].lines)


def test_a_taken_hour_and_a_missing_consent_are_said() -> None:
    person = signed_in()
    number, _, _ = new_case(person.actor)
    plan(person.actor, new_case(person.actor)[0], at(9))
    page = opened(person, number)
    do(page.plan, plan_form(person))
    assert "sudah terisi" in page.notice
    agree(person.actor, number, "handling:counselling", given=False)
    do(page.plan, plan_form(person, hour=14))
    assert "persetujuan" in page.notice
    assert page.coming == ()


def test_an_agreed_appointment_fills_the_form_and_becomes_a_session() -> None:
    person = signed_in()
    number, her, report = new_case(person.actor)
    agreed(person.actor, her, report, at(9))
    page = opened(person, number)
    do(page.start_from, page.agreed[0].uid)
    assert (page.source.day, page.source.time, page.source.mode) == (str(at(9).date()), "09:00", "face")
    do(page.plan, plan_form(person))
    assert (page.agreed, page.source.uid) == ([], "")
    assert "Jawaban klien: disetujui" in page.coming[0].lines


def test_what_became_of_a_session_is_said_with_a_note_that_grows() -> None:
    person = signed_in()
    number, _, _ = new_case(person.actor)
    plan(person.actor, number, clock.now() - timedelta(hours=2))
    page = opened(person, number)
    assert (page.coming[0].to_settle, page.coming[0].status_label) == (True, "Menunggu dicatat")
    do(page.choose, page.coming[0].uid)
    do(page.settle, form(settle_came="yes", settle_note="Ia tidur nyenyka.", settle_audience="team"))
    (row,) = page.past
    assert (row.status_label, row.may_mend, row.notes[0].text) == ("Terlaksana", True, "Ia tidur nyenyka.")
    note = row.notes[0]
    do(page.edit_note, form(edit_uid=note.uid, edit_text="Ia tidur nyenyak."))
    assert page.past[0].notes[0].text == "Ia tidur nyenyak."
    other = opened(person, number)
    do(other.edit_note, form(edit_uid=note.uid, edit_text="Dari ponsel"))
    do(page.edit_note, form(edit_uid=note.uid, edit_text="Lagi"))
    (both,) = page.beside.rows
    assert (page.beside.of, both.mine, both.theirs) == (note.uid, "Lagi", "Dari ponsel")
    do(page.amend_note, form(amend_uid=note.uid, amend_text="Tambahan."))
    do(page.write_note, form(note_text="Hanya saya.", note_audience="forged"))
    texts = [(note.text, note.adds) for note in page.past[0].notes]
    assert texts == [("Dari ponsel", False), ("Tambahan.", True), ("Hanya saya.", False)]
    assert "hanya penulis dan penyelia" in page.past[0].notes[2].meta
    do(page.settle, form(settle_came="no", settle_note="", settle_audience="team"))
    assert page.past[0].status_label == "Klien tidak hadir"


def test_somebody_quicker_is_noticed_before_a_decision() -> None:
    person = signed_in()
    number, _, _ = new_case(person.actor)
    plan(person.actor, number, at(9))
    page, other = opened(person, number), opened(person, number)
    for tab in (page, other):
        do(tab.choose, tab.coming[0].uid)
    do(other.move, plan_form(person, "move", 13))
    do(page.cancel, form(cancel_reason="Klien sakit"))
    assert "baru saja diubah orang lain" in page.notice
    assert opened(person, number).coming[0].is_planned


def test_a_video_session_leads_its_own_counsellor_to_the_room() -> None:
    person = signed_in()
    page = opened(person, new_case(person.actor)[0])
    do(page.plan, plan_form(person, mode="video"))
    assert page.coming[0].room == f"/ruang/{page.coming[0].uid}"
    assert not page.video_is_on
    assert "http" not in repr(page.dict())


def test_nothing_of_a_person_stays_behind() -> None:
    person = signed_in()
    number, _, _ = new_case(person.actor)
    plan(person.actor, number, at(9), place="KenariTempat")
    page = opened(person, number)
    do(page.choose, page.coming[0].uid)
    do(page.leave)
    assert "Kenari" not in repr(page.dict())
    assert number not in repr(page.dict())


def test_strangers_find_nothing() -> None:
    person, stranger = signed_in(), signed_in("dewi")
    number, _, _ = new_case(person.actor)
    plan(person.actor, number, at(9), place="KenariTempat")
    page = opened(stranger, number)
    assert (page.phase, page.coming) == ("missing", ())
    do(page.plan, plan_form(stranger))
    assert len(opened(person, number).coming) == 1


def weeks_until_at() -> int:
    today = clock.now().astimezone(at(9).tzinfo).date()
    return ((at(9).date() - today).days + today.weekday()) // 7


def test_the_week_is_turned_and_says_what_each_day_holds() -> None:
    person = signed_in()
    number, _, _ = new_case(person.actor)
    plan(person.actor, number, at(9), place="Balai desa")
    week = Tab(person, "/jadwal").on(Schedule)
    do(week.load)
    assert len(week.days) == 7
    assert [day.is_today for day in week.days].count(True) == 1
    for _ in range(weeks_until_at()):
        do(week.turn, 1)
    (row,) = week.days[2].rows
    assert (row.when, row.title, row.href) == (
        "09.00–10.00", "Sesi: Bertemu langsung", f"/kasus/{number}/sesi",
    )  # fmt: skip
    do(week.turn, 0)
    assert week.ahead == 0
    for forged in ("banyak", None, 10**9):
        do(week.turn, forged)
        assert abs(week.ahead) <= 60
    do(week.leave)
    assert (week.days, week.late) == ([], [])


def test_hours_and_days_off_are_kept_on_the_week() -> None:
    person = signed_in()
    week = Tab(person, "/jadwal").on(Schedule)
    do(week.load)
    do(week.keep_hours, form(hours_opens_1="08:00", hours_closes_1="07:00"))
    assert list(week.errors) == ["hours_opens_1"]
    do(week.keep_hours, form(hours_opens_1="08:00", hours_closes_1="14:00"))
    assert (week.days[0].hours, week.days[1].note) == ("08.00–14.00", "Tidak ada jam kerja")
    assert week.hours[0].opens == "08:00"
    do(week.add_days_off, form(away_kind="duty", away_first="", away_last=""))
    assert list(week.errors) == ["away_first"]
    day = str(at(9).date())
    do(week.add_days_off, form(away_kind="duty", away_first=day, away_last=""))
    assert week.away[0].title == f"Dinas luar, {dates.show_days(at(9).date(), at(9).date())}"
    do(week.drop_days_off, week.away[0].uid)
    assert week.away == []


def test_a_group_is_made_met_and_its_attendance_kept() -> None:
    person, friend = signed_in(), signed_in("dewi")
    number, _, _ = new_case(friend.actor)
    page = Tab(person, "/jadwal/kelompok").on(Groups)
    do(page.load)
    assert page.rows == []
    do(page.create, form(group_name="", group_leader=str(person.account_id)))
    assert list(page.errors) == ["group_name"]
    do(page.create, form(group_name="Melati", group_leader=str(person.account_id)))
    assert (page.name, page.leads) == ("Melati", True)

    file = opened(friend, number)
    do(file.join, form(join_group=file.groups[0].value, join_alias="Mawar"))
    assert file.seats[0].detail == "dipimpin Sari, sebagai Mawar"

    do(page.open, page.open_uid)
    assert [(row.title, row.href) for row in page.members] == [("Mawar", "")]
    do(page.plan, plan_form(person, service="group_support"))
    assert page.notice == "Pertemuan direncanakan untuk 1 anggota."
    do(page.choose, page.coming[0].uid)
    do(page.move, plan_form(person, "move", 13, service="group_support"))
    assert page.chosen.when.endswith("13.00–14.00 WIB")
    do(page.cancel, form(cancel_reason="Aula dipakai"))
    assert (page.coming, page.past[0].status_label) == ([], "Dibatalkan")

    day, time = dates.field_values(clock.now() - timedelta(hours=2), WIB)
    do(page.plan, plan_form(person, service="group_support", day=day, time=time))
    do(page.choose, page.coming[0].uid)
    assert page.chosen.to_settle
    do(page.hold, form(hold_came=[page.members[0].uid]))
    held = next(row for row in page.past if row.may_mend)
    assert "Hadir 1, tidak hadir 0" in held.lines
    do(file.load)
    assert [row.status_label for row in file.past] == ["Dibatalkan", "Terlaksana"]
    do(file.leave_group, file.seats[0].uid)
    assert file.seats == ()
    do(page.end)
    assert page.detail == "Dipimpin Sari, sudah selesai"
    do(page.leave)
    assert (page.rows, page.members, page.name) == ([], [], "")


def test_who_does_not_lead_sees_no_names() -> None:
    person, other = signed_in(), signed_in("dewi")
    boss = signed_in("lina", role=Role.SUPERVISOR)
    number, _, _ = new_case(person.actor)
    page = Tab(person, "/jadwal/kelompok").on(Groups)
    do(page.load)
    do(page.create, form(group_name="Melati", group_leader=str(person.account_id)))
    file = opened(person, number)
    do(file.join, form(join_group=file.groups[0].value, join_alias="Mawar"))
    for who, title in ((other, "Anggota lain"), (boss, f"Mawar, {number}")):
        seen = Tab(who, "/jadwal/kelompok").on(Groups)
        do(seen.load)
        do(seen.open, page.open_uid)
        assert [row.title for row in seen.members] == [title]
    assert "Mawar" not in repr(Tab(other, "/jadwal/kelompok").on(Groups).dict())
