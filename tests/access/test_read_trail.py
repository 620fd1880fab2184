"""Looking leaves a trace: exactly one line for each act of reading, and none for what opens nothing."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.view import read_aftercare
from rindu_app.domain.aid.view import read_aid
from rindu_app.domain.assessments.view import read_assessment, read_safety_plans
from rindu_app.domain.cases.ledger import list_waiting, read_ledger
from rindu_app.domain.cases.lists import list_broken_glass, list_cases
from rindu_app.domain.cases.view import read_case, read_team, reveal_client
from rindu_app.domain.closure.view import read_closing
from rindu_app.domain.conferences.view import read_conferences
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
from rindu_app.domain.reports.block_notices import list_block_notices
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.overrides import list_overrides
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.view import peek_report, read_report, reveal_name
from rindu_app.domain.schedule.week import read_week
from rindu_app.domain.services.view import read_services
from rindu_app.domain.sessions.group_queries import list_groups, read_group
from rindu_app.domain.sessions.queries import read_sessions
from rindu_app.domain.shelter.address import read_address
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.domain.shelter.view import read_shelter_part, read_stay
from rindu_app.domain.threads.queries import read_own_thread, read_thread
from rindu_app.domain.transfers.lists import list_put_to_me
from rindu_app.domain.transfers.view import read_transfers
from rindu_app.models import AuditEntry
from rindu_app.words.codes import PaperKind
from tests import samples
from tests.access.outsiders import Door, doors, required
from tests.access.planted import Planted, plant
from tests.access.test_outsiders import INSIDERS, looking, real_calls
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
    "its closing": ("team member", lambda s, a, h: read_closing(s, a, number=h.numbers["B"]), "case:read"),
    "its conferences": ("team member", lambda s, a, h: read_conferences(s, a, number=h.numbers["B"]), "case:read"),
    "who it was put to": ("team member", lambda s, a, h: read_transfers(s, a, number=h.numbers["B"]), "case:read"),
    "visits after its end": ("team member", lambda s, a, h: read_aftercare(s, a, number=h.numbers["B"]), "case:read"),
    "its part of the shelter": ("team member", lambda s, a, h: read_shelter_part(s, a, number=h.numbers["B"]), "case:read"),
    "a case that is offered": ("is offered the case", lambda s, a, h: list_put_to_me(s, a), "case:offer_read"),
    "emergencies": ("supervisor here", lambda s, a, h: list_broken_glass(s, a), "case:glass_list"),
    "rules of contact that were broken": ("supervisor here", lambda s, a, h: list_overrides(s, a), "report:overrides"),
    "supervisors who are kept out": ("supervisor here", lambda s, a, h: list_block_notices(s, a), "report:blocks"),
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


# Readers that leave no line, and why none is needed.
LEAVE_NONE = {
    "accounts.changes.list_account_changes": "of colleagues",
    "accounts.queries.list_accounts": "of colleagues",
    "accounts.queries.read_account": "of colleagues",
    "accounts.sessions.list_sessions": "one's own",
    "aftercare.lists.list_due": "numbers of one's own cases, and days",
    "cases.adrift.list_adrift": "numbers, risk and place",
    "cases.caseload.read_caseload": "sums by colleague",
    "cases.colleagues.list_assignable": "of colleagues",
    "cases.colleagues.list_blockable": "of colleagues",
    "cases.colleagues.list_candidates": "of colleagues",
    "cases.lists.list_cases": "numbers, risk and place",
    "cases.lists.list_colleagues": "of colleagues",
    "cases.story.read_news": "what was added to a file that is open on the screen: that it was opened has its line",
    "cases.subjects.list_subjects": "what can be consented to",
    "codes.managing.list_clocks": "reference data",
    "codes.managing.list_items": "reference data",
    "codes.managing.list_lists": "reference data",
    "codes.managing.list_managed_hotlines": "reference data",
    "conferences.addressed.peek_invitations": "whether something changed",
    "deliveries.queries.list_deliveries": "notices of fixed words, beside a report whose opening has its line",
    "drafts.commands.read_drafts": "one's own words",
    "partners.managing.list_managed_partners": "reference data",
    "partners.managing.read_own_partner": "reference data",
    "partners.queries.list_partners": "reference data",
    "referrals.lists.list_addressed": "numbers and services; each referral that is opened has its line",
    "referrals.lists.list_waiting_referrals": "numbers and partners",
    "referrals.lists.peek_addressed": "whether something changed",
    "reports.conflicts.list_blocks": "of colleagues, beside a report whose opening has its line",
    "reports.inbox.list_held": "how many, and whence",
    "reports.inbox.list_inbox": "numbers, risk and place",
    "reports.search.read_rows": "numbers, risk and place",
    "reports.view.peek_report": "whether something changed",
    "sessions.group_queries.list_groups": "groups without their members",
    "shelter.home.read_houses": "beds, by the number of a stay",
    "shelter.home.read_shelter_home": "numbers and beds; each stay that is opened has its line",
    "shelter.houses.list_managed_houses": "reference data",
    "shelter.view.list_waiting_extensions": "numbers and days; why is read with the stay",
    "shelter.view.peek_stay": "whether something changed",
    "trail.queries.read_trail": "the trail itself",
    "transfers.lists.list_put_to_office": "nothing waits here; what does has a line of its own, as for whom it is offered to",
    "units.managing.list_managed_units": "reference data",
    "units.managing.read_unit": "reference data",
}  # fmt: skip
READER = re.compile(r"\.(read|list|reveal|search|peek|open_file|open_parcel|fetch)_?\w*$")


def test_no_reader_is_left_out(house: Planted) -> None:
    """Whatever it is: asked by somebody who may, it leaves a line, or says above why it needs none."""
    real = {door: call for door, call in real_calls(house).items() if "" not in call}
    silent, asked = set(), set()
    for door in doors(named=False):
        if not READER.search(door.name):
            continue
        call = real.get(door) or required(door, house)
        asked.add(door.name)
        if not any(lines_of(door, house.actors[who], call) for who in (*INSIDERS, "administrator here")):
            silent.add(door.name)
    assert len(asked) > 70
    assert silent == LEAVE_NONE.keys()


def lines_of(door: Door, actor: Actor, call: dict[str, Any]) -> list[Any]:
    with suppress(DomainError, TypeError), looking(actor) as session:
        door.function(session, actor, **call)
        return list(session.info.get("audit", []))
    return []


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
