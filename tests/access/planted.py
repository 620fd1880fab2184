"""Four reports that could leak, with a row of every protected table on each, and everybody who might look.

`a` stands free in Banyuwangi, `b` belongs to a case there; `c` and `d` are the same in Metro.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import SafetyFields, assess, check_danger, write_safety_plan
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.notes import edit_case_note, write_case_note
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import add_member, break_glass, remove_member
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.closure.checklist import Tick, list_ticked
from rindu_app.domain.closure.commands import ask_closure
from rindu_app.domain.conferences.holding import decide, hold_conference
from rindu_app.domain.drafts.commands import keep_draft
from rindu_app.domain.feedback.keeping import keep_answer
from rindu_app.domain.feedback.said import Said
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.papers.exports import keep_export
from rindu_app.domain.papers.printing import Printed
from rindu_app.domain.people.links import link_cases
from rindu_app.domain.plans.commands import add_goal, agree_plan, note_progress
from rindu_app.domain.referrals.access import number_of as number_of_referral
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.triage import triage_report
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.groups import create_group
from rindu_app.domain.sessions.meetings import plan_meeting
from rindu_app.domain.sessions.members import join_group
from rindu_app.domain.sessions.outcome import settle_session
from rindu_app.domain.sessions.planning import plan_session
from rindu_app.domain.shelter.staying import ask_extension, log_entry
from rindu_app.domain.threads.commands import propose_appointment, write_message
from rindu_app.domain.transfers.putting import offer_case
from rindu_app.models import AftercareVisit, CaseMember, CaseReopening, ClientFeedback, Delivery, FeedbackMark
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import (
    AssessmentArea,
    ConsentGiver,
    CounsellingMode,
    ExceptionGround,
    Help,
    MemberKind,
    PaperKind,
    Progress,
    Question,
    Risk,
    Role,
    ShelterEntryKind,
)
from tests import samples
from tests.conferences import ask as ask_to_come
from tests.conferences import ask_partner, convene
from tests.domain.files.test_files import attach
from tests.domain.referrals.people import make_partner, make_partner_account, refer, seen_by
from tests.factories import (
    EAST_JAVA,
    GENTENG,
    METRO,
    REJOMULYO,
    SYSTEM,
    make_account,
    report_id_of,
    reporter_of,
    send_report,
)
from tests.mediations import plant_mediation
from tests.services import agree_to, give, plan, reach, record
from tests.shelters import agree, ask, make_house, place, write_address

_keys = count(1)


@dataclass(frozen=True)
class Planted:
    """Ids of the reports and cases by their letter, their numbers, the actors by name, the house where each case's client
    stays, the number of the referral of case `b`, and the uid of an answer of each case's client."""

    reports: dict[str, int]
    cases: dict[str, int]
    numbers: dict[str, str]
    actors: dict[str, Actor]
    houses: dict[str, int]
    referral: str
    answers: dict[str, Any]


