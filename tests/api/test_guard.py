"""Staff pages are for signed-in staff of the right role; everybody else learns nothing, not even that they exist."""

import json

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from rindu_app.access.cookies import bound_token, staff_token
from rindu_app.api.app import create_app
from rindu_app.api.guard import Guard
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.words.codes import Role
from tests.accounts import SignedIn, give_password, signed_in

PAGES = {"/kotak-masuk": frozenset({Role.COUNSELLOR}), "/admin": frozenset({Role.ADMIN})}


async def shell(request: Request) -> PlainTextResponse:
    return PlainTextResponse(json.dumps(dict(request.query_params)) + " shell")


@pytest.fixture
def browser(installation: object) -> TestClient:
    app = create_app()
    reflex = Starlette(routes=[Route("/{path:path}", shell, methods=["GET", "POST"])])
    app.mount("", Guard(reflex, who=who_is, roles_of=PAGES.get))
    return TestClient(app, follow_redirects=False)


def get(browser: TestClient, path: str, person: SignedIn | str | None = None) -> tuple[int, str]:
    token = person.token if isinstance(person, SignedIn) else person
    answer = browser.get(path, headers={"cookie": f"ruang={token}"} if token else {})
    return answer.status_code, answer.headers.get("location", "")


def test_a_page_opens_for_its_role(browser: TestClient) -> None:
    assert get(browser, "/kotak-masuk", signed_in("sari")) == (200, "")


@pytest.mark.parametrize("cookie", [None, "made-up"])
def test_a_stranger_is_sent_to_sign_in(browser: TestClient, cookie: str | None) -> None:
    assert get(browser, "/kotak-masuk", cookie) == (303, "/masuk")
    assert get(browser, "/kotak-masuk/", cookie) == (303, "/masuk")


def test_a_half_open_session_is_sent_to_sign_in(browser: TestClient) -> None:
    signed_in("sari")
    assert get(browser, "/kotak-masuk", give_password("sari").token) == (303, "/masuk")


def test_another_roles_page_does_not_exist(browser: TestClient) -> None:
    assert get(browser, "/admin", signed_in("sari")) == (404, "")
    assert get(browser, "/kotak-masuk", signed_in("admin", role=Role.ADMIN)) == (404, "")


@pytest.mark.parametrize(
    "path", ["/tidak-ada", "/_upload", "/_upload/x.pdf", "/__spa-fallback", "/auth-codespace", "/_all_routes"]
)
def test_what_is_no_page_does_not_exist_for_anybody(browser: TestClient, path: str) -> None:
    assert get(browser, path) == (404, "")
    assert get(browser, path, signed_in("sari")) == (404, "")


def test_the_way_back_from_a_page_that_is_not_there_depends_on_who_asks_and_not_on_what(
    browser: TestClient,
) -> None:
    for path in ("/admin", "/tidak-ada"):
        hers = browser.get(path, headers={"cookie": f"ruang={signed_in('sari' + path[1]).token}"}).text
        assert 'href="/beranda"' in hers
    stranger = browser.get("/tidak-ada").text
    assert "beranda" not in stranger
    assert stranger == hers.replace('href="/beranda"', 'href="/"')


def test_pages_are_only_read(browser: TestClient) -> None:
    person = signed_in("sari")
    assert browser.post("/kotak-masuk", headers={"cookie": f"ruang={person.token}"}).status_code == 404


def test_scripts_and_health_need_no_cookie(browser: TestClient) -> None:
    for path in ("/assets/x.js", "/ping"):
        assert get(browser, path)[0] == 200


def test_the_socket_never_sees_the_browsers_own_token(browser: TestClient) -> None:
    def seen(cookie: str) -> str:
        answer = browser.get("/_event/?token=tab-1&EIO=4", headers={"cookie": cookie})
        return str(json.loads(answer.text.removesuffix(" shell"))["token"])

    tokens = {seen(""), seen("ruang=a"), seen("ruang=b"), seen("lain=1; ruang=a")}
    assert "tab-1" not in tokens
    assert len(tokens) == 3
    assert seen("ruang=a") == bound_token("tab-1", "ruang=a")


@pytest.mark.parametrize(
    ("header", "token"),
    [("", ""), ("ruang=a", "a"), ("x=1; ruang=a; y=2", "a"), ("ruang=a; ruang=b", "a"), ("ruang", ""), ("RUANG=a", ""),
     ('ruang="a"', "a"), ("xruang=a", ""), ("\0=;;=ruang", "")],
)  # fmt: skip
def test_only_our_cookie_is_read(header: str, token: str) -> None:
    assert staff_token(header) == token
