"""`/dokumen/…` gives a paper that was made of a case to those who work on it, a few times, for a while."""

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from rindu_app.access.cookies import staff_token
from rindu_app.access.errors import DomainError, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.api.callers import is_from_our_page
from rindu_app.api.files import file_response
from rindu_app.api.uids import UID
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.domain.files.rows import OpenedFile
from rindu_app.domain.papers.attendance import read_group_list
from rindu_app.domain.papers.content import Paper, reference_of
from rindu_app.domain.papers.exports import PDF, fetch_export
from rindu_app.domain.papers.printing import print_paper
from rindu_app.pages.public import PAGES
from rindu_app.words import routes as to
from rindu_app.words.errors import sentence


async def paper(request: Request) -> Response:
    """A post, because each download counts. Strangers find nothing; colleagues are told why not."""
    token = staff_token(request.headers.get("cookie", ""))
    if not token or not is_from_our_page(request):
        raise HTTPException(404)
    try:
        file = await to_thread.run_sync(_fetch, token, str(request.path_params["uid"]))
    except NotFound as missing:
        raise HTTPException(404) from missing
    except DomainError as refusal:
        status = 403 if isinstance(refusal, Forbidden) else 410
        said = PAGES.fill("trouble", sentence=sentence(refusal.code, **refusal.facts), reference="")
        return HTMLResponse(said, status)
    return file_response(file)


async def group_list(request: Request) -> Response:
    """The list of a group's meeting, set while it is asked for: it says nothing of anybody, and is kept nowhere."""
    token = staff_token(request.headers.get("cookie", ""))
    if not token or not is_from_our_page(request):
        raise HTTPException(404)
    try:
        paper = await to_thread.run_sync(_read_list, token, str(request.path_params["uid"]))
    except DomainError as refusal:
        raise HTTPException(404) from refusal
    printed = await to_thread.run_sync(print_paper, paper)
    return file_response(OpenedFile(f"{reference_of(paper.number, paper.kind)}.pdf", PDF, printed.pdf))


def _read_list(token: str, uid: str) -> Paper:
    actor = who_is(token)
    if actor is None:
        raise NotFound
    with open_session(actor) as session:
        return read_group_list(session, actor, uid=uid)


def _fetch(token: str, uid: str) -> OpenedFile:
    actor = who_is(token)
    if actor is None:
        raise NotFound
    with open_session(actor) as session:
        return fetch_export(session, actor, uid=uid)


routes = [
    Route(f"{to.PAPERS}/{UID}", paper, methods=["POST"]),
    Route(to.group_list(UID), group_list, methods=["POST"]),
]
