"""What a team writes into one case: people, incidents, plan, sessions, services, legal matters, aid. All of it invented."""

from datetime import timedelta

from bench.office import GROUPS, Office
from bench.rows import CaseRows
from rindu_app.models import (
    CalendarEntry,
    CasePerson,
    CaseTask,
    CounsellingSession,
    GoalProgress,
    GroupMember,
    Incident,
    IncidentCode,
    IncidentPerpetrator,
    LegalClock,
    LegalStep,
    LegalTrack,
    Mediation,
    MediationEntry,
    OutreachVisit,
    PlanAgreement,
    PlanGoal,
    SafetyPlan,
    ServiceEvent,
    SessionNote,
    SocialAid,
)
from rindu_app.models.base import new_uid
from rindu_app.words import clock

WORDS = "Kata-kata rekaan yang agak panjang. " * 4


def add_care(case: CaseRows, office: Office) -> None:
    _add_people(case)
    _add_incidents(case)
    _add_plans(case)
    _add_sessions(case)
    _add_group(case, office)
    _add_services(case)
    _add_legal(case)
    _add_aid(case)
    _add_mediation(case)


def _add_people(case: CaseRows) -> None:
    case.add(CasePerson, role="client", by_id=case.owner, since=case.at)
    for place in case.many(3):
        role, relation = (("parent", "mother"), ("child", "child"), ("perpetrator", "husband"))[place % 3]
        told = {
            "name": "Orang Rekaan",
            "phone": "",
            "address": "",
            "nik": "",
            "born": "1990",
            "age": "",
            "note": "",
        }
        case.add(
            CasePerson, role=role, relation=relation, sex="female", by_id=case.owner, since=case.at,
            sealed={"details": told},
        )  # fmt: skip


def _add_incidents(case: CaseRows) -> None:
    for place in case.many(1 + case.number % 2):
        row_id = case.id_of(place)
        case.add(
            Incident, id=row_id, happened=case.at.date(), precision="month", by_id=case.owner, since=case.at,
            sealed={"description": WORDS},
        )  # fmt: skip
        belongs = {"incident_id": row_id, "case_id": case.number}
        for code in ("physical", "psychological"):
            case.rows.setdefault(IncidentCode, []).append(
                {**belongs, "list_code": "violence_kind", "code": code}
            )
        case.rows.setdefault(IncidentPerpetrator, []).append(
            {**belongs, "relation": "husband", "sex": "male", "number": 1}
        )


def _add_plans(case: CaseRows) -> None:
    """Her safety plan; and three goals with what is to be done, how far they are, and the version that she agreed to."""
    for _ in case.many(1):
        case.add(
            SafetyPlan, with_her=True, by_id=case.owner, at=case.at,
            sealed={"content": {"signs": WORDS, "safe_place": WORDS, "bag": WORDS}},
        )  # fmt: skip
    goals = []
    for place in case.many(3):
        component = ("psychosocial", "legal", "economic")[place % 3]
        goal = case.add(PlanGoal, component=component, by_id=case.owner, at=case.at, sealed={"words": WORDS})
        goals.append({"uid": goal, "component": component, "words": WORDS, "actions": []})
        case.add(
            CaseTask, owner_id=case.owner, by_id=case.owner, goal_uid=goal, due_at=case.at + timedelta(days=14),
            done_at=case.at + timedelta(days=10), sealed={"title": "Langkah rekaan"},
        )  # fmt: skip
        for progress in ("going", "reached"):
            case.add(
                GoalProgress,
                goal_uid=goal,
                progress=progress,
                by_id=case.owner,
                at=case.at,
                sealed={"note": WORDS},
            )
    for number in case.many(1):
        case.add(
            PlanAgreement, number=number + 1, agreed_by="self", by_id=case.owner, at=case.at,
            sealed={"content": {"goals": goals}, "how": "Lisan, di kantor."},
        )  # fmt: skip


