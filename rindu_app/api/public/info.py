"""Pages to read: rights, services, what happens next, safety with a phone."""

from collections.abc import Callable

from starlette.responses import Response

from rindu_app.access.session import open_session
from rindu_app.api.public.answer import page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.home import by_whatsapp, place_in, urgent_lines
from rindu_app.api.public.visitor import VISITOR, marked
from rindu_app.domain.units.queries import list_units
from rindu_app.settings import get_settings

PAGES_OF_INFO = ("hak-perempuan", "hak-anak", "pencegahan", "alur", "layanan", "aman")


def show_info(name: str) -> Callable[[Ask], Response]:
    @marked
    def show(ask: Ask, mark: str) -> Response:
        place = place_in(ask.query.get("w", ""))
        with open_session(VISITOR, write=False) as session:
            lines = urgent_lines(session, place)
            units = list_units(session, place or get_settings().home_area) if name == "layanan" else ()
        return page(name, mark=mark, hotlines=lines, sapa=by_whatsapp(lines), units=units, place=place)

    return show
