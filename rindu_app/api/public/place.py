"""The question "where": one level at a time, or by name. What was chosen so far is kept at each tap."""

from typing import Any

from sqlmodel import Session

from rindu_app.access.errors import Invalid
from rindu_app.api.public.steps import Said
from rindu_app.domain.areas.codes import area_level, check_area_code
from rindu_app.domain.areas.queries import list_children, read_area_paths
from rindu_app.domain.areas.search import search_areas
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.settings import get_settings

# What is asked below each level.
BELOW = {0: "Provinsi", 1: "Kabupaten atau kota", 2: "Kecamatan", 3: "Desa atau kelurahan"}
ABOVE = {1: "Ganti provinsi", 2: "Kabupaten lain", 3: "Kecamatan lain", 4: "Desa lain"}
HITS = 8


def place_values(session: Session, draft: Said, looked: str = "") -> dict[str, Any]:
    """What the page shows: the place so far, the next list below it, and what a search found."""
    at = _at(draft)
    chosen = read_area_paths(session, [at]).get(at) if at else None
    at = chosen.code if chosen else ""
    level = area_level(at) if at else 0
    return {
        "at": at,
        "level": level,
        "chosen": chosen.text if chosen else "",
        "up": ".".join(at.split(".")[:-1]) if at else None,
        "up_words": ABOVE.get(level, ""),
        "children": list_children(session, at or None) if level < 4 else (),
        "children_words": BELOW.get(level, ""),
        "hits": search_near(session, looked, at) if looked else (),
        "looked": looked,
    }


def search_near(session: Session, text: str, at: str) -> tuple[Any, ...]:
    """What is near comes first: the place chosen so far, else the whole country."""
    near = search_areas(session, text, ".".join(at.split(".")[:2]), HITS) if at else ()
    if len(near) >= HITS:
        return near
    known = {hit.code for hit in near}
    return (
        near
        + tuple(hit for hit in search_areas(session, text, None, HITS) if hit.code not in known)[
            : HITS - len(near)
        ]
    )


def take_place(session: Session, visit: OpenVisit, pick: str, at: str, up: str | None) -> bool:
    """Keep what was tapped; True when there is nothing more to ask. Raises `Invalid` for a place that is not there."""
    said = visit.draft["answers"]
    if up is not None:
        visit.draft["at"] = _known(session, up)
        said.pop("area_code", None)
        return False
    code = _known(session, pick or at)
    visit.draft["at"] = code
    if code:
        said["area_code"] = code
    return not pick or area_level(code) == 4


def _known(session: Session, code: str) -> str:
    if code and code not in read_area_paths(session, [code]):
        raise Invalid("area_code", "unknown_area")
    return code


def _at(draft: Said) -> str:
    """Where the list starts: what she chose, else the kabupaten of the page she came in by."""
    if "at" in draft:
        return str(draft["at"])
    code = draft["answers"].get("area_code") or draft.get("w") or get_settings().home_area
    return str(check_area_code(code))
