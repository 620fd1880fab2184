"""Code lists, hotlines, clocks and holidays: what we ship, and how it gets into the database.

The files are TOML: `lists/*.toml` holds one table per list with `source`, `items` and, where the law gives one, `valid_from`.
The keys of an item are `code`, `label`, `help` and `national` (its name in a national system); any other key goes to `extra`.
To add an entry or a list, edit a file; the next `rindu seed` brings it in. Nothing an administrator changed is touched.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlmodel import Session

from rindu_app.models import ClockRule, CodeItem, Holiday, Hotline, ReferenceVersion
from rindu_app.seeds.reference.seed_rows import SeedChanges, SeedRow, hash_values, sync_rows
from rindu_app.words import clock

FOLDER = Path(__file__).parent
NAME = "code_lists"
# Old enough for every record that is imported: the year of the first service standards (Permen PPPA 1/2010).
ALWAYS = date(2010, 1, 1)


def load_code_lists(session: Session, folder: Path = FOLDER) -> SeedChanges:
    """Bring code lists, hotlines, clock rules and holidays to the shipped state. The caller commits.

    Adds what is new and updates what nobody changed; see `seed_rows.sync_rows`. A second call changes nothing.
    """
    rows = list(read_seed_rows(folder))
    changes = sync_rows(session, rows)
    version = hash_values({"rows": [[row.identity, row.values] for row in rows]})
    loaded = session.get(ReferenceVersion, NAME)
    if loaded is None or loaded.version != version:
        session.merge(ReferenceVersion(name=NAME, version=version, loaded_at=clock.now()))
        session.flush()
    return changes


def read_seed_rows(folder: Path = FOLDER) -> Iterator[SeedRow]:
    """Every shipped row, in the order of the files."""
    for path in sorted((folder / "lists").glob("*.toml")):
        for list_code, content in _read(path).items():
            yield from _code_items(list_code, content)
    for position, line in enumerate(_read(folder / "hotlines.toml")["hotline"], start=1):
        number = {"number": line["number"], "area_code": None}
        rest = {"label": line["label"], "note": line.get("note", ""), "whatsapp": line.get("whatsapp")}
        yield SeedRow(Hotline, number, {**rest, "position": position, "active": True})
    for rule in _read(folder / "clock_rules.toml")["clock_rule"]:
        rest = {"minutes": None, "working_days": None, "around_the_clock": True, **rule}
        yield SeedRow(ClockRule, {"code": rest.pop("code")}, rest)
    for day in _read(folder / "holidays.toml")["holiday"]:
        yield SeedRow(Holiday, {"day": day["day"]}, {"name": day["name"], "kind": day["kind"]})


def _code_items(list_code: str, content: dict[str, Any]) -> Iterator[SeedRow]:
    valid_from = content.get("valid_from", ALWAYS)
    for position, item in enumerate(content["items"], start=1):
        extra = dict(item)
        values = {
            "label": extra.pop("label"),
            "help": extra.pop("help", ""),
            "national": extra.pop("national", {}),
            "valid_from": valid_from,
            "valid_to": None,
            "position": position * 10,  # room for an administrator's own entries in between
            "active": True,
        }
        identity = {"list_code": list_code, "code": extra.pop("code")}
        yield SeedRow(CodeItem, identity, {**values, "extra": extra})


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
