"""`rindu keys …`: the key file that opens everything, kept apart from the data."""

import typer

from rindu_app.access.keyring import create_keyring, get_keyring, new_keyring, write_keyring
from rindu_app.cli.console import CommandError, progress, say
from rindu_app.domain.keys.queries import count_wrapped
from rindu_app.domain.keys.rotation import retire_unused_keys, rewrap_all
from rindu_app.settings import get_settings

app = typer.Typer(no_args_is_help=True, help="Kunci enkripsi.")


@app.command()
def create() -> None:
    """Membuat berkas kunci baru (RINDU_KEY_FILE). Berkas yang sudah ada tidak pernah ditimpa."""
    settings = get_settings()
    if not create_keyring(settings.keys, new_keyring(development=not settings.production)):
        raise CommandError(f"Berkas kunci {settings.keys} sudah ada dan tidak ditimpa.")
    say(f"Berkas kunci dibuat: {settings.keys}")
    say(
        "Salin sekarang ke dua tempat aman di luar mesin ini. Tanpa berkas ini data tidak dapat dibuka siapa pun."
    )


@app.command()
def status() -> None:
    """Menyebut kunci pembungkus yang ada dan berapa banyak data yang memakainya."""
    keyring, used = get_keyring(), count_wrapped()
    for name in sorted({*keyring.wrapping, *used}, key=lambda name: int(name[1:])):
        note = "dipakai sekarang" if name == keyring.current else "lama"
        missing = "" if name in keyring.wrapping else " — TIDAK ADA di berkas kunci"
        say(f"{name}: {used.get(name, 0)} kunci data, {note}{missing}")


@app.command()
def rotate() -> None:
    """Mengganti kunci pembungkus. Kunci data dibungkus ulang; data sendiri tidak ditulis ulang. Boleh diulang."""
    settings, keyring = get_settings(), get_keyring()
    # An interrupted rotation is finished before another one starts.
    if count_wrapped().keys() <= {keyring.current}:
        keyring = keyring.with_new_wrapping_key()
        write_keyring(settings.keys, keyring)
    with progress("Membungkus ulang kunci data") as step:
        count = rewrap_all(step)
    retired = retire_unused_keys()
    say(
        f"{count} kunci data dibungkus ulang dengan {keyring.current}. Kunci yang dibuang: {', '.join(retired) or '-'}."
    )
    say("Salin berkas kunci yang baru ke tempat aman, lalu buat cadangan baru (rindu backup).")
    say("Cadangan yang lama hanya dapat dibuka dengan salinan berkas kunci yang lama.")
