"""Bringing the shipped data into the database, each part in a transaction of its own."""

from collections.abc import Callable

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.seeds.reference.code_lists import load_code_lists
from rindu_app.seeds.reference.load_areas import load_areas

SEEDER = Actor.system("seed")


def load_reference(step: Callable[[int, int], None] = lambda done, total: None) -> bool:
    """Areas, code lists, hotlines, clocks, holidays. True where anything changed; takes no time where nothing did."""
    with open_session(SEEDER) as session:
        areas = load_areas(session, step)
    with open_session(SEEDER) as session:
        lists = load_code_lists(session)
    return bool(areas.added or areas.changed or areas.closed or lists.added or lists.updated or lists.retired)
