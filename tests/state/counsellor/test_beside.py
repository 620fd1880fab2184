"""Two tabs change the same thing: who saves second sees both versions, loses nothing she typed, and chooses field by field."""

from datetime import timedelta
from typing import Any, TypeVar

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.notes import edit_case_note, write_case_note
from rindu_app.domain.cases.team import add_member, remove_member
from rindu_app.domain.people.commands import remove_person
from rindu_app.state.counsellor.case import CasePage
from rindu_app.state.counsellor.case_assessment import CaseAssessment
from rindu_app.state.counsellor.case_conferences import CaseConferencesPage
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.case_incidents import CaseIncidents
from rindu_app.state.counsellor.case_mediation import CaseMediation
from rindu_app.state.counsellor.case_people import CasePeople
from rindu_app.state.counsellor.case_safety import CaseSafety
from rindu_app.state.counsellor.case_services import CaseServices
from rindu_app.state.counsellor.case_sessions import CaseSessions
from rindu_app.words import clock, dates
from rindu_app.words.codes import NoteAudience
from tests import conferences, mediations, services
from tests.domain.people.allowed import allowed_case
from tests.domain.sessions import people as sessions
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def a_team(**told: object) -> tuple[Person, Person, str]:
    """Two colleagues of one case."""
    sari, dewi = signed_in(), signed_in("dewi")
    number = allowed_case(sari.actor, **told)[0]
    with open_session(sari.actor) as session:
        add_member(session, sari.actor, number=number, account_id=dewi.account_id)
    return sari, dewi, number


P = TypeVar("P", bound=CaseFile)


def opened(person: Person, number: str, page: type[P], part: str = "") -> P:
    found = Tab(person, f"/kasus/{number}{part}").on(page)
    do(found.load)
    return found


def compared(page: CaseFile) -> dict[str, tuple[str, str]]:
    return {row.label: (row.mine, row.theirs) for row in page.beside.rows}


def safety(**parts: str) -> Any:
    return form(**{f"safety_{name}": text for name, text in {"with_her": "yes", **parts}.items()})


def test_a_safety_plan_is_merged_part_by_part() -> None:
    sari, dewi, number = a_team()
    first, second = (opened(person, number, CaseSafety, "/rencana-aman") for person in (dewi, sari))
    do(first.write, safety(bag="KTP", way_out="Pintu belakang", phone="Kata sandi baru"))
    do(second.write, safety(bag="KTP dan uang", signs="Ia minum"))
    assert compared(second) == {
        "Cara keluar dari rumah": ("Kosong", "Pintu belakang"),
        "Barang yang perlu dibawa": ("KTP dan uang", "KTP"),
        "HP dan akun": ("Kosong", "Kata sandi baru"),
    }
    assert second.beside.who.startswith("Dewi, hari ini")
    assert [row.untouched for row in second.beside.rows] == [True, False, True]
    assert list(second.errors) == ["keduanya"]
    mine = {"bag": "KTP dan uang", "signs": "Ia minum"}
    kept = {"keep_safety_way_out": "theirs", "keep_safety_phone": "theirs"}
    do(second.write, form(**dict(safety(**mine)), **kept))
    assert list(second.errors) == ["keep_safety_bag"], "what both changed has to be decided"
    do(second.write, form(**dict(safety(**mine)), **kept, keep_safety_bag="mine"))
    assert {name: text for name, text in second.draft.items() if text} == {
        "signs": "Ia minum",
        "way_out": "Pintu belakang",
        "bag": "KTP dan uang",
        "phone": "Kata sandi baru",
    }
    assert (second.beside.form, len(second.plans)) == ("", 2)


def test_a_third_change_between_is_shown_as_well() -> None:
    sari, dewi, number = a_team()
    first, second = (opened(person, number, CaseSafety, "/rencana-aman") for person in (dewi, sari))
    do(first.write, safety(bag="Satu"))
    do(second.write, safety(bag="Punya saya"))
    do(first.write, safety(bag="Dua"))
    do(second.write, form(**dict(safety(bag="Punya saya")), keep_safety_bag="mine"))
    assert compared(second) == {"Barang yang perlu dibawa": ("Punya saya", "Dua")}
    do(second.write, form(**dict(safety(bag="Punya saya")), keep_safety_bag="mine"))
    assert second.draft["bag"] == "Punya saya"


