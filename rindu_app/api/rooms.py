"""The counsellor's door into a video room. The key to it is made now and given to her browser, and to nothing else."""

from contextlib import suppress

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from rindu_app.access.actor import Actor
from rindu_app.access.cookies import staff_token
from rindu_app.access.errors import DomainError, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession, open_session
from rindu_app.api.uids import UID
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.domain.conferences.rooms import make_conference_link
from rindu_app.domain.sessions.rooms import make_room_link
from rindu_app.pages.public import PAGES
from rindu_app.words import routes as to
from rindu_app.words.errors import sentence

HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


async def staff_room(request: Request) -> Response:
    """On to the room for the session's counsellor; why not, in words; and nothing at all for everybody else."""
    token = staff_token(request.headers.get("cookie", ""))
    if not token:
        raise HTTPException(404)
    return await to_thread.run_sync(_answer, token, str(request.path_params["uid"]))


def _answer(token: str, uid: str) -> Response:
    actor = who_is(token)
    if actor is None:
        raise HTTPException(404)
    try:
        with open_session(actor) as session:
            link = _link(session, actor, uid)
    except NotFound:
        raise HTTPException(404) from None
    except DomainError as refusal:
        text = sentence(refusal.code, **refusal.facts)
        return HTMLResponse(PAGES.fill("trouble", sentence=text, reference=""), 409, HEADERS)
    return RedirectResponse(link, 303, HEADERS)


def _link(session: ScopedSession, actor: Actor, uid: str) -> str:
    """Of a session with a client; else of a case conference, which a partner enters by its invitation."""
    if not actor.may(Permission.REFERRAL_ANSWER):
        with suppress(NotFound):
            return make_room_link(session, actor, uid=uid)
    return make_conference_link(session, actor, uid=uid)


routes = [Route(f"{to.ROOMS}/{UID}", staff_room)]
