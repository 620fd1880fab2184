"""Looking at a report: danger signs propose a risk, a person decides."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.access import access_report, own_id, sealer_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.history import take_step
from rindu_app.domain.reports.risk import Sign, due_at, propose_risk
from rindu_app.models import Report, Triage
from rindu_app.models.base import new_uid
from rindu_app.words.codes import ReportAction, Risk


def weigh_signs(session: Session, codes: list[str]) -> Risk:
    """The risk that ticked danger signs propose. Raises `Invalid` for a sign the list does not know."""
    known = {item.code: item.extra for item in list_codes(session, "danger_sign")}
    if set(codes) - known.keys():
        raise Invalid("signs", "unknown_choice")
    signs = [Sign(code, int(known[code]["weight"]), bool(known[code]["high_alone"])) for code in codes]
    levels = {Risk(item.code): int(item.extra["min_weight"]) for item in list_codes(session, "risk")}
    return propose_risk(signs, levels)


def triage_report(
    session: Session, actor: Actor, *, number: str, signs: list[str], decided: Risk, reason: str = ""
) -> Report:
    """Record the checklist and the decision. Deciding otherwise than proposed needs a reason.

    The clock restarts from the time of receipt with the decided risk, so a high risk found late is shown as late.
    """
    report = access_report(session, actor, number, Permission.REPORT_TRIAGE, lock=True)
    proposed, reason = weigh_signs(session, signs), clean_text(reason)
    if decided is not proposed and not reason:
        raise Invalid("reason", "reason_missing")
    uid = new_uid()
    sealed = sealer_of(session, report).seal(f"triage.reason:{uid}", reason) if reason else None
    session.add(
        Triage(
            uid=uid,
            report_id=own_id(report),
            by_id=actor.id,
            signs=signs,
            proposed=proposed,
            decided=decided,
            reason=sealed,
        )
    )
    report.risk, report.risk_decided = decided, True
    report.due_at = due_at(session, decided, report.received_at)
    take_step(session, actor, report, ReportAction.TRIAGE, proposed=proposed, decided=decided)
    return report
