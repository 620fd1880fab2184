"""Asking the person of a report, behind her code, whether the help was good: once in a while, and never what she was helped with."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import widened
from rindu_app.domain.feedback.keeping import keep_answer
from rindu_app.domain.feedback.said import Said
from rindu_app.domain.reports.access import access_own_report, own_id
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.services.catalogue import ServiceKind, read_kinds
from rindu_app.models import Case, CounsellingSession, FeedbackMark, Report, ServiceEvent, ShelterStay
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, Help, SessionStatus, Teller

GIVEN = ("done", "partly")
_LAW = ("law_enforcement", "legal_aid")


def is_asked(session: Session, actor: Actor) -> bool:
    """Whether she may answer now: she was helped, or her case is over, and she has not answered lately."""
    report = access_own_report(session, actor)
    return _mark(session, report) is None and _help(session, report) is not None


def has_answered(session: Session, actor: Actor) -> bool:
    """Whether she answered lately."""
    return _mark(session, access_own_report(session, actor)) is not None


def send_feedback(session: Session, actor: Actor, *, said: Said) -> None:
    """Keep what she said apart from who she is. Raises `Conflict` where she is not asked now; twice at the same moment is once."""
    report = access_own_report(session, actor, lock=True)
    kind = _help(session, report)
    if kind is None or _mark(session, report) is not None:
        raise Conflict("feedback_not_now")
    today = _today(session, report)
    keep_answer(session, said, area_code=report.area_code, month=f"{today:%Y-%m}", help=kind)
    session.merge(FeedbackMark(report_id=own_id(report), again_on=_again(today)))


def _mark(session: Session, report: Report) -> FeedbackMark | None:
    """What says that she is not to be asked yet."""
    mark = session.get(FeedbackMark, report.id)
    return mark if mark is not None and mark.again_on > _today(session, report).date() else None


def _again(today: datetime) -> date:
    """The first of a month, so that the mark tells no day either."""
    after = (today + timedelta(days=get_settings().feedback_days)).date()
    return (after.replace(day=1) + timedelta(days=31)).replace(day=1) if after.day > 1 else after


def _today(session: Session, report: Report) -> datetime:
    return clock.now().astimezone(ZoneInfo(timezone_of(session, report.area_code)))


def _help(session: Session, report: Report) -> Help | None:
    """What she was helped with, broadly; None where she is not asked. A witness was not helped herself."""
    if report.case_id is None or report.teller == Teller.WITNESS:
        return None
    with widened(session, "whether there was help, and of which broad kind"):
        kinds = _kinds(session, report.case_id)
        over = session.exec(select(Case.status).where(Case.id == report.case_id)).one() == CaseStatus.CLOSED
    if len(kinds) > 1:
        return Help.SEVERAL
    return next(iter(kinds), Help.OTHER if over else None)


def _kinds(session: Session, case_id: int) -> set[Help]:
    """Four queries, which tell nothing but that something of the kind was given."""
    held = select(CounsellingSession.id).where(
        CounsellingSession.case_id == case_id, CounsellingSession.status == SessionStatus.HELD
    )
    stayed = select(ShelterStay.id).where(
        ShelterStay.case_id == case_id, col(ShelterStay.placed_at).is_not(None)
    )
    given = select(ServiceEvent.kind).where(
        ServiceEvent.case_id == case_id,
        col(ServiceEvent.removed_at).is_(None),
        col(ServiceEvent.result).in_(GIVEN),
    )
    catalogue = read_kinds(session)
    kinds = {_broad(catalogue.get(code)) for code in session.exec(given)}
    kinds |= {Help.COUNSELLING} if session.exec(held.limit(1)).first() else set()
    return kinds | ({Help.SHELTER} if session.exec(stayed.limit(1)).first() else set())


def _broad(kind: ServiceKind | None) -> Help:
    if kind is None:
        return Help.OTHER
    if kind.uptd == "shelter":
        return Help.SHELTER
    if kind.simfoni in _LAW or kind.component == "legal":
        return Help.LEGAL
    return Help.COUNSELLING if kind.component == "psychosocial" else Help.OTHER
