"""The first page."""

from sqlmodel import Session
from starlette.responses import Response

from rindu_app.access.session import open_session
from rindu_app.api.public.answer import page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.visitor import VISITOR, marked
from rindu_app.domain.areas.codes import check_area_code
from rindu_app.domain.codes.queries import list_hotlines
from rindu_app.domain.codes.rows import HotlineRow
from rindu_app.domain.units.queries import list_units
from rindu_app.settings import get_settings

# Shown first to somebody in danger; what else the list holds is for later.
URGENT = ("112", "110", "119", "129")


@marked
def show_home(ask: Ask, mark: str) -> Response:
    place = place_in(ask.query.get("w", ""))
    with open_session(VISITOR, write=False) as session:
        lines = urgent_lines(session, place)
        units = list_units(session, place or get_settings().home_area)
    return page("home", hotlines=lines, sapa=by_whatsapp(lines), units=units, place=place, mark=mark)


def place_in(text: str) -> str:
    """An area code that came with an address, or ""."""
    try:
        return check_area_code(text)
    except ValueError:
        return ""


def urgent_lines(session: Session, place: str = "") -> tuple[HotlineRow, ...]:
    return tuple(
        line
        for line in list_hotlines(session, place or None)
        if line.number in URGENT or len(line.number) > 4
    )


def by_whatsapp(lines: tuple[HotlineRow, ...]) -> HotlineRow | None:
    return next((line for line in lines if line.whatsapp), None)
