"""What can be done, in one vocabulary: `<area>:<thing>:<verb>`, in alphabetical order."""

from enum import StrEnum


class Permission(StrEnum):
    ACCOUNT_MANAGE = "accounts:account:manage"
    AUDIT_READ = "audit:entry:read"
    CASE_BREAK_GLASS = "cases:case:break_glass"
    CASE_CLOSE = "cases:case:close"
    CASE_OPEN = "cases:case:open"
    CASE_READ = "cases:case:read"
    CASE_SUPERVISE = "cases:case:supervise"
    CASE_WRITE = "cases:case:write"
    OWN_ACCOUNT = "accounts:own:manage"
    OWN_REPORT = "reports:own:use"
    PAGE_OPEN = "pages:page:open"
    PAPER_MAKE = "papers:paper:make"
    REFERENCE_MANAGE = "reference:list:manage"
    REFERRAL_ANSWER = "referrals:addressed:answer"
    REPORT_ASSIGN = "reports:report:assign"
    REPORT_CLOSE = "reports:report:close"
    REPORT_FORWARD = "reports:report:forward"
    REPORT_INTAKE = "reports:report:intake"
    REPORT_READ = "reports:report:read"
    REPORT_SUBMIT = "reports:report:submit"
    REPORT_TRIAGE = "reports:report:triage"
    REPORT_WRITE = "reports:report:write"
    SHELTER_WORK = "shelter:stay:work"
