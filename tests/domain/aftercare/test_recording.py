"""What a visit found is told as it was: nothing is known that was not asked, and danger waits until somebody acts."""

from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.recording import give_up_visit, record_try, record_visit, settle_alarm
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.closure.commands import reopen_case
from rindu_app.models import AftercareVisit, ServiceEvent
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.aftercare import AFTER, DAY, closed_case, found, meet, miss, seen, visit
from tests.closing import close
from tests.domain.sessions.people import agree, new_case
from tests.factories import METRO, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")
SECRET = "Pindah ke rumah bibinya di Desa Rekaan"


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return closed_case(manager)


def refused(actor: Actor, number: str, month: int, by: Actor | None = None, **said: Any) -> DomainError:
    uid, who = visit(actor, number, month).uid, by or actor
    with pytest.raises(DomainError) as refusal, open_session(who) as session:
        record_visit(session, who, number=number, uid=uid, found=found(**said))
    return refusal.value


def settle(actor: Actor, number: str, month: int, done: str) -> None:
    uid = visit(actor, number, month).uid
    with open_session(actor) as session:
        settle_alarm(session, actor, number=number, uid=uid, done=done)


def test_what_was_found_is_kept_with_who_and_when(manager: Actor, number: str) -> None:
    with clock.moved(AFTER[3]):
        meet(manager, number, 3, stability="firm", note=SECRET)
        row = visit(manager, number, 3)
    assert (row.status, row.stability, row.relapse, row.safe) == ("done", "firm", "none", "yes")
    assert (row.place, row.alone, row.note, row.by) == ("Kantor layanan", True, SECRET, manager.name)
    assert not row.alarm
    with open_session(SYSTEM, write=False) as session:
        (event,) = session.exec(select(ServiceEvent).where(ServiceEvent.kind == "aftercare_visit")).all()
        stored = session.exec(select(AftercareVisit).where(AftercareVisit.uid == row.uid)).one()
    assert (event.minutes, event.result) == (30, "done")
    assert SECRET.encode() not in (stored.note or b"")


def test_a_visit_has_its_time(manager: Actor, number: str) -> None:
    with clock.moved(10 * DAY):
        assert refused(manager, number, 1).code == "aftercare_too_early"
    with clock.moved(20 * DAY):
        assert refused(manager, number, 3).code == "aftercare_too_early"
        meet(manager, number, 1)
    assert visit(manager, number, 1).status == "done"


def test_a_day_before_its_time_is_not_the_visit_of_that_month(manager: Actor, number: str) -> None:
    with clock.moved(AFTER[3]):
        early = refused(manager, number, 3, held_on=str((clock.now() - 60 * DAY).date()))
        assert (early.code, getattr(early, "field", "")) == ("aftercare_day_early", "held_on")
        assert refused(manager, number, 3, held_on="2999-01-01").code == "date_future"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("held_on", "kemarin", "day_unclear"), ("place", "pasar", "unknown_choice"), ("minutes", "0", "amount_range"),
     ("alone", None, "choice_missing"), ("stability", "", "unknown_choice"), ("relapse", "?", "unknown_choice"),
     ("safe", "", "unknown_choice"), ("note", "x" * 4_001, "too_long")],
)  # fmt: skip
def test_a_field_that_is_missing_or_odd_is_named_and_nothing_is_kept(
    manager: Actor, number: str, field: str, value: Any, code: str
) -> None:
    with clock.moved(AFTER[1]):
        refusal = refused(manager, number, 1, **{field: value})
        assert isinstance(refusal, Invalid)
        assert (refusal.field, refusal.code) == (field, code)
        row = visit(manager, number, 1)
    assert (row.status, row.stability, row.held_on) == ("planned", "", None)


@pytest.mark.parametrize(("field", "value"), [("safe", "yes"), ("relapse", "none")])
def test_good_news_with_somebody_listening_is_not_taken(
    manager: Actor, number: str, field: str, value: str
) -> None:
    not_asked = {"safe": "not_asked", "relapse": "not_asked"}
    with clock.moved(AFTER[1]):
        refusal = refused(manager, number, 1, alone=False, **not_asked | {field: value})
        assert isinstance(refusal, Invalid)
        assert (refusal.field, refusal.code) == (field, "aftercare_not_alone")
        meet(manager, number, 1, alone=False, **not_asked)
        row = visit(manager, number, 1)
    assert (row.alone, row.safe, row.relapse, row.alarm) == (False, "not_asked", "not_asked", False)


def test_bad_news_is_taken_whoever_listens(manager: Actor, number: str) -> None:
    with clock.moved(AFTER[1]):
        meet(manager, number, 1, alone=False, safe="no", relapse="again")
        assert visit(manager, number, 1).alarm


