"""The first page."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from rindu_app.pages.public import PAGES

HOTLINES = [
    {"number": "112", "dial": "112", "name": "Darurat", "hint": "Polisi, ambulans, pemadam"},
    {"number": "110", "dial": "110", "name": "Polisi", "hint": "24 jam"},
    {"number": "119", "dial": "119", "name": "Ambulans", "hint": "24 jam"},
    {"number": "129", "dial": "129", "name": "SAPA 129", "hint": "Perempuan dan anak, 24 jam"},
]


async def show_home(request: Request) -> HTMLResponse:
    return HTMLResponse(PAGES.fill("home", hotlines=HOTLINES, units=[]))


async def no_icon(request: Request) -> Response:
    """Browsers ask for an icon even where a page says that it has none."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})


routes = [Route("/", show_home), Route("/favicon.ico", no_icon)]
