"""Case conferences on the screens of the team, and of a partner who is asked."""

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.conferences.inviting import end_stale_invitations
from rindu_app.models import Account
from rindu_app.state.counsellor.case_conferences import CaseConferencesPage
from rindu_app.state.partner.invitations import Invitations
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.conferences import DAY, convene
from tests.domain.referrals.people import allow, make_partner, new_case, partner_id
from tests.factories import SYSTEM
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")
PLAN = {
    "plan_purpose": "Menyepakati perlindungan", "plan_day": "2027-03-01", "plan_time": "09:00",
    "plan_minutes": "60", "plan_mode": "place", "plan_place": "Aula dinas",
}  # fmt: skip


@pytest.fixture
def person() -> Person:
    return signed_in()


@pytest.fixture
def number(person: Person) -> str:
    return new_case(person.actor)


@pytest.fixture
def hospital(person: Person, number: str) -> str:
    uid = make_partner()
    allow(person.actor, number, uid, "name", "summary")
    return uid


def part(person: Person, number: str) -> CaseConferencesPage:
    page = Tab(person, f"/kasus/{number}/rapat").on(CaseConferencesPage)
    do(page.load)
    return page


def partner_of(uid: str) -> Person:
    made = signed_in("laras", role=Role.PARTNER)
    with open_session(SYSTEM) as session:
        account = session.exec(select(Account).where(Account.id == made.account_id)).one()
        account.partner_id = partner_id(uid)
        session.add(account)
    actor = Actor(
        Role.PARTNER, made.account_id, made.actor.area_code, made.actor.name, partner_id=partner_id(uid)
    )
    return Person(made.account_id, made.token, actor)


def invitations_of(person: Person) -> Invitations:
    page = Tab(person, "/undangan").on(Invitations)
    do(page.load)
    return page


@pytest.mark.parametrize(
    ("field", "value"),
    [("purpose", ""), ("place", ""), ("minutes", "5"), ("day", "kapan"), ("day", "2020-01-01")],
)
def test_a_plan_that_cannot_be_used_is_refused_at_its_field(
    person: Person, number: str, field: str, value: str
) -> None:
    page = part(person, number)
    do(page.plan, form(**{**PLAN, f"plan_{field}": value}))
    assert list(page.errors) == [f"plan_{field}"]
    assert page.rows == ()


def test_a_partner_is_asked_answers_and_loses_it_with_the_consent(
    person: Person, number: str, hospital: str
) -> None:
    page = part(person, number)
    do(page.plan, form(**PLAN))
    assert page.now.planned
    do(page.invite, form(member_account_id=str(person.account_id)))
    assert page.now.my_answer == "comes"
    do(page.answer, page.now.uid, "absent")
    assert page.now.my_answer == "absent"
    do(page.choose_partner, hospital)
    assert ([row.value for row in page.allowed], [row.value for row in page.written]) == (
        ["name"],
        ["summary"],
    )
    do(page.invite_partner, form(partner_partner=hospital, partner_fields=["name", "phone"]))
    assert list(page.errors) == ["partner_fields"]
    do(
        page.invite_partner,
        form(partner_partner=hospital, partner_fields=["name"], partner_summary="Lengan memar"),
    )
    assert [row.name for row in page.now.invitees] == ["Sari", "RSUD uji"]
    laras = partner_of(hospital)
    room = invitations_of(laras)
    (row,) = room.rows
    assert (row.place, row.waits, [piece.text for piece in row.pieces]) == (
        "Aula dinas", True, ["Melati Rekaan", "Lengan memar"],
    )  # fmt: skip
    do(room.answer, row.uid, "comes")
    assert room.rows[0].answer == "Akan hadir"
    with open_session(person.actor) as session:
        withdraw_consent(session, person.actor, number=number, purpose="referral", subject=hospital)
    do(room.answer, row.uid, "absent")
    assert "ditarik" in room.notice
    assert room.rows == ()
    page = part(person, number)
    assert "berakhir" in page.rows[0].invitees[1].detail
    do(room.leave)
    assert not room.ready


def test_it_is_held_decided_and_shared(person: Person, number: str, hospital: str) -> None:
    with clock.moved(-4 * DAY):
        uid = convene(person.actor, number)
    page = part(person, number)
    do(page.begin, uid)
    assert (page.now.begun, page.now.planned) == (True, True)
    do(page.agree)
    do(page.invite, form(member_account_id=str(person.account_id)))
    do(page.invite_partner, form(partner_partner=hospital, partner_fields=["name"]))
    mine, theirs = (row.uid for row in page.now.invitees)
    do(page.note_answer, theirs, "comes")
    do(page.hold, form(hold_notes=""))
    assert list(page.errors) == ["hold_notes"]
    do(page.hold, form(hold_notes="RahasiaRapat", hold_came=[mine]))
    assert (page.now.held, [row.answer for row in page.now.invitees]) == (True, ["Hadir", "Tidak hadir"])
    do(page.decide, form(decision_words="Antar visum", decision_who=mine, decision_day="kapan"))
    assert list(page.errors) == ["decision_day"]
    do(page.decide, form(decision_words="Antar visum", decision_who=mine, decision_day="2027-03-02"))
    assert page.now.decisions[0].meta == "Sari, tugas, sampai 2 Mar 2027"
    room = invitations_of(partner_of(hospital))
    assert "RahasiaRapat" not in repr(room.dict())
    do(page.share, theirs)
    do(room.load)
    assert (room.rows[0].notes, room.rows[0].held) == ("RahasiaRapat", True)
    assert room.rows[0].until
    with clock.moved(14.1 * DAY), open_session(SYSTEM) as session:
        end_stale_invitations(session, SYSTEM)
    do(room.load)
    assert room.rows == ()
    page = part(person, number)
    row = page.rows[0].invitees[1]
    assert (row.answer, row.detail) == ("Tidak hadir", "Undangan berakhir; tidak dapat membaca apa pun lagi")
    do(page.leave)
    assert (page.rows, page.now.uid) == ((), "")


def test_it_is_moved_and_called_off(person: Person, number: str) -> None:
    page = part(person, number)
    do(page.plan, form(**PLAN))
    do(page.agree)
    do(page.hold, form(hold_notes="Sudah bertemu"))
    assert "setelah konferensi dimulai" in page.notice
    do(page.move, form(**{name.replace("plan_", "move_"): value for name, value in PLAN.items()}))
    assert page.now.planned
    do(page.cancel, form(cancel_reason=""))
    assert list(page.errors) == ["cancel_reason"]
    do(page.cancel, form(cancel_reason="Ruang tidak tersedia"))
    assert (page.now.open, page.now.ending) == (False, "Ruang tidak tersedia")
    do(page.stop)
    assert page.now.uid == ""


def test_nobody_else_finds_the_part(person: Person, number: str) -> None:
    page = part(person, number)
    do(page.plan, form(**PLAN))
    other = part(signed_in("dewi"), number)
    assert other.phase == "missing"
    do(other.cancel, form(cancel_reason="Iseng"))
    assert part(person, number).rows[0].open
