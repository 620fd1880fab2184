"""From what stands on a paper to the bytes of a PDF. No database: done beside the event loop, outside any transaction."""

from dataclasses import dataclass, field

from rindu_app.adapters.paper.lock import lock_pdf, new_password
from rindu_app.adapters.paper.typesetter import typeset
from rindu_app.domain.papers.content import Paper, as_values
from rindu_app.words.codes import PaperKind
from rindu_app.words.papers import OPEN


@dataclass(frozen=True)
class Printed:
    """A PDF behind `password`, which is shown once and stored nowhere; "" only where nothing on the paper is about anybody."""

    kind: PaperKind
    number: str
    pdf: bytes = field(repr=False)
    password: str = field(default="", repr=False)
    called: str = ""
    subject: str = ""


def print_paper(paper: Paper) -> Printed:
    """Locked, unless its kind says nothing of anybody; nobody chooses. Takes a few tenths of a second."""
    pdf = typeset(as_values(paper))
    password = "" if paper.kind in OPEN else new_password()
    return Printed(
        kind=paper.kind,
        number=paper.number,
        pdf=lock_pdf(pdf, password) if password else pdf,
        password=password,
        called=paper.called,
        subject=paper.subject,
    )