def plant() -> Planted:
    manager, far_manager = make_account(), make_account(area_code=METRO)
    colleague, left, nosy, was_nosy = (make_account() for _ in range(4))
    reports, cases, numbers = {}, {}, {}
    for letter, area, worker in zip("abcd", (GENTENG, GENTENG, REJOMULYO, REJOMULYO), (manager, manager, far_manager, far_manager), strict=True):  # fmt: skip
        sent = _full_report(area, worker)
        reports[letter], numbers[letter] = report_id_of(sent), sent.number
        if letter in "bd":
            number, cases[letter] = _full_case(worker, sent.number)
            numbers[letter.upper()] = number
    _link(cases, numbers, far_manager)
    _reopen(cases, manager)
    _make_team(manager, numbers["B"], stays=colleague, leaves=left)
    _break_in(nosy, was_nosy, numbers["B"])
    heir = make_account()
    for worker, whom, letter in ((manager, heir, "B"), (far_manager, make_account(area_code=METRO), "D")):
        with open_session(worker) as session:
            offer_case(session, worker, number=numbers[letter], account_id=whom.id, reason="Saya cuti")
    kin, chief = make_account(), make_account(Role.SUPERVISOR)
    somebody = make_account(area_code="35.17")
    workers = dict(zip("abcd", (manager, manager, far_manager, far_manager), strict=True))
    _shut_out(workers, numbers, kin, chief, somebody)
    houses = _full_stays({"b": (manager, numbers["B"]), "d": (far_manager, numbers["D"])})
    hospitals = {"b": make_partner(), "d": make_partner(area_code=METRO)}
    referrals = {
        letter: refer(worker, numbers[letter.upper()], hospitals[letter])
        for letter, worker in (("b", manager), ("d", far_manager))
    }
    for letter, worker in (("b", manager), ("d", far_manager)):
        _meet(worker, numbers[letter.upper()], hospitals[letter])
    actors = {
        "visitor": Actor.visitor(),
        "reporter of a": Actor.reporter(reports["a"]),
        "reporter of b": Actor.reporter(reports["b"]),
        "counsellor here": make_account(),
        "case manager": manager,
        "team member": colleague,
        "former member": left,
        "broke the glass": nosy,
        "glass has closed": was_nosy,
        "counsellor of a kecamatan here": make_account(area_code=GENTENG),
        "counsellor of another kecamatan": make_account(area_code="35.10.16"),
        "counsellor of the province": make_account(area_code=EAST_JAVA),
        "counsellor elsewhere": make_account(area_code=METRO),
        "is offered the case": heir,
        "case manager elsewhere": far_manager,
        "kin of the reported person": kin,
        "supervisor who is kin": chief,
        "supervisor here": make_account(Role.SUPERVISOR),
        "supervisor of the province": make_account(Role.SUPERVISOR, EAST_JAVA),
        "supervisor elsewhere": make_account(Role.SUPERVISOR, METRO),
        "administrator here": make_account(Role.ADMIN),
        "administrator of the province": make_account(Role.ADMIN, EAST_JAVA),
        "shelter worker here": make_account(Role.SHELTER),
        "shelter worker of the province": make_account(Role.SHELTER, EAST_JAVA),
        "shelter worker elsewhere": make_account(Role.SHELTER, METRO),
        "partner here": make_partner_account(hospitals["b"]),
        "partner elsewhere": make_partner_account(hospitals["d"], METRO),
        "neighbouring partner": make_partner_account(make_partner(name="Puskesmas uji")),
        "somebody of no partner": make_account(Role.PARTNER),
        "holder of a link": Actor.by_link(referrals["b"].id or 0),
        "the house itself": SYSTEM,
    }  # fmt: skip
    seen_by(actors["partner here"], referrals["b"])  # so that the first look is over
    return Planted(
        reports, cases, numbers, actors, houses, number_of_referral(referrals["b"]), _answered(reports)
    )


def _answered(reports: dict[str, int]) -> dict[str, Any]:
    """Every reporter has a mark; an answer of hers lies in the kabupaten of `b`, and of `d`."""
    found = {}
    with open_session(SYSTEM) as session:
        for report_id in reports.values():
            session.add(FeedbackMark(report_id=report_id, again_on=clock.now().date()))
        for letter, area in (("b", GENTENG), ("d", REJOMULYO)):
            said = Said({Question.SAFE: 4}, "Terima kasih")
            keep_answer(session, said, area_code=area, month="2026-08", help=Help.OTHER)
            session.flush()
            statement = select(ClientFeedback.uid).where(ClientFeedback.area_code == area[:5])
            found[letter] = session.exec(statement).one()
    return found


def _link(cases: dict[str, int], numbers: dict[str, str], far_manager: Actor) -> None:
    """A link reaches across areas, the way into a team does not: somebody is in both."""
    both = make_account(Role.SUPERVISOR)
    member = CaseMember(case_id=cases["d"], account_id=both.id, kind=MemberKind.TEAM, by_id=far_manager.id)
    with open_session(SYSTEM) as session:
        session.add(member)
    with open_session(both) as session:
        link_cases(session, both, number=numbers["B"], other=numbers["D"], kind="sibling", reason="Adiknya")


