"""How somebody is after her case was closed."""

from enum import StrEnum


class AftercareStatus(StrEnum):
    """Of one look at how she is. MISSED: she was not reached, however often it was tried."""

    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


class AftercareAction(StrEnum):
    RECORD = "record"
    TRY = "try"
    GIVE_UP = "give_up"
    CANCEL = "cancel"


class Stability(StrEnum):
    """How firmly her life stands, from least to most: where she lives, what she lives on, who is with her."""

    BROKEN = "broken"
    SHAKY = "shaky"
    FAIR = "fair"
    FIRM = "firm"


class RelapseSign(StrEnum):
    """Whether violence is coming back. NOT_ASKED counts as not known, never as none."""

    NONE = "none"
    WARNING = "warning"
    AGAIN = "again"
    NOT_ASKED = "not_asked"


class FeelsSafe(StrEnum):
    """Her own answer to "are you safe where you live now". NOT_ASKED counts as not known, never as yes."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"
    NOT_ASKED = "not_asked"


class AftercareEnd(StrEnum):
    """Why what was planned does not happen."""

    REOPENED = "reopened"
    CONSENT = "consent"
