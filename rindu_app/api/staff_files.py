"""How the built staff pages are reached: by their address only, and an unknown address gets a page without scripts."""

from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rindu_app.api.headers import CLIENT
from rindu_app.api.problems import SENTENCES, missing_page


class StaffFiles:
    """ASGI middleware around Reflex's static mount.

    A directory is served without the redirect that would name our inner host, `*.html` is not an address of ours, and
    where Reflex would answer 404 with its scripted shell, a citizen who mistyped gets plain HTML.
    """

    def __init__(self, app: ASGIApp, client: Path = CLIENT) -> None:
        self.app = app
        self.client = client

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].endswith(".html"):
            await missing_answer(scope)(scope, receive, send)
            return
        if self.is_directory(scope["path"]):
            scope["path"] += "/"
        answer, ours = Answer(send), scope.get("app")
        await self.app(scope, receive, answer.send)
        if answer.is_missing:
            scope["app"] = ours  # the answer is ours, and gets the headers of a page without scripts
            await missing_answer(scope)(scope, receive, send)

    def is_directory(self, path: str) -> bool:
        if path.endswith("/") or ".." in path:
            return False
        try:
            return (self.client / path.strip("/") / "index.html").is_file()
        except OSError:  # a path longer than any file system knows
            return False


class Answer:
    """Holds back an HTML answer with status 404, passes everything else on."""

    def __init__(self, send: Send) -> None:
        self.pass_on = send
        self.is_missing = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 404:
            kind = Headers(raw=message["headers"]).get("content-type", "")
            self.is_missing = kind.startswith(("text/html", "text/plain"))
        if not self.is_missing:
            await self.pass_on(message)


def missing_answer(scope: Scope) -> Response:
    code, sentence = SENTENCES[404]
    if scope["path"].startswith("/api/"):
        return JSONResponse({"error": {"code": code, "message": sentence}}, 404)
    return HTMLResponse(missing_page(Headers(scope=scope)), 404)
