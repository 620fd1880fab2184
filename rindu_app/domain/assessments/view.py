"""Reading the assessment of a case, and her safety plan."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.approvals import newest_approval
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.rows import CaseHead, SafetyRow
from rindu_app.domain.codes.queries import list_codes, read_all_labels
from rindu_app.models import Account, Approval, Assessment, Case, DangerCheck, SafetyPlan
from rindu_app.words.codes import ApprovalKind, AssessmentArea, Risk
from rindu_app.words.labels import label

_LISTS = ("need", "profession")


@dataclass(frozen=True)
class ScoreRow:
    """One look at one domain. `previous` is the score before it, None at the first."""

    area: str
    area_label: str
    score: int
    previous: int | None
    reason: str
    needs: tuple[str, ...]
    by: str
    profession: str
    at: datetime


@dataclass(frozen=True)
class DangerRow:
    signs: tuple[str, ...]
    proposed: str
    decided: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class AskedRow:
    """What became of the last request of its kind. `fresh`: nothing was added since."""

    approved: bool | None
    comment: str
    decided_by: str
    at: datetime
    fresh: bool


@dataclass(frozen=True)
class AssessmentView:
    """All looks, newest first; which domains nobody has looked at yet; danger checks, newest first."""

    head: CaseHead
    scores: tuple[ScoreRow, ...]
    missing: tuple[str, ...]
    danger: tuple[DangerRow, ...]
    asked: AskedRow | None


@dataclass(frozen=True)
class SafetyView:
    head: CaseHead
    plans: tuple[SafetyRow, ...]


def read_assessment(session: Session, actor: Actor, *, number: str) -> AssessmentView:
    """Seven queries beside those that open the file. Raises `NotFound` outside the team."""
    return assessment_of(session, open_file(session, actor, number))


def assessment_of(session: Session, file: OpenFile) -> AssessmentView:
    """The same, of a file that its reader has opened."""
    labels = read_all_labels(session, _LISTS)
    rows = session.exec(
        select(Assessment).where(Assessment.case_id == file.id).order_by(col(Assessment.id).desc())
    ).all()
    checks = session.exec(
        select(DangerCheck).where(DangerCheck.case_id == file.id).order_by(col(DangerCheck.id).desc())
    ).all()
    signs = {item.code: str(item.extra["short"]) for item in list_codes(session, "danger_sign")}
    seen = {row.area for row in rows}
    approval = newest_approval(session, file.case, ApprovalKind.ASSESSMENT)
    writers = {row.by_id for row in rows} | {row.by_id for row in checks}
    people = names_of(session, writers | ({approval.decided_by_id} if approval else set()))
    return AssessmentView(
        head=file.head,
        scores=tuple(_score(row, file.sealer, labels, people) for row in rows),
        missing=tuple(label(area) for area in AssessmentArea if area not in seen),
        danger=tuple(_danger(row, file.sealer, signs, people) for row in checks),
        asked=asked_row(approval, file.sealer, rows[0].uid if rows else "", people) if approval else None,
    )


def read_safety_plans(session: Session, actor: Actor, *, number: str) -> SafetyView:
    """Every version of her safety plan, newest first. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    rows = session.exec(
        select(SafetyPlan).where(SafetyPlan.case_id == file.id).order_by(col(SafetyPlan.id).desc())
    ).all()
    people = names_of(session, {row.by_id for row in rows})
    return SafetyView(file.head, tuple(_safety(row, file.sealer, people) for row in rows))


def newest_safety_plan(session: Session, case: Case, sealer: Sealer) -> SafetyRow | None:
    """For the first part of the file, where it stands first. The caller has access to the case."""
    statement = select(SafetyPlan, Account.display_name).join(Account, col(Account.id) == SafetyPlan.by_id)
    found = session.exec(
        statement.where(SafetyPlan.case_id == case.id).order_by(col(SafetyPlan.id).desc()).limit(1)
    ).first()
    return _safety(found[0], sealer, {found[0].by_id: found[1]}) if found else None


def asked_row(row: Approval, sealer: Sealer, newest: str, people: dict[int | None, str]) -> AskedRow:
    """What became of a request; `newest` is the uid of what it would be about if it were asked now."""
    return AskedRow(
        approved=row.approved,
        comment=sealer.open(f"approval.comment:{row.uid}", row.comment) if row.comment else "",
        decided_by=people.get(row.decided_by_id, ""),
        at=row.decided_at or row.asked_at,
        fresh=row.facts.get("of") == newest,
    )


def _score(
    row: Assessment, sealer: Sealer, labels: dict[tuple[str, str], str], people: dict[int | None, str]
) -> ScoreRow:
    return ScoreRow(
        area=row.area,
        area_label=label(AssessmentArea(row.area)),
        score=row.score,
        previous=row.previous_score,
        reason=sealer.open(f"assessment.reason:{row.uid}", row.reason),
        needs=tuple(labels.get(("need", code), code) for code in row.needs),
        by=people.get(row.by_id, ""),
        profession=labels.get(("profession", row.profession), row.profession),
        at=row.at,
    )


def _danger(
    row: DangerCheck, sealer: Sealer, signs: dict[str, str], people: dict[int | None, str]
) -> DangerRow:
    return DangerRow(
        signs=tuple(signs.get(code, code) for code in row.signs),
        proposed=label(Risk(row.proposed)),
        decided=label(Risk(row.decided)),
        reason=sealer.open(f"danger_check.reason:{row.uid}", row.reason),
        by=people.get(row.by_id, ""),
        at=row.at,
    )


def _safety(row: SafetyPlan, sealer: Sealer, people: dict[int | None, str]) -> SafetyRow:
    return SafetyRow(
        parts=dict(sealer.open_json(f"safety_plan.content:{row.uid}", row.content)),
        with_her=row.with_her,
        by=people.get(row.by_id, ""),
        at=row.at,
    )
