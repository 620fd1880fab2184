"""Which office a case came from, where another one handed it to ours."""

from sqlmodel import Session, col, select

from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.papers.letterhead import read_letterhead
from rindu_app.models import CaseTransfer
from rindu_app.words.codes import TransferKind, TransferStatus


def read_origin(session: Session, file: OpenFile) -> str:
    """The office that forwarded it last, with its place; "" where nobody did."""
    statement = select(CaseTransfer.from_area).where(
        CaseTransfer.case_id == file.id,
        CaseTransfer.kind == TransferKind.FORWARD,
        CaseTransfer.status == TransferStatus.ACCEPTED,
    )
    area = session.exec(statement.order_by(col(CaseTransfer.id).desc()).limit(1)).first()
    if area is None:
        return ""
    letterhead = read_letterhead(session, area)
    return ", ".join(filter(None, [letterhead.office, *letterhead.lines[:1]]))
