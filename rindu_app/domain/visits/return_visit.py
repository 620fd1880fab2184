"""Coming back with a receipt code."""

from sqlmodel import Session

from rindu_app.access.errors import Invalid
from rindu_app.access.sealing import Sealer
from rindu_app.domain.reports.codes import read_code
from rindu_app.domain.reports.receipts import open_receipt
from rindu_app.domain.visits.commands import OpenVisit, start_visit

# Not a code, but as much work as one: what is malformed must not be told apart by its time.
NOTHING = "no such code"


def find_by_code(session: Session, text: str) -> tuple[int, Sealer]:
    """Report id and sealer for a code as typed. Slow (argon2id), so call it in a reading session.

    Raises `Invalid("code", "code_wrong")` for a malformed, a wrong and an unknown code alike.
    """
    opened = open_receipt(session, read_code(text) or NOTHING)
    if opened is None:
        raise Invalid("code", "code_wrong")
    return opened


def return_with_code(session: Session, *, text: str) -> OpenVisit:
    """A visit that opens the report of this code. The same refusal for a malformed, a wrong and an unknown code."""
    report_id, sealer = find_by_code(session, text)
    return start_visit(session, sealer=sealer, report_id=report_id)
