"""What the screens about accounts show."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.words.codes import Role


@dataclass(frozen=True)
class SessionRow:
    uid: str
    device: str
    since: datetime
    seen: datetime
    mine: bool


@dataclass(frozen=True)
class AccountRow:
    """One account in the administrator's list."""

    id: int
    username: str
    name: str
    role: Role
    area_code: str
    unit_id: int | None
    partner_id: int | None
    active: bool
    has_second_factor: bool
    must_change_password: bool
