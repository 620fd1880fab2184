"""The end of a case on one screen: what still runs, what was checked, what the supervisor said. A fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.closure.checklist import (
    CountedRow,
    TickedRow,
    list_counted,
    list_ticked,
    open_ticks,
)
from rindu_app.domain.closure.commands import REASONS, REOPENINGS
from rindu_app.domain.closure.running import count_running
from rindu_app.domain.closure.workflow import stage_of
from rindu_app.domain.codes.queries import list_many, read_labels
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.models import Approval, CaseClosure
from rindu_app.words.codes import ApprovalKind, ClosureStatus
from rindu_app.words.labels import label


@dataclass(frozen=True)
class ClosureRow:
    """One request to close. `approval` names what is decided; `comment` is the supervisor's."""

    uid: str
    approval: str
    status: ClosureStatus
    label: str
    reason: str
    tries: int | None
    note: str
    ticks: tuple[TickedRow, ...]
    by: str
    at: datetime
    decided_by: str
    decided: datetime | None
    comment: str


@dataclass(frozen=True)
class ClosingView:
    """`requests`, newest first. `may_decide`: this supervisor may, as against the one who asked or manages the case."""

    head: CaseHead
    stage: ClosureStatus
    counted: tuple[CountedRow, ...]
    ticked: tuple[TickedRow, ...]
    reasons: tuple[CodeRow, ...]
    reopenings: tuple[CodeRow, ...]
    requests: tuple[ClosureRow, ...]
    may_decide: bool


def read_closing(session: Session, actor: Actor, *, number: str) -> ClosingView:
    """Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    found = session.exec(
        select(CaseClosure).where(CaseClosure.case_id == file.id).order_by(col(CaseClosure.id).desc())
    ).all()
    asked = session.exec(
        select(Approval).where(Approval.case_id == file.id, Approval.kind == ApprovalKind.CLOSURE)
    ).all()
    approvals = {str(row.facts.get("of")): row for row in asked}
    people = names_of(session, {row.by_id for row in found} | {row.decided_by_id for row in asked})
    words, lists = read_labels(session, REASONS), list_many(session, (REASONS, REOPENINGS))
    newest = found[0] if found else None
    asker = newest.by_id if newest else None
    return ClosingView(
        head=file.head,
        stage=stage_of(file.case, newest),
        counted=list_counted(session, count_running(session, file.case)),
        ticked=list_ticked(session),
        reasons=lists[REASONS],
        reopenings=lists[REOPENINGS],
        requests=tuple(_row(row, approvals[row.uid], file.sealer, words, people) for row in found),
        may_decide=actor.may(Permission.CASE_SUPERVISE)
        and file.head.may_work
        and actor.account_id not in (asker, file.case.manager_id),
    )


def _row(
    row: CaseClosure,
    approval: Approval,
    sealer: Sealer,
    words: dict[str, str],
    people: dict[int | None, str],
) -> ClosureRow:
    comment = approval.comment
    return ClosureRow(
        uid=row.uid,
        approval=approval.uid,
        status=ClosureStatus(row.status),
        label=label(ClosureStatus(row.status)),
        reason=words.get(row.reason, row.reason),
        tries=row.tries,
        note=sealer.open(f"case_closure.note:{row.uid}", row.note),
        ticks=open_ticks(sealer, row),
        by=people.get(row.by_id, ""),
        at=row.at,
        decided_by=people.get(approval.decided_by_id, ""),
        decided=approval.decided_at,
        comment=sealer.open(f"approval.comment:{approval.uid}", comment) if comment else "",
    )
