"""The checks behind `rindu doctor`, in the order in which a person would mend things."""

from rindu_app.cli.checks.contents import check_attachments, check_notices, check_people
from rindu_app.cli.checks.finding import Finding, State, bad, good, note
from rindu_app.cli.checks.machine import check_clock, check_disk, check_files, check_frontend
from rindu_app.cli.checks.services import check_database, check_mail, check_redis, check_video, check_whatsapp
from rindu_app.cli.checks.setup import check_keys, check_settings

__all__ = ["Finding", "State", "bad", "good", "note", "run_checks"]


def run_checks() -> list[Finding]:
    """All findings. Without usable settings nothing else can be looked at."""
    settings, findings = check_settings()
    if settings is None:
        return findings
    checks = (
        check_keys, check_database, check_files, check_people, check_attachments, check_notices, check_redis, check_frontend, check_clock, check_disk, check_mail,
        check_whatsapp, check_video,
    )  # fmt: skip
    for check in checks:
        findings.append(check(settings))
    return findings