def _reopen(cases: dict[str, int], by: Actor) -> None:
    with open_session(SYSTEM) as session:
        for letter in "bd":
            session.add(CaseReopening(case_id=cases[letter], reason="again", recurrence=True, by_id=by.id))
            now = clock.now()
            session.add(AftercareVisit(case_id=cases[letter], closed_at=now, month=1, due_at=now))


def _make_team(manager: Actor, number: str, *, stays: Actor, leaves: Actor) -> None:
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=stays.id)
        add_member(session, manager, number=number, account_id=leaves.id)
    with open_session(manager) as session:
        remove_member(session, manager, number=number, account_id=leaves.id)


def _break_in(nosy: Actor, was_nosy: Actor, number: str) -> None:
    """One glass that is open, and one that has closed."""
    over = timedelta(minutes=get_settings().break_glass_minutes + 1)
    for actor, ago in ((nosy, timedelta()), (was_nosy, over)):
        with clock.moved(-ago), open_session(actor) as session:
            break_glass(session, actor, number=number, reason="Darurat di sekolah")


def _shut_out(
    workers: dict[str, Actor], numbers: dict[str, str], kin: Actor, chief: Actor, somebody: Actor
) -> None:
    """Somebody is kept from every report; kin and a supervisor who is kin from the two here."""
    for letter, worker in workers.items():
        for whom in (somebody, *((kin, chief) if letter in "ab" else ())):
            with open_session(worker) as session:
                block_colleague(
                    session, worker, number=numbers[letter], account_id=whom.id, reason="Kerabat terlapor"
                )


def _full_report(area: str, worker: Actor) -> Submitted:
    sent, _ = send_report(
        area_code=area, kinds=["FISIK"], name="Melati Rekaan", phone="081200001111", ways=["phone"]
    )
    her, report_id = reporter_of(sent), report_id_of(sent)
    with open_session(her) as session:
        write_message(session, her, text="Halo", client_key=f"planted-{next(_keys)}")
    with open_session(worker) as session:
        triage_report(session, worker, number=sent.number, signs=[], decided=Risk.HIGH, reason="Takut pulang")
        propose_appointment(
            session, worker, number=sent.number, mode=CounsellingMode.PHONE, starts_at=_tomorrow(), place=""
        )
    with open_session(SYSTEM) as session:
        session.add(
            Delivery(key=f"planted-{next(_keys)}", report_id=report_id, channel="whatsapp", template="waits")
        )
    attach(worker, report_id, data=samples.PDF, name="surat.pdf")
    return sent


def _full_case(worker: Actor, report: str) -> tuple[str, int]:
    with open_session(worker) as session:
        case = open_case(session, worker, number=report)
        number = number_of(case)
    with open_session(worker) as session:
        add_task(session, worker, number=number, title="Menelepon", due_at=_tomorrow(), owner_id=worker.id)
        keep_draft(session, worker, place=f"/kasus/{number}", name="note_text", text="Belum selesai")
        note = write_case_note(session, worker, number=number, text="Sudah bertemu")
        session.flush()
        edit_case_note(
            session, worker, number=number, uid=note.uid, text="Sudah bertemu di kantor", version=1
        )
        record_consent(
            session, worker, number=number, answer=Answer("keep_and_contact", given=True, evidence="Lisan")
        )
        check_danger(session, worker, number=number, signs=["weapon"], decided=Risk.HIGH, reason="Ada pisau")
        write_safety_plan(session, worker, number=number, plan=SafetyFields(bag="KTP"), with_her=True)
        record_consent(
            session, worker, number=number, answer=Answer("assessment", given=True, evidence="Lisan")
        )
        assess(
            session,
            worker,
            number=number,
            area=AssessmentArea.SOCIAL,
            score=2,
            reason="Sendirian",
            profession="counsellor",
        )
        goal = add_goal(session, worker, number=number, component="economic", words="Bekerja lagi")
        session.flush()
        note_progress(
            session, worker, number=number, uid=goal.uid, progress=Progress.GOING, note="Sudah melamar"
        )
        agree_plan(session, worker, number=number, agreed_by=ConsentGiver.SELF, how="Lisan")
        keep_export(
            session, worker, number=number, printed=Printed(PaperKind.INTAKE, number, samples.PDF, "kata")
        )
        ask_exception(
            session, worker, number=number, purpose="mediation", ground=ExceptionGround.LAW, reason="Permintaan hakim"
        )  # fmt: skip
        save_incident(
            session, worker, number=number,
            fields=IncidentFields(
                codes={"violence_kind": ("physical",)}, perpetrators=(PerpetratorFacts("husband"),)
            ),
        )  # fmt: skip
        agreed = Answer("handling", given=True, evidence="Lisan", subject="counselling")
        record_consent(session, worker, number=number, answer=agreed)
    _counsel(worker, number)
    _full_services(worker, number)
    with open_session(worker) as session:
        ticks = {row.code: Tick(True, "Sudah") for row in list_ticked(session)}
        ask_closure(session, worker, number=number, reason_code="goal_reached", note="Mandiri", ticks=ticks)
    assert case.id is not None
    return number, case.id


