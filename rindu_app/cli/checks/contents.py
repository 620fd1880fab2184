"""What lies in the house: attachments without their file, notices nobody is sure about."""

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.cli.checks.finding import Finding, bad, good, note
from rindu_app.domain.cases.adrift import count_unseen_cases
from rindu_app.domain.deliveries.queries import count_unsure
from rindu_app.domain.files.sweeping import find_missing_files
from rindu_app.domain.reports.orphans import has_caseworker, sort_orphans
from rindu_app.settings import Settings

DOCTOR = Actor.system("doctor")


def check_attachments(_settings: Settings) -> Finding:
    subject = "Lampiran"
    try:
        missing = find_missing_files()
    except Exception:  # the database's own check says what is wrong with it
        return note(subject, "belum dapat diperiksa.")
    if missing:
        return bad(
            subject, f"{missing} lampiran tercatat tetapi berkasnya tidak ada.", "Pulihkan dari cadangan."
        )
    return good(subject, "semua berkasnya ada.")


def check_people(settings: Settings) -> Finding:
    """Somebody must be there to answer (ADR 50)."""
    subject = "Petugas"
    try:
        with open_session(DOCTOR, write=False) as session:
            alone = count_unseen_cases(session)
            waiting, has_home = len(sort_orphans(session)[1]), has_caseworker(session, settings.home_area)
    except Exception:  # as above
        return note(subject, "belum dapat diperiksa.")
    if alone:
        return bad(
            subject,
            f"{alone} kasus terbuka tidak dapat dibuka petugas mana pun.",
            "Buat akun penyelia untuk wilayahnya; penyelia menyerahkan kasus itu kepada manajer yang baru.",
        )
    if has_home and waiting:
        return bad(
            subject,
            f"{waiting} laporan menunggu, dan semua petugas yang dapat membacanya dihalangi.",
            "Buat akun konselor atau penyelia yang lain di halaman Akun administrator.",
        )
    if has_home:
        return good(subject, f"ada konselor untuk wilayah kantor ({settings.home_area}).")
    says = f"belum ada konselor yang aktif untuk wilayah kantor ({settings.home_area})"
    mend = "Buat akun konselor di halaman Akun administrator."
    if waiting:
        return bad(subject, f"{says}; {waiting} laporan menunggu tanpa seorang pun yang melihatnya.", mend)
    return note(subject, f"{says}.", mend)


def check_notices(_settings: Settings) -> Finding:
    subject = "Pemberitahuan"
    try:
        with open_session(DOCTOR, write=False) as session:
            unsure = count_unsure(session)
    except Exception:  # as above
        return note(subject, "belum dapat diperiksa.")
    if unsure:
        return note(
            subject, f"{unsure} tidak pasti terkirim.", "Konselor memutuskan pada laporannya masing-masing."
        )
    return good(subject, "tidak ada yang menggantung.")
