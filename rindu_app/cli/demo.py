"""The invented accounts of a development installation: shown at every start, and their codes on request."""

from typing import Annotated

import typer
from rich.table import Table

from rindu_app.cli.console import CommandError, console, say
from rindu_app.seeds.demo.load import PASSWORD, demo_accounts, demo_code, demo_secret, is_loaded
from rindu_app.settings import get_settings
from rindu_app.words.labels import label


def show_accounts(address: str) -> None:
    """Who can sign in, with what, for a person who has just typed `make run`."""
    table = Table("Nama pengguna", "Peran", "Wilayah", "Kode sekarang", box=None, pad_edge=False)
    for account in demo_accounts():
        table.add_row(account.username, label(account.role), account.area, demo_code(account.username))
    say(f"\nHalaman warga: {address}/   Petugas masuk di: {address}/masuk")
    say(f"Akun contoh (orangnya rekaan). Kata sandi semuanya: {PASSWORD}")
    console.print(table)
    say("Kode berganti tiap 30 detik; yang baru: python -m rindu_app.cli demo-code konselor.banyuwangi\n")


def show_code(
    username: Annotated[str, typer.Argument(help="Misalnya konselor.banyuwangi.")],
    secret: Annotated[
        bool, typer.Option("--secret", help="Tampilkan kunci untuk aplikasi kode di ponsel.")
    ] = False,
) -> None:
    """Menyebut kode enam angka sebuah akun contoh (bukan produksi)."""
    if get_settings().production or not is_loaded():
        raise CommandError("Di sini tidak ada akun contoh.")
    if username not in {account.username for account in demo_accounts()}:
        raise CommandError(f"Akun contoh {username} tidak ada.")
    say(demo_secret(username) if secret else demo_code(username))
