"""Putting a case to somebody: to a colleague, to oneself, to another office. Until she says yes, everything stays as it is."""

from typing import Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.domain.cases.access import case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.team import require_caseworker
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.reports.readers import blocked_from_case
from rindu_app.domain.transfers import clocks
from rindu_app.domain.transfers.access import access_to_put, require_decides
from rindu_app.domain.transfers.offices import list_offices, serves, subject_of, supervised_over
from rindu_app.models import Case, CaseTransfer
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, TransferKind

CONSENT = "referral"


def offer_case(session: Session, actor: Actor, *, number: str, account_id: int, reason: str) -> CaseTransfer:
    """Ask a colleague to manage the case. Raises `Forbidden` for a member of the team who does not decide, `Conflict` where an
    answer is waited for already, for its manager and for somebody who is blocked, `Invalid` with the field.
    """
    case = access_to_put(session, actor, number)
    require_decides(actor, case)
    if account_id == actor.account_id:
        raise Invalid(
            "account_id", "manages_already" if case.manager_id == account_id else "transfer_to_oneself"
        )
    _require_heir(session, case, account_id)
    return _put(session, actor, case, TransferKind.OFFER, reason, account_id=account_id)


def request_case(session: Session, actor: Actor, *, number: str, reason: str) -> CaseTransfer:
    """Ask to manage a case that one works on. Raises `NotFound` outside its team, `Conflict` for its manager."""
    case = access_to_put(session, actor, number)
    _require_heir(session, case, actor.id)
    return _put(session, actor, case, TransferKind.REQUEST, reason, account_id=actor.id)


def forward_case(session: Session, actor: Actor, *, number: str, area_code: str, reason: str) -> CaseTransfer:
    """Ask another office to take the case over, further up, further down or elsewhere, with her consent for that office.

    The sender keeps it until somebody there says yes. Raises `Conflict` without consent, `Invalid` for the office itself and
    for one where nobody may say yes.
    """
    case = access_to_put(session, actor, number)
    require_decides(actor, case)
    if area_code not in {row.code for row in list_offices(session)}:
        raise Invalid("area_code", "office_missing")
    if serves(session, case.area_code) == area_code:
        raise Invalid("area_code", "office_same")
    tiers = supervised_over(session, area_code, blocked=blocked_from_case(session, case_id(case)))
    if not tiers:
        raise Invalid("area_code", "nobody_left")
    require_consent(session, actor, case, CONSENT, subject=subject_of(area_code))
    return _put(session, actor, case, TransferKind.FORWARD, reason, to_area=area_code, tier=tiers[0])


def _require_heir(session: Session, case: Case, account_id: int) -> None:
    require_caseworker(session, case, account_id)
    if case.manager_id == account_id:
        raise Invalid("account_id", "manages_already")


_LINES = {
    TransferKind.OFFER: CaseEventKind.TRANSFER_OFFERED,
    TransferKind.REQUEST: CaseEventKind.TRANSFER_REQUESTED,
    TransferKind.FORWARD: CaseEventKind.TRANSFER_FORWARDED,
}


def _put(
    session: Session, actor: Actor, case: Case, kind: TransferKind, reason: str, **given: Any
) -> CaseTransfer:
    uid, reason = new_uid(), required_text("reason", reason, 1_000)
    transfer = CaseTransfer(
        uid=uid, case_id=case_id(case), kind=kind, from_area=case.area_code, by_id=actor.id, at=clock.now(),
        due_at=clock.now() + clocks.length_of(session, clocks.ANSWER),
        reason=sealer_of(session, case).seal(f"case_transfer.reason:{uid}", reason), **given,
    )  # fmt: skip
    session.add(transfer)
    facts = {"to_area": given["to_area"]} if "to_area" in given else {"account": given["account_id"]}
    add_line(session, actor, case, _LINES[kind], note=reason, **facts)
    return transfer