def _full_services(worker: Actor, number: str) -> None:
    """Something of everything that is done for a client."""
    for handling in ("accompaniment", "outreach"):
        agree_to(worker, number, "handling", handling)
    record(worker, number)
    plan(worker, number)
    plant_mediation(worker, number)
    agree_to(worker, number, "social_aid")
    give(worker, number)
    reach(worker, number, "police_report")


def _full_stays(cases: dict[str, tuple[Actor, str]]) -> dict[str, int]:
    """Each case's client stays in a house of her area, whose address is written down, and more days are asked for."""
    houses = {}
    for letter, (manager, number) in cases.items():
        worker, house = make_account(Role.SHELTER, manager.area_code), make_house(manager.area_code)
        write_address(worker, house)
        agree(manager, number)
        uid = ask(manager, number)
        place(worker, uid, house.beds[0])
        with open_session(worker) as session:
            log_entry(session, worker, uid=uid, kind=ShelterEntryKind.VISIT, note="Kakaknya datang")
            ask_extension(session, worker, uid=uid, days=3, reason="Balai belum siap")
        houses[letter] = house.id
    return houses


def _counsel(worker: Actor, number: str) -> None:
    """A session with a note, and a seat in a group that will meet."""
    plan = Plan("individual", worker.id, clock.now() - timedelta(days=3))
    with open_session(worker) as session:
        uid = plan_session(session, worker, number=number, plan=plan).uid
        settle_session(session, worker, number=number, uid=uid, came=True, note="Ia tidur lebih baik.")
    with open_session(worker) as session:
        group = create_group(session, worker, name="Melati", leader_id=worker.id).uid
        join_group(session, worker, number=number, uid=group, alias="Mawar")
    with open_session(worker) as session:
        meeting = Plan(
            "group_support", worker.id, _tomorrow() + timedelta(days=9), place="Aula", anyway="Sudah sepakat"
        )
        plan_meeting(session, worker, group_uid=group, plan=meeting)


def _meet(worker: Actor, number: str, partner: str) -> None:
    """A conference that was held, with a partner on the list and something decided; and one to come."""
    with clock.moved(-timedelta(days=4)):
        uid = convene(worker, number)
    mine = ask_to_come(worker, number, uid, worker)
    ask_partner(worker, number, uid, partner, "name")
    with open_session(worker) as session:
        hold_conference(session, worker, number=number, uid=uid, notes="Disepakati", came=[mine])
        decide(
            session, worker, number=number, uid=uid, words="Menelepon", due_on=_tomorrow().date(), who=mine
        )
    ask_partner(worker, number, convene(worker, number), partner, "name")


def _tomorrow() -> datetime:
    return clock.now() + timedelta(days=1)


@contextmanager
def acting(actor: Actor) -> Iterator[Session]:
    """A session of this actor whose writes are thrown away."""
    with open_session(actor, write=False) as session:
        yield session
        session.rollback()
