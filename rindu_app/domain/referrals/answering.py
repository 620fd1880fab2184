"""What a partner sees of a referral and answers. Nothing else of the case is within its reach."""

from typing import Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden
from rindu_app.access.sealing import ErasedError, open_sealer
from rindu_app.access.session import widened
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.referrals import clocks
from rindu_app.domain.referrals.access import access_addressed, access_case_referral, number_of
from rindu_app.domain.referrals.ending import end_access, require_open
from rindu_app.domain.referrals.permits import find_permit
from rindu_app.domain.referrals.workflow import ANSWERS, COUNTED_AS, NEEDS_WORDS, OPEN, next_status
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.models import Case, Partner, Referral
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ReferralAction, ReferralStatus

LINES = {
    ReferralAction.ACCEPT: CaseEventKind.REFERRAL_ACCEPTED,
    ReferralAction.REFUSE: CaseEventKind.REFERRAL_REFUSED,
    ReferralAction.FINISH: CaseEventKind.REFERRAL_DONE,
    ReferralAction.MISS: CaseEventKind.REFERRAL_MISSED,
}


def answer_referral(
    session: Session, actor: Actor, *, action: ReferralAction, note: str = "", number: str = ""
) -> Referral:
    """The partner's answer. Raises `NotFound` for what was sent to others, `Conflict` where it was withdrawn or is over.

    A refusal needs its reason and a result its words: `Invalid` for the field `note`.
    """
    referral = access_addressed(session, actor, number)
    if action not in ANSWERS:
        raise Forbidden
    with widened(session, "a partner's answer"):
        # The case first, as everybody does who withdraws: whoever comes second sees what the first one did.
        case = session.get_one(Case, referral.case_id, with_for_update=True)
        session.refresh(referral, with_for_update=True)
        _require_live(session, referral)
        _answer(session, actor, case, referral, action, note)
        session.flush()
    return referral


def note_answer(
    session: Session, actor: Actor, *, number: str, uid: str, action: ReferralAction, note: str = ""
) -> Referral:
    """What a partner told us by telephone or on paper, written down by us."""
    case, referral = access_case_referral(session, actor, number=number, uid=uid)
    if action not in ANSWERS:
        raise Forbidden
    _answer(session, actor, case, referral, action, note)
    return referral


def open_parcel(session: Session, actor: Actor, *, number: str = "") -> tuple[Referral, dict[str, Any]]:
    """The referral and what the partner may read of it: {} where its access has ended. The first look is on the timeline.

    Raises `NotFound` for what was sent to others.
    """
    referral = access_addressed(session, actor, number)
    audit(session, actor, "referral:read", number_of(referral))
    if not is_live(session, referral) or referral.parcel is None or referral.key_uid is None:
        return referral, {}
    try:
        sealer = open_sealer(session, referral.key_uid)
    except ErasedError:
        return referral, {}
    if referral.opened_at is None:
        _note_first_look(session, actor, referral)
    return referral, dict(sealer.open_json(f"referral.parcel:{referral.uid}", referral.parcel))


def is_live(session: Session, referral: Referral) -> bool:
    """Open, and what it rests on still holds this very moment, whoever forgot to say that it ended."""
    if ReferralStatus(referral.status) not in OPEN:
        return False
    if referral.access_until is not None and referral.access_until <= clock.now():
        return False
    with widened(session, "does her consent still hold"):
        partner = session.get(Partner, referral.partner_id)
        case = session.get(Case, referral.case_id)
        if partner is None or case is None:
            return False
        permit = find_permit(session, case, partner.uid)
    return permit is not None and set(referral.fields) <= permit.fields


def _require_live(session: Session, referral: Referral) -> None:
    require_open(referral)
    if not is_live(session, referral):
        raise Conflict("referral_withdrawn")


def _answer(
    session: Session, actor: Actor, case: Case, referral: Referral, action: ReferralAction, note: str
) -> None:
    referral.status = next_status(referral.status, action)
    words = required_text("note", note, 2_000) if action in NEEDS_WORDS else clean_text(note)[:2_000]
    referral.outcome = COUNTED_AS.get(action, referral.outcome)
    referral.reminded_at = referral.escalated_at = None
    if action is ReferralAction.ACCEPT:
        referral.due_at = clocks.from_now(session, clocks.DONE)
        session.add(referral)
    else:
        end_access(session, referral)
    add_line(session, actor, case, LINES[action], note=words, **_facts(referral))


def _note_first_look(session: Session, actor: Actor, referral: Referral) -> None:
    with widened(session, "a partner has seen it"):
        referral.opened_at = clock.now()
        session.add(referral)
        case = session.get_one(Case, referral.case_id)
        add_line(session, actor, case, CaseEventKind.REFERRAL_OPENED, **_facts(referral))
        session.flush()


def _facts(referral: Referral) -> dict[str, Any]:
    return {"referral": number_of(referral), "partner": referral.partner_id, "service": referral.service}
