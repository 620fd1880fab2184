"""Facts about a running server's processes."""

from pathlib import Path

from tests.browser import Server


def memory_mb(server: Server) -> float:
    """Proportional set size of all processes that work on this installation, jobs included."""
    total = 0.0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if str(server.data_dir).encode() in (process / "environ").read_bytes():
                total += float((process / "smaps_rollup").read_text().split("Pss:")[1].split()[0]) / 1024
        except (OSError, IndexError):
            continue  # gone meanwhile, or not ours to read
    return total
