"""What screens show of referrals."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.cases.rows import CaseHead


@dataclass(frozen=True)
class ReferralRow:
    """One referral in the case file. `fields` are labels of what was shared; `answer` is the partner's last word."""

    uid: str
    number: str
    partner: str
    service: str
    urgency: str
    status: str
    status_label: str
    outcome_label: str
    purpose: str
    fields: tuple[str, ...]
    at: datetime
    due: datetime | None
    late: bool
    escalated: bool
    opened: datetime | None
    ended: datetime | None
    answer: str
    sent: bool
    by_link: bool


@dataclass(frozen=True)
class PermittedPartner:
    """A partner that her consent names: `services` and `fields` are (code, label), the fields no more than she allows."""

    uid: str
    name: str
    services: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]
    until: datetime | None
    mou_over: bool


@dataclass(frozen=True)
class CaseReferrals:
    """The part of the file about referrals. `partners`: all that serve here, as (uid, name)."""

    head: CaseHead
    referrals: tuple[ReferralRow, ...]
    permitted: tuple[PermittedPartner, ...]
    partners: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WaitingRow:
    """One open referral in the list of those that wait for an answer or a result."""

    number: str
    case_number: str
    partner: str
    service: str
    urgent: bool
    status_label: str
    due: datetime | None
    late: bool
    escalated: bool


@dataclass(frozen=True)
class WaitingPage:
    rows: tuple[WaitingRow, ...]
    next_key: str


@dataclass(frozen=True)
class AddressedRow:
    """One referral in the partner's list: nothing of a person."""

    number: str
    service: str
    urgent: bool
    status: str
    status_label: str
    at: datetime
    due: datetime | None
    late: bool


@dataclass(frozen=True)
class AddressedPage:
    rows: tuple[AddressedRow, ...]
    next_key: str


@dataclass(frozen=True)
class AddressedView:
    """What a partner sees. `live`: may be read and answered now; else `purpose` and `shared` are empty.

    `shared` is (label, text). `office` and `office_phone` are whom to call.
    """

    number: str
    status: str
    status_label: str
    service: str
    urgent: bool
    at: datetime
    due: datetime | None
    late: bool
    ended: datetime | None
    live: bool
    purpose: str
    shared: tuple[tuple[str, str], ...]
    office: str
    office_phone: str
    by: str
    timezone: str
