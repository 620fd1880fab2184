"""The case file, the lists of cases, emergencies and the schedule."""

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.notes import write_case_note
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import add_member, break_glass, remove_member
from rindu_app.models import CaseMember
from rindu_app.state.counsellor.case import CasePage
from rindu_app.state.counsellor.case_team import CaseTeam
from rindu_app.state.counsellor.cases import Cases
from rindu_app.state.counsellor.glass import BreakGlass
from rindu_app.state.counsellor.schedule import Schedule
from rindu_app.state.counsellor.shown_case import RECENT
from rindu_app.state.counsellor.to_check import ToCheck
from rindu_app.words import clock, dates
from rindu_app.words.codes import Role
from rindu_app.words.errors import sentence
from tests.factories import send_report
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def new_case(person: Person, **told: object) -> str:
    report, _ = send_report(**told)
    with open_session(person.actor) as session:
        return number_of(open_case(session, person.actor, number=report.number))


def opened(person: Person, number: str) -> CasePage:
    page = Tab(person, f"/kasus/{number}").on(CasePage)
    do(page.load)
    return page


def test_the_file_shows_everything_but_the_name_which_is_asked_for() -> None:
    person = signed_in()
    page = opened(person, new_case(person, name="Melati Rekaan", phone="0812-0000-1234"))
    assert page.head.mine
    assert page.folder.timeline[0].title == "Kasus dibuka"
    assert page.folder.timeline[0].source.startswith("L-")
    assert "Rekaan" not in repr(page.dict())
    do(page.show_client)
    assert page.client == ["Melati Rekaan", "0812-0000-1234"]
    do(page.leave)
    assert "Rekaan" not in repr(page.dict())


