"""The part of a case file about referrals: a fixed number of queries however many there are."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.codes.queries import list_codes, read_labels
from rindu_app.domain.partners.queries import PartnerRow, list_partners
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.permits import Permit, list_permits
from rindu_app.domain.referrals.rows import CaseReferrals, PermittedPartner, ReferralRow
from rindu_app.domain.referrals.workflow import OPEN
from rindu_app.models import CaseEvent, Partner, Referral, ReferralLink
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ReferralOutcome, ReferralStatus, SharedField, Urgency
from rindu_app.words.labels import label

MOST = 200
_ANSWERS = (
    CaseEventKind.REFERRAL_ACCEPTED,
    CaseEventKind.REFERRAL_REFUSED,
    CaseEventKind.REFERRAL_MISSED,
    CaseEventKind.REFERRAL_DONE,
    CaseEventKind.REFERRAL_REVOKED,
)


def read_case_referrals(session: Session, actor: Actor, *, number: str) -> CaseReferrals:
    """Referrals of the case, newest first, and whom her consent lets us refer her to. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    partners = list_partners(session, actor)
    services = tuple((item.code, item.label) for item in list_codes(session, "referral_service"))
    permits = list_permits(session, file.case)
    return CaseReferrals(
        head=file.head,
        referrals=referrals_of(session, file),
        permitted=tuple(_permitted(row, permits[row.uid]) for row in partners if row.uid in permits),
        partners=tuple((row.uid, row.name) for row in partners),
        services=services,
    )


def _permitted(row: PartnerRow, permit: Permit) -> PermittedPartner:
    allowed = tuple((str(code), label(code)) for code in SharedField if code in permit.fields)
    return PermittedPartner(row.uid, row.name, row.services, allowed, permit.until, row.mou_over)


def referrals_of(session: Session, file: OpenFile) -> tuple[ReferralRow, ...]:
    """Newest first, of a file that its reader has opened."""
    found = session.exec(
        select(Referral, Partner.name)
        .join(Partner, col(Partner.id) == col(Referral.partner_id), isouter=True)
        .where(Referral.case_id == file.id)
        .order_by(col(Referral.id).desc())
        .limit(MOST)
    ).all()
    services, answers = read_labels(session, "referral_service"), _answers(session, file)
    linked = select(ReferralLink.referral_id).where(
        col(ReferralLink.referral_id).in_([row.id for row, _ in found]), col(ReferralLink.ended_at).is_(None)
    )
    links = set(session.exec(linked))
    return tuple(
        _row(row, name or "", file.sealer, services, answers, by_link=row.id in links) for row, name in found
    )


def _answers(session: Session, file: OpenFile) -> dict[str, str]:
    """The last words of each referral, by its number."""
    events = session.exec(
        select(CaseEvent)
        .where(
            CaseEvent.case_id == file.id, col(CaseEvent.kind).in_(_ANSWERS), col(CaseEvent.note).is_not(None)
        )
        .order_by(col(CaseEvent.id))
    )
    return {
        str(event.facts.get("referral")): file.sealer.open(f"case_event.note:{event.uid}", event.note)
        for event in events
        if event.note is not None
    }


def _row(
    row: Referral,
    partner: str,
    sealer: Sealer,
    services: dict[str, str],
    answers: dict[str, str],
    *,
    by_link: bool,
) -> ReferralRow:
    record = sealer.open_json(f"referral.record:{row.uid}", row.record)
    is_open = ReferralStatus(row.status) in OPEN
    return ReferralRow(
        uid=row.uid,
        number=number_of(row),
        partner=partner,
        service=services.get(row.service, row.service),
        urgency=label(Urgency(row.urgency)),
        status=row.status,
        status_label=label(ReferralStatus(row.status)),
        outcome_label=label(ReferralOutcome(row.outcome)),
        purpose=str(record["purpose"]),
        fields=tuple(label(SharedField(code)) for code in row.fields),
        at=row.at,
        due=row.due_at if is_open else None,
        late=is_open and row.due_at is not None and row.due_at < clock.now(),
        escalated=row.escalated_at is not None,
        opened=row.opened_at,
        ended=row.ended_at,
        answer=answers.get(number_of(row), ""),
        sent=row.key_uid is not None,
        by_link=by_link,
    )
