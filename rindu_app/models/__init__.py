"""All tables. Importing this package fills `SQLModel.metadata`."""

from rindu_app.models.accounts import Account, LoginFailure, LoginSession, RecoveryCode
from rindu_app.models.aftercare import AftercareVisit
from rindu_app.models.aid import SocialAid
from rindu_app.models.areas import Area, Neighbourhood, ReferenceVersion
from rindu_app.models.assessments import Assessment, DangerCheck, SafetyPlan
from rindu_app.models.audit import AuditEntry, AuditHead
from rindu_app.models.calendars import CalendarEntry, DayOff, WorkingHours
from rindu_app.models.cases import Case, CaseEvent, CaseMember, CaseTask
from rindu_app.models.closures import CaseClosure, CaseReopening
from rindu_app.models.codes import ClockRule, CodeItem, Holiday, Hotline
from rindu_app.models.conferences import CaseConference, ConferenceDecision, ConferenceInvitee
from rindu_app.models.conflicts import ConflictBlock
from rindu_app.models.consents import Approval, Consent
from rindu_app.models.drafts import Draft
from rindu_app.models.exports import CaseExport
from rindu_app.models.feedback import ClientFeedback, FeedbackMark
from rindu_app.models.incidents import Incident, IncidentCode, IncidentPerpetrator
from rindu_app.models.keys import DataKey
from rindu_app.models.legal import LegalClock, LegalStep, LegalTrack
from rindu_app.models.mediation import Mediation, MediationEntry
from rindu_app.models.notes import CaseNote, FormerNote
from rindu_app.models.partners import Partner
from rindu_app.models.people import CaseLink, CasePerson
from rindu_app.models.plans import GoalProgress, PlanAgreement, PlanGoal
from rindu_app.models.referrals import Referral, ReferralLink
from rindu_app.models.reports import Report, ReportEvent, ReportKind, SafeContact, SearchToken, Triage
from rindu_app.models.services import OutreachVisit, ServiceEvent
from rindu_app.models.sessions import (
    CounsellingGroup,
    CounsellingSession,
    GroupMeeting,
    GroupMember,
    SessionNote,
)
from rindu_app.models.shelter import (
    ShelterAddress,
    ShelterBed,
    ShelterBedUse,
    ShelterEntry,
    ShelterExtension,
    ShelterHouse,
    ShelterRoom,
    ShelterStay,
)
from rindu_app.models.threads import Appointment, Attachment, Delivery, Message
from rindu_app.models.transfers import CaseTransfer
from rindu_app.models.units import Unit
from rindu_app.models.visits import Receipt, Visit

__all__ = [
    "Account",
    "AftercareVisit",
    "Appointment",
    "Approval",
    "Area",
    "Assessment",
    "Attachment",
    "AuditEntry",
    "AuditHead",
    "CalendarEntry",
    "Case",
    "CaseClosure",
    "CaseConference",
    "CaseEvent",
    "CaseExport",
    "CaseLink",
    "CaseMember",
    "CaseNote",
    "CasePerson",
    "CaseReopening",
    "CaseTask",
    "CaseTransfer",
    "ClientFeedback",
    "ClockRule",
    "CodeItem",
    "ConferenceDecision",
    "ConferenceInvitee",
    "ConflictBlock",
    "Consent",
    "CounsellingGroup",
    "CounsellingSession",
    "DangerCheck",
    "DataKey",
    "DayOff",
    "Delivery",
    "Draft",
    "FeedbackMark",
    "FormerNote",
    "GoalProgress",
    "GroupMeeting",
    "GroupMember",
    "Holiday",
    "Hotline",
    "Incident",
    "IncidentCode",
    "IncidentPerpetrator",
    "LegalClock",
    "LegalStep",
    "LegalTrack",
    "LoginFailure",
    "LoginSession",
    "Mediation",
    "MediationEntry",
    "Message",
    "Neighbourhood",
    "OutreachVisit",
    "Partner",
    "PlanAgreement",
    "PlanGoal",
    "Receipt",
    "RecoveryCode",
    "ReferenceVersion",
    "Referral",
    "ReferralLink",
    "Report",
    "ReportEvent",
    "ReportKind",
    "SafeContact",
    "SafetyPlan",
    "SearchToken",
    "ServiceEvent",
    "SessionNote",
    "ShelterAddress",
    "ShelterBed",
    "ShelterBedUse",
    "ShelterEntry",
    "ShelterExtension",
    "ShelterHouse",
    "ShelterRoom",
    "ShelterStay",
    "SocialAid",
    "Triage",
    "Unit",
    "Visit",
    "WorkingHours",
]
