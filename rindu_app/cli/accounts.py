"""`rindu create-admin`: the first account, made by whoever has the machine."""

from typing import Annotated

import typer

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.cli.console import say
from rindu_app.domain.accounts.commands import create_account
from rindu_app.domain.accounts.one_time import new_one_time_password
from rindu_app.settings import get_settings
from rindu_app.words.codes import Role

CONSOLE = Actor.system("console")


def create_admin(
    username: Annotated[str, typer.Argument(help="Nama pengguna, misalnya admin.banyuwangi.")],
    name: Annotated[str, typer.Option(help="Nama yang tampil.")] = "Administrator",
    area: Annotated[str, typer.Option(help="Kode wilayah; bawaan: RINDU_HOME_AREA.")] = "",
) -> None:
    """Membuat akun administrator dengan kata sandi sekali pakai."""
    password = new_one_time_password()
    with open_session(CONSOLE) as session:
        create_account(
            session, CONSOLE, username=username, display_name=name, role=Role.ADMIN,
            area_code=area or get_settings().home_area, password=password,
        )  # fmt: skip
    say(f"Akun {username} dibuat. Kata sandi sekali pakai (tampil hanya kali ini): {password}")
    say(f"Masuk di {get_settings().public_url}/masuk, lalu ganti kata sandinya dan pasang kode dari ponsel.")