def test_names_and_lists_of_a_person_are_compared_in_words_and_her_nik_never_shown() -> None:
    sari, dewi, number = a_team(name="Melati Rekaan")
    first, second = (opened(person, number, CasePeople, "/orang") for person in (dewi, sari))
    for page in (first, second):
        do(page.edit, page.people.client[0].uid)
    common = {"person_name": "Melati Rekaan", "person_sex": "female"}
    do(
        first.save,
        form(
            **common,
            person_disabilities=["hearing"],
            person_nik="3510104303970001",
            person_address="Jalan Rekaan",
        ),
    )
    do(
        second.save,
        form(
            **common,
            person_disabilities=["hearing"],
            person_nik="3510104303970002",
            person_address="Gang Rekaan",
        ),
    )
    assert compared(second) == {
        "NIK": ("3510104303970002", "NIK yang tersimpan sekarang"),
        "Alamat": ("Gang Rekaan", "Jalan Rekaan"),
    }
    do(
        second.save,
        form(**common, person_disabilities=["hearing"], person_nik="3510104303970002", person_address="Gang Rekaan",
             keep_person_nik="theirs", keep_person_address="mine"),
    )  # fmt: skip
    assert "NIK 3510********0001" in second.people.client[0].lines
    do(second.edit, second.people.client[0].uid)
    assert (second.old["address"], second.chosen) == ("Gang Rekaan", ["hearing"])


def test_taking_somebody_out_shows_what_was_just_written_of_her_first() -> None:
    sari, dewi, number = a_team()
    first = opened(dewi, number, CasePeople, "/orang")
    do(first.add, "person")
    do(first.save, form(person_role="witness"))
    second = opened(sari, number, CasePeople, "/orang")
    for page in (first, second):
        do(page.edit, page.people.support[0].uid)
    do(first.save, form(person_role="witness", person_note="Melihat semuanya"))
    do(second.remove)
    assert compared(second) == {"Catatan": ("Kosong", "Melihat semuanya")}
    do(second.remove)
    assert second.people.support == ()


def test_who_changes_somebody_that_was_taken_out_keeps_her_words_and_hears_who_did_it() -> None:
    sari, dewi, number = a_team()
    page = opened(sari, number, CasePeople, "/orang")
    do(page.add, "person")
    do(page.save, form(person_role="witness"))
    do(page.edit, page.people.support[0].uid)
    with open_session(dewi.actor) as session:
        remove_person(session, dewi.actor, number=number, uid=page.editing)
    do(page.save, form(person_role="witness", person_note="Melihat semuanya"))
    assert "mengeluarkannya dari berkas" in page.notice
    assert (page.news[0].meta.startswith("Dewi"), page.editing != "") == (True, True)


def test_lists_and_perpetrators_of_an_incident_are_compared_in_words() -> None:
    sari, dewi, number = a_team()
    first = opened(dewi, number, CaseIncidents, "/kejadian")
    do(first.add)
    do(first.save, form(incident_violence_kind="physical", incident_relation_1="husband"))
    second = opened(sari, number, CaseIncidents, "/kejadian")
    for page in (first, second):
        do(page.edit, page.incidents[0].uid)
    do(
        first.save,
        form(
            incident_violence_kind=["physical", "neglect"],
            incident_relation_1="husband",
            incident_has_previous="yes",
        ),
    )
    mine = form(
        incident_violence_kind="physical",
        incident_relation_1="boyfriend",
        incident_number_1="1",
        incident_sphere="",
    )
    do(second.save, mine)
    assert compared(second) == {
        "Jenis kekerasan": ("Fisik", "Penelantaran, Fisik"),
        "Pernah terjadi sebelumnya": ("Belum diketahui", "Ya"),
    }
    do(
        second.save,
        form(**dict(mine), keep_incident_violence_kind="theirs", keep_incident_has_previous="theirs"),
    )
    do(second.edit, second.incidents[0].uid)
    assert sorted(second.chosen) == ["violence_kind:neglect", "violence_kind:physical"]
    assert (second.old["has_previous"], second.old["relation_1"]) == ("yes", "boyfriend")


def test_of_a_note_mended_in_two_tabs_both_texts_are_on_the_screen() -> None:
    sari, _, number = a_team()
    with open_session(sari.actor) as session:
        note = write_case_note(session, sari.actor, number=number, text="Awal").uid
    page = opened(sari, number, CasePage)
    do(page.start_mending, note)
    with open_session(sari.actor) as session:
        edit_case_note(session, sari.actor, number=number, uid=note, text="Dari ponsel", version=1)
    do(page.mend_note, form(mend_text="Dari komputer"))
    assert compared(page) == {"Catatan": ("Dari komputer", "Dari ponsel")}
    do(page.mend_note, form(mend_text="Keduanya", keep_mend_text="mine"))
    assert page.folder.timeline[0].text == "Keduanya"


