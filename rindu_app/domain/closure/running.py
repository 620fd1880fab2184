"""What still runs in a case: counted, so that nobody has to remember it. One query each, whatever there is."""

from collections.abc import Callable, Mapping

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.access.errors import Conflict
from rindu_app.domain.conferences.workflow import OPEN as CONFERENCE_OPEN
from rindu_app.domain.legal.following import followed_tracks
from rindu_app.domain.mediation.workflow import OPEN as MEDIATION_OPEN
from rindu_app.domain.referrals.workflow import OPEN as REFERRAL_OPEN
from rindu_app.domain.sessions.coming import coming_sessions, open_appointments
from rindu_app.domain.shelter.workflow import UNDER_WAY as SHELTER_UNDER_WAY
from rindu_app.models import (
    Approval,
    Case,
    CaseConference,
    CaseTask,
    CounsellingSession,
    GoalProgress,
    GroupMember,
    Mediation,
    OutreachVisit,
    PlanGoal,
    Referral,
    ShelterStay,
    SocialAid,
)
from rindu_app.words import clock
from rindu_app.words.codes import (
    AidStatus,
    ApprovalKind,
    OutreachStatus,
    Progress,
    SessionStatus,
)

# A case does not close over these: the code of the refusal by what runs.
BLOCKS = {"shelter": "shelter_open", "team_out": "closure_team_out"}

Counted = Callable[[Case], SelectOfScalar[int]]


def count_running(session: Session, case: Case) -> dict[str, int]:
    """How much of each kind still runs. The caller has access to the case."""
    found = {code: session.exec(statement(case)).one() for code, statement in COUNTED.items()}
    found["legal"] = len(followed_tracks(session, case))
    found["meetings"] += session.exec(_appointments(case)).one()
    return found


def require_closable(session: Session, case: Case, found: Mapping[str, int] | None = None) -> None:
    """Raises `Conflict` while somebody sleeps in a shelter or waits for a bed, or while a team is on its way."""
    counts = found or {code: session.exec(COUNTED[code](case)).one() for code in BLOCKS}
    for code, refusal in BLOCKS.items():
        if counts[code]:
            raise Conflict(refusal)


def waiting_decisions(case: Case) -> SelectOfScalar[Approval]:
    """Everything that a supervisor is asked but the closing itself."""
    return select(Approval).where(
        Approval.case_id == case.id,
        Approval.kind != ApprovalKind.CLOSURE,
        col(Approval.decided_at).is_(None),
    )


def _count(statement: SelectOfScalar[object]) -> SelectOfScalar[int]:
    return select(func.count()).select_from(statement.subquery())


def _appointments(case: Case) -> SelectOfScalar[int]:
    return _count(open_appointments(case))  # type: ignore[arg-type]  # any rows can be counted


def _goals(case: Case) -> SelectOfScalar[int]:
    """Goals whose newest look is not "reached"."""
    newest = (
        select(func.max(GoalProgress.id)).where(GoalProgress.case_id == case.id).group_by(GoalProgress.goal_uid)
    )  # fmt: skip
    reached = select(GoalProgress.goal_uid).where(
        col(GoalProgress.id).in_(newest), GoalProgress.progress == Progress.REACHED
    )
    return select(func.count(col(PlanGoal.id))).where(
        PlanGoal.case_id == case.id, col(PlanGoal.uid).not_in(reached)
    )


COUNTED: dict[str, Counted] = {
    "shelter": lambda case: select(func.count(col(ShelterStay.id))).where(
        ShelterStay.case_id == case.id, col(ShelterStay.status).in_(SHELTER_UNDER_WAY)
    ),
    "team_out": lambda case: select(func.count(col(OutreachVisit.id))).where(
        OutreachVisit.case_id == case.id, OutreachVisit.status == OutreachStatus.GOING
    ),
    "goals": _goals,
    "referrals": lambda case: select(func.count(col(Referral.id))).where(
        Referral.case_id == case.id, col(Referral.status).in_(REFERRAL_OPEN)
    ),
    "decisions": lambda case: _count(waiting_decisions(case)),  # type: ignore[arg-type]  # any rows
    "tasks": lambda case: select(func.count(col(CaseTask.id))).where(
        CaseTask.case_id == case.id, col(CaseTask.done_at).is_(None)
    ),
    "unsettled": lambda case: select(func.count(col(CounsellingSession.id))).where(
        CounsellingSession.case_id == case.id,
        CounsellingSession.status == SessionStatus.PLANNED,
        CounsellingSession.starts_at <= clock.now(),
    ),
    "meetings": lambda case: _count(coming_sessions(case)),  # type: ignore[arg-type]  # any rows
    "conferences": lambda case: select(func.count(col(CaseConference.id))).where(
        CaseConference.case_id == case.id, col(CaseConference.status).in_(CONFERENCE_OPEN)
    ),
    "groups": lambda case: select(func.count(col(GroupMember.id))).where(
        GroupMember.case_id == case.id, col(GroupMember.until).is_(None)
    ),
    "outreach": lambda case: select(func.count(col(OutreachVisit.id))).where(
        OutreachVisit.case_id == case.id, OutreachVisit.status == OutreachStatus.PLANNED
    ),
    "mediation": lambda case: select(func.count(col(Mediation.id))).where(
        Mediation.case_id == case.id, col(Mediation.status).in_(MEDIATION_OPEN)
    ),
    "aid": lambda case: select(func.count(col(SocialAid.id))).where(
        SocialAid.case_id == case.id, col(SocialAid.status).in_((AidStatus.APPLIED, AidStatus.GRANTED))
    ),
}
