"""Who is acting. Passed explicitly to every domain function: one process serves many people at once."""

from dataclasses import dataclass

from rindu_app.access.permissions import Permission
from rindu_app.access.roles import PERMISSIONS, Kind
from rindu_app.words.codes import Role


@dataclass(frozen=True)
class Actor:
    """A member of staff or of a partner (`partner_id`), the holder of a link (`referral_id`), a visitor without an account, a reporter with her own report, or the system itself."""

    kind: Role | Kind
    account_id: int | None = None
    area_code: str = ""
    name: str = ""
    session_uid: str = ""
    report_id: int | None = None
    partner_id: int | None = None
    referral_id: int | None = None
    reason: str = ""

    @classmethod
    def visitor(cls) -> "Actor":
        return cls(kind=Kind.VISITOR)

    @classmethod
    def reporter(cls, report_id: int) -> "Actor":
        return cls(kind=Kind.REPORTER, report_id=report_id)

    @classmethod
    def by_link(cls, referral_id: int) -> "Actor":
        """Whoever brought a link and its code."""
        return cls(kind=Kind.PARTNER_LINK, referral_id=referral_id)

    @classmethod
    def system(cls, reason: str) -> "Actor":
        """For jobs, seeds and the command line only; `reason` goes into the audit trail."""
        return cls(kind=Kind.SYSTEM, reason=reason)

    @property
    def is_staff(self) -> bool:
        return isinstance(self.kind, Role)

    @property
    def label(self) -> str:
        """How the audit trail names the actor: never a person's name."""
        if self.account_id is not None:
            return f"account:{self.account_id}"
        return f"system:{self.reason}"[:40] if self.kind is Kind.SYSTEM else str(self.kind)

    @property
    def id(self) -> int:
        """Account id of a member of staff. Raises `TypeError` for anybody else."""
        if self.account_id is None:
            raise TypeError(f"{self.kind} has no account")
        return self.account_id

    def may(self, permission: Permission) -> bool:
        return permission in PERMISSIONS[self.kind]
