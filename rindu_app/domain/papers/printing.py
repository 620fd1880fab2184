"""From what stands on a paper to the bytes of a PDF. No database: done beside the event loop, outside any transaction."""

from dataclasses import dataclass, field

from rindu_app.adapters.paper.lock import lock_pdf, new_password
from rindu_app.adapters.paper.typesetter import typeset
from rindu_app.domain.papers.content import Paper, as_values
from rindu_app.words.codes import PaperKind


@dataclass(frozen=True)
class Printed:
    """A PDF in the clear or behind `password`, which is shown once and stored nowhere."""

    kind: PaperKind
    number: str
    pdf: bytes = field(repr=False)
    password: str = field(default="", repr=False)
    called: str = ""
    subject: str = ""


def print_paper(paper: Paper, *, locked: bool) -> Printed:
    """Takes a few tenths of a second."""
    pdf = typeset(as_values(paper))
    password = new_password() if locked else ""
    return Printed(
        kind=paper.kind,
        number=paper.number,
        pdf=lock_pdf(pdf, password) if locked else pdf,
        password=password,
        called=paper.called,
        subject=paper.subject,
    )
