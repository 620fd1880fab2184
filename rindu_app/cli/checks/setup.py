"""Settings and keys."""

import os
import stat

from pydantic import ValidationError

from rindu_app.access.keyring import KeyringError, load_keyring
from rindu_app.cli.checks.finding import Finding, bad, good, note
from rindu_app.domain.keys.queries import count_wrapped
from rindu_app.settings import Settings, get_settings


def check_settings() -> tuple[Settings | None, list[Finding]]:
    subject = "Pengaturan"
    unknown = sorted(name for name in os.environ if name.startswith("RINDU_") and not _is_known(name))
    findings = [
        note(subject, f"{name} tidak dikenal dan diabaikan.", "Periksa ejaannya di .env.example.")
        for name in unknown
    ]
    try:
        settings = get_settings()
    except ValidationError as error:
        for problem in error.errors():
            name = f"RINDU_{str(problem['loc'][0]).upper()}: " if problem["loc"] else ""
            says = "nilai tidak dapat dipakai." if name else str(problem["msg"]).removeprefix("Value error, ")
            findings.append(bad(subject, name + says, "Lihat penjelasannya di .env.example."))
        return None, findings
    kind = "produksi" if settings.production else "pengembangan"
    return settings, [good(subject, f"lengkap untuk {kind}, data di {settings.data_dir}."), *findings]


def _is_known(name: str) -> bool:
    # RINDU_TEST_… and RINDU_CHROMIUM steer the tests, not the product.
    field = name.removeprefix("RINDU_").lower()
    return field in Settings.model_fields or field.startswith("test_") or field == "chromium"


def check_keys(settings: Settings) -> Finding:
    subject = "Kunci"
    if not settings.keys.exists() and not settings.production:
        return note(subject, "belum ada; kunci pengembangan dibuat saat pertama kali menyala.")
    if not settings.keys.exists():
        return bad(subject, f"berkas {settings.keys} belum ada.", "Jalankan: rindu keys create")
    try:
        keyring = load_keyring(settings)
        missing = sorted(count_wrapped().keys() - keyring.wrapping.keys())
    except KeyringError as error:
        return bad(subject, str(error), "Kembalikan salinan berkas kunci dari tempat aman.")
    except Exception:  # the database's own check says what is wrong with it
        missing = []
    if missing:
        return bad(
            subject,
            f"ada data yang dibungkus kunci {', '.join(missing)}, tetapi kunci itu tidak ada di berkas.",
            "Kembalikan salinan berkas kunci yang memuatnya; tanpa itu data tersebut tidak dapat dibuka.",
        )
    if stat.S_IMODE(settings.keys.stat().st_mode) & 0o077:
        return bad(
            subject, "berkas kunci dapat dibaca pengguna lain.", f"Jalankan: chmod 600 {settings.keys}"
        )
    if keyring.development:
        return note(subject, "kunci pengembangan; tidak dapat dipakai di produksi.")
    return good(subject, f"kunci pembungkus {keyring.current} dipakai. Simpan salinannya di luar mesin ini.")
