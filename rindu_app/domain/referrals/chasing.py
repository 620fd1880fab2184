"""No answer does not stay unnoticed: the worker is reminded, then the supervisor, by the clock and by nobody's goodwill (6b.4)."""

from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.deliveries.commands import queue_for_partner
from rindu_app.domain.deliveries.reminders import remind_offices
from rindu_app.domain.referrals import clocks
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.ending import withdraw
from rindu_app.domain.referrals.workflow import OPEN
from rindu_app.models import Case, Partner, Referral
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind
from rindu_app.words.notices import Notice

BATCH = 200


def chase_referrals(session: Session, actor: Actor) -> int:
    """End what rests on a consent that is over, remind of what is late, escalate what stays late; returns how many."""
    over = _open(session, col(Referral.access_until) <= clock.now())
    for referral, case in over:
        withdraw(session, actor, case, referral, reason="consent_over")
    late = _open(session, col(Referral.due_at) < clock.now(), col(Referral.reminded_at).is_(None))
    for referral, case in late:
        _remind(session, actor, case, referral)
    patience = clock.now() - clocks.length_of(session, clocks.ESCALATION)
    silent = _open(session, col(Referral.reminded_at) <= patience, col(Referral.escalated_at).is_(None))
    for referral, case in silent:
        referral.escalated_at = clock.now()
        session.add(referral)
        add_line(session, actor, case, CaseEventKind.REFERRAL_ESCALATED, **_facts(referral))
    remind_offices(session, actor, Notice.LATE, {case.area_code for _, case in [*late, *silent]})
    return len(over) + len(late) + len(silent)


def _open(session: Session, *conditions: object) -> list[tuple[Referral, Case]]:
    statement = (
        select(Referral, Case)
        .join(Case, col(Case.id) == col(Referral.case_id))
        .where(col(Referral.status).in_(OPEN), *conditions)  # type: ignore[arg-type]  # what `col` compares is a condition
        .order_by(col(Referral.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)  # whoever works on one now is left to the next time
    )
    return [(referral, case) for referral, case in session.exec(statement)]


def _remind(session: Session, actor: Actor, case: Case, referral: Referral) -> None:
    """Once for each step. A partner with an account hears of it too, in neutral words."""
    referral.reminded_at = clock.now()
    session.add(referral)
    add_line(session, actor, case, CaseEventKind.REFERRAL_LATE, **_facts(referral))
    partner = session.get(Partner, referral.partner_id)
    if partner is not None:
        key = f"late:{referral.uid}:{referral.status}"
        queue_for_partner(session, partner=partner, notice=Notice.LATE, key=key)


def _facts(referral: Referral) -> dict[str, Any]:
    return {
        "referral": number_of(referral),
        "partner": referral.partner_id,
        "service": referral.service,
        "status": referral.status,
    }