def planned(person: Person, number: str) -> None:
    services.agree_to(person.actor, number, "handling", "counselling")
    sessions.plan(person.actor, number, sessions.at(9), place="Ruang 1")


def move_form(person: Person, **fields: str) -> dict[str, str]:
    day, time = dates.field_values(sessions.at(9), "Asia/Jakarta")
    said = {"service": "individual", "mode": "face", "counsellor": str(person.account_id), "day": day, "time": time,
            "minutes": "60", "before": "0", "after": "0", "place": "Ruang 1", **fields}  # fmt: skip
    return {f"move_{name}": value for name, value in said.items()}


def test_of_a_session_moved_twice_what_only_the_other_changed_is_kept() -> None:
    sari, dewi, number = a_team()
    planned(sari, number)
    first, second = (opened(person, number, CaseSessions, "/sesi") for person in (dewi, sari))
    for page in (first, second):
        do(page.choose, page.coming[0].uid)
    do(first.move, form(**move_form(sari, counsellor=str(dewi.account_id), place="Ruang 2", minutes="90")))
    mine = move_form(sari, place="Ruang 3")
    do(second.move, form(**mine))
    assert compared(second) == {
        "Konselor": ("Sari", "Dewi"),
        "Lama, menit": ("60", "90"),
        "Tempat": ("Ruang 3", "Ruang 2"),
    }
    assert [row.untouched for row in second.beside.rows] == [True, True, False]
    do(
        second.move,
        form(**mine, keep_move_counsellor="theirs", keep_move_minutes="theirs", keep_move_place="mine"),
    )
    (row,) = second.coming
    assert (row.counsellor, row.minutes, row.place) == (str(dewi.account_id), "90", "Ruang 3")


def test_a_change_of_something_else_stands_in_nobodys_way() -> None:
    sari, dewi, number = a_team()
    planned(sari, number)
    page = opened(sari, number, CaseSessions, "/sesi")
    do(page.choose, page.coming[0].uid)
    with open_session(dewi.actor) as session:
        write_case_note(session, dewi.actor, number=number, text="Ia menelepon")
    do(page.move, form(**move_form(sari, place="Ruang 3")))
    assert page.coming[0].place == "Ruang 3"


def test_of_a_conference_moved_twice_both_plans_are_compared_in_words() -> None:
    sari, dewi, number = a_team()
    conferences.convene(sari.actor, number)
    first, second = (opened(person, number, CaseConferencesPage, "/rapat") for person in (dewi, sari))
    for page in (first, second):
        do(page.begin, page.rows[0].uid)
    begun = {f"move_{name}": value for name, value in second.now.form.items()}
    do(first.move, form(**{**begun, "move_mode": "video", "move_place": ""}))
    do(second.move, form(**{**begun, "move_place": "Balai desa"}))
    assert compared(second) == {
        "Cara": ("Di satu tempat", "Lewat panggilan video"),
        "Tempat": ("Balai desa", "Kosong"),
    }
    do(
        second.move,
        form(**{**begun, "move_place": "Balai desa"}, keep_move_mode="mine", keep_move_place="mine"),
    )
    assert (second.rows[0].place, second.rows[0].purpose) == ("Balai desa", "Menyepakati perlindungan")


def test_of_minutes_written_twice_both_are_on_the_screen() -> None:
    sari, dewi, number = a_team()
    conferences.convene(sari.actor, number, days=0.01)
    with clock.moved(timedelta(minutes=20)):
        first, second = (opened(person, number, CaseConferencesPage, "/rapat") for person in (dewi, sari))
        for page in (first, second):
            do(page.begin, page.rows[0].uid)
        do(first.hold, form(hold_notes="Notulen Dewi"))
        do(second.hold, form(hold_notes="Notulen Sari"))
    assert (second.rows[0].notes, second.typed) == ("Notulen Dewi", ("Notulen Sari",))
    assert [(row.title, row.meta.split(",")[0]) for row in second.news] == [
        ("Konferensi kasus terlaksana", "Dewi")
    ]


