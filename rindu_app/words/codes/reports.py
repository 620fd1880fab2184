"""Reports, their threads, and how a person may be reached."""

from enum import StrEnum


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
