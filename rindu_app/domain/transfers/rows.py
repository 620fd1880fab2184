"""What screens show of transfers."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.cases.rows import ColleagueRow
from rindu_app.domain.transfers.offices import OfficeRow


@dataclass(frozen=True)
class OfferedRow:
    """What is put to somebody who may not know the case yet: its number, risk and place, the reason, and who asks.

    `whom`: who would manage it. `candidates`: of a forwarding, who could manage it here. `answerable`: by the reader; else
    she hears of it because nobody answered.
    """

    uid: str
    kind: str
    number: str
    risk: str
    risk_label: str
    place: str
    reason: str
    by: str
    whom: str
    at: datetime
    due: datetime
    late: bool
    answerable: bool
    candidates: tuple[ColleagueRow, ...]


@dataclass(frozen=True)
class TransferRow:
    """One transfer in the file of its case. `to`: the person or the office."""

    uid: str
    kind: str
    status: str
    status_label: str
    to: str
    by: str
    reason: str
    answer: str
    answered_by: str
    at: datetime
    due: datetime
    ended: datetime | None
    late: bool
    escalated: bool
    answerable: bool
    withdrawable: bool


@dataclass(frozen=True)
class CaseTransfers:
    """Transfers of a case, newest first, and what the reader may do: `may_put` (offer, forward), `may_request`, `may_assign`."""

    rows: tuple[TransferRow, ...]
    heirs: tuple[ColleagueRow, ...]
    offices: tuple[OfficeRow, ...]
    may_put: bool
    may_request: bool
    may_assign: bool
