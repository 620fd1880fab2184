"""Case conferences across agencies."""

from enum import StrEnum


class ConferenceStatus(StrEnum):
    PLANNED = "planned"
    AGREED = "agreed"
    HELD = "held"
    CANCELLED = "cancelled"


class ConferenceAction(StrEnum):
    """INVITE: somebody joins or is taken off the list. RECORD: decisions and what is shared, once it was held."""

    INVITE = "invite"
    MOVE = "move"
    AGREE = "agree"
    HOLD = "hold"
    RECORD = "record"
    CANCEL = "cancel"


class InviteAnswer(StrEnum):
    OPEN = "open"
    COMES = "comes"
    ABSENT = "absent"
