"""Whether medical help after sexual violence is most urgent now (3.8): a hint to go, never a limit after which nobody goes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from rindu_app.domain.mediation.gate import SEXUAL, SEXUAL_FORMS, SEXUAL_LISTS
from rindu_app.models import Case, ClockRule, Incident, IncidentCode
from rindu_app.words import clock
from rindu_app.words.ages import partial_of
from rindu_app.words.codes import CaseStatus, DatePrecision

PROPHYLAXIS, CONTRACEPTION = "medical_prophylaxis", "medical_contraception"
# Where an office has no such rule (any more); its sources stand with the rules.
_MINUTES = {PROPHYLAXIS: 72 * 60, CONTRACEPTION: 120 * 60}
KINDS = "violence_kind"
_MONTH = timedelta(days=31)


@dataclass(frozen=True)
class MedicalWindow:
    """For how long after it happened each is useful, as the office has set its clocks."""

    prophylaxis: timedelta
    contraception: timedelta


def find_window(session: Session, case: Case, timezone: str) -> MedicalWindow | None:
    """Where sexual violence happened that recently, or may have: of a month without its day the last day counts.

    Two queries. None for a closed case, and where only the year or nothing is known of the day.
    """
    window = _window(session)
    since = clock.now() - _longest(window)
    today = clock.now().astimezone(ZoneInfo(timezone)).date()
    found = session.exec(
        select(col(Incident.happened), col(Incident.precision))
        .join(IncidentCode, col(IncidentCode.incident_id) == col(Incident.id))
        .where(
            Incident.case_id == case.id,
            col(Incident.removed_at).is_(None),
            col(Incident.happened) >= since.date() - _MONTH,
            col(Incident.precision).in_([DatePrecision.DAY, DatePrecision.MONTH]),
            _is_sexual(),
        )
    ).all()
    days = [partial_of(happened, precision) for happened, precision in found]
    latest = max((min(day.last, today) for day in days if day is not None), default=None)
    if latest is None or case.status != CaseStatus.OPEN:
        return None
    # The hour is not known: it counts from the end of that day, so that nobody is told too late.
    ended = datetime.combine(latest + timedelta(days=1), datetime.min.time(), ZoneInfo(timezone))
    return window if ended > since else None


def window_of_report(session: Session, kinds: list[str], received: datetime) -> MedicalWindow | None:
    """The same for somebody who has just told us of sexual violence: when it happened nobody has asked her yet."""
    if SEXUAL not in kinds:
        return None
    window = _window(session)
    return window if received > clock.now() - _longest(window) else None


def _is_sexual() -> ColumnElement[bool]:
    return or_(
        (col(IncidentCode.list_code) == KINDS) & (col(IncidentCode.code) == SEXUAL),
        col(IncidentCode.list_code).in_(SEXUAL_LISTS),
        col(IncidentCode.code).in_(SEXUAL_FORMS),
    )


def _window(session: Session) -> MedicalWindow:
    rules = select(ClockRule.code, ClockRule.minutes).where(col(ClockRule.code).in_(_MINUTES))
    minutes = _MINUTES | {code: set_to for code, set_to in session.exec(rules) if set_to is not None}
    return MedicalWindow(timedelta(minutes=minutes[PROPHYLAXIS]), timedelta(minutes=minutes[CONTRACEPTION]))


def _longest(window: MedicalWindow) -> timedelta:
    return max(window.prophylaxis, window.contraception)
