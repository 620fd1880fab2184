"""What is planned ends too where its consent, or the exception it was planned with, has run out by its date."""

from collections.abc import Callable

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import case_id
from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.standing import HANDLING, VIDEO_CALL
from rindu_app.domain.services.ending import OUTREACH, stop_outreach
from rindu_app.domain.sessions.coming import is_coming
from rindu_app.domain.sessions.ending import COUNSELLING, stop_sessions
from rindu_app.models import Case, CounsellingSession, GroupMember, OutreachVisit
from rindu_app.words.codes import CounsellingMode, OutreachStatus
from rindu_app.words.consents import ENDED_BECAUSE


def _members() -> SelectOfScalar[int]:
    return select(GroupMember.case_id).where(col(GroupMember.until).is_(None))


def _visits() -> SelectOfScalar[int]:
    return select(OutreachVisit.case_id).where(OutreachVisit.status == OutreachStatus.PLANNED)


def _sessions() -> SelectOfScalar[int]:
    return select(CounsellingSession.case_id).where(*is_coming())


def _video_calls() -> SelectOfScalar[int]:
    return _sessions().where(CounsellingSession.mode == CounsellingMode.VIDEO)


# What finds the cases with something planned, by the consent that it needs.
PLANNED: dict[tuple[str, str], tuple[Callable[[], SelectOfScalar[int]], ...]] = {
    (HANDLING, COUNSELLING): (_sessions, _members),
    (VIDEO_CALL, ""): (_video_calls,),
    (HANDLING, OUTREACH): (_visits,),
}


def end_unallowed(session: Session, actor: Actor) -> int:
    """For the clock. Returns how many cases lost something; whoever works on one now is left to the next time."""
    return sum(_end(session, actor, *needed) for needed in PLANNED)


def _end(session: Session, actor: Actor, purpose: str, subject: str) -> int:
    ids = {case for find in PLANNED[purpose, subject] for case in session.exec(find().distinct())}
    ids -= allowed_cases(session, ids, purpose, subject)
    held = select(Case).where(col(Case.id).in_(ids)).order_by(col(Case.id)).with_for_update(skip_locked=True)
    cases = session.exec(held).all()
    # Somebody may have agreed a moment ago.
    allowed = allowed_cases(session, {case_id(case) for case in cases}, purpose, subject)
    over = [case for case in cases if case_id(case) not in allowed]
    for case in over:
        what = (purpose, subject, ENDED_BECAUSE["consent_over"])
        stop_sessions(session, actor, case, *what)
        stop_outreach(session, actor, case, *what)
    return len(over)
