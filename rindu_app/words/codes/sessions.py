"""Counselling sessions and calendars."""

from enum import StrEnum


class EntryKind(StrEnum):
    """What takes a counsellor's time in her calendar."""

    SESSION = "session"
    MEETING = "meeting"
    APPOINTMENT = "appointment"
    VISIT = "visit"
    CONFERENCE = "conference"


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
