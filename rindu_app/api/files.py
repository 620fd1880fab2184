"""How a file leaves the house: always as a download that can do nothing in a browser (secure-intake promise 16)."""

import re
from urllib.parse import quote

from starlette.responses import Response

from rindu_app.domain.files.rows import OpenedFile

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
