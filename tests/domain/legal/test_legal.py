"""Legal matters: their stages, what the law's clocks do with them, and that nothing is followed without her consent."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.rows import CaseView
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.legal.clocks import _BY_LAW
from rindu_app.domain.legal.commands import StepFields, record_step, remove_step
from rindu_app.domain.legal.rows import LegalView
from rindu_app.domain.legal.stages import STAGES, stage_of
from rindu_app.domain.legal.view import read_legal
from rindu_app.models import ClockRule
from rindu_app.words import clock
from rindu_app.words.codes import LegalTrackKind
from rindu_app.words.services import CLOCK_TASKS
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, make_account
from tests.mediations import happened
from tests.services import agree_to, reach, take_back

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    number, _ = new_case(manager)
    agree_to(manager, number, "handling", "accompaniment")
    return number


def legal(actor: Actor, number: str) -> LegalView:
    with open_session(actor) as session:
        return read_legal(session, actor, number=number)


def file(actor: Actor, number: str) -> CaseView:
    with open_session(actor) as session:
        return read_case(session, actor, number=number)


def open_tasks(actor: Actor, number: str) -> list[str]:
    return sorted(task.title for task in file(actor, number).tasks if not task.done)


def go_on(actor: Actor, number: str, track: str, stage: str) -> None:
    with open_session(actor) as session:
        record_step(session, actor, number=number, track=track, fields=StepFields(stage, clock.now()))


def test_every_kind_of_matter_has_stages_and_every_clock_its_rule_and_task(reference: Session) -> None:
    stages = [stage_of(item) for item in list_codes(reference, STAGES)]
    assert {stage.track for stage in stages} == set(LegalTrackKind)
    rules = {rule for stage in stages for rule in (*stage.starts, *stage.stops)}
    assert rules == CLOCK_TASKS.keys() == _BY_LAW.keys()
    for rule in rules:
        assert reference.get_one(ClockRule, rule).minutes == _BY_LAW[rule]
    for kind in LegalTrackKind:
        assert any(stage.ends for stage in stages if stage.track == kind)


@pytest.mark.parametrize("kind", LegalTrackKind)
def test_each_stage_belongs_to_its_own_kind_of_matter(manager: Actor, number: str, kind: str) -> None:
    with open_session(manager, write=False) as session:
        stages = [stage_of(item) for item in list_codes(session, STAGES)]
    matter = "divorce" if kind == "religious" else ""
    for stage in stages:
        if stage.track != kind:
            with pytest.raises(Invalid, match="unknown_choice"):
                reach(manager, number, stage.code, kind=kind, matter=matter)
    first = next(stage for stage in stages if stage.track == kind)
    reach(manager, number, first.code, kind=kind, matter=matter, papers="12/Pdt/2026", note="Diterima")
    (track,) = legal(manager, number).tracks
    assert (track.steps[0].label, track.steps[0].papers, track.steps[0].note) == (
        first.label, "12/Pdt/2026", "Diterima",
    )  # fmt: skip


def test_a_police_report_starts_the_clock_of_protection_and_protection_stops_it(
    manager: Actor, number: str
) -> None:
    reach(manager, number, "police_report")
    (row,) = legal(manager, number).clocks
    assert (row.label, row.late) == ("Perlindungan sementara oleh polisi, sejak laporan", False)
    assert open_tasks(manager, number) == [CLOCK_TASKS["police_protection"]]
    with clock.moved(timedelta(hours=25)):
        assert legal(manager, number).clocks[0].late
    track = reach(manager, number, "police_protection_given", kind="protection")
    assert [one.label for one in legal(manager, number).clocks] == [
        "Permohonan surat perintah perlindungan", "Lama perlindungan sementara oleh polisi",
    ]  # fmt: skip
    assert open_tasks(manager, number) == sorted(
        [CLOCK_TASKS["police_protection_stay"], CLOCK_TASKS["court_order_request"]]
    )
    go_on(manager, number, track, "order_requested")
    go_on(manager, number, track, "order_issued")
    assert (legal(manager, number).clocks, open_tasks(manager, number)) == ((), [])


def test_a_clock_counts_from_when_it_happened_by_the_rule_of_the_office(manager: Actor, number: str) -> None:
    keeper = make_account()
    with open_session(Actor.system("tests")) as session:
        session.get_one(ClockRule, "police_protection").minutes = 60
    happened_at = clock.now() - timedelta(minutes=50)
    reach(manager, number, "police_report", happened_at=happened_at)
    assert legal(manager, number).clocks[0].due == happened_at + timedelta(minutes=60)
    assert keeper.id != manager.id


@pytest.mark.parametrize(
    ("kind", "setting", "owed"),
    [
        ("physical", "household", True),
        ("sexual", "not_household", True),
        ("physical", "unknown", True),
        ("physical", "not_household", False),
    ],
)
def test_police_owe_protection_for_kdrt_and_sexual_violence_and_where_nobody_knows(
    manager: Actor, number: str, kind: str, setting: str, owed: bool
) -> None:
    happened(manager, number, kind, setting=setting)
    reach(manager, number, "police_report")
    assert bool(legal(manager, number).clocks) is owed


def test_two_reports_run_one_clock_and_a_mistake_stops_it(manager: Actor, number: str) -> None:
    reach(manager, number, "police_report")
    reach(manager, number, "police_report")
    assert len(legal(manager, number).clocks) == 1
    step = legal(manager, number).tracks[0].steps[0]
    with open_session(manager) as session:
        remove_step(session, manager, number=number, uid=step.uid)
    assert (legal(manager, number).clocks, open_tasks(manager, number)) == ((), [])
    assert legal(manager, number).tracks[0].steps == ()
    with open_session(manager) as session, pytest.raises(NotFound):
        remove_step(session, manager, number=number, uid=step.uid)


def test_what_has_ended_takes_no_further_stage(manager: Actor, number: str) -> None:
    track = reach(manager, number, "police_report")
    go_on(manager, number, track, "stopped")
    assert legal(manager, number).tracks[0].ended
    with pytest.raises(Conflict, match="legal_track_ended"):
        go_on(manager, number, track, "investigation")


def test_nothing_is_followed_without_her_consent(manager: Actor, number: str) -> None:
    track = reach(manager, number, "police_report")
    take_back(manager, number, "handling", "accompaniment")
    with pytest.raises(Conflict, match="consent_needed"):
        go_on(manager, number, track, "inquiry")
    with pytest.raises(Conflict, match="consent_needed"):
        reach(manager, number, "lpsk_submitted", kind="lpsk")


def test_what_cannot_be_used_is_refused_at_its_field(manager: Actor, number: str) -> None:
    for wrong, field in (
        ({"kind": "magic"}, "kind"),
        ({"kind": "religious", "matter": "magic"}, "matter"),
        ({"happened_at": clock.now() + timedelta(days=1)}, "day"),
        ({"note": "x" * 4_001}, "note"),
    ):
        with pytest.raises(Invalid) as refusal:
            reach(manager, number, "police_report", **wrong)
        assert refusal.value.field == field
    assert legal(manager, number).tracks == ()


def test_strangers_find_nothing_and_one_case_does_not_reach_another(manager: Actor, number: str) -> None:
    stranger, (other, _) = make_account(area_code=METRO), new_case(manager, story="Cerita lain")
    agree_to(manager, other, "handling", "accompaniment")
    track = reach(manager, number, "police_report")
    with pytest.raises(NotFound):
        legal(stranger, number)
    with pytest.raises(NotFound):
        reach(stranger, number, "police_report")
    with pytest.raises(NotFound):
        go_on(manager, other, track, "inquiry")


def test_reading_takes_the_same_number_of_queries_however_far_it_is(manager: Actor, number: str) -> None:
    track = reach(manager, number, "police_report")
    few = counted(lambda: legal(manager, number))
    for stage in ("inquiry", "investigation", "pre_prosecution"):
        go_on(manager, number, track, stage)
    assert counted(lambda: legal(manager, number)) == few


@pytest.mark.parametrize(
    ("kind", "stages", "rule", "days", "stop"),
    [
        ("criminal", ["verdict"], "appeal", 7, "appeal"),
        ("criminal", ["verdict"], "appeal", 7, "final"),
        ("criminal", ["appeal", "appeal_verdict"], "cassation", 14, "cassation"),
        ("criminal", ["appeal_verdict"], "cassation", 14, "final"),
        ("religious", ["religious_verdict"], "religious_appeal", 14, "religious_appeal"),
        ("religious", ["religious_verdict"], "religious_appeal", 14, "religious_withdrawn"),
        ("religious", ["religious_appeal_verdict"], "religious_cassation", 14, "religious_cassation"),
        ("religious", ["religious_appeal_verdict"], "religious_cassation", 14, "religious_final"),
        ("lpsk", ["lpsk_submitted"], "lpsk_decision", 30, "lpsk_accepted"),
        ("lpsk", ["lpsk_submitted"], "lpsk_decision", 30, "lpsk_refused"),
    ],
)
def test_the_times_of_courts_and_of_lpsk_run_from_their_stage_until_it_is_answered(
    manager: Actor, number: str, kind: str, stages: list[str], rule: str, days: int, stop: str
) -> None:
    first, *others = stages
    matter = "divorce" if kind == "religious" else ""
    happened_at = clock.now() - timedelta(days=2)
    reach(manager, number, first, kind=kind, matter=matter, happened_at=happened_at)
    track = legal(manager, number).tracks[0].uid
    for stage in others:
        with open_session(manager) as session:
            fields = StepFields(stage, happened_at)
            record_step(session, manager, number=number, track=track, fields=fields)
    (row,) = legal(manager, number).clocks
    assert row.due == happened_at + timedelta(days=days)
    assert open_tasks(manager, number) == [CLOCK_TASKS[rule]]
    go_on(manager, number, track, stop)
    assert (legal(manager, number).clocks, open_tasks(manager, number)) == ((), [])


@pytest.mark.parametrize("kind", ["sexual", "physical"])
def test_a_report_of_sexual_violence_also_owes_her_the_protection_of_lpsk(
    manager: Actor, number: str, kind: str
) -> None:
    happened(manager, number, kind)
    reach(manager, number, "police_report")
    owed = [CLOCK_TASKS["police_protection"], *([CLOCK_TASKS["lpsk_request"]] if kind == "sexual" else [])]
    assert open_tasks(manager, number) == sorted(owed)
    reach(manager, number, "lpsk_submitted", kind="lpsk")
    assert CLOCK_TASKS["lpsk_request"] not in open_tasks(manager, number)
