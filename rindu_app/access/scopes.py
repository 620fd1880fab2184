"""Net 3: which rows an actor may see and write, per protected table. A table that is missing here stops the app's tests."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, true
from sqlmodel import SQLModel, col

from rindu_app.access.actor import Actor
from rindu_app.access.roles import Kind
from rindu_app.models import (
    AftercareVisit,
    Appointment,
    Approval,
    Assessment,
    Attachment,
    Case,
    CaseClosure,
    CaseConference,
    CaseEvent,
    CaseExport,
    CaseLink,
    CaseMember,
    CaseNote,
    CasePerson,
    CaseReopening,
    CaseTask,
    CaseTransfer,
    ClientFeedback,
    ConferenceDecision,
    ConferenceInvitee,
    ConflictBlock,
    Consent,
    CounsellingSession,
    DangerCheck,
    Delivery,
    Draft,
    FeedbackMark,
    FormerNote,
    GoalProgress,
    GroupMember,
    Incident,
    IncidentCode,
    IncidentPerpetrator,
    LegalClock,
    LegalStep,
    LegalTrack,
    Mediation,
    MediationEntry,
    Message,
    OutreachVisit,
    PlanAgreement,
    PlanGoal,
    Referral,
    Report,
    ReportEvent,
    ReportKind,
    SafeContact,
    SafetyPlan,
    SearchToken,
    ServiceEvent,
    SessionNote,
    ShelterAddress,
    ShelterBedUse,
    ShelterEntry,
    ShelterExtension,
    ShelterStay,
    SocialAid,
    Triage,
)  # fmt: skip
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, NoteAudience, Role, TransferKind, TransferStatus

Condition = ColumnElement[bool]


def within_area(column: Any, area_code: str) -> Condition:
    """The area itself and everything below it: `35.10` covers `35.10.25.2001` but not `35.11`. "" is the whole country."""
    if not area_code:
        return true()
    return and_(col(column) >= area_code, col(column) < area_code + "/")  # "/" follows "." in byte order


def is_within(code: str, area_code: str) -> bool:
    return not area_code or code == area_code or code.startswith(area_code + ".")


def codes_over(area_code: str) -> list[str]:
    """The area itself and all above it, up to the whole country: whose staff work there too."""
    parts = area_code.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)] + [""]


# Second names for the tables, so that a statement which names them itself is not confused with these conditions.
# (SQLModel hides the Table from the type checker.)
_team = CaseMember.__table__.alias("scope_team")  # type: ignore[attr-defined]  # SQLModel hides it
_report = Report.__table__.alias("scope_report")  # type: ignore[attr-defined]  # SQLModel hides it
_case = Case.__table__.alias("scope_case")  # type: ignore[attr-defined]  # SQLModel hides it
_conflict = ConflictBlock.__table__.alias("scope_conflict")  # type: ignore[attr-defined]  # SQLModel hides it
_blocked = Report.__table__.alias("scope_blocked")  # type: ignore[attr-defined]  # SQLModel hides it
_stay = ShelterStay.__table__.alias("scope_stay")  # type: ignore[attr-defined]  # SQLModel hides it


def member_of(case_id: Any, actor: Actor) -> Condition:
    """Assigned to the case now, broken glass included."""
    return exists().where(
        _team.c.case_id == case_id,
        _team.c.account_id == actor.account_id,
        or_(_team.c.until.is_(None), _team.c.until > clock.now()),
    )


def _is_blocked(actor: Actor, of_it: Condition) -> Condition:
    """Whether she is or knows the person it is about. `of_it` says which reports belong to it, in columns of `_blocked`."""
    return exists().where(
        _conflict.c.account_id == actor.account_id,
        _conflict.c.until.is_(None),
        _blocked.c.id == _conflict.c.report_id,
        of_it,
    )


def visible_cases(actor: Actor, case: Any = Case) -> Condition:
    """By assignment; a supervisor sees all cases of the area, so that none is without an eye on it.

    `case` is the model or any other holder of its columns.
    """
    if actor.kind is Kind.SYSTEM:
        return true()
    free = ~_is_blocked(actor, _blocked.c.case_id == case.id)
    if actor.kind is Role.SUPERVISOR:
        return and_(or_(within_area(case.area_code, actor.area_code), member_of(case.id, actor)), free)
    if actor.kind is Role.COUNSELLOR:
        return and_(member_of(case.id, actor), free)
    return false()


def visible_reports(actor: Actor, report: Any = Report) -> Condition:
    """Reports of my area; once a report belongs to a case, only its team reads on."""
    if actor.kind is Kind.SYSTEM:
        return true()
    if actor.kind is Kind.REPORTER:
        return col(report.id) == actor.report_id
    in_area = within_area(report.area_code, actor.area_code)
    free = ~_is_blocked(actor, or_(_blocked.c.id == report.id, _blocked.c.case_id == report.case_id))
    if actor.kind is Role.SUPERVISOR:
        return and_(or_(in_area, member_of(report.case_id, actor)), free)
    if actor.kind is Role.COUNSELLOR:
        return and_(or_(and_(in_area, col(report.case_id).is_(None)), member_of(report.case_id, actor)), free)
    return false()


def _of_report(model: Any) -> Callable[[Actor], Condition]:
    """Rows that belong to a visible report. EXISTS looks up one report per row; IN would first list all of them."""

    def condition(actor: Actor) -> Condition:
        if actor.kind is Kind.SYSTEM:
            return true()
        return exists().where(_report.c.id == model.report_id, visible_reports(actor, _report.c))

    return condition


def _of_case(model: Any) -> Callable[[Actor], Condition]:
    def condition(actor: Actor) -> Condition:
        if actor.kind is Kind.SYSTEM:
            return true()
        return exists().where(_case.c.id == model.case_id, visible_cases(actor, _case.c))

    return condition


def visible_stays(actor: Actor, stay: Any = ShelterStay) -> Condition:
    """For the team of the case as the case itself; for the shelter's people those of their area while the case is open."""
    if actor.kind is Kind.SYSTEM:
        return true()
    if actor.kind is not Role.SHELTER:
        return exists().where(_case.c.id == stay.case_id, visible_cases(actor, _case.c))
    is_open = exists().where(_case.c.id == stay.case_id, _case.c.status == CaseStatus.OPEN)
    free = ~_is_blocked(actor, _blocked.c.case_id == stay.case_id)
    return and_(within_area(stay.area_code, actor.area_code), is_open, free)


