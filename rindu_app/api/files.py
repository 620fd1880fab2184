"""How a file leaves the house: always as a download that can do nothing in a browser (secure-intake promise 16)."""

import re
from urllib.parse import quote

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rindu_app.access.cookies import staff_token
from rindu_app.access.errors import DomainError
from rindu_app.access.session import open_session
from rindu_app.api.uids import UID
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.domain.files.queries import open_file
from rindu_app.domain.files.rows import OpenedFile
from rindu_app.words import routes as to

# Neither page nor plug-in: even a browser that opens it inside itself gives it no rights and no origin.
FILE_HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def file_response(file: OpenedFile) -> Response:
    """Answer with a file, as an attachment."""
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", file.name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = FILE_HEADERS | {"Content-Disposition": disposition}
    return Response(file.data, media_type=file.media_type, headers=headers)


async def staff_file(request: Request) -> Response:
    """A file of a report for a member of staff who may see that report; for everybody else there is nothing here."""
    token = staff_token(request.headers.get("cookie", ""))
    opened = await to_thread.run_sync(_open, token, str(request.path_params["uid"])) if token else None
    if opened is None:
        raise HTTPException(404)
    return file_response(opened)


def _open(token: str, uid: str) -> OpenedFile | None:
    actor = who_is(token)
    if actor is None:
        return None
    try:
        with open_session(actor) as session:
            return open_file(session, actor, uid)
    except DomainError:
        return None


routes = [Route(f"{to.FILES}/{UID}", staff_file)]
