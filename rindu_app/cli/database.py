"""`rindu migrate` and `rindu seed`."""

from typing import Annotated

import typer

from rindu_app.access.migrations import migrate as migrate_database
from rindu_app.cli.console import CommandError, progress, say
from rindu_app.seeds.demo.load import load_demo
from rindu_app.seeds.load import load_reference
from rindu_app.settings import get_settings


def migrate() -> None:
    """Membawa basis data ke bentuk terbaru."""
    say("Memeriksa bentuk basis data …")
    migrate_database()
    say("Basis data memakai bentuk terbaru.")


def seed(
    demo: Annotated[bool, typer.Option("--demo", help="Juga muat data contoh (bukan produksi).")] = False,
) -> None:
    """Memuat data rujukan (wilayah, daftar kode, nomor darurat); yang sudah diubah administrator tidak ditimpa."""
    if demo and get_settings().production:
        raise CommandError("Data contoh tidak boleh dimuat di produksi.")
    with progress("Memuat data rujukan") as step:
        changed = load_reference(step)
    say("Data rujukan dimuat." if changed else "Data rujukan sudah yang terbaru.")
    if demo:
        with progress("Memuat data contoh") as step:
            loaded = load_demo(step)
        say("Data contoh dimuat." if loaded else "Data contoh sudah ada.")
