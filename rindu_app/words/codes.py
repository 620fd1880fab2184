"""Codes the program itself decides on. Lists an office may change live in the table `code_item` instead."""

from enum import StrEnum


class Role(StrEnum):
    COUNSELLOR = "counsellor"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    SHELTER = "shelter"
    PARTNER = "partner"


class Risk(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Door(StrEnum):
    """Which button the person pressed."""

    COUNSELLING = "counselling"
    REPORT = "report"
    TALK = "talk"


class Teller(StrEnum):
    """For whom the person speaks (BP-09)."""

    SELF = "self"
    CHILD = "child"
    WITNESS = "witness"
    UNSAID = "unsaid"


class Channel(StrEnum):
    """How the report reached us (RR-03)."""

    WEB = "web"
    WHATSAPP = "whatsapp"
    PHONE = "phone"
    WALK_IN = "walk_in"


class ContactWay(StrEnum):
    """How we may reach the person. HERE means: she comes back with her code."""

    NONE = "none"
    HERE = "here"
    PHONE = "phone"
    WHATSAPP = "whatsapp"
    TRUSTED = "trusted"


class CounsellingMode(StrEnum):
    WRITTEN = "written"
    PHONE = "phone"
    WHATSAPP = "whatsapp"
    FACE = "face"
    VIDEO = "video"


class ReportStatus(StrEnum):
    NEW = "new"
    REVIEWING = "reviewing"
    NEEDS_INFO = "needs_info"
    CONSULTED = "consulted"
    NOT_OURS = "not_ours"
    DUPLICATE = "duplicate"
    JUNK = "junk"
    WITHDRAWN = "withdrawn"
    CASE = "case"


class ReportAction(StrEnum):
    RECEIVE = "receive"
    ASSIGN = "assign"
    TRIAGE = "triage"
    ASK = "ask"
    ANSWER = "answer"
    CONTACT = "contact"
    FORWARD = "forward"
    MARK_DUPLICATE = "mark_duplicate"
    UNMARK_DUPLICATE = "unmark_duplicate"
    MARK_JUNK = "mark_junk"
    UNMARK_JUNK = "unmark_junk"
    CLOSE_CONSULTED = "close_consulted"
    CLOSE_NOT_OURS = "close_not_ours"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    OPEN_CASE = "open_case"
    JOIN_CASE = "join_case"
    NOTIFY = "notify"
    BLOCK = "block"
    UNBLOCK = "unblock"
    RENEW_CODE = "renew_code"


class Author(StrEnum):
    REPORTER = "reporter"
    STAFF = "staff"


class Audience(StrEnum):
    """Who may read a message. TEAM is never shown to the reporter."""

    REPORTER = "reporter"
    TEAM = "team"


class AppointmentStatus(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class EntryKind(StrEnum):
    """What takes a counsellor's time in her calendar."""

    SESSION = "session"
    MEETING = "meeting"
    APPOINTMENT = "appointment"


class DayOffKind(StrEnum):
    """Why a counsellor is not at her desk for whole days."""

    LEAVE = "leave"
    DUTY = "duty"
    TRAINING = "training"


class Outside(StrEnum):
    """Why a time is not one in which she usually works."""

    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    HOURS = "hours"


class SessionStatus(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


class SessionAction(StrEnum):
    MOVE = "move"
    CANCEL = "cancel"
    HOLD = "hold"
    MISS = "miss"


class NoteAudience(StrEnum):
    """Who reads a session's note: the team, or its author and the supervisor."""

    TEAM = "team"
    AUTHOR = "author"


class CaseStatus(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class MemberKind(StrEnum):
    MANAGER = "manager"
    TEAM = "team"
    BREAK_GLASS = "break_glass"


class CaseEventKind(StrEnum):
    OPENED = "opened"
    REPORT_JOINED = "report_joined"
    NOTE = "note"
    MEMBER_ADDED = "member_added"
    MEMBER_LEFT = "member_left"
    HANDED_OVER = "handed_over"
    BREAK_GLASS = "break_glass"
    RISK_CHANGED = "risk_changed"
    TASK_ADDED = "task_added"
    TASK_DONE = "task_done"
    CONSENT_GIVEN = "consent_given"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    APPROVAL_ASKED = "approval_asked"
    APPROVED = "approved"
    NOT_APPROVED = "not_approved"
    SESSION_PLANNED = "session_planned"
    SESSION_MOVED = "session_moved"
    SESSION_CANCELLED = "session_cancelled"
    SESSION_HELD = "session_held"
    SESSION_MISSED = "session_missed"
    GROUP_JOINED = "group_joined"
    GROUP_LEFT = "group_left"
    ASSESSED = "assessed"
    DANGER_CHECKED = "danger_checked"
    SAFETY_PLANNED = "safety_planned"
    GOAL_ADDED = "goal_added"
    GOAL_PROGRESS = "goal_progress"
    PLAN_AGREED = "plan_agreed"
    REFERRAL_SENT = "referral_sent"
    REFERRAL_OPENED = "referral_opened"
    REFERRAL_ACCEPTED = "referral_accepted"
    REFERRAL_REFUSED = "referral_refused"
    REFERRAL_MISSED = "referral_missed"
    REFERRAL_DONE = "referral_done"
    REFERRAL_LATE = "referral_late"
    REFERRAL_ESCALATED = "referral_escalated"
    REFERRAL_REVOKED = "referral_revoked"
    REFERRAL_OUTCOME = "referral_outcome"
    CLOSED = "closed"
    REOPENED = "reopened"
    SHELTER_ASKED = "shelter_asked"
    SHELTER_CANCELLED = "shelter_cancelled"
    SHELTER_REFUSED = "shelter_refused"
    SHELTER_PLACED = "shelter_placed"
    SHELTER_MOVED = "shelter_moved"
    SHELTER_NEED_GIVEN = "shelter_need_given"
    SHELTER_VISIT = "shelter_visit"
    SHELTER_INCIDENT = "shelter_incident"
    SHELTER_EXTENSION_ASKED = "shelter_extension_asked"
    SHELTER_EXTENDED = "shelter_extended"
    SHELTER_EXTENSION_DENIED = "shelter_extension_denied"
    SHELTER_LEFT = "shelter_left"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    PERSON_REMOVED = "person_removed"
    INCIDENT_ADDED = "incident_added"
    INCIDENT_CHANGED = "incident_changed"
    INCIDENT_REMOVED = "incident_removed"
    SERVICE_GIVEN = "service_given"
    SERVICE_REMOVED = "service_removed"
    OUTREACH_PLANNED = "outreach_planned"
    OUTREACH_CHECKED = "outreach_checked"
    OUTREACH_GOING = "outreach_going"
    OUTREACH_DONE = "outreach_done"
    OUTREACH_FAILED = "outreach_failed"
    OUTREACH_CANCELLED = "outreach_cancelled"
    MEDIATION_PREPARED = "mediation_prepared"
    MEDIATION_CHANGED = "mediation_changed"
    MEDIATION_BEGUN = "mediation_begun"
    MEDIATION_MINUTES = "mediation_minutes"
    MEDIATION_AGREED = "mediation_agreed"
    MEDIATION_NOT_AGREED = "mediation_not_agreed"
    MEDIATION_STOPPED = "mediation_stopped"
    MEDIATION_KEPT = "mediation_kept"
    MEDIATION_BROKEN = "mediation_broken"
    MEDIATION_COMPLETED = "mediation_completed"
    LEGAL_STEP = "legal_step"
    LEGAL_STEP_REMOVED = "legal_step_removed"
    AID_APPLIED = "aid_applied"
    AID_GRANTED = "aid_granted"
    AID_REFUSED = "aid_refused"
    AID_WITHDRAWN = "aid_withdrawn"
    AID_RECEIVED = "aid_received"


class LinkKind(StrEnum):
    """Why two cases are kept side by side."""

    SIBLING = "sibling"
    HOUSEHOLD = "household"
    SAME_PERPETRATOR = "same_perpetrator"


class ConsentGiver(StrEnum):
    """Who gave a consent (3.11)."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    ACCOMPANIER = "accompanier"


class SharedField(StrEnum):
    """What a partner may be told of a person, piece by piece (RR-13): only what her consent names."""

    NAME = "name"
    PHONE = "phone"
    AGE = "age"
    AREA = "area"
    ADDRESS = "address"
    SUMMARY = "summary"
    NEEDS = "needs"
    RISK = "risk"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class PersonRole(StrEnum):
    """What somebody is in a case. Of an alleged PERPETRATOR as little as possible is kept."""

    CLIENT = "client"
    CHILD = "child"
    PARENT = "parent"
    GUARDIAN = "guardian"
    HOUSEHOLD = "household"
    SUPPORT = "support"
    WITNESS = "witness"
    PERPETRATOR = "perpetrator"


class PersonSafety(StrEnum):
    """Whether the client may turn to this person (RS-19)."""

    UNKNOWN = "unknown"
    SAFE = "safe"
    UNSAFE = "unsafe"


class Assent(StrEnum):
    """What the person herself said where somebody else consented (3.12): a child is always asked in her own words."""

    YES = "yes"
    NO = "no"
    CANNOT = "cannot"


class ConsentLanguage(StrEnum):
    """In which language a consent was explained."""

    INDONESIAN = "indonesian"
    LOCAL = "local"
    SIGN = "sign"
    PICTURES = "pictures"
    OTHER = "other"


class EvidenceKind(StrEnum):
    """How a consent was given (3.11)."""

    SIGNATURE = "signature"
    THUMB = "thumb"
    VOICE = "voice"
    WITNESS = "witness"
    WRITTEN = "written"


class ExceptionGround(StrEnum):
    """When something may be done without consent (3.11, UU 27/2022 Pasal 20)."""

    LIFE = "life"
    LAW = "law"
    COURT = "court"
    CHILD_INTEREST = "child_interest"


class AssessmentArea(StrEnum):
    """The four domains of an assessment (method 1 of indicator 354)."""

    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    SOCIAL = "social"
    ECONOMIC = "economic"


class Progress(StrEnum):
    """How far a goal is. Only REACHED counts as reached; DROPPED leaves the plan."""

    NOT_STARTED = "not_started"
    GOING = "going"
    REACHED = "reached"
    DROPPED = "dropped"


class ApprovalKind(StrEnum):
    """What a supervisor decides on."""

    EXCEPTION = "exception"
    ASSESSMENT = "assessment"
    PLAN = "plan"


class ReferralStatus(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    DONE = "done"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    REVOKED = "revoked"
    SETTLED = "settled"


class ReferralAction(StrEnum):
    """ACCEPT to MISS are a partner's answers; REVOKE and SETTLE are ours."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    FINISH = "finish"
    MISS = "miss"
    REVOKE = "revoke"
    SETTLE = "settle"


class ReferralOutcome(StrEnum):
    """What became of a service: the six values of GBVIMS, so that "declined" and "unavailable" can be counted."""

    REFERRED = "referred"
    OURS = "service_provided_by_us"
    ELSEWHERE = "already_received_elsewhere"
    NOT_APPLICABLE = "not_applicable"
    DECLINED = "declined_by_client"
    UNAVAILABLE = "unavailable"


class Urgency(StrEnum):
    URGENT = "urgent"
    NORMAL = "normal"


class FileKind(StrEnum):
    """ORIGINAL is sealed as evidence; WORKING is the copy people look at, without metadata."""

    ORIGINAL = "original"
    WORKING = "working"


class DeliveryChannel(StrEnum):
    """How a neutral notice leaves the house."""

    MAIL = "mail"
    WHATSAPP = "whatsapp"


class DeliveryStatus(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class ShelterStatus(StrEnum):
    """Of a stay in a shelter. EXTENDING: she stays, and more days wait for a decision."""

    REQUESTED = "requested"
    PLACED = "placed"
    EXTENDING = "extending"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    LEFT = "left"


class ShelterAction(StrEnum):
    PLACE = "place"
    REFUSE = "refuse"
    CANCEL = "cancel"
    MOVE = "move"
    LOG = "log"
    ASK_EXTENSION = "ask_extension"
    APPROVE_EXTENSION = "approve_extension"
    DENY_EXTENSION = "deny_extension"
    LEAVE = "leave"


class ShelterUrgency(StrEnum):
    """How soon a place is needed, the soonest first."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"


class ShelterEntryKind(StrEnum):
    NEED = "need"
    VISIT = "visit"
    INCIDENT = "incident"


class OutreachStatus(StrEnum):
    """Of a visit to where the client is."""

    PLANNED = "planned"
    GOING = "going"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class OutreachAction(StrEnum):
    CHECK = "check"
    GO = "go"
    FINISH = "finish"
    FAIL = "fail"
    CANCEL = "cancel"


class AddressCheck(StrEnum):
    """Before a team leaves: is it the right place. ELSEWHERE: they meet where she asked them to."""

    NOT_YET = "not_yet"
    RIGHT = "right"
    ELSEWHERE = "elsewhere"


class PaperKind(StrEnum):
    """What can be printed of a case (3.11, 3.14)."""

    CONSENT_BLANK = "consent_blank"
    CONSENT = "consent"
    SUMMARY = "summary"
    REQUEST = "request"
    INTAKE = "intake"
    IDENTIFICATION = "identification"


class SummaryPart(StrEnum):
    """What a case summary may hold, each only where it is chosen."""

    CLIENT = "client"
    PEOPLE = "people"
    INCIDENTS = "incidents"
    CONSENTS = "consents"
    TASKS = "tasks"
    TIMELINE = "timeline"


class MediationBlock(StrEnum):
    """Why a case is not mediated (3.9). The sentences are `mediation_blocked_<code>`."""

    SEXUAL = "sexual"
    TRAFFICKING = "trafficking"
    CHILD = "child"
    HIGH_RISK = "high_risk"
    KIND_UNCLEAR = "kind_unclear"
    NO_INCIDENT = "no_incident"
    AGE_UNKNOWN = "age_unknown"


class MediationStatus(StrEnum):
    """AGREED: signed, and looked after."""

    PREPARING = "preparing"
    MEETING = "meeting"
    AGREED = "agreed"
    COMPLETED = "completed"
    NOT_AGREED = "not_agreed"
    STOPPED = "stopped"


class MediationAction(StrEnum):
    ASK_OTHER = "ask_other"
    ASSESS = "assess"
    NAME_MEDIATOR = "name_mediator"
    BEGIN = "begin"
    MINUTES = "minutes"
    AGREE = "agree"
    END = "end"
    CHECK = "check"
    COMPLETE = "complete"
    STOP = "stop"


class MediationStop(StrEnum):
    """Why one was stopped. BLOCKED: the gate does not let it go on any longer."""

    BLOCKED = "blocked"
    CONSENT = "consent"
    OTHER_CONSENT = "other_consent"
    PRESSURE = "pressure"
    DECIDED = "decided"


class MediationEntryKind(StrEnum):
    PRESSURE = "pressure"
    MINUTES = "minutes"
    CHECK = "check"


class Assessor(StrEnum):
    """Who sees whether a choice is free: two people of two professions (3.9)."""

    COUNSELLOR = "counsellor"
    PSYCHOLOGIST = "psychologist"


class LegalTrackKind(StrEnum):
    """Where a matter is: before police and courts, about protection from threats, at the Pengadilan Agama, at LPSK."""

    CRIMINAL = "criminal"
    PROTECTION = "protection"
    RELIGIOUS = "religious"
    LPSK = "lpsk"


class AidStatus(StrEnum):
    """Of help for a client: asked for, promised, or in her hands."""

    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RECEIVED = "received"


class AidAction(StrEnum):
    GRANT = "grant"
    REFUSE = "refuse"
    RECEIVE = "receive"
    WITHDRAW = "withdraw"
