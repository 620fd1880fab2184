"""`rindu doctor`: what is missing or misconfigured, and how to mend it."""

import typer

from rindu_app.cli.checks import State, run_checks
from rindu_app.cli.console import console, say

MARKS = {State.GOOD: "baik", State.NOTE: "catatan", State.BAD: "PERBAIKI"}
STYLES = {State.GOOD: "green", State.NOTE: "yellow", State.BAD: "red"}


def doctor() -> None:
    """Memeriksa pemasangan ini. Kode keluar 1 bila ada yang harus diperbaiki."""
    findings = run_checks()
    for finding in findings:
        console.print(f"{MARKS[finding.state]:>9}", style=STYLES[finding.state], end="  ")
        say(f"{finding.subject}: {finding.says}")
        if finding.mend:
            say(f"           → {finding.mend}")
    bad = sum(finding.state is State.BAD for finding in findings)
    if bad:
        say(f"\n{bad} hal harus diperbaiki.")
        raise typer.Exit(1)
    say("\nTidak ada yang harus diperbaiki.")
