"""The page that a whole run writes."""

import os
import platform
import subprocess
from datetime import date
from pathlib import Path

from bench.measure import Section

HEAD = """# Yang terukur

Ditulis oleh `make bench`; jangan disunting dengan tangan. Uji tidak menegaskan waktu: angka di sini dibaca orang.

"""


def write_report(path: Path, sections: list[Section], seconds: float) -> None:
    path.write_text(HEAD + machine(seconds) + "\n".join(section.markdown() for section in sections))
    print(f"Ditulis ke {path}.")


def machine(seconds: float) -> str:
    facts = [
        f"{os.cpu_count()} inti, {memory_gb():.0f} GB, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        f"komit {commit()}, {date.today():%d-%m-%Y}, seluruhnya {seconds / 60:.1f} menit",  # noqa: DTZ011  # a date for people
    ]
    return "".join(f"- {fact}\n" for fact in facts) + "\n"


def memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def commit() -> str:
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "tidak diketahui"
