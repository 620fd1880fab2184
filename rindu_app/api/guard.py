"""What stands before Reflex's own paths: pages of staff are for staff, and a socket is bound to its sign-in."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from rindu_app.access.actor import Actor
from rindu_app.access.cookies import bound_token, staff_token
from rindu_app.api.tabs import note_tab
from rindu_app.words.codes import Role
from rindu_app.words.routes import SIGN_IN

SOCKET = "/_event"
# Hashed scripts and styles hold no data, and who asks whether we are up has no cookie.
OPEN = ("/assets/", "/ping")

WhoIs = Callable[[str], Actor | None]
RolesOf = Callable[[str], frozenset[Role] | None]


class Guard:
    """ASGI: in front of Reflex and its built pages, behind our own routes.

    `who` finds the actor of a sign-in token; `roles_of` says which roles have a page at a path (`None`: there is none).
    Raises 404 alike for a page that is not there and for one that is not this person's.
    """

    def __init__(self, app: ASGIApp, *, who: WhoIs, roles_of: RolesOf) -> None:
        self.app, self.who, self.roles_of = app, who, roles_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif _is_socket(scope["path"]):
            await self.app(_bind(scope), receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["path"].startswith(OPEN) or await self._may_open(scope):
            await self.app(scope, receive, send)
        else:
            await RedirectResponse(SIGN_IN, 303, {"Cache-Control": "no-store"})(scope, receive, send)

    async def _may_open(self, scope: Scope) -> bool:
        """Whether this is the person's page; `False` if nobody is signed in."""
        roles = self.roles_of(scope["path"].rstrip("/") or "/")
        if roles is None or scope["method"] not in {"GET", "HEAD"}:
            raise HTTPException(404)
        token = staff_token(Headers(scope=scope).get("cookie", ""))
        actor = await to_thread.run_sync(self.who, token) if token else None
        if actor is not None and actor.kind not in roles:
            raise HTTPException(404)
        return actor is not None


def _is_socket(path: str) -> bool:
    return path == SOCKET or path.startswith(f"{SOCKET}/")


def _bind(scope: Scope) -> Scope:
    """The same request with the bound token in the place of the browser's. Without one it opens nothing."""
    query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    cookie = Headers(scope=scope).get("cookie", "")
    if "token" in query:
        query["token"] = bound_token(query["token"], cookie)
        note_tab(staff_token(cookie), query["token"])
    return {**scope, "query_string": urlencode(query).encode()}