def test_what_is_made_sure_of_before_a_visit_is_compared() -> None:
    sari, dewi, number = a_team()
    services.agree_to(sari.actor, number, "handling", "outreach")
    uid = services.plan(sari.actor, number)
    first, second = (opened(person, number, CaseServices, "/layanan") for person in (dewi, sari))
    do(
        first.check,
        form(uid=uid, check_address="elsewhere", check_travel_minutes="40", check_safety="Dua mobil"),
    )
    do(
        second.check,
        form(uid=uid, check_address="right", check_travel_minutes="40", check_safety="Kabari satpam"),
    )
    assert list(compared(second)) == ["Alamat", "Keamanan tim"]
    assert compared(second)["Keamanan tim"] == ("Kabari satpam", "Dua mobil")
    assert second.beside.rows[0].untouched


def test_mediator_and_other_side_are_compared_apart() -> None:
    sari, dewi, number = a_team(age="41", teller="self", door="talk")
    mediations.happened(sari.actor, number)
    services.agree_to(sari.actor, number, "mediation")
    mediations.start(sari.actor, number)
    first, second = (opened(person, number, CaseMediation, "/layanan/mediasi") for person in (dewi, sari))
    do(first.name_mediator, form(mediator_name="Ibu Dewi", mediator_training="40 jam"))
    said = {"other_answer": "yes", "other_asked_on": mediations.TODAY, "other_kind": "signature"}
    do(second.ask_other, form(**said, other_evidence="Surat"))
    assert (second.beside.rows, second.errors) == ((), {})
    do(first.ask_other, form(**said, other_evidence="Lisan"))
    assert compared(first) == {"Keterangan": ("Lisan", "Surat")}


@pytest.mark.parametrize("audience", list(NoteAudience))
def test_what_came_between_tells_each_reader_only_what_she_may_read(audience: NoteAudience) -> None:
    sari, dewi, number = a_team()
    page = opened(dewi, number, CaseAssessment, "/asesmen")
    with open_session(sari.actor) as session:
        write_case_note(session, sari.actor, number=number, text="Catatan Sari", audience=audience)
    do(page.check_danger, form(danger_decided="high", danger_reason="Ia mengancam lagi"))
    if audience is NoteAudience.TEAM:
        assert "Belum disimpan" in page.notice
        assert [(row.text, row.meta.startswith("Sari")) for row in page.news] == [("Catatan Sari", True)]
        assert (page.typed, list(page.errors)) == (("Ia mengancam lagi",), ["sementara-itu"])
        do(page.check_danger, form(danger_decided="high", danger_reason="Ia mengancam lagi"))
    assert "Catatan Sari" not in repr(page.dict())
    assert (page.danger[0].reason, page.news, page.typed) == ("Ia mengancam lagi", (), ())


def test_nothing_of_a_comparison_stays_when_the_page_is_left() -> None:
    sari, dewi, number = a_team()
    first, second = (opened(person, number, CaseSafety, "/rencana-aman") for person in (dewi, sari))
    do(first.write, safety(bag="KTP rahasia"))
    do(second.write, safety(bag="Punya saya"))
    assert "KTP rahasia" in repr(second.dict())
    do(second.leave)
    assert "rahasia" not in repr(second.dict()) + repr(second._theirs)


def test_whoever_left_the_team_gets_no_version_of_it() -> None:
    sari, dewi, number = a_team()
    first, second = (opened(person, number, CaseSafety, "/rencana-aman") for person in (sari, dewi))
    do(first.write, safety(bag="KTP rahasia"))
    with open_session(sari.actor) as session:
        remove_member(session, sari.actor, number=number, account_id=dewi.account_id)
    do(second.write, safety(bag="Punya saya"))
    assert (second.phase, second.beside.rows) == ("missing", ())
    assert "rahasia" not in repr(second.dict())


def test_words_within_the_fields_of_a_refused_step_stay_in_sight() -> None:
    sari, dewi, number = a_team()
    services.agree_to(sari.actor, number, "handling", "outreach")
    page = opened(sari, number, CaseServices, "/layanan")
    services.plan(dewi.actor, number)
    day, time = dates.field_values(clock.now() + timedelta(hours=5), "Asia/Jakarta")
    plan = {
        "visit_day": day,
        "visit_time": time,
        "visit_people": str(sari.account_id),
        "visit_address": "right",
    }
    do(page.plan, form(**plan, visit_safety="Parkir di balai desa"))
    assert (len(page.visits), page.typed) == (1, ("Parkir di balai desa",))
    assert page.news[0].meta.startswith("Dewi")
