"""The machine below: files, disk, clock, built pages."""

import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from rindu_app.access.database import get_engine
from rindu_app.cli.checks.finding import Finding, bad, good, note
from rindu_app.server import is_built
from rindu_app.settings import Settings

# Below this, SQLite and PostgreSQL begin to refuse writes at a busy moment.
DISK_BAD = 500 * 1024**2
DISK_NOTE = 5 * 1024**3
# TOTP codes are accepted one step (30 s) away.
CLOCK_SECONDS = 30


def check_files(settings: Settings) -> Finding:
    subject, folder = "Berkas", settings.files_dir
    probe = folder / f".doctor-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        return bad(
            subject,
            f"{folder} tidak dapat ditulisi ({error.strerror}).",
            "Periksa pemilik dan izin folder itu.",
        )
    return good(subject, f"{folder} dapat ditulisi.")


def check_disk(settings: Settings) -> Finding:
    subject = "Ruang disk"
    folder = settings.data_dir if settings.data_dir.exists() else Path()
    free = shutil.disk_usage(folder).free
    says = f"tersisa {free / 1024**3:.1f} GB."
    if free < DISK_BAD:
        return bad(
            subject,
            says,
            "Kosongkan disk atau pindahkan RINDU_DATA_DIR sebelum laporan tidak dapat disimpan.",
        )
    return note(subject, says, "Rencanakan penambahan disk.") if free < DISK_NOTE else good(subject, says)


def check_frontend(_settings: Settings) -> Finding:
    if is_built():
        return good("Halaman", "sudah dibangun.")
    return bad("Halaman", "belum dibangun.", "Jalankan: make build")


def check_clock(settings: Settings) -> Finding:
    """Compared with the database server where there is one; alone, only an impossible year is noticed."""
    subject = "Jam"
    if datetime.now(UTC).year < 2026:
        return bad(subject, "jam mesin ini jauh di masa lalu.", "Nyalakan penyesuaian waktu (NTP).")
    if settings.database.startswith("sqlite"):
        return good(subject, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC. Pastikan NTP menyala.")
    try:
        with get_engine().connect() as connection:
            theirs = connection.exec_driver_sql("SELECT extract(epoch FROM clock_timestamp())").scalar_one()
    except Exception:
        return note(subject, "tidak dapat dibandingkan dengan basis data.")
    if abs(float(theirs) - time.time()) > CLOCK_SECONDS:
        return bad(
            subject, "berbeda dari jam basis data.", "Nyalakan penyesuaian waktu (NTP) di kedua mesin."
        )
    return good(subject, "sama dengan jam basis data.")