def _of_stay(model: Any) -> Callable[[Actor], Condition]:
    def condition(actor: Actor) -> Condition:
        if actor.kind is Kind.SYSTEM:
            return true()
        return exists().where(_stay.c.id == model.stay_id, visible_stays(actor, _stay.c))

    return condition


def visible_addresses(actor: Actor) -> Condition:
    """Where a house stands: for the shelter's people of its area, and for nobody else (BP-12)."""
    if actor.kind is Kind.SYSTEM:
        return true()
    return within_area(ShelterAddress.area_code, actor.area_code) if actor.kind is Role.SHELTER else false()


def _attachments(actor: Actor) -> Condition:
    # A visitor's draft files are found by the visit's cookie, in domain/visits.
    if actor.kind is Kind.VISITOR:
        return col(Attachment.report_id).is_(None)
    return _of_report(Attachment)(actor)


def _drafts(actor: Actor) -> Condition:
    """What somebody is writing is hers alone, and only as long as she sees what it is about."""
    if actor.kind is Kind.SYSTEM:
        return true()
    mine = col(Draft.account_id) == actor.account_id
    return and_(mine, or_(_of_case(Draft)(actor), _of_report(Draft)(actor)))


def _feedback(actor: Actor) -> Condition:
    """Answers without a name are for supervisors of their kabupaten, whoever's case they came from; never for who worked on it."""
    if actor.kind is Kind.SYSTEM:
        return true()
    return (
        within_area(ClientFeedback.area_code, actor.area_code) if actor.kind is Role.SUPERVISOR else false()
    )


def _marks(actor: Actor) -> Condition:
    """That she has answered is known to herself and the house."""
    if actor.kind is Kind.SYSTEM:
        return true()
    return col(FeedbackMark.report_id) == actor.report_id if actor.kind is Kind.REPORTER else false()


def _deliveries(actor: Actor) -> Condition:
    return true() if actor.kind is Kind.SYSTEM else _of_report(Delivery)(actor)


def _links(actor: Actor) -> Condition:
    """Links of a visible case, but none to a case that the actor is kept from: not even that there is one."""
    if actor.kind is Kind.SYSTEM:
        return true()
    free = ~_is_blocked(actor, _blocked.c.case_id == CaseLink.other_id)
    return and_(_of_case(CaseLink)(actor), free)


def _notes(model: Any) -> Callable[[Actor], Condition]:
    """A note for its author and the supervisor is nobody else's, team or not; nor is what it said before."""

    def condition(actor: Actor) -> Condition:
        of_case = _of_case(model)(actor)
        if actor.kind in (Kind.SYSTEM, Role.SUPERVISOR):
            return of_case
        hers = model.owner_id == actor.account_id
        return and_(of_case, or_(model.audience == NoteAudience.TEAM, hers))

    return condition


def _referrals(actor: Actor) -> Condition:
    """A partner sees what was sent to it and nothing else; whoever holds a link, that one referral."""
    sent = col(Referral.key_uid).is_not(None)
    if actor.kind is Role.PARTNER:
        return and_(col(Referral.partner_id) == actor.partner_id, sent) if actor.partner_id else false()
    if actor.kind is Kind.PARTNER_LINK:
        return and_(col(Referral.id) == actor.referral_id, sent)
    return _of_case(Referral)(actor)


def _invitees(actor: Actor) -> Condition:
    """A partner sees its own invitations and nothing else of a conference."""
    if actor.kind is Role.PARTNER:
        sent = col(ConferenceInvitee.key_uid).is_not(None)
        return (
            and_(col(ConferenceInvitee.partner_id) == actor.partner_id, sent) if actor.partner_id else false()
        )
    return _of_case(ConferenceInvitee)(actor)


