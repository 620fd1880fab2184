"""The database, Redis and the ways out of the house."""

import socket
from typing import Any
from urllib.parse import urlsplit

from alembic.runtime.migration import MigrationContext

from rindu_app.access.database import get_engine
from rindu_app.access.migrations import newest_revision
from rindu_app.cli.checks.finding import Finding, bad, good, note
from rindu_app.settings import Settings

REACH_SECONDS = 3.0


def check_database(settings: Settings) -> Finding:
    subject = "Basis data"
    kind = "SQLite" if settings.database.startswith("sqlite") else "PostgreSQL"
    try:
        with get_engine().connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
    except Exception as error:
        why = type(error).__name__
        return bad(
            subject, f"{kind} tidak dapat dihubungi ({why}).", "Periksa RINDU_DATABASE_URL dan layanannya."
        )
    if revision != newest_revision():
        return bad(
            subject,
            f"{kind} belum memakai bentuk terbaru ({revision or 'kosong'}).",
            "Jalankan: rindu migrate",
        )
    if settings.production and kind == "SQLite":
        return note(
            subject, "SQLite dipakai di produksi.", "Untuk satu kabupaten atau lebih, PostgreSQL lebih tepat."
        )
    return good(subject, f"{kind} terhubung dan memakai bentuk terbaru ({revision}).")


def check_redis(settings: Settings) -> Finding:
    subject = "Redis"
    if not settings.redis_url:
        return note(subject, "tidak dipakai; cukup untuk satu proses server.")
    try:
        import redis

        client: Any = redis.Redis.from_url(settings.redis_url, socket_timeout=REACH_SECONDS)
        client.ping()
        client.close()
    except Exception as error:
        return bad(
            subject,
            f"tidak dapat dihubungi ({type(error).__name__}).",
            "Periksa RINDU_REDIS_URL dan layanannya.",
        )
    return good(subject, "terhubung.")


def check_mail(settings: Settings) -> Finding:
    subject = "Surel"
    if not settings.smtp_url:
        return note(subject, "tidak dinyalakan; pemberitahuan hanya tercatat di aplikasi.")
    parts = urlsplit(settings.smtp_url)
    try:
        port = parts.port or (465 if parts.scheme == "smtps" else 587)
        with socket.create_connection((parts.hostname or "", port), timeout=REACH_SECONDS):
            pass
    except (OSError, ValueError) as error:
        return bad(
            subject,
            f"server surel tidak dapat dihubungi ({type(error).__name__}).",
            "Periksa RINDU_SMTP_URL.",
        )
    return good(subject, "server surel dapat dihubungi.")


def check_whatsapp(settings: Settings) -> Finding:
    subject = "WhatsApp"
    if bool(settings.whatsapp_token) != bool(settings.whatsapp_phone_id):
        return bad(
            subject,
            "baru separuh diatur.",
            "Isi RINDU_WHATSAPP_TOKEN dan RINDU_WHATSAPP_PHONE_ID, atau kosongkan dua-duanya.",
        )
    if not settings.whatsapp_token:
        return note(subject, "tidak dinyalakan; pemberitahuan hanya tercatat di aplikasi.")
    return good(subject, "diatur.")


def check_video(settings: Settings) -> Finding:
    subject = "Ruang video"
    if not settings.video_url:
        return note(subject, "tidak dinyalakan; sesi video memakai tautan yang ditulis konselor.")
    parts = urlsplit(settings.video_url)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 443), timeout=REACH_SECONDS):
            pass
    except (OSError, ValueError) as error:
        return bad(
            subject,
            f"server video tidak dapat dihubungi ({type(error).__name__}).",
            "Periksa RINDU_VIDEO_URL dan layanan Jitsi.",
        )
    return good(subject, "server video dapat dihubungi.")
