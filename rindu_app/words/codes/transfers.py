"""A case that changes hands."""

from enum import StrEnum


class TransferKind(StrEnum):
    """OFFER: to a colleague. REQUEST: by a colleague. FORWARD: to another office."""

    OFFER = "offer"
    REQUEST = "request"
    FORWARD = "forward"


class TransferStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class TransferAction(StrEnum):
    """LAPSE: it lost its ground (the case closed, the colleague left, the client took her consent back)."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
