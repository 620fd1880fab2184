"""Looking leaves a trace: exactly one line for each act of reading, and none for what opens nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.aid.view import read_aid
from rindu_app.domain.assessments.view import read_assessment, read_safety_plans
from rindu_app.domain.cases.ledger import list_waiting, read_ledger
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.view import read_case, read_team, reveal_client
from rindu_app.domain.files.queries import open_file
from rindu_app.domain.incidents.view import read_incidents
from rindu_app.domain.legal.view import read_legal
from rindu_app.domain.mediation.view import read_mediations
from rindu_app.domain.papers.exports import list_exports
from rindu_app.domain.papers.reading import read_paper
from rindu_app.domain.partners.queries import list_partners
from rindu_app.domain.people.view import read_people, reveal_people
from rindu_app.domain.plans.view import read_plan
from rindu_app.domain.referrals.case_part import read_case_referrals
from rindu_app.domain.referrals.lists import (
    list_addressed,
    list_waiting_referrals,
    peek_addressed,
    read_addressed,
)
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.view import peek_report, read_report, reveal_name
from rindu_app.domain.schedule.week import read_week
from rindu_app.domain.services.view import read_services
from rindu_app.domain.sessions.group_queries import list_groups, read_group
from rindu_app.domain.sessions.queries import read_sessions
from rindu_app.domain.shelter.address import read_address
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.domain.shelter.view import read_stay
from rindu_app.domain.threads.queries import read_own_thread, read_thread
from rindu_app.models import AuditEntry
from rindu_app.words.codes import PaperKind
from tests import samples
from tests.access.planted import Planted, plant
from tests.domain.files.test_files import attach
from tests.factories import SYSTEM

Read = Callable[[Session, Actor, Planted], Any]

# Who looks, at what, and the line it leaves.
READS: dict[str, tuple[str, Read, str]] = {
    "a report": ("counsellor here", lambda s, a, h: read_report(s, a, number=h.numbers["a"]), "report:read"),
    "its thread": ("counsellor here", lambda s, a, h: read_thread(s, a, number=h.numbers["a"]), "report:thread"),
    "its names": ("counsellor here", lambda s, a, h: reveal_name(s, a, number=h.numbers["a"]), "report:reveal_name"),
    "whether it changed": ("counsellor here", lambda s, a, h: peek_report(s, a, number=h.numbers["a"]), ""),
    "the inbox": ("counsellor here", lambda s, a, h: list_inbox(s, a, wanted=InboxFilter()), ""),
    "the tabs' numbers": ("counsellor here", lambda s, a, h: count_inbox(s, a), ""),
    "a search": ("counsellor here", lambda s, a, h: search_reports(s, a, text="Melati"), "report:search"),
    "a case": ("team member", lambda s, a, h: read_case(s, a, number=h.numbers["B"]), "case:read"),
    "its client": ("team member", lambda s, a, h: reveal_client(s, a, number=h.numbers["B"]), "case:reveal_client"),
    "its people": ("team member", lambda s, a, h: read_people(s, a, number=h.numbers["B"]), "case:read"),
    "their names": ("team member", lambda s, a, h: reveal_people(s, a, number=h.numbers["B"]), "case:reveal_people"),
    "its papers": ("team member", lambda s, a, h: list_exports(s, a, number=h.numbers["B"]), "case:read"),
    "what a paper says": ("team member", lambda s, a, h: read_paper(s, a, number=h.numbers["B"], kind=PaperKind.INTAKE), "case:read"),
    "its incidents": ("team member", lambda s, a, h: read_incidents(s, a, number=h.numbers["B"]), "case:read"),
    "through broken glass": ("broke the glass", lambda s, a, h: read_case(s, a, number=h.numbers["B"]), "case:read"),
    "who looked": ("case manager", lambda s, a, h: read_team(s, a, number=h.numbers["B"]), "case:read"),
    "its assessment": ("team member", lambda s, a, h: read_assessment(s, a, number=h.numbers["B"]), "case:read"),
    "its plan": ("team member", lambda s, a, h: read_plan(s, a, number=h.numbers["B"]), "case:read"),
    "its safety plan": ("team member", lambda s, a, h: read_safety_plans(s, a, number=h.numbers["B"]), "case:read"),
    "its consents": ("team member", lambda s, a, h: read_ledger(s, a, number=h.numbers["B"]), "case:read"),
    "its services": ("team member", lambda s, a, h: read_services(s, a, number=h.numbers["B"]), "case:read"),
    "its mediation": ("team member", lambda s, a, h: read_mediations(s, a, number=h.numbers["B"]), "case:read"),
    "its legal matters": ("team member", lambda s, a, h: read_legal(s, a, number=h.numbers["B"]), "case:read"),
    "its help": ("team member", lambda s, a, h: read_aid(s, a, number=h.numbers["B"]), "case:read"),
    "what waits": ("supervisor here", lambda s, a, h: list_waiting(s, a), "case:waiting"),
    "the list of cases": ("case manager", lambda s, a, h: list_cases(s, a), ""),
    "the shelter's home": ("shelter worker here", lambda s, a, h: read_shelter_home(s, a), ""),
    "a stay": ("shelter worker here", lambda s, a, h: read_stay(s, a, uid=read_shelter_home(s, a).staying[0].uid), "shelter:read"),
    "where a house stands": ("shelter worker here", lambda s, a, h: read_address(s, a, house_id=h.houses["b"]), "shelter:address:read"),
    "the schedule": ("case manager", lambda s, a, h: read_week(s, a), "schedule:read"),
    "its sessions": ("team member", lambda s, a, h: read_sessions(s, a, number=h.numbers["B"]), "case:read"),
    "the list of groups": ("counsellor here", lambda s, a, h: list_groups(s, a), ""),
    "a group": ("counsellor here", lambda s, a, h: read_group(s, a, uid=list_groups(s, a)[0].uid), "group:read"),
    "its referrals": ("team member", lambda s, a, h: read_case_referrals(s, a, number=h.numbers["B"]), "case:read"),
    "what was sent to a partner": ("partner here", lambda s, a, h: list_addressed(s, a), ""),
    "a referral, by its partner": ("partner here", lambda s, a, h: read_addressed(s, a, number=h.referral), "referral:read"),
    "whether it was withdrawn": ("partner here", lambda s, a, h: peek_addressed(s, a, number=h.referral), ""),
    "a referral, behind a link": ("holder of a link", lambda s, a, h: read_addressed(s, a), "referral:read"),
    "the register of partners": ("counsellor here", lambda s, a, h: list_partners(s, a), ""),
    "referrals that wait": ("case manager", lambda s, a, h: list_waiting_referrals(s, a), ""),
    "her own thread": ("reporter of a", lambda s, a, h: read_own_thread(s, a), "report:own_thread"),
}  # fmt: skip


@pytest.fixture
def house(country: object) -> Planted:
    return plant()


def newest() -> int:
    with open_session(SYSTEM, write=False) as session:
        return session.exec(select(AuditEntry.id).order_by(col(AuditEntry.id).desc())).first() or 0


def lines_since(seq: int) -> list[tuple[str, str]]:
    with open_session(SYSTEM, write=False) as session:
        rows = session.exec(select(AuditEntry.actor, AuditEntry.action).where(col(AuditEntry.id) > seq))
        return [(actor, action) for actor, action in rows]


def test_each_act_of_reading_leaves_its_one_line(house: Planted) -> None:
    for what, (who, read, action) in READS.items():
        actor, before = house.actors[who], newest()
        with open_session(actor) as session:
            read(session, actor, house)
        assert lines_since(before) == ([(actor.label, action)] if action else []), what


def test_a_file_too(house: Planted) -> None:
    actor = house.actors["counsellor here"]
    uid = attach(actor, house.reports["a"], data=samples.PDF, name="surat.pdf")
    before = newest()
    with open_session(actor) as session:
        open_file(session, actor, uid)
    assert lines_since(before) == [(actor.label, "file:read")]


def test_a_refused_look_leaves_a_refusal_and_nothing_else(house: Planted) -> None:

    actor = house.actors["counsellor elsewhere"]
    for what, (_, read, action) in READS.items():
        if not action.startswith(("report:re", "report:thread", "case:re")):
            continue
        before = newest()
        with pytest.raises(NotFound), open_session(actor) as session:
            read(session, actor, house)
        assert lines_since(before) == [(actor.label, "refused")], what
