"""Run the production server over an already built frontend: nothing is compiled, nothing is fetched."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_WORKERS = 8
CLIENT = ROOT / ".web" / "build" / "client"


def is_built() -> bool:
    return (CLIENT / "404.html").exists()


def prepare_environment(port: int) -> None:
    """Set what Reflex reads at import: the built pages are mounted, and no other host is asked for anything."""
    os.environ.setdefault("RINDU_PUBLIC_URL", f"http://127.0.0.1:{port}")
    os.environ |= {
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "REFLEX_DIR": str(ROOT / ".build" / "reflex"),
    }
    from reflex_base.constants import Env
    from reflex_base.environment import environment

    environment.REFLEX_ENV_MODE.set(Env.PROD)
    environment.REFLEX_SKIP_COMPILE.set(True)
    environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.set(True)
    if os.environ.get("RINDU_REDIS_URL"):
        os.environ.setdefault("GRANIAN_WORKERS", str(min(os.cpu_count() or 1, MOST_WORKERS)))


def serve(host: str, port: int) -> None:
    """Serve pages, API and socket on one port until the process is told to stop.

    One worker without Redis; with it one for each core, or as many as `GRANIAN_WORKERS` says.

    Raises:
        SystemExit: the frontend has not been built yet.
    """
    if not is_built():
        raise SystemExit("Halaman belum dibangun. Jalankan `make build` dulu.")
    os.chdir(ROOT)
    prepare_environment(port)

    from reflex.utils.exec import run_granian_backend_prod
    from reflex_base.constants import LogLevel

    run_granian_backend_prod(host, port, LogLevel.WARNING)
