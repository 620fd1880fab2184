"""Which kind of actor holds which permission. The table test in tests/access walks every pair."""

from enum import StrEnum

from rindu_app.access.permissions import Permission as P
from rindu_app.words.codes import Role


class Kind(StrEnum):
    """Actors that are not staff."""

    VISITOR = "visitor"
    REPORTER = "reporter"
    SYSTEM = "system"
    # Somebody of a partner, without an account, who brought a link and its code: one referral.
    PARTNER_LINK = "partner_link"


_STAFF = frozenset({P.OWN_ACCOUNT, P.PAGE_OPEN})

_CASEWORK = _STAFF | {
    P.CASE_BREAK_GLASS, P.CASE_CLOSE, P.CASE_OPEN, P.CASE_READ, P.CASE_WRITE, P.PAPER_MAKE, P.REPORT_ASSIGN,
    P.REPORT_CLOSE, P.REPORT_FORWARD, P.REPORT_INTAKE, P.REPORT_READ, P.REPORT_TRIAGE, P.REPORT_WRITE,
}  # fmt: skip

PERMISSIONS: dict[Role | Kind, frozenset[P]] = {
    Kind.VISITOR: frozenset({P.PAGE_OPEN, P.REPORT_SUBMIT}),
    Kind.REPORTER: frozenset({P.PAGE_OPEN, P.REPORT_SUBMIT, P.OWN_REPORT}),
    Role.COUNSELLOR: _CASEWORK,
    Role.SUPERVISOR: _CASEWORK | {P.CASE_SUPERVISE},
    # An administrator keeps the house, and reads nobody's story (secure-intake promise 3).
    Role.ADMIN: _STAFF | {P.ACCOUNT_MANAGE, P.AUDIT_READ, P.REFERENCE_MANAGE},
    # The shelter's people know who sleeps where and what she needs; of the case they know its number.
    Role.SHELTER: _STAFF | {P.SHELTER_WORK},
    Role.PARTNER: _STAFF | {P.REFERRAL_ANSWER},
    Kind.PARTNER_LINK: frozenset({P.PAGE_OPEN, P.REFERRAL_ANSWER}),
    Kind.SYSTEM: frozenset(P),
}
