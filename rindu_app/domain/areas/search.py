"""Finding an area by what somebody types."""

from typing import Any

from sqlalchemy import ColumnElement, case, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from rindu_app.access.scopes import within_area
from rindu_app.domain.areas.codes import normalize_name
from rindu_app.domain.areas.rows import AreaHit
from rindu_app.models import Area

# Words that say what an area is; no area is named by them alone.
KIND_WORDS = frozenset({"kab", "kec", "kel", "prov", "provinsi", "kecamatan", "kelurahan", "desa", "distrik"})
MAX_WORDS = 6


def search_areas(
    session: Session, text: str, within: str | None = None, limit: int = 20
) -> tuple[AreaHit, ...]:
    """Areas valid today whose name has a word beginning with one of the words typed, best first.

    Each word must begin a word of the name or of an ancestor's name, so that "rejomulyo metro" finds the village in Kota Metro and
    "sidomulyo" is narrowed by adding a kecamatan. Case, accents and punctuation do not matter. `within` keeps to one
    area and what lies below it. Fewer than two letters find nothing. One query.
    """
    words = _words(text)
    if len("".join(words)) < 2 or limit < 1:
        return ()
    parents = [aliased(Area) for _ in range(3)]
    names = [col(Area.name_search), *(col(parent.name_search) for parent in parents)]
    conditions = [col(Area.valid_to).is_(None), or_(*(_has_word(names[0], word) for word in words))]
    if len(words) > 1:
        conditions += [or_(*(_has_word(name, word) for name in names)) for word in words]
    if within is not None:
        conditions.append(within_area(Area.code, within))
    statement: Any = select(col(Area.code), Area.name, Area.kind, Area.level, *(p.name for p in parents))
    child: Any = Area
    for parent in parents:
        statement = statement.outerjoin(parent, col(parent.code) == col(child.parent_code))
        child = parent
    statement = statement.where(*conditions).order_by(*_order(words), *names, col(Area.code)).limit(limit)
    return tuple(
        AreaHit(code, name, kind, level, ", ".join([name, *(step for step in above if step)]))
        for code, name, kind, level, *above in session.exec(statement)
    )


def _words(text: str) -> list[str]:
    words = normalize_name(text[:200]).split()[:MAX_WORDS]
    return [word for word in words if word not in KIND_WORDS] or words


def _has_word(name: Any, word: str) -> ColumnElement[bool]:
    # Normalised words hold only a-z and 0-9, so LIKE has nothing to escape.
    return or_(name.like(f"{word}%"), name.like(f"% {word}%"))


def _order(words: list[str]) -> list[Any]:
    """First what is named as typed (leaving "kabupaten" and "kota" aside), then larger areas, then names that begin so."""
    typed = " ".join(words)
    name = col(Area.name_search)
    same = name.in_([typed, f"kabupaten {typed}", f"kota {typed}", words[0]])
    begins = name.like(f"{words[0]}%")
    return [case((same, 0), else_=1), col(Area.level), case((begins, 0), else_=1)]