def _transfers(actor: Actor) -> Condition:
    """Of a visible case; while it waits for an answer also for the colleague, or the supervisors of the office, it is put to."""
    of_case = _of_case(CaseTransfer)(actor)
    if actor.kind not in (Role.COUNSELLOR, Role.SUPERVISOR):
        return of_case
    case = exists().where(_case.c.id == CaseTransfer.case_id, _case.c.status == CaseStatus.OPEN)
    to_me = and_(
        col(CaseTransfer.kind) == TransferKind.OFFER,
        col(CaseTransfer.account_id) == actor.account_id,
        case.where(within_area(_case.c.area_code, actor.area_code)),
    )
    to_us = and_(
        col(CaseTransfer.kind) == TransferKind.FORWARD,
        within_area(CaseTransfer.to_area, actor.area_code),
        func.length(CaseTransfer.tier)
        <= len(actor.area_code),  # of the office that is asked now, or below it
        case,
    )
    put = or_(to_me, to_us) if actor.kind is Role.SUPERVISOR else to_me
    free = ~_is_blocked(actor, _blocked.c.case_id == CaseTransfer.case_id)
    return or_(of_case, and_(col(CaseTransfer.status) == TransferStatus.OPEN, put, free))


SCOPES: dict[type[SQLModel], Callable[[Actor], Condition]] = {
    AftercareVisit: _of_case(AftercareVisit),
    Appointment: _of_report(Appointment),
    Approval: _of_case(Approval),
    Assessment: _of_case(Assessment),
    Attachment: _attachments,
    Case: visible_cases,
    CaseClosure: _of_case(CaseClosure),
    CaseConference: _of_case(CaseConference),
    CaseEvent: _of_case(CaseEvent),
    CaseExport: _of_case(CaseExport),
    CaseLink: _links,
    CaseNote: _notes(CaseNote),
    CaseMember: _of_case(CaseMember),
    CasePerson: _of_case(CasePerson),
    CaseReopening: _of_case(CaseReopening),
    CaseTask: _of_case(CaseTask),
    CaseTransfer: _transfers,
    ClientFeedback: _feedback,
    ConferenceDecision: _of_case(ConferenceDecision),
    ConferenceInvitee: _invitees,
    ConflictBlock: _of_report(ConflictBlock),
    Consent: _of_case(Consent),
    CounsellingSession: _of_case(CounsellingSession),
    DangerCheck: _of_case(DangerCheck),
    Delivery: _deliveries,
    Draft: _drafts,
    FeedbackMark: _marks,
    FormerNote: _notes(FormerNote),
    GoalProgress: _of_case(GoalProgress),
    Incident: _of_case(Incident),
    IncidentCode: _of_case(IncidentCode),
    IncidentPerpetrator: _of_case(IncidentPerpetrator),
    GroupMember: _of_case(GroupMember),
    LegalClock: _of_case(LegalClock),
    LegalStep: _of_case(LegalStep),
    LegalTrack: _of_case(LegalTrack),
    Mediation: _of_case(Mediation),
    MediationEntry: _of_case(MediationEntry),
    Message: _of_report(Message),
    OutreachVisit: _of_case(OutreachVisit),
    PlanAgreement: _of_case(PlanAgreement),
    PlanGoal: _of_case(PlanGoal),
    Referral: _referrals,
    Report: visible_reports,
    ReportEvent: _of_report(ReportEvent),
    ReportKind: _of_report(ReportKind),
    SafeContact: _of_report(SafeContact),
    SafetyPlan: _of_case(SafetyPlan),
    SearchToken: _of_report(SearchToken),
    ServiceEvent: _of_case(ServiceEvent),
    ShelterAddress: visible_addresses,
    ShelterBedUse: _of_stay(ShelterBedUse),
    ShelterEntry: _of_stay(ShelterEntry),
    ShelterExtension: _of_stay(ShelterExtension),
    ShelterStay: visible_stays,
    SessionNote: _notes(SessionNote),
    SocialAid: _of_case(SocialAid),
    Triage: _of_report(Triage),
}

# Tables without personal data, or reached only through a secret the actor must bring (cookie, receipt code).
OPEN_TABLES = frozenset({
    "account", "area", "audit_entry", "audit_head", "calendar_entry", "clock_rule", "code_item", "counselling_group",
    "data_key", "day_off", "group_meeting", "holiday", "hotline", "login_failure", "login_session", "neighbourhood",
    "partner", "receipt", "recovery_code", "reference_version", "referral_link", "shelter_bed", "shelter_house",
    "shelter_room", "unit", "visit", "working_hours",
})  # fmt: skip

__all__ = [
    "OPEN_TABLES",
    "SCOPES",
    "codes_over",
    "is_within",
    "member_of",
    "visible_cases",
    "visible_reports",
    "within_area",
]
