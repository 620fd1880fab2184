"""What is done for a client: outreach, legal matters, aid."""

from enum import StrEnum


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
