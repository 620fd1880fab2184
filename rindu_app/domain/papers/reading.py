"""What stands on a paper of a case, read by somebody who may print it."""

from collections.abc import Callable, Iterable

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.papers.about import require_subject
from rindu_app.domain.papers.attendance import attendance_record
from rindu_app.domain.papers.consent import blank_consent, filled_consent
from rindu_app.domain.papers.content import Block, Paper
from rindu_app.domain.papers.forms import identification_form, intake_form, request_letter
from rindu_app.domain.papers.letterhead import read_letterhead
from rindu_app.domain.papers.mediation import mediation_agreement, mediation_minutes
from rindu_app.domain.papers.outreach import outreach_report
from rindu_app.domain.papers.referral import referral_letter
from rindu_app.domain.papers.summary import case_summary
from rindu_app.words import clock
from rindu_app.words.codes import PaperKind, SummaryPart
from rindu_app.words.moments import day_of, say_stamp

Reader = Callable[[Session, Actor, OpenFile, str], tuple[Block, ...]]

# Each paper but the summary, whose parts are chosen: what it reads and says.
PAPERS: dict[PaperKind, Reader] = {
    PaperKind.CONSENT_BLANK: blank_consent,
    PaperKind.CONSENT: filled_consent,
    PaperKind.REQUEST: request_letter,
    PaperKind.INTAKE: intake_form,
    PaperKind.IDENTIFICATION: identification_form,
    PaperKind.OUTREACH: outreach_report,
    PaperKind.ATTENDANCE: attendance_record,
}

# Papers about one thing of a case (its uid is given): what each is called by, "" for the case's own number, and what it says.
ABOUT: dict[PaperKind, Callable[[Session, Actor, OpenFile, str, str], tuple[str, tuple[Block, ...]]]] = {
    PaperKind.REFERRAL: referral_letter,
    PaperKind.MEDIATION_MINUTES: mediation_minutes,
    PaperKind.MEDIATION_AGREEMENT: mediation_agreement,
}


def read_paper(
    session: Session, actor: Actor, *, number: str, kind: PaperKind, parts: Iterable[SummaryPart] = (), subject: str = ""
) -> Paper:  # fmt: skip
    """Everything that will be printed. The file's access log has the reading; `keep_export` notes the paper.

    Raises `NotFound` outside the team, `Forbidden` for whoever broke the glass, `Invalid` for a summary of nothing, `Conflict`
    where no such paper may be made of its subject now.
    """
    file = open_file(session, actor, number, Permission.PAPER_MAKE)
    letterhead = read_letterhead(session, file.case.area_code)
    zone = file.head.timezone
    place = ", ".join(filter(None, [letterhead.town, day_of(clock.now(), zone)]))
    called = ""
    if kind is PaperKind.SUMMARY:
        blocks = case_summary(session, actor, file, frozenset(parts))
    elif kind in ABOUT:
        require_subject(session, file.case, kind, subject)
        called, blocks = ABOUT[kind](session, actor, file, place, subject)
    elif kind in PAPERS:
        blocks = PAPERS[kind](session, actor, file, place)
    else:
        raise Invalid("kind", "unknown_choice")  # of a group's meeting, not of a case
    return Paper(
        kind=kind,
        number=file.head.number,
        office=letterhead.office,
        office_lines=letterhead.lines,
        subtitle=f"Nomor {called}" if called else f"Kasus {file.head.number}",
        made=f"dibuat {say_stamp(clock.now(), zone)} oleh {actor.name}",
        blocks=blocks,
        called=called,
        subject=subject if kind in ABOUT else "",
    )
