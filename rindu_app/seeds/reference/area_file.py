"""The exported table of areas as rows ready for the database."""

import csv
import gzip
import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rindu_app.domain.areas.codes import normalize_name

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class AreaRecord:
    code: str
    name: str
    kind: str
    timezone: str

    @property
    def columns(self) -> dict[str, str | int | None]:
        """The columns that the code and the name give."""
        return {
            "code": self.code,
            "name": self.name,
            "name_search": normalize_name(self.name),
            "kind": self.kind,
            "level": self.code.count(".") + 1,
            "parent_code": self.code.rpartition(".")[0] or None,
            "timezone": self.timezone,
        }


@dataclass(frozen=True)
class AreaFile:
    """`version` names the decree and the content: the same rows under the same decree always have the same version."""

    version: str
    legal_basis: str
    valid_from: date
    records: tuple[AreaRecord, ...]


def read_area_version(folder: Path = FOLDER) -> str:
    """The version of the shipped table, without reading its rows."""
    digest = hashlib.sha256()
    digest.update(gzip.decompress((folder / "areas.csv.gz").read_bytes()))
    for name in ("areas.toml", "time_zones.toml"):
        digest.update((folder / name).read_bytes())
    legal_basis = tomllib.loads((folder / "areas.toml").read_text())["legal_basis"]
    return f"{legal_basis[:60]} {digest.hexdigest()[:16]}"


def read_area_file(folder: Path = FOLDER) -> AreaFile:
    """All areas, parents before children. KeyError when a province has no time zone in `time_zones.toml`."""
    about = tomllib.loads((folder / "areas.toml").read_text())
    zones = tomllib.loads((folder / "time_zones.toml").read_text())
    zone_of = {province: zone for zone, provinces in zones.items() for province in provinces}
    text = gzip.decompress((folder / "areas.csv.gz").read_bytes()).decode()
    rows = csv.DictReader(text.splitlines())
    records = tuple(
        AreaRecord(row["code"], row["name"], row["kind"], zone_of[row["code"][:2]]) for row in rows
    )
    return AreaFile(read_area_version(folder), about["legal_basis"], about["valid_from"], records)
