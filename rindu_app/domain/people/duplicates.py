"""Whether the client has another case nearby: that there is one, and whom to ask. Nothing else of it (peers, 6a.15)."""

from sqlalchemy import ColumnElement, exists, false, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.scopes import within_area
from rindu_app.access.session import widened
from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.people.rows import DuplicateHint
from rindu_app.models import Account, Case, CaseLink, CasePerson, ConflictBlock, Report
from rindu_app.words.codes import PersonRole, Role

REGENCY = len("35.10")


def find_duplicate(session: Session, actor: Actor, case: Case, client: CasePerson) -> DuplicateHint | None:
    """Another client of the same kabupaten or kota with the same NIK or telephone, unless the cases are linked already.

    Nobody hears of a case that she is kept from, and nobody is sent to a supervisor who is. At most two queries.
    """
    same = [
        col(CasePerson.nik_hash) == client.nik_hash if client.nik_hash else false(),
        col(CasePerson.phone_hash) == client.phone_hash if client.phone_hash else false(),
    ]
    linked = select(CaseLink.other_id).where(CaseLink.case_id == case.id, col(CaseLink.until).is_(None))
    statement = (
        select(Case.id, Case.area_code)
        .join(CasePerson, col(CasePerson.case_id) == col(Case.id))
        .where(
            CasePerson.role == PersonRole.CLIENT,
            or_(*same),
            Case.id != case.id,
            col(Case.id).not_in(linked),
            within_area(Case.area_code, case.area_code[:REGENCY]),
            ~_kept_from(col(Case.id), actor.account_id),
        )
    )
    with widened(session, "the same person twice"):
        found = session.exec(statement.limit(10)).all()
        return DuplicateHint(_whom_to_ask(session, dict(found))) if found else None


def _whom_to_ask(session: Session, areas: dict[int | None, str]) -> tuple[str, ...]:
    """The nearest supervisors of those cases who are free to speak of them."""
    lineages = [area_lineage(code) for code in areas.values()]
    statement = select(Account.display_name, Account.area_code).where(
        Account.role == Role.SUPERVISOR,
        col(Account.active).is_(True),
        col(Account.area_code).in_({code for lineage in lineages for code in lineage}),
        *(~_kept_from(case_id, Account.id) for case_id in areas),
    )
    people = session.exec(statement.order_by(col(Account.display_name))).all()
    nearest = max((len(area) for _, area in people), default=0)
    return tuple(name for name, area in people if len(area) == nearest)


def _kept_from(case_id: object, account_id: object) -> ColumnElement[bool]:
    return (
        exists()
        .where(
            col(ConflictBlock.report_id) == col(Report.id),
            col(Report.case_id) == case_id,
            col(ConflictBlock.account_id) == account_id,
            col(ConflictBlock.until).is_(None),
        )
        .correlate(Case, Account)
    )
