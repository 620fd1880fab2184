"""The consent ledger (3.11): one answer to one purpose at a time, by whom, how, until when; taken back at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.ending import stop_aftercare
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.givers import check_giver
from rindu_app.domain.cases.standing import holds, standing_consent
from rindu_app.domain.cases.subjects import PARTNER, list_subjects, subject_kind
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.conferences.parcels import revoke_invitations
from rindu_app.domain.mediation.stopping import stop_without_consent
from rindu_app.domain.referrals.ending import revoke_referrals
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.domain.services.ending import stop_outreach
from rindu_app.domain.sessions.ending import stop_sessions
from rindu_app.domain.transfers.ending import stop_forwarding
from rindu_app.models import Case, Consent
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import (
    Assent,
    CaseEventKind,
    ConsentGiver,
    ConsentLanguage,
    EvidenceKind,
    SharedField,
)
from rindu_app.words.consents import ENDED_BECAUSE

REFERRAL = "referral"


@dataclass(frozen=True)
class Answer:
    """What was asked, and what was said. `subject` and `fields` (what may be shared) where the purpose needs them.

    Where somebody else than the person answers, `why_other` says why, and `assent` what she herself said (3.12).
    """

    purpose: str
    given: bool
    evidence: str
    evidence_kind: EvidenceKind = EvidenceKind.WITNESS
    subject: str = ""
    fields: tuple[str, ...] = ()
    given_by: ConsentGiver = ConsentGiver.SELF
    why_other: str = ""
    assent: Assent | None = None
    language: ConsentLanguage = ConsentLanguage.INDONESIAN
    expires_at: datetime | None = None


def record_consent(session: Session, actor: Actor, *, number: str, answer: Answer) -> Consent:
    """Write an answer down. A newer one replaces an older one of the same purpose and subject; both stay.

    Raises `Invalid` with the field: an unknown purpose or subject, no evidence, an expiry that has passed, another
    person's answer without the reason or without what the client herself said, or from a parent who is suspected.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    purpose = _check(session, actor, answer)
    check_giver(session, case, answer.given_by)
    uid, sealer = new_uid(), sealer_of(session, case)
    by_other = answer.given_by != ConsentGiver.SELF
    consent = Consent(
        uid=uid,
        case_id=case_id(case),
        purpose=answer.purpose,
        subject=answer.subject,
        fields=list(answer.fields),
        given=answer.given,
        given_by=answer.given_by,
        assent=(answer.assent or Assent.YES) if by_other else Assent.YES,
        language=answer.language,
        explained_by_id=actor.id,
        text_version=purpose.text_version,
        evidence_kind=answer.evidence_kind,
        evidence=sealer.seal(f"consent.evidence:{uid}", clean_text(answer.evidence)),
        why_other=sealer.seal(f"consent.why_other:{uid}", clean_text(answer.why_other)) if by_other else None,
        at=clock.now(),
        expires_at=answer.expires_at,
    )
    session.add(consent)
    kind = CaseEventKind.CONSENT_GIVEN if answer.given else CaseEventKind.CONSENT_REFUSED
    add_line(session, actor, case, kind, purpose=answer.purpose, subject=answer.subject)
    if not holds(consent):
        end_what_rests(session, actor, case, consent, because="consent_refused")
    elif answer.purpose == REFERRAL:
        revoke_referrals(session, actor, case, answer.subject, allowed=consent.fields)
        revoke_invitations(session, actor, case, answer.subject, allowed=consent.fields)
    return consent


def withdraw_consent(
    session: Session, actor: Actor, *, number: str, purpose: str, subject: str = "", reason: str = ""
) -> Consent:
    """She takes a consent back: at once, without having to say why. What was lawfully done stays recorded."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    consent = standing_consent(session, case, purpose, subject)
    if consent is None:
        raise Conflict("consent_missing")
    consent.withdrawn_at = clock.now()
    session.add(consent)
    add_line(
        session,
        actor,
        case,
        CaseEventKind.CONSENT_WITHDRAWN,
        note=clean_text(reason),
        purpose=purpose,
        subject=subject,
    )
    end_what_rests(session, actor, case, consent, because="consent_withdrawn")
    return consent


def end_what_rests(session: Session, actor: Actor, case: Case, consent: Consent, *, because: str) -> None:
    """What hangs on a consent that carries nothing any more ends in the same transaction. `because`: of `ENDED_BECAUSE`.

    What a supervisor let be planned without her consent does not hang on it.
    """
    if consent.purpose == REFERRAL:
        revoke_referrals(session, actor, case, consent.subject, because=because)
        revoke_invitations(session, actor, case, consent.subject)
    stop_without_consent(session, actor, case, consent.purpose)
    stop_aftercare(session, actor, case, consent.purpose)
    stop_forwarding(session, actor, case, consent.subject)
    if not allowed_cases(session, {case_id(case)}, consent.purpose, consent.subject):
        what = (consent.purpose, consent.subject, ENDED_BECAUSE[because])
        stop_sessions(session, actor, case, *what)
        stop_outreach(session, actor, case, *what)


def _check(session: Session, actor: Actor, answer: Answer) -> CodeRow:
    purposes = {item.code: item for item in list_codes(session, "consent_purpose")}
    if answer.purpose not in purposes:
        raise Invalid("purpose", "unknown_choice")
    purpose = purposes[answer.purpose]
    if (kind := subject_kind(purpose)) and not answer.subject:
        raise Invalid("purpose", "subject_missing")
    if answer.subject and answer.subject not in list_subjects(session, actor, kind):
        raise Invalid("purpose", "unknown_choice")
    if set(answer.fields) - (set(SharedField) if kind == PARTNER else set()):
        raise Invalid("fields", "unknown_choice")
    required_text("evidence", answer.evidence, 2_000)
    if answer.given_by != ConsentGiver.SELF:
        _check_other(answer)
    if answer.expires_at is not None and answer.expires_at <= clock.now():
        raise Invalid("expires_on", "date_past")
    return purpose


def _check_other(answer: Answer) -> None:
    """Somebody answers for her (3.12): why not she herself, and what she said in her own words."""
    if not clean_text(answer.why_other):
        raise Invalid("why_other", "why_other_missing")
    if answer.assent is None:
        raise Invalid("assent", "assent_missing")
