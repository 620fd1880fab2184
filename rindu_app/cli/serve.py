"""`rindu serve`: everything that one installation needs, in the foreground, until it is told to stop."""

import os
import socket
from typing import Annotated

import typer

from rindu_app.access.keyring import get_keyring
from rindu_app.cli.console import CommandError, say
from rindu_app.cli.database import migrate, seed
from rindu_app.cli.demo import show_accounts
from rindu_app.jobs.child import job_process
from rindu_app.log import setup_logging
from rindu_app.settings import get_settings


def serve(
    port: Annotated[int, typer.Option(help="Nomor port.")] = 3000,
    host: Annotated[str, typer.Option(help="Alamat yang didengarkan.")] = "127.0.0.1",
) -> None:
    """Menyalakan Ruang Rindu pada satu port: basis data disiapkan, lalu server dan pekerjaan latar dinyalakan."""
    from rindu_app import server

    os.environ.setdefault("RINDU_PUBLIC_URL", f"http://127.0.0.1:{port}")
    settings = get_settings()
    # Server and jobs work from the project's folder; the data stay where the caller meant them to be.
    os.environ["RINDU_DATA_DIR"] = str(settings.data_dir.resolve())
    get_settings.cache_clear()
    setup_logging()
    check_port(host, port)
    if not server.is_built():
        raise CommandError("Halaman belum dibangun. Jalankan `make build` dulu.")
    get_keyring()
    migrate()
    seed(demo=not settings.production)
    if not settings.production:
        show_accounts(f"http://{host}:{port}")
    with job_process():
        say(f"Menyalakan server di http://{host}:{port} …")
        server.serve(host, port)


def check_port(host: str, port: int) -> None:
    """Say it before a minute of preparation, not after."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} tidak dapat dipakai ({error.strerror}). Pilih yang lain: --port 8765"
            ) from None
