"""When drafts end without their writer: she signs out, her account changes, she may not work there any more, or time goes by."""

from datetime import timedelta

from sqlmodel import Session, col, delete, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.session import widened
from rindu_app.domain.cases.assignment import may_work
from rindu_app.models import Account, Case, Draft, Report
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role

BATCH = 500


def forget_drafts_of(session: Session, account_id: int) -> None:
    """Everything that this account left unsent."""
    with widened(session, "drafts end with the sign-in of their account"):
        session.exec(delete(Draft).where(col(Draft.account_id) == account_id))


def sweep_drafts(session: Session, actor: Actor) -> int:
    """Those that are too old, and those whose writer may not work there any more. Returns how many. For the house itself."""
    over = clock.now() - timedelta(days=get_settings().draft_days)
    rows = session.exec(
        select(Draft, Account)
        .join(Account, col(Account.id) == col(Draft.account_id))
        .order_by(col(Draft.at))
        .limit(BATCH)
    ).all()
    gone = [row for row, account in rows if row.at <= over or not _may_work(session, row, account)]
    for row in gone:
        session.delete(row)
    if gone:
        audit(session, actor, "accounts:draft:swept", count=len(gone))
    return len(gone)


def _may_work(session: Session, draft: Draft, account: Account) -> bool:
    if not account.active:
        return False
    writer = Actor(
        kind=Role(account.role), account_id=account.id, area_code=account.area_code, name=account.display_name
    )
    about: Case | Report | None
    if draft.case_id is not None:
        about = session.get(Case, draft.case_id)
        case: int | None = draft.case_id
    else:
        about = session.get(Report, draft.report_id)
        case = about.case_id if isinstance(about, Report) else None
    if about is None:
        return False
    return case is None or may_work(session, writer, case_id=case, area_code=about.area_code)
