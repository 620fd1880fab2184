"""`rindu audit …`: the trail of who did what."""

import typer

from rindu_app.access.actor import Actor
from rindu_app.access.audit import verify_audit
from rindu_app.access.session import open_session
from rindu_app.cli.console import CommandError, say
from rindu_app.models import AuditHead

app = typer.Typer(no_args_is_help=True, help="Jejak audit.")


@app.callback()
def group() -> None:
    """Jejak audit: siapa melakukan apa."""


@app.command()
def verify() -> None:
    """Memeriksa seluruh rantai jejak audit dan menyebut baris pertama yang tidak cocok."""
    say("Memeriksa rantai jejak audit …")
    with open_session(Actor.system("verify"), write=False) as session:
        count, found = verify_audit(session)
        head = session.get(AuditHead, 1)
    if found is not None:
        raise CommandError(
            f"Rantai putus pada baris {found.entry_id}: {found.why}. {count} baris sebelumnya utuh. "
            "Jangan ubah apa pun; hubungi penanggung jawab keamanan."
        )
    say(f"Utuh: {count} baris. Ujung rantai: {head.link if head and head.link else '-'}")
