"""Install the locked requirements into the virtual environment that runs this file, once per lock content.

`python tools/environment.py run|dev`. `dev` contains `run`: after it, `run` has nothing to do.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": ROOT / "requirements.txt", "dev": ROOT / "requirements-dev.txt"}


def stamp_path(kind: str) -> Path:
    digest = hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()[:16]
    return Path(sys.prefix) / f".rindu-{kind}-{digest}"


def is_installed(kind: str) -> bool:
    """A development environment holds everything that the runtime needs, if both locks are still the same."""
    return stamp_path(kind).exists() or (kind == "run" and stamp_path("dev").exists())


def install(kind: str) -> None:
    lock = LOCKS[kind]
    print(
        f"Memasang paket Python yang terkunci dari {lock.name} (beberapa menit pada kali pertama) …",
        flush=True,
    )
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--require-hashes",
        # The lock names every package: pip shall not look for others, nor for newer ones of an extra (`granian[reload]`).
        "--no-deps",
        "--only-binary=:all:",
        "-qq",
        "-r",
        str(lock),
    ]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        sys.exit("Pemasangan paket gagal. Periksa sambungan ke indeks paket Python, lalu ulangi perintahnya.")
    for other in ("run", "dev"):
        for old in Path(sys.prefix).glob(f".rindu-{other}-*"):
            old.unlink()
    stamp_path(kind).touch()
    print("Paket Python siap.", flush=True)


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in LOCKS:
        sys.exit("Pemakaian: environment.py run|dev")
    if not is_installed(wanted):
        install(wanted)
