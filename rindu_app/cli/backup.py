"""`rindu backup` and `rindu restore`."""

from pathlib import Path
from typing import Annotated

import typer

from rindu_app.cli.console import CommandError, progress, say
from rindu_app.domain.backup.archive import BackupBroken
from rindu_app.domain.backup.making import Made, make_backup
from rindu_app.domain.backup.restoring import NotEmpty, restore_backup
from rindu_app.settings import get_settings


def backup(
    path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas cadangan yang akan dibuat.")],
) -> None:
    """Membuat satu berkas cadangan terenkripsi: basis data dan semua lampiran. Aplikasi boleh tetap menyala."""
    if not path.absolute().parent.is_dir():
        raise CommandError(f"Folder {path.absolute().parent} tidak ada.")
    try:
        with progress("Membuat cadangan") as step:
            made = make_backup(path.absolute(), step)
    except FileExistsError:
        raise CommandError(f"{path} sudah ada dan tidak ditimpa.") from None
    say(f"Cadangan dibuat: {path} ({path.stat().st_size / 1024**2:.1f} MB). {_contents(made)}")
    if made.missing:
        say(
            f"Perhatian: {len(made.missing)} lampiran tercatat tetapi berkasnya tidak ada. Jalankan: rindu doctor"
        )
    say(f"Ujung jejak audit: baris {made.audit_count}, {made.audit_link}. Catat di tempat lain.")
    say(
        f"Berkas kunci {get_settings().keys} TIDAK ada di dalamnya. Simpan salinannya terpisah; tanpa itu cadangan tidak dapat dibuka."
    )


def restore(path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas cadangan.")]) -> None:
    """Memulihkan cadangan ke mesin yang masih kosong, lalu memeriksa semuanya."""
    if not path.is_file():
        raise CommandError(f"Berkas {path} tidak ada.")
    try:
        with progress("Memulihkan dan memeriksa") as step:
            made = restore_backup(path, step)
    except (BackupBroken, NotEmpty) as error:
        raise CommandError(f"{error} Tidak ada yang diubah.") from None
    say(f"Pulih. {_contents(made)}")
    say(f"Jejak audit utuh sampai baris {made.audit_count}, {made.audit_link}. Cocokkan dengan catatan Anda.")
    say(
        "Semua orang masuk lagi dengan kata sandinya. Pemberitahuan yang menunggu ditandai tidak pasti dan tidak dikirim ulang."
    )


def _contents(made: Made) -> str:
    return f"{made.rows} baris, {made.files} lampiran."
