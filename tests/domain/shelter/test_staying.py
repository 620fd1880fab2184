"""While somebody stays: her clock, what she is given, visitors, incidents, more days, and where she goes."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.domain.shelter.placing import place_guest
from rindu_app.domain.shelter.rows import StayView
from rindu_app.domain.shelter.stay_clock import RULE, stay_length
from rindu_app.domain.shelter.staying import (
    ask_extension,
    ask_extension_for_case,
    decide_extension,
    leave_shelter,
    log_entry,
)
from rindu_app.domain.shelter.view import read_shelter_part, read_stay
from rindu_app.models import ClockRule
from rindu_app.words import clock, dates
from rindu_app.words.codes import Role
from rindu_app.words.codes import ShelterEntryKind as Entry
from tests.factories import METRO, SYSTEM, make_account
from tests.shelters import ask, make_house, place, sheltered_case, write_address

pytestmark = pytest.mark.usefixtures("country")


class Stay:
    """A woman who stays in the only bed of a house, with everybody around her."""

    def __init__(self) -> None:
        self.manager, self.worker = make_account(), make_account(Role.SHELTER)
        self.chief, self.house = make_account(Role.SUPERVISOR), make_house(beds=1)
        self.number = sheltered_case(self.manager)
        self.uid = ask(self.manager, self.number)
        place(self.worker, self.uid, *self.house.beds)

    def view(self) -> StayView:
        with open_session(self.worker) as session:
            return read_stay(session, self.worker, uid=self.uid)

    def log(self, kind: Entry, code: str = "", note: str = "") -> None:
        with open_session(self.worker) as session:
            log_entry(session, self.worker, uid=self.uid, kind=kind, code=code, note=note)

    def ask(self, days: int = 7, reason: str = "Balai belum siap") -> None:
        with open_session(self.worker) as session:
            ask_extension(session, self.worker, uid=self.uid, days=days, reason=reason)

    def decide(self, actor: Actor, approve: bool = True, answer: str = "Sesuai rapat") -> None:
        with open_session(actor) as session:
            decide_extension(session, actor, number=self.number, approve=approve, answer=answer)

    def leave(self, destination: str = "family", note: str = "") -> None:
        with open_session(self.worker) as session:
            leave_shelter(session, self.worker, uid=self.uid, destination=destination, note=note)

    def lines(self) -> list[tuple[str, str]]:
        with open_session(self.manager) as session:
            return [
                (row.kind, row.text) for row in read_case(session, self.manager, number=self.number).timeline
            ]


def test_the_clock_runs_fourteen_days_and_says_so_in_words() -> None:
    stay = Stay()
    due = stay.view().due_at
    assert due is not None
    for days, words in ((0, ("sisa 14 hari", False)), (13, ("sisa 1 hari", False)), (14, ("hari terakhir", False)), (16, ("lewat 2 hari", True))):  # fmt: skip
        with clock.moved(timedelta(days=days)):
            assert dates.show_days_left(due, "Asia/Jakarta") == words


@pytest.mark.parametrize(
    ("rule", "days"), [({"minutes": 7 * 1440}, 7), ({"minutes": None, "working_days": 5}, 5), (None, 14)]
)
def test_an_office_may_set_another_length(rule: dict[str, int | None] | None, days: int) -> None:
    with open_session(SYSTEM) as session:
        kept = session.get_one(ClockRule, RULE)
        if rule is None:
            session.delete(kept)
        else:
            for name, value in rule.items():
                setattr(kept, name, value)
            session.add(kept)
    with open_session(SYSTEM, write=False) as session:
        assert stay_length(session) == timedelta(days=days)
    view = Stay().view()
    assert view.due_at is not None
    assert view.placed_at is not None
    assert view.due_at - view.placed_at == timedelta(days=days)


def test_needs_visits_and_incidents_are_kept_and_the_case_hears_the_code_alone() -> None:
    stay = Stay()
    stay.log(Entry.NEED, "meals")
    stay.log(Entry.VISIT, note="Kakaknya, pukul 10")
    stay.log(Entry.INCIDENT, "health", "Demam, sudah diperiksa bidan")
    assert [(row.kind, row.code_label, row.note) for row in stay.view().entries] == [
        ("incident", "Kesehatan", "Demam, sudah diperiksa bidan"),
        ("visit", "", "Kakaknya, pukul 10"),
        ("need", "Makan", ""),
    ]
    assert stay.lines()[:3] == [
        ("shelter_incident", "Kesehatan"),
        ("shelter_visit", ""),
        ("shelter_need_given", "Makan"),
    ]
    with open_session(stay.manager) as session:
        (seen,) = read_shelter_part(session, stay.manager, number=stay.number).stays
    assert len(seen.entries) == 3


@pytest.mark.parametrize(
    ("kind", "code", "note", "field"),
    [
        (Entry.NEED, "castle", "", "need_code"),
        (Entry.VISIT, "", " ", "visit_note"),
        (Entry.INCIDENT, "meals", "Demam", "incident_code"),
        (Entry.INCIDENT, "health", "", "incident_note"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_at_its_field(
    kind: Entry, code: str, note: str, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        Stay().log(kind, code, note)
    assert refused.value.field == field


def test_more_days_are_asked_for_with_a_reason_and_given_by_a_supervisor() -> None:
    stay = Stay()
    before = stay.view().due_at
    stay.ask(days=7)
    assert (stay.view().status, stay.view().due_at) == ("extending", before)
    with pytest.raises(Forbidden):
        stay.decide(stay.manager)
    with pytest.raises(NotFound):
        stay.decide(make_account(Role.SUPERVISOR, METRO))
    with pytest.raises(Invalid, match="required"):
        stay.decide(stay.chief, answer=" ")
    stay.decide(stay.chief)
    seen = stay.view()
    assert before is not None
    assert (seen.status, seen.due_at) == ("placed", before + timedelta(days=7))
    (extension,) = seen.extensions
    assert (extension.approved, extension.answer, extension.reason) == (
        True,
        "Sesuai rapat",
        "Balai belum siap",
    )
    assert stay.lines()[:2] == [("shelter_extended", "7 hari"), ("shelter_extension_asked", "7 hari")]


def test_a_supervisor_says_no_and_the_clock_stays_as_it_was() -> None:
    stay = Stay()
    before = stay.view().due_at
    with open_session(stay.manager) as session:
        ask_extension_for_case(
            session, stay.manager, number=stay.number, days=3, reason="Sekolah belum pindah"
        )
    stay.decide(stay.chief, approve=False, answer="Tempat di balai sudah ada")
    assert (stay.view().status, stay.view().due_at, stay.view().extensions[0].approved) == (
        "placed",
        before,
        False,
    )
    with pytest.raises(Conflict, match="shelter_step_not_possible"):
        stay.decide(stay.chief)


def test_nobody_decides_what_she_asked_for_herself() -> None:
    stay = Stay()
    with open_session(stay.chief) as session:
        ask_extension_for_case(session, stay.chief, number=stay.number, days=3, reason="Sekolah belum pindah")
    with pytest.raises(Conflict, match="shelter_own_extension"):
        stay.decide(stay.chief)
    stay.decide(make_account(Role.SUPERVISOR))


@pytest.mark.parametrize(
    ("days", "reason", "field"), [(0, "Perlu", "days"), (15, "Perlu", "days"), (3, " ", "reason")]
)
def test_an_extension_has_days_within_the_rule_and_a_reason(days: int, reason: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        Stay().ask(days, reason)
    assert refused.value.field == field


def test_without_consent_no_days_are_added_and_she_can_always_leave() -> None:
    stay = Stay()
    stay.ask()
    with open_session(stay.manager) as session:
        withdraw_consent(session, stay.manager, number=stay.number, purpose="shelter")
    assert not stay.view().consent
    with pytest.raises(Conflict, match="shelter_consent_gone"):
        stay.decide(stay.chief)
    stay.decide(stay.chief, approve=False)
    with pytest.raises(Conflict, match="shelter_consent_gone"):
        stay.ask()
    stay.leave()


def test_who_leaves_gives_her_bed_back_and_the_case_hears_where_to() -> None:
    stay = Stay()
    stay.ask()
    with pytest.raises(Invalid, match="unknown_choice"):
        stay.leave("moon")
    stay.leave("new_home", "Diantar pekerja sosial")
    seen = stay.view()
    assert (seen.status, seen.destination, seen.answer) == (
        "left",
        "Tempat tinggal baru",
        "Diantar pekerja sosial",
    )
    assert seen.left_at is not None
    assert seen.extensions[0].approved is False
    assert stay.lines()[0] == ("shelter_left", "Tempat tinggal baru")
    with open_session(stay.worker, write=False) as session:
        home = read_shelter_home(session, stay.worker)
    assert (home.staying, home.free) == ((), (("Rumah Melati", 1, 1),))
    place(stay.worker, ask(stay.manager, sheltered_case(stay.manager)), *stay.house.beds)
    for act in (stay.leave, stay.ask, lambda: stay.log(Entry.NEED, "meals")):
        with pytest.raises(Conflict, match="shelter_step_not_possible"):
            act()
    with pytest.raises(Conflict, match="shelter_step_not_possible"), open_session(stay.worker) as session:
        place_guest(session, stay.worker, uid=stay.uid, bed_ids=stay.house.beds)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Suaminya datang ke Jl. Kenanga Tersembunyi", True),
        ("Kenanga-tersembunyi no. 17!", True),
        ("Ada mobil di depan tersembunyi 17", True),
        ("Ia pergi ke puskesmas Genteng", False),
        ("Ia suka bunga kenanga", False),
    ],
)
def test_what_the_case_reads_never_tells_where_the_house_stands(note: str, told: bool) -> None:
    stay = Stay()
    write_address(stay.worker, stay.house)

    def write() -> None:
        stay.log(Entry.INCIDENT, "outside_threat", note)

    if told:
        with pytest.raises(Invalid, match="shelter_address_told"):
            write()
        with pytest.raises(Invalid, match="shelter_address_told"):
            stay.ask(reason=note)
        with pytest.raises(Invalid, match="shelter_address_told"):
            stay.leave(note=note)
    else:
        write()
