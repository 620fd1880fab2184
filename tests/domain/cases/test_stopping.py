"""She takes a consent back: what is planned of it ends at once, and nothing else does."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.running_out import end_unallowed
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.deliveries.appointments import remind_of_appointments
from rindu_app.domain.services.outreach import start_visit
from rindu_app.domain.services.rows import VisitRow
from rindu_app.domain.services.view import read_services
from rindu_app.domain.threads.contacting import note_contact
from rindu_app.models import Appointment, CalendarEntry
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, CounsellingMode, ExceptionGround, SessionAction
from rindu_app.words.notices import Notice
from tests.domain.deliveries.test_queueing import deliveries, notify
from tests.domain.deliveries.test_queueing import refusal as notice_refusal
from tests.domain.deliveries.test_sending import Recorder, send
from tests.domain.people.writing import suspect
from tests.domain.sessions.people import agree, agreed, at, new_case, perform, plan, seen
from tests.domain.sessions.test_groups import join, meet, new_group, view
from tests.factories import SYSTEM, make_account
from tests.services import agree_to, take_back
from tests.services import plan as plan_visit

pytestmark = pytest.mark.usefixtures("country")

BY_WHATSAPP = {"ways": ["whatsapp"], "phone": "081200001111"}
OF_ALL = (
    "keep_and_contact", "assessment", "shelter", "mediation", "recording", "video_call", "simfoni_named", "social_aid",
    "follow_up", "handling:counselling", "handling:outreach", "handling:accompaniment", "handling:rehabilitation",
    "handling:reintegration",
)  # fmt: skip
FACE, VIDEO, SEAT, VISIT, OFFER = "face", "video", "seat", "visit", "offer"
EVERYTHING = {FACE, VIDEO, SEAT, VISIT, OFFER}
# What ends with which consent; with all others nothing does.
ENDS = {
    "handling:counselling": {FACE, VIDEO, SEAT},
    "handling:outreach": {VISIT},
    "video_call": {VIDEO, OFFER},
}


class Planned:
    """A case with one of everything: two sessions she was told of, a seat at a meeting, a visit, a video call offered to her."""

    def __init__(self, me: Actor, **told: Any) -> None:
        self.me = me
        self.number, self.her, self.report = new_case(me, consents=OF_ALL, **BY_WHATSAPP, **told)
        self.group = new_group(me)
        join(me, self.number, self.group, "Mawar")
        meet(me, self.group, 13)
        self.uids = {
            FACE: plan(me, self.number, at(9), tell=self.report).uid,
            VIDEO: plan(me, self.number, at(11), mode=CounsellingMode.VIDEO, tell=self.report).uid,
            VISIT: plan_visit(me, self.number, planned_at=at(15)),
            OFFER: agreed(me, self.her, self.report, at(18), mode=CounsellingMode.VIDEO),
        }

    def standing(self) -> set[str]:
        """Which of it still is to come."""
        coming = seen(self.me, self.number).coming
        found = {"seat" if row.of_group else row.mode for row in coming}
        found |= {VISIT for row in self.visits() if row.status == "planned"}
        with open_session(SYSTEM) as session:
            offer = session.exec(select(Appointment).where(Appointment.uid == self.uids[OFFER])).one()
        return found | ({OFFER} if offer.status == "accepted" else set())

    def visits(self) -> tuple[VisitRow, ...]:
        return visits_of(self.me, self.number)

    def lines(self) -> list[tuple[str, str]]:
        with open_session(self.me) as session:
            return [(row.label, row.text) for row in read_case(session, self.me, number=self.number).timeline]


def visits_of(actor: Actor, number: str) -> tuple[VisitRow, ...]:
    with open_session(actor) as session:
        return read_services(session, actor, number=number).visits


def except_for(actor: Actor, number: str, subject: str) -> None:
    """Danger to life: it stands at once, for a day."""
    asked = {"purpose": "handling", "subject": subject, "ground": ExceptionGround.LIFE, "reason": "Ancaman"}
    with open_session(actor) as session:
        ask_exception(session, actor, number=number, **asked)  # type: ignore[arg-type]


def sweep() -> int:
    with open_session(SYSTEM) as session:
        return end_unallowed(session, SYSTEM)


@pytest.fixture
def me() -> Actor:
    return make_account()


@pytest.mark.parametrize("consent", OF_ALL)
def test_what_needs_a_consent_ends_with_it_and_nothing_else_does(me: Actor, consent: str) -> None:
    planned = Planned(me)
    assert planned.standing() == EVERYTHING
    take_back(me, planned.number, *consent.split(":"))
    assert planned.standing() == EVERYTHING - ENDS.get(consent, set())


@pytest.mark.parametrize("consent", ENDS)
def test_a_no_ends_as_much_as_taking_back(me: Actor, consent: str) -> None:
    planned = Planned(me)
    agree(me, planned.number, consent)
    assert planned.standing() == EVERYTHING
    agree(me, planned.number, consent, given=False)
    assert planned.standing() == EVERYTHING - ENDS[consent]


def test_another_case_of_the_same_group_goes_on(me: Actor) -> None:
    one, (two, _, _) = Planned(me), new_case(me)
    join(me, two, one.group, "Dahlia")
    take_back(me, one.number, "handling", "counselling")
    assert [row.alias for row in view(me, one.group).members] == ["Dahlia"]
    assert (seen(me, one.number).seats, len(seen(me, two).seats)) == ((), 1)
    assert (seen(me, two).coming[0].of_group, len(view(me, one.group).coming)) == (True, 1)


def test_the_row_and_the_timeline_say_why_and_the_time_is_free_again(me: Actor) -> None:
    planned = Planned(me)
    take_back(me, planned.number, "handling", "counselling")
    take_back(me, planned.number, "handling", "outreach")
    assert {row.ending for row in seen(me, planned.number).past} == {"Persetujuannya dicabut."}
    assert [row.outcome for row in planned.visits()] == ["Persetujuannya dicabut."]
    why = "Persetujuannya dicabut."
    assert planned.lines()[:7] == [
        ("Penjangkauan dibatalkan", why),
        ("Persetujuan dicabut", "Menjalankan penanganan: Penjangkauan ke tempat saya"),
        ("Sesi dibatalkan", why), ("Sesi dibatalkan", why), ("Sesi dibatalkan", why),
        ("Keluar dari kelompok", why),
        ("Persetujuan dicabut", "Menjalankan penanganan: Konseling"),
    ]  # fmt: skip
    with open_session(SYSTEM) as session:
        kinds = [entry.kind for entry in session.exec(select(CalendarEntry))]
    assert sorted(kinds) == ["appointment", "meeting"]
    plan(me, new_case(me)[0], at(9))


def test_no_reminder_leaves_for_what_was_called_off(me: Actor) -> None:
    def reminded() -> int:
        with clock.moved(at(7) - clock.now()), open_session(SYSTEM) as session:
            return remind_of_appointments(session, SYSTEM)

    planned = Planned(me)
    take_back(me, planned.number, "handling", "counselling")
    take_back(me, planned.number, "video_call")
    assert reminded() == 0
    Planned(make_account())
    assert reminded() == 3


def test_what_was_held_or_has_begun_stays_as_it_is(me: Actor) -> None:
    number, _, _ = new_case(me)
    group = new_group(me)
    join(me, number, group, "Mawar")
    held, begun = plan(me, number, at(9)).uid, plan(me, number, at(11)).uid
    meet(me, group, 8)
    with clock.moved(at(11.5) - clock.now()):
        perform(me, number, held, SessionAction.HOLD)
        take_back(me, number, "handling", "counselling")
        rows = seen(me, number)
        assert {row.uid for row in rows.past} == {held}
        assert {row.of_group for row in rows.coming} == {True, False}
        perform(me, number, begun, SessionAction.HOLD)
        assert {row.status for row in seen(me, number).past} == {"held"}


def test_a_team_on_its_way_is_not_called_off_but_told(me: Actor) -> None:
    planned = Planned(me)
    with open_session(me) as session:
        start_visit(session, me, number=planned.number, uid=planned.uids[VISIT])
    (row,) = planned.visits()
    assert (row.status, row.unwanted) == ("going", False)
    take_back(me, planned.number, "handling", "outreach")
    (row,) = planned.visits()
    assert (row.status, row.unwanted) == ("going", True)


@pytest.mark.parametrize("consent", ENDS)
def test_what_is_planned_beyond_the_day_of_its_consent_ends_by_the_clock(me: Actor, consent: str) -> None:
    planned, (other, _, _) = Planned(me), new_case(me)
    plan(me, other, at(7), mode=CounsellingMode.VIDEO)
    assert sweep() == 0
    agree_to(me, planned.number, *consent.split(":"), expires_at=clock.now() + timedelta(days=1))
    assert (sweep(), planned.standing()) == (0, EVERYTHING)
    with clock.moved(timedelta(days=2)):
        assert (sweep(), sweep()) == (1, 0)
        assert planned.standing() == EVERYTHING - ENDS[consent]
        assert "Persetujuannya sudah berakhir." in repr(planned.lines())
        assert len(seen(me, other).coming) == 1


def test_what_was_planned_with_an_exception_ends_with_it(me: Actor) -> None:
    number, _, _ = new_case(me)
    except_for(me, number, "outreach")
    plan_visit(me, number, planned_at=at(9))
    assert sweep() == 0
    with clock.moved(timedelta(hours=25)):
        assert sweep() == 1
        assert [row.outcome for row in visits_of(me, number)] == ["Persetujuannya sudah berakhir."]


def test_taking_back_twice_is_refused_and_ends_nothing_more(me: Actor) -> None:
    planned = Planned(me)
    take_back(me, planned.number, "video_call")
    before = planned.lines()
    with open_session(me) as session, pytest.raises(Conflict, match="consent_missing"):
        withdraw_consent(session, me, number=planned.number, purpose="video_call")
    with open_session(me) as session, pytest.raises(Conflict, match="consent_missing"):
        withdraw_consent(session, me, number=planned.number, purpose="handling", subject="diary")
    assert planned.lines() == before
    assert planned.standing() == EVERYTHING - ENDS["video_call"]


def test_a_consent_whose_giver_is_suspected_ends_what_rests_on_it(me: Actor) -> None:
    planned = Planned(me, teller="child")
    by_parent = {"given_by": "parent", "why_other": "Masih anak", "assent": "yes"}
    agree_to(me, planned.number, "handling", "counselling", **by_parent)
    assert planned.standing() == EVERYTHING
    suspect(me, planned.number, relation="father")
    assert planned.standing() == EVERYTHING - ENDS["handling:counselling"]
    assert "tercatat sebagai terduga" in seen(me, planned.number).past[0].ending


def test_what_an_exception_carries_goes_on(me: Actor) -> None:
    number, _, _ = new_case(me)
    except_for(me, number, "outreach")
    plan_visit(me, number)
    agree(me, number, "handling:outreach", given=False)
    (row,) = visits_of(me, number)
    assert (row.status, row.unwanted) == ("planned", False)
    with clock.moved(timedelta(hours=25)):
        agree(me, number, "handling:outreach", given=False)
        assert visits_of(me, number)[0].status == "cancelled"


def test_who_no_longer_lets_us_contact_her_is_written_to_only_with_a_reason(me: Actor) -> None:
    number, _, report = new_case(me, consents=(), **BY_WHATSAPP)
    notify(me, report)
    agree(me, number, "keep_and_contact")
    notify(me, report, notice=Notice.APPOINTMENT)
    take_back(me, number, "keep_and_contact")
    assert notice_refusal(me, report, notice=Notice.REMINDER) == (Conflict, "contact_refused")
    with open_session(me) as session, pytest.raises(Conflict, match="contact_refused"):
        note_contact(session, me, number=report, way=ContactWay.WHATSAPP)
    assert notify(me, report, notice=Notice.REMINDER, reason="Nyawa terancam").overridden
    sink = Recorder()
    assert send(sink) == 1
    assert [message.notice for message in sink.got] == [Notice.REMINDER]
    assert [row.status for row in deliveries()] == ["failed", "failed", "sent"]
