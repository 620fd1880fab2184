"""Coming back with a receipt code."""

from sqlmodel import Session

from rindu_app.access.errors import Invalid
from rindu_app.domain.reports.codes import read_code
from rindu_app.domain.reports.receipts import open_receipt
from rindu_app.domain.visits.commands import OpenVisit, start_visit


def return_with_code(session: Session, *, text: str) -> OpenVisit:
    """A visit that opens the report of this code. The same refusal for a malformed, a wrong and an unknown code."""
    code = read_code(text)
    opened = open_receipt(session, code) if code else None
    if opened is None:
        raise Invalid("code", "code_wrong")
    report_id, sealer = opened
    return start_visit(session, sealer=sealer, report_id=report_id)
