"""Codes the program itself decides on, by area. Lists an office may change live in the table `code_item` instead."""

from rindu_app.words.codes.aftercare import (
    AftercareAction,
    AftercareEnd,
    AftercareStatus,
    FeelsSafe,
    RelapseSign,
    Stability,
)
from rindu_app.words.codes.care import AssessmentArea, Progress
from rindu_app.words.codes.cases import ApprovalKind, CaseEventKind, CaseStatus, MemberKind
from rindu_app.words.codes.closure import ClosureAction, ClosureStatus
from rindu_app.words.codes.conferences import ConferenceAction, ConferenceStatus, InviteAnswer
from rindu_app.words.codes.consents import (
    Assent,
    ConsentGiver,
    ConsentLanguage,
    EvidenceKind,
    ExceptionGround,
    SharedField,
)
from rindu_app.words.codes.feedback import Help, Question
from rindu_app.words.codes.house import DeliveryChannel, DeliveryStatus, FileKind, Risk, Role, Sex, Urgency
from rindu_app.words.codes.mediation import (
    Assessor,
    MediationAction,
    MediationBlock,
    MediationEntryKind,
    MediationStatus,
    MediationStop,
)
from rindu_app.words.codes.papers import PaperKind, SummaryPart
from rindu_app.words.codes.people import DatePrecision, LinkKind, PersonRole, PersonSafety
from rindu_app.words.codes.referrals import ReferralAction, ReferralOutcome, ReferralStatus
from rindu_app.words.codes.reports import (
    AppointmentStatus,
    Audience,
    Author,
    Channel,
    ContactWay,
    CounsellingMode,
    Door,
    ReportAction,
    ReportStatus,
    Teller,
)
from rindu_app.words.codes.services import (
    AddressCheck,
    AidAction,
    AidStatus,
    LegalTrackKind,
    OutreachAction,
    OutreachStatus,
)
from rindu_app.words.codes.sessions import (
    DayOffKind,
    EntryKind,
    NoteAudience,
    Outside,
    SessionAction,
    SessionStatus,
)
from rindu_app.words.codes.shelter import ShelterAction, ShelterEntryKind, ShelterStatus, ShelterUrgency
from rindu_app.words.codes.transfers import TransferAction, TransferKind, TransferStatus

__all__ = [
    "AddressCheck",
    "AftercareAction",
    "AftercareEnd",
    "AftercareStatus",
    "AidAction",
    "AidStatus",
    "AppointmentStatus",
    "ApprovalKind",
    "Assent",
    "AssessmentArea",
    "Assessor",
    "Audience",
    "Author",
    "CaseEventKind",
    "CaseStatus",
    "Channel",
    "ClosureAction",
    "ClosureStatus",
    "ConferenceAction",
    "ConferenceStatus",
    "ConsentGiver",
    "ConsentLanguage",
    "ContactWay",
    "CounsellingMode",
    "DatePrecision",
    "DayOffKind",
    "DeliveryChannel",
    "DeliveryStatus",
    "Door",
    "EntryKind",
    "EvidenceKind",
    "ExceptionGround",
    "FeelsSafe",
    "FileKind",
    "Help",
    "InviteAnswer",
    "LegalTrackKind",
    "LinkKind",
    "MediationAction",
    "MediationBlock",
    "MediationEntryKind",
    "MediationStatus",
    "MediationStop",
    "MemberKind",
    "NoteAudience",
    "OutreachAction",
    "OutreachStatus",
    "Outside",
    "PaperKind",
    "PersonRole",
    "PersonSafety",
    "Progress",
    "Question",
    "ReferralAction",
    "ReferralOutcome",
    "ReferralStatus",
    "RelapseSign",
    "ReportAction",
    "ReportStatus",
    "Risk",
    "Role",
    "SessionAction",
    "SessionStatus",
    "Sex",
    "SharedField",
    "ShelterAction",
    "ShelterEntryKind",
    "ShelterStatus",
    "ShelterUrgency",
    "Stability",
    "SummaryPart",
    "Teller",
    "TransferAction",
    "TransferKind",
    "TransferStatus",
    "Urgency",
]
