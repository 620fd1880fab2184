"""Asking a partner for a service, with exactly what the person allows; and noting what became of a service otherwise."""

from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import new_sealer, store_key
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.partners.queries import find_partner
from rindu_app.domain.referrals import clocks
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.fields import fill_fields
from rindu_app.domain.referrals.inviting import Invitation, invite
from rindu_app.domain.referrals.permits import PURPOSE, find_permit
from rindu_app.domain.referrals.workflow import OPEN
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.models import Case, Partner, Referral
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ReferralOutcome, ReferralStatus, SharedField, Urgency


@dataclass(frozen=True)
class Wish:
    """What is asked of whom. `fields` are codes of `SharedField`; `written` holds those that are written anew."""

    partner: str
    service: str
    purpose: str
    fields: tuple[str, ...] = ()
    written: dict[str, str] = field(default_factory=dict)
    urgency: Urgency = Urgency.NORMAL


def make_referral(
    session: Session, actor: Actor, *, number: str, wish: Wish
) -> tuple[Referral, Invitation | None]:
    """Send a referral; where the partner has no account, also the link and the code to tell by telephone.

    Raises `Conflict` without consent (`consent_needed`) or where the same is open, `Invalid` with the field: a partner that
    does not serve here, a service it does not offer, a field that her consent does not name.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    partner = find_partner(session, case.area_code, wish.partner)
    if partner is None:
        raise Invalid("partner", "unknown_choice")
    if wish.service not in partner.services:
        raise Invalid("service", "partner_lacks_service")
    purpose = required_text("purpose", wish.purpose, 1_000)
    require_consent(session, actor, case, PURPOSE, subject=partner.uid)
    _require_none_open(session, case, partner, wish.service)
    referral = _sealed(session, actor, case, partner, wish, purpose)
    add_line(
        session, actor, case, CaseEventKind.REFERRAL_SENT,
        referral=number_of(referral), partner=partner.id, service=wish.service, fields=list(referral.fields),
    )  # fmt: skip
    return referral, invite(session, actor, referral, partner)


def record_outcome(
    session: Session,
    actor: Actor,
    *,
    number: str,
    service: str,
    outcome: ReferralOutcome,
    note: str = "",
    partner: str = "",
) -> Referral:
    """Note what became of a service without sending anything: one of the six outcomes of GBVIMS.

    Where she was referred on paper or by word of mouth (`referred`), the partner is named and her consent must hold.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    if service not in {item.code for item in list_codes(session, "referral_service")}:
        raise Invalid("service", "unknown_choice")
    found = find_partner(session, case.area_code, partner) if partner else None
    if found is None and (partner or outcome == ReferralOutcome.REFERRED):
        raise Invalid("partner", "unknown_choice" if partner else "required")
    if outcome == ReferralOutcome.REFERRED and found is not None:
        require_consent(session, actor, case, PURPOSE, subject=found.uid)
    uid = new_uid()
    referral = Referral(
        uid=uid, case_id=case_id(case), partner_id=found.id if found else None, service=service, outcome=outcome,
        urgency=Urgency.NORMAL, status=ReferralStatus.SETTLED, made_by_id=actor.id, at=clock.now(), ended_at=clock.now(),
        record=sealer_of(session, case).seal_json(f"referral.record:{uid}", {"purpose": clean_text(note)[:1_000], "shared": {}}),
    )  # fmt: skip
    session.add(referral)
    session.flush()
    add_line(
        session, actor, case, CaseEventKind.REFERRAL_OUTCOME, note=clean_text(note)[:1_000],
        referral=number_of(referral), partner=referral.partner_id, service=service, outcome=str(outcome),
    )  # fmt: skip
    return referral


def _require_none_open(session: Session, case: Case, partner: Partner, service: str) -> None:
    same = select(Referral.id).where(
        Referral.case_id == case.id,
        Referral.partner_id == partner.id,
        Referral.service == service,
        col(Referral.status).in_(OPEN),
    )
    if session.exec(same.limit(1)).first() is not None:
        raise Conflict("referral_open_already")


def _sealed(
    session: Session, actor: Actor, case: Case, partner: Partner, wish: Wish, purpose: str
) -> Referral:
    """The row with its parcel. What the consent does not name is refused here, whatever was ticked."""
    permit = find_permit(session, case, partner.uid)
    fields = tuple(str(code) for code in SharedField if code in wish.fields)
    if permit is None or not set(wish.fields) <= permit.fields:
        raise Invalid("fields", "field_not_consented")
    own, ours, uid = new_sealer(), sealer_of(session, case), new_uid()
    store_key(session, own)
    content = {"purpose": purpose, "shared": fill_fields(session, case, ours, fields, wish.written)}
    referral = Referral(
        uid=uid, case_id=case_id(case), partner_id=partner.id, key_uid=own.uid, service=wish.service,
        urgency=wish.urgency, fields=list(fields), outcome=ReferralOutcome.REFERRED, made_by_id=actor.id,
        parcel=own.seal_json(f"referral.parcel:{uid}", content),
        record=ours.seal_json(f"referral.record:{uid}", content),
        at=clock.now(), access_until=permit.until, due_at=clocks.from_now(session, clocks.ANSWER[wish.urgency]),
    )  # fmt: skip
    session.add(referral)
    session.flush()
    session.info.setdefault("sealers", {})[own.uid] = own
    return referral
