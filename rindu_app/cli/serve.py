"""`rindu serve`: everything that one installation needs, in the foreground, until it is told to stop."""

import os
from typing import Annotated

import typer

from rindu_app.access.keyring import get_keyring
from rindu_app.cli.console import say
from rindu_app.cli.database import migrate, seed
from rindu_app.settings import get_settings


def serve(
    port: Annotated[int, typer.Option(help="Nomor port.")] = 3000,
    host: Annotated[str, typer.Option(help="Alamat yang didengarkan.")] = "127.0.0.1",
) -> None:
    """Menyalakan Ruang Rindu pada satu port: basis data disiapkan, lalu server dan pekerjaan latar dinyalakan."""
    from rindu_app import server

    os.environ.setdefault("RINDU_PUBLIC_URL", f"http://127.0.0.1:{port}")
    settings = get_settings()
    if not server.is_built():
        raise SystemExit("Halaman belum dibangun. Jalankan `make build` dulu.")
    get_keyring()
    migrate()
    seed(demo=not settings.production)
    say(f"Menyalakan server di http://{host}:{port} …")
    server.serve(host, port)