def test_notes_tasks_and_risk_stand_on_the_timeline() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.start_note)
    assert page.noting
    do(page.keep_note, form(note_text="Bertemu di kantor"))
    assert not page.noting
    owner = str(person.account_id)
    do(
        page.add_task,
        form(task_title="Tinjau risiko", task_day="2027-03-01", task_time="", task_owner_id=owner),
    )
    assert (page.folder.tasks[0].title, page.folder.tasks[0].due) == ("Tinjau risiko", "1 Mar 2027")
    do(page.finish_task, page.folder.tasks[0].uid)
    assert page.folder.tasks == ()
    do(page.change_risk, form(risk_level="high", risk_reason="Ancaman baru"))
    assert page.head.risk_label == "Risiko tinggi"
    titles = [line.title for line in page.folder.timeline]
    assert titles == ["Risiko diubah", "Tugas selesai", "Tugas ditambahkan", "Catatan", "Kasus dibuka"]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"task_title": "", "task_day": "2027-03-01"}, "task_title"),
        ({"task_title": "Tinjau", "task_day": "kapan"}, "task_day"),
        ({"task_title": "Tinjau", "task_day": "2027-03-01", "task_owner_id": "0"}, "task_owner_id"),
    ],
)
def test_a_task_that_cannot_be_used_is_refused_at_its_field(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(
        page.add_task,
        form(task_owner_id=str(person.account_id), **fields)
        if "task_owner_id" not in fields
        else form(**fields),
    )
    assert list(page.errors) == [error]


def test_the_team_grows_and_shrinks() -> None:
    person, friend = signed_in(), signed_in("dewi")
    number = new_case(person)
    page = Tab(person, f"/kasus/{number}/tim").on(CaseTeam)
    do(page.load)
    do(page.add_member, form(member_account_id=str(friend.account_id)))
    assert opened(person, number).folder.team_line == "Sari (manajer kasus), Dewi"
    do(page.remove_member, str(friend.account_id))
    assert [row.name for row in page.team] == ["Sari"]
    assert page.access[0].act
    do(page.leave)
    assert (page.team, page.access) == ((), ())


def test_a_colleague_finds_nothing_until_the_glass_is_broken_and_the_supervisor_sees_it() -> None:
    person, other, boss = signed_in(), signed_in("dewi"), signed_in("lina", role=Role.SUPERVISOR)
    number = new_case(person)
    assert opened(other, number).phase == "missing"
    glass = Tab(other, "/kasus/buka-darurat").on(BreakGlass)
    do(glass.break_open, form(glass_number=number, glass_reason=""))
    assert list(glass.errors) == ["glass_reason"]
    do(glass.break_open, form(glass_number="K-2611-9999", glass_reason="Nyawa terancam"))
    assert list(glass.errors) == ["glass_number"]
    assert number in str(
        do(glass.break_open, form(glass_number=number.lower(), glass_reason="Nyawa terancam"))
    )
    assert opened(other, number).phase == "ready"
    seen = Tab(boss).on(ToCheck)
    do(seen.load)
    assert [(row.by, row.reason, row.seen) for row in seen.seen.openings] == [
        ("Dewi", "Nyawa terancam", False)
    ]
    do(seen.acknowledge, seen.seen.openings[0].uid)
    assert seen.seen.openings[0].seen


def test_the_list_holds_my_cases_and_for_a_supervisor_those_of_the_area() -> None:
    person, boss = signed_in(), signed_in("lina", role=Role.SUPERVISOR)
    number = new_case(person)
    mine, hers = Tab(person).on(Cases), Tab(boss).on(Cases)
    do(mine.load)
    do(hers.load)
    assert [(row.due, row.active) for row in mine.rows] == [("", "Terakhir: Hari ini")]
    assert ([row.number for row in mine.rows], mine.view, mine.supervises) == ([number], "mine", False)
    assert ([row.number for row in hers.rows], hers.view, hers.supervises) == ([number], "area", True)
    do(hers.show, "mine")
    do(hers.load)
    assert (hers.rows, hers.view) == ([], "mine")
    do(mine.show, "closed")
    assert mine.rows == []


def test_the_schedule_puts_what_is_late_first() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    owner = str(person.account_id)
    do(page.add_task, form(task_title="Dulu", task_day="2026-01-01", task_time="08:00", task_owner_id=owner))
    today = dates.today("Asia/Jakarta")
    do(page.add_task, form(task_title="Nanti", task_day=today, task_time="23:59", task_owner_id=owner))
    plan = Tab(person).on(Schedule)
    do(plan.load)
    coming = [row.title for day in plan.days for row in day.rows]
    assert ([row.title for row in plan.late], coming) == (["Dulu"], ["Nanti"])
    assert plan.late[0].when.startswith("lewat")
    do(plan.leave)
    assert plan.late == []


@pytest.mark.parametrize("act", ["show_client", "keep_note"])
def test_when_the_glass_has_closed_a_refused_act_clears_the_screen(act: str) -> None:
    manager, nosy = signed_in(), signed_in("dewi")
    number = new_case(manager, name="Melati Rekaan", story="Cerita yang tidak boleh tinggal")
    with open_session(nosy.actor) as session:
        break_glass(session, nosy.actor, number=number, reason="Darurat")
    page = opened(nosy, number)
    do(page.show_client)
    do(page.keep_note, form(note_text="Halo"))
    assert (page.phase, page.notice) == ("ready", sentence("glass_reads_only"))
    close_glass(nosy.actor)
    do(*{"show_client": (page.show_client,), "keep_note": (page.keep_note, form(note_text="Halo"))}[act])
    assert page.phase == "missing"
    assert (page.client, page.head.number, page.notice) == ([], "", sentence("not_found"))
    assert "Rekaan" not in repr(page.dict())


def test_whoever_left_the_team_keeps_no_part_of_the_file() -> None:
    manager, friend = signed_in(), signed_in("dewi")
    number = new_case(manager, name="Melati Rekaan")
    with open_session(manager.actor) as session:
        add_member(session, manager.actor, number=number, account_id=friend.account_id)
    tab = Tab(friend, f"/kasus/{number}/tim")
    page = tab.on(CaseTeam)
    do(page.load)
    assert page.team
    with open_session(manager.actor) as session:
        remove_member(session, manager.actor, number=number, account_id=friend.account_id)
    do(page.remove_member, str(manager.account_id))
    assert (page.phase, page.team, page.access) == ("missing", (), ())


def close_glass(actor: Actor) -> None:
    with open_session(Actor.system("tests")) as session:
        for row in session.exec(select(CaseMember).where(CaseMember.account_id == actor.account_id)):
            row.until = clock.now()
            session.add(row)


def test_a_long_timeline_shows_its_newest_lines_and_the_rest_when_it_is_asked_for() -> None:
    person = signed_in()
    number = new_case(person)
    with open_session(person.actor) as session:
        for line in range(RECENT + 4):
            write_case_note(session, person.actor, number=number, text=f"Catatan {line}")
    page = opened(person, number)
    assert (len(page.folder.timeline), page.folder.older) == (RECENT, 5)
    assert page.folder.timeline[0].text == f"Catatan {RECENT + 3}"
    do(page.show_whole)
    assert (len(page.folder.timeline), page.folder.older) == (RECENT + 5, 0)
    assert page.folder.timeline[-1].title == "Kasus dibuka"
    do(page.leave)
    assert not page.whole


def test_looking_again_and_again_is_one_line_that_says_how_often() -> None:
    person = signed_in()
    number = new_case(person)
    for _ in range(3):
        opened(person, number)
    page = Tab(person, f"/kasus/{number}/tim").on(CaseTeam)
    do(page.load)
    assert page.access[0].act == "Membaca berkas, 3 kali"
    assert "Membaca berkas" not in [row.act for row in page.access]


def test_a_note_is_mended_in_its_place_and_shows_what_it_said() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.keep_note, form(note_text="Ia tenang", note_audience="team"))
    (line,) = [row for row in page.folder.timeline if row.note]
    assert (line.may_edit, line.mended) == (True, "")
    assert line.meta.endswith("seluruh tim")
    do(page.start_mending, line.note)
    do(page.mend_note, form(mend_text=" "))
    assert (list(page.errors), page.mending) == (["mend_text"], line.note)
    do(page.mend_note, form(mend_text="Ia tampak tenang"))
    (line,) = [row for row in page.folder.timeline if row.note]
    assert (line.text, [said.text for said in line.former], page.mending) == (
        "Ia tampak tenang",
        ["Ia tenang"],
        "",
    )
    do(page.start_mending, line.note)
    do(page.add_to_note, form(add_text="Ia menelepon"))
    assert [row.title for row in page.folder.timeline if row.note] == ["Tambahan pada catatan", "Catatan"]


def test_an_audience_that_no_form_sends_becomes_the_narrower_one() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.keep_note, form(note_text="Ia tenang", note_audience="everybody"))
    (line,) = [row for row in page.folder.timeline if row.note]
    assert line.meta.endswith("hanya penulis dan penyelia")
