"""Pin every Python dependency with its hashes in requirements.txt (runtime) and requirements-dev.txt (tests)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A lock names no registry: each machine uses the index that its own pip configuration names.
OPTIONS = [
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--quiet",
]


def compile_lock(output: str, *more: str) -> None:
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *more, "-o", output, "pyproject.toml"]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv else []
    compile_lock("requirements.txt", *upgrade)
    compile_lock("requirements-dev.txt", "--extra", "dev", "-c", "requirements.txt", *upgrade)