def _add_sessions(case: CaseRows) -> None:
    """One a week from the beginning on; of an open case the last one is still to come, and stands in the calendar."""
    last = len(list(case.many(5))) - 1
    for place in case.many(5):
        comes = case.is_open and place == last
        starts = case.at + timedelta(weeks=place)
        if comes:
            starts = clock.now() + timedelta(days=case.number % 28, hours=case.number % 6)
        uid = case.add(
            CounsellingSession, id=case.id_of(place), counsellor_id=case.owner, by_id=case.owner, service="individual",
            uptd="accompaniment", simfoni="rehabilitation", component="psychosocial", mode="face", minutes=60,
            starts_at=starts, status="planned" if comes else "held", settled_at=None if comes else starts,
            created_at=case.at, sealed={"place": "Kantor rekaan"},
        )  # fmt: skip
        if comes:
            case.rows.setdefault(CalendarEntry, []).append({
                "account_id": case.owner, "kind": "session", "source_uid": uid, "starts_at": starts,
                "ends_at": starts + timedelta(hours=1), "firm": True,
            })  # fmt: skip
        else:
            case.add(
                SessionNote, session_id=case.id_of(place), owner_id=case.owner, author_id=case.owner,
                audience="author" if place % 3 == 0 else "team", at=starts, sealed={"body": WORDS},
            )  # fmt: skip


def _add_group(case: CaseRows, office: Office) -> None:
    for _ in list(case.many(1, every=20))[:1]:
        group = case.number // 20 % GROUPS
        uid = new_uid()
        alias = office.groups[group].seal(f"group_member.alias:{uid}", f"Bunga {case.number}")
        case.rows.setdefault(GroupMember, []).append({
            "uid": uid, "group_id": group + 1, "case_id": case.number, "alias": alias, "by_id": case.owner,
            "since": case.at,
        })  # fmt: skip


def _add_services(case: CaseRows) -> None:
    for place in case.many(10):
        case.add(
            ServiceEvent, kind=("accompany_police", "accompany_prosecutor")[place % 2], officer_id=case.owner,
            held_on=case.at.date(), minutes=90, place="police", result="done", by_id=case.owner, at=case.at,
            sealed={"note": WORDS},
        )  # fmt: skip
    for _ in case.many(1, every=5):
        case.add(
            OutreachVisit, status="done", planned_at=case.at, people=[case.owner, case.colleague], address="right",
            ended_at=case.at, result="met", by_id=case.owner, at=case.at, sealed={"safety": WORDS, "outcome": WORDS},
        )  # fmt: skip


def _add_legal(case: CaseRows) -> None:
    stages = ("police_report", "inquiry", "investigation")
    for place in case.many(1, every=4):
        track = case.id_of(place)
        case.add(LegalTrack, id=track, kind="criminal", by_id=case.owner, at=case.at)
        for step, stage in enumerate(stages):
            case.add(
                LegalStep, id=case.id_of(place * len(stages) + step), track_id=track, stage=stage, happened_at=case.at,
                by_id=case.owner, at=case.at, sealed={"number": "LP/REKAAN", "note": WORDS},
            )  # fmt: skip
        case.add(
            LegalClock, step_id=case.id_of(place * len(stages)), rule="police_protection", due_at=case.at,
            task_uid=new_uid(), stopped_at=None if case.is_open else case.at,
        )  # fmt: skip


def _add_aid(case: CaseRows) -> None:
    for _ in case.many(2, every=3):
        case.add(
            SocialAid, kind="cash", source="social_office", status="received", applied_on=case.at.date(),
            received_on=case.at.date(), received_rupiah=600_000, by_id=case.owner, at=case.at, sealed={"use": WORDS},
        )  # fmt: skip


def _add_mediation(case: CaseRows) -> None:
    for place in case.many(1, every=20):
        row_id = case.id_of(place)
        case.add(
            Mediation, id=row_id, status="completed", matter="maintenance", other_relation="husband", other_agrees=True,
            other_asked_on=case.at.date(), agreed_on=case.at.date(), ended_at=case.at, by_id=case.owner, at=case.at,
            sealed={"agreement": WORDS, "mediator": {"name": "Mediator Rekaan", "training": "Pelatihan rekaan"}},
        )  # fmt: skip
        for kind in ("pressure", "minutes", "check"):
            case.add(
                MediationEntry, mediation_id=row_id, kind=kind, held_on=case.at.date(), good=True, by_id=case.owner,
                at=case.at, sealed={"text": WORDS},
            )  # fmt: skip