@pytest.mark.parametrize(
    ("relapse", "safe", "alarms"),
    [("none", "yes", False), ("warning", "yes", True), ("again", "yes", True), ("none", "no", True),
     ("none", "unsure", True), ("not_asked", "not_asked", False)],
)  # fmt: skip
def test_danger_is_an_alarm_until_somebody_says_what_was_done(
    manager: Actor, number: str, relapse: str, safe: str, alarms: bool
) -> None:
    with clock.moved(AFTER[1]):
        meet(manager, number, 1, relapse=relapse, safe=safe)
        assert visit(manager, number, 1).alarm is alarms
        if not alarms:
            with pytest.raises(Conflict, match="aftercare_no_alarm"):
                settle(manager, number, 1, "Tidak perlu")
            return
        with pytest.raises(Invalid):
            settle(manager, number, 1, " ")
        settle(manager, number, 1, "Diantar ke Polres")
        row = visit(manager, number, 1)
        assert (row.alarm, row.settled, row.settled_by) == (False, "Diantar ke Polres", manager.name)
        with pytest.raises(Conflict, match="aftercare_no_alarm"):
            settle(manager, number, 1, "Lagi")


def test_whoever_is_not_reached_is_tried_and_then_told_as_missed(manager: Actor, number: str) -> None:
    uid = visit(manager, number, 1).uid

    def give_up(reason: str) -> None:
        with open_session(manager) as session:
            give_up_visit(session, manager, number=number, uid=uid, reason=reason)

    with clock.moved(AFTER[1]):
        for _ in range(2):
            miss(manager, number, 1)
        with pytest.raises(Conflict) as refusal:
            give_up("Nomornya mati")
        assert (refusal.value.code, refusal.value.facts) == ("aftercare_tries_few", {"least": 3})
        miss(manager, number, 1)
        with pytest.raises(Invalid):
            give_up("")
        give_up("Nomornya mati")
        row = visit(manager, number, 1)
        assert (row.status, row.tries, row.note, row.stability) == ("missed", 3, "Nomornya mati", "")
        assert refused(manager, number, 1).code == "aftercare_step_not_possible"
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(ServiceEvent).where(ServiceEvent.kind == "aftercare_visit")).all() == []


def test_nobody_is_asked_or_called_without_her_consent(manager: Actor, number: str) -> None:
    """A forged request names a visit that was cancelled with her consent."""
    uid = visit(manager, number, 1).uid
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="follow_up")
    with clock.moved(AFTER[1]):
        for act, given in ((record_visit, {"found": found()}), (record_try, {})):
            with pytest.raises(Conflict), open_session(manager) as session:
                act(session, manager, number=number, uid=uid, **given)  # type: ignore[operator]  # each with its own


def test_a_case_that_goes_on_has_no_aftercare(manager: Actor, number: str) -> None:
    with open_session(manager) as session:
        reopen_case(session, manager, number=number, reason_code="new_need", note="Perlu pengacara")
    with clock.moved(AFTER[1]):
        assert refused(manager, number, 1).code == "aftercare_case_open"


def test_others_neither_see_nor_record_it(manager: Actor, number: str) -> None:
    with clock.moved(AFTER[1]):
        for stranger in (make_account(), make_account(area=METRO), make_account(Role.SHELTER)):
            assert isinstance(refused(manager, number, 1, by=stranger), NotFound | Forbidden)
            with pytest.raises((NotFound, Forbidden)):
                seen(stranger, number)
    assert visit(manager, number, 1).status == "planned"


def test_a_visit_of_another_case_is_not_there(manager: Actor, number: str) -> None:
    other = closed_case(manager)
    uid = visit(manager, other, 1).uid
    with clock.moved(AFTER[1]), pytest.raises(NotFound), open_session(manager) as session:
        record_visit(session, manager, number=number, uid=uid, found=found())


def test_somebody_of_the_team_may_visit_in_her_stead(manager: Actor) -> None:
    colleague = make_account()
    number, _, _ = new_case(manager)
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=colleague.id)
    agree(manager, number, "follow_up")
    close(manager, number)
    with clock.moved(AFTER[1]):
        meet(colleague, number, 1)
    assert visit(manager, number, 1).by == colleague.name


def test_the_timeline_says_that_it_was_and_an_alarm_but_not_what_she_said(
    manager: Actor, number: str
) -> None:
    with clock.moved(AFTER[1]):
        meet(manager, number, 1, relapse="again", note=SECRET)
        with open_session(manager) as session:
            lines = read_case(session, manager, number=number).timeline
    told = [(line.kind, line.text) for line in lines if line.kind.startswith("aftercare")]
    assert told[:2] == [("aftercare_alarm", "Bulan ke-1"), ("aftercare_met", "Bulan ke-1")]


def test_a_later_visit_leaves_earlier_ones_missed_and_not_held(manager: Actor, number: str) -> None:
    with clock.moved(AFTER[3]):
        meet(manager, number, 3)
        assert [row.status for row in seen(manager, number).visits] == [
            "missed",
            "done",
            "planned",
            "planned",
        ]
        assert visit(manager, number, 1).stability == ""
