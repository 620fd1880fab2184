"""Lists to choose from, as the office keeps them."""

from collections.abc import Iterable

from rindu_app.access.actor import Actor
from rindu_app.access.session import ScopedSession
from rindu_app.domain.areas.queries import list_children
from rindu_app.domain.cases.lists import list_colleagues
from rindu_app.domain.cases.rows import ColleagueRow
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.view import timezone_of
from rindu_app.state.counsellor.shown import Choice
from rindu_app.words.counsellor import BELOW


def codes(session: ScopedSession, list_code: str) -> list[Choice]:
    return [Choice(item.code, item.label, item.help) for item in list_codes(session, list_code)]


def bodies(session: ScopedSession, list_code: str) -> dict[str, str]:
    """Text of each template of a list."""
    return {item.code: str(item.extra.get("body", "")) for item in list_codes(session, list_code)}


def areas_below(session: ScopedSession, area_code: str) -> list[Choice]:
    """One level down; the provinces for the whole country."""
    return [Choice(area.code, area.name) for area in list_children(session, area_code or None)]


def levels_below(area_code: str) -> tuple[str, str]:
    """What `areas_below` offers first, and then below that, in a word."""
    return BELOW[len(area_code.split(".")) if area_code else 0]


def colleagues(session: ScopedSession, actor: Actor) -> list[Choice]:
    return people(list_colleagues(session, actor))


def people(rows: Iterable[ColleagueRow]) -> list[Choice]:
    return [Choice(str(row.account_id), f"{row.name}, {row.role_label}") for row in rows]


def own_zone(session: ScopedSession, actor: Actor) -> str:
    return timezone_of(session, actor.area_code)
