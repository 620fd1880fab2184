"""Build what the browser gets, once per change of its sources: `python -m tools.build [--force]`."""

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = ROOT / ".build" / "frontend.stamp"
LOG = ROOT / ".build" / "frontend.log"
CLIENT = ROOT / ".web" / "build" / "client"

SOURCES = ("rindu_app/**/*.py", "rindu_app/**/*.css", "assets/**/*", "reflex.lock/*")
FILES = ("rxconfig.py", "requirements.txt", ".npmrc", "tools/build.py")
# Only the server uses these; changing them leaves what the browser gets as it is.
SERVER_ONLY = (
    "rindu_app/api/",
    "rindu_app/access/",
    "rindu_app/adapters/",
    "rindu_app/seeds/",
    "rindu_app/cli/",
    "rindu_app/jobs/",
)


def source_files() -> list[Path]:
    found = {path for pattern in SOURCES for path in ROOT.glob(pattern) if path.is_file()}
    found |= {ROOT / name for name in FILES if (ROOT / name).exists()}
    return sorted(p for p in found if not p.relative_to(ROOT).as_posix().startswith(SERVER_ONLY))


def fingerprint() -> str:
    digest = hashlib.sha256()
    for path in source_files():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_current() -> bool:
    return CLIENT.joinpath("404.html").exists() and STAMP.exists() and STAMP.read_text() == fingerprint()


def build_environment() -> dict[str, str]:
    """Node comes from its Python wheel; npm's registry from the user's own npm configuration."""
    binaries = Path(sys.executable).parent
    return os.environ | {
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}",
        "REFLEX_USE_NPM": "1",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "REFLEX_DIR": str(ROOT / ".build" / "reflex"),
        "NO_COLOR": "1",
        "CI": "true",
    }


def run_logged(command: list[str], doing: str, cwd: Path = ROOT) -> None:
    """Run a long command with its output in the log, saying every ten seconds that it is still at work."""
    started = time.monotonic()
    done = threading.Event()

    def tell() -> None:
        while not done.wait(10):
            print(f"  masih {doing} ({time.monotonic() - started:.0f} detik) …", flush=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    with LOG.open("a") as log:
        result = subprocess.run(
            command, cwd=cwd, env=build_environment(), stdout=log, stderr=log, check=False
        )
    done.set()
    if result.returncode != 0:
        print("\n".join(LOG.read_text(errors="replace").splitlines()[-40:]), file=sys.stderr)
        sys.exit(f"Gagal {doing}. Catatan lengkap ada di {LOG.relative_to(ROOT)}.")


def tidy_lock() -> None:
    """Write the npm manifest in one order, so that a build that changed nothing leaves the repository as it was."""
    manifest = ROOT / "reflex.lock" / "package.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()), indent=2, sort_keys=True) + "\n")


def main() -> None:
    if is_current() and "--force" not in sys.argv:
        print("Halaman tidak berubah sejak dibangun terakhir.", flush=True)
        return
    print("Membangun halaman (sekitar satu menit, lebih lama pada kali pertama) …", flush=True)
    started = time.monotonic()
    LOG.parent.mkdir(exist_ok=True)
    LOG.unlink(missing_ok=True)
    STAMP.unlink(missing_ok=True)
    export = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip", "--env", "prod"]
    run_logged(export, "membangun halaman")
    tidy_lock()
    run_logged([sys.executable, "-m", "tools.citizen_css"], "menata gaya halaman warga")
    STAMP.write_text(fingerprint())
    print(f"Halaman selesai dibangun dalam {time.monotonic() - started:.0f} detik.", flush=True)


if __name__ == "__main__":
    main()
