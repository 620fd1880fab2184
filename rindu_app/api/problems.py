"""What a door answers when there is nothing, or when something of ours broke: a sentence, and a number to quote."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rindu_app.access.cookies import staff_token
from rindu_app.failures import record_failure
from rindu_app.pages.public import PAGES
from rindu_app.words.routes import START

SENTENCES = {
    404: ("not_found", "Halaman atau data ini tidak ada."),
    405: ("method_not_allowed", "Cara memanggil alamat ini tidak dikenal."),
    413: ("too_large", "Kiriman terlalu besar."),
    429: ("too_many", "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi."),
}
UNKNOWN = ("refused", "Permintaan ini tidak dapat dilayani.")


def is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


async def refused(request: Request, error: Exception) -> Response:
    """An address that is not there, or a request that a route refused."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    code, sentence = SENTENCES.get(status, UNKNOWN)
    headers = error.headers if isinstance(error, HTTPException) else None
    if is_api(request):
        return JSONResponse({"error": {"code": code, "message": sentence}}, status, headers)
    if status == 404:
        return HTMLResponse(missing_page(request.headers), status, headers)
    return HTMLResponse(PAGES.fill("trouble", sentence=sentence, reference=""), status, headers)


def missing_page(headers: Headers) -> str:
    """Its button leads staff to their home: that depends on the asker's own cookie, never on what was asked for."""
    return PAGES.fill("missing", home=START if staff_token(headers.get("cookie", "")) else "/")


class Failures:
    """ASGI middleware: whatever breaks below is answered, with the headers that every answer gets.

    Starlette's own handler stands outside all middleware, and raises the error again for the server to print.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, ours = False, scope.get("app")

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, watched_send)
        except Exception as error:
            answer = broken(Request(scope), error)
            if started:
                raise ConnectionError("The answer broke off; see request_failed.") from None
            scope["app"] = ours
            await answer(scope, receive, send)


def broken(request: Request, error: Exception) -> Response:
    """Something of ours broke: the log gets a number and where, the person the number."""
    reference = record_failure("request_failed", error)
    sentence = "Ada gangguan di sistem kami. Yang sudah terkirim sebelumnya tetap tersimpan."
    if is_api(request):
        return JSONResponse({"error": {"code": "broken", "message": sentence, "reference": reference}}, 500)
    return HTMLResponse(PAGES.fill("trouble", sentence=sentence, reference=reference), 500)
