"""`/_health`: 200 while a report can be taken, 503 when not. It stands before Reflex's own."""

import time

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from rindu_app.domain.health import check_health

# However often it is asked: the house is not looked over more often than this.
SECONDS = 2.0
_last: tuple[float, dict[str, bool]] = (-SECONDS, {})


async def health(_request: Request) -> JSONResponse:
    global _last
    if time.monotonic() - _last[0] >= SECONDS:
        _last = (time.monotonic(), await to_thread.run_sync(check_health))
    parts = _last[1]
    well = all(parts.values())
    body = {
        "status": "ok" if well else "trouble",
        **{part: "ok" if is_ok else "trouble" for part, is_ok in parts.items()},
    }
    return JSONResponse(body, 200 if well else 503, {"Cache-Control": "no-store"})


routes = [Route("/_health", health)]
