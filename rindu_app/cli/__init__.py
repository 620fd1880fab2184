"""The one command-line door: `rindu …` or `python -m rindu_app.cli …`. One file per group of commands."""

from typing import Any

import click
import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from rindu_app.access.errors import DomainError
from rindu_app.access.keyring import KeyringError
from rindu_app.cli import accounts, audit, backup, database, demo, doctor, keys, serve
from rindu_app.cli.console import CommandError, say_error
from rindu_app.cli.usage import UsageError, usage_sentence
from rindu_app.words.errors import sentence


class PlainErrors(TyperGroup):
    """An expected failure ends with one plain sentence and exit code 1, a command that cannot be read with 2; no traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            say_error(usage_sentence(error))
            raise typer.Exit(2) from None
        except ValidationError as error:
            for problem in error.errors():
                say_error(setting_sentence(problem))
        except (KeyringError, CommandError) as error:
            say_error(str(error))
        except DomainError as error:
            say_error(sentence(error.code, **error.facts))
        raise typer.Exit(1)


def setting_sentence(problem: Any) -> str:
    """One problem found by pydantic in the settings, without repeating the value: it may be a secret."""
    if not problem["loc"]:
        return str(problem["msg"]).removeprefix("Value error, ")
    return f"Pengaturan RINDU_{str(problem['loc'][0]).upper()} tidak dapat dipakai. Lihat .env.example."


app = typer.Typer(
    cls=PlainErrors,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Ruang Rindu dari baris perintah.",
)
app.command()(serve.serve)
app.command()(database.migrate)
app.command()(database.seed)
app.command("create-admin")(accounts.create_admin)
app.command("demo-code")(demo.show_code)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(doctor.doctor)
app.add_typer(keys.app, name="keys")
app.add_typer(audit.app, name="audit")
