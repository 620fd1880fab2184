"""Every answer carries the headers that its kind needs."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from rindu_app.api import headers
from rindu_app.api.app import create_app
from rindu_app.components import stylesheet
from rindu_app.settings import get_settings

INLINE = "window.__context = {};"
STAFF_PAGE = (
    f'<!DOCTYPE html><html><head><script>{INLINE}</script><script src="/assets/x.js"></script></head></html>'
)


async def data(request: Request) -> Response:
    return JSONResponse({"sent": (await request.body()).decode(errors="replace")})


async def breaks(request: Request) -> Response:
    raise RuntimeError("planted secret 3510991234567890")


async def long_page(request: Request) -> Response:
    return HTMLResponse("<p>panjang</p>" * 200)


async def own_caching(request: Request) -> Response:
    return Response("x", headers={"Cache-Control": "public, max-age=60"})


def reflex_stand_in() -> Starlette:
    """What Reflex mounts below our doors: static pages, hashed assets, and its own 404."""

    async def static(request: Request) -> Response:
        path = request.url.path
        if path.startswith("/assets/"):
            return Response("export {}", media_type="text/javascript")
        if path == "/kotak-masuk/":
            return HTMLResponse(STAFF_PAGE)
        return HTMLResponse("scripted 404", 404)

    return Starlette(routes=[Route("/{path:path}", static)])


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    page = tmp_path / "kotak-masuk" / "index.html"
    page.parent.mkdir()
    page.write_text(STAFF_PAGE)
    monkeypatch.setattr(headers, "CLIENT", tmp_path)
    monkeypatch.setattr("rindu_app.api.staff_files.StaffFiles.__init__.__defaults__", (tmp_path,))
    headers.script_hashes.cache_clear()
    app = create_app()
    for path, endpoint in (
        ("/api/v1/data", data),
        ("/api/v1/rusak", breaks),
        ("/rusak", breaks),
        ("/panjang", long_page),
        ("/tersimpan", own_caching),
    ):
        app.router.routes.insert(0, Route(path, endpoint))
    app.mount("", reflex_stand_in())
    yield TestClient(app, raise_server_exceptions=False, follow_redirects=False)
    headers.script_hashes.cache_clear()


def policy(response: httpx.Response) -> dict[str, str]:
    parts = response.headers["content-security-policy"].split("; ")
    return {name: rest for name, _, rest in (part.partition(" ") for part in parts)}


@pytest.mark.parametrize(
    "path", ["/", "/kotak-masuk", "/assets/x.js", "/api/v1/data", "/tidak-ada", "/rusak"]
)
def test_every_answer_tells_the_browser_to_keep_to_itself(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["permissions-policy"]
    assert "noindex" in answer.headers["x-robots-tag"]


def test_a_citizen_page_runs_no_script_and_applies_only_its_own_style(client: TestClient) -> None:
    answer = client.get("/rusak")
    allowed = policy(answer)
    assert allowed["default-src"] == "'none'"
    assert "script-src" not in allowed
    assert "unsafe" not in answer.headers["content-security-policy"]
    css = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert css
    digest = base64.b64encode(hashlib.sha256(css.group(1).encode()).digest()).decode()
    assert allowed["style-src"] == f"'sha256-{digest}'"
    assert allowed["frame-ancestors"] == "'none'"


def test_leaving_from_a_form_is_allowed_to_the_neutral_site_only(client: TestClient) -> None:
    exit_site = headers.exit_origin(get_settings())
    assert policy(client.get("/rusak"))["form-action"] == f"'self' {exit_site}"


def test_a_staff_page_runs_its_own_scripts_and_no_other(client: TestClient) -> None:
    allowed = policy(client.get("/kotak-masuk"))
    digest = base64.b64encode(hashlib.sha256(INLINE.encode()).digest()).decode()
    assert allowed["script-src"] == f"'self' 'sha256-{digest}'"
    assert allowed["object-src"] == "'none'"
    assert allowed["base-uri"] == "'none'"


def test_the_path_cannot_lead_out_of_the_built_pages(client: TestClient) -> None:
    assert headers.script_hashes("/../../etc/passwd") == headers.script_hashes("/tidak-ada")


def test_data_is_sandboxed_and_nothing_dynamic_is_kept(client: TestClient) -> None:
    answer = client.get("/api/v1/data")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.get("/tidak-ada").headers["cache-control"] == "no-store"


def test_hashed_assets_are_kept_for_good_and_staff_shells_are_asked_for_again(client: TestClient) -> None:
    assert client.get("/assets/x.js").headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/kotak-masuk").headers["cache-control"] == "no-cache"


def test_what_a_route_decides_itself_is_left_alone(client: TestClient) -> None:
    assert client.get("/tersimpan").headers["cache-control"] == "public, max-age=60"


def test_transport_security_is_asked_for_in_production_only(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "strict-transport-security" not in client.get("/").headers
    production = get_settings().model_copy(update={"environment": "production"})
    monkeypatch.setattr(headers, "get_settings", lambda: production)
    assert client.get("/").headers["strict-transport-security"].startswith("max-age=63072000")


def test_long_pages_are_compressed(client: TestClient) -> None:
    assert client.get("/panjang", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_an_unknown_address_gets_a_page_without_scripts(client: TestClient) -> None:
    for path in ("/tidak-ada", "/lapor/x", "/kotak-masuk/index.html", "/index.html", "/__spa-fallback.html"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Halaman ini tidak ada" in answer.text
        assert "<script" not in answer.text
        assert "/beranda" not in answer.text
        staff = client.get(path, headers={"cookie": "ruang=x"})
        assert (staff.status_code, 'href="/beranda"' in staff.text) == (404, True)


def test_an_unknown_address_of_the_api_gets_a_code(client: TestClient) -> None:
    answer = client.get("/api/v1/tidak-ada")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_a_staff_page_is_served_without_a_redirect_that_names_our_inner_host(client: TestClient) -> None:
    answer = client.get("/kotak-masuk", headers={"host": "dalam.internal:3000"})
    assert answer.status_code == 200
    assert "location" not in answer.headers


def test_what_broke_is_told_in_words_with_a_number_and_without_what_was_sent(
    client: TestClient,
) -> None:
    with capture_logs() as lines:
        page, api = client.get("/rusak"), client.get("/api/v1/rusak")
    assert page.status_code == api.status_code == 500
    number = re.search(r">(\d{8})<", page.text)
    assert number
    assert api.json()["error"]["code"] == "broken"
    logged = str(lines)
    assert number.group(1) in logged
    assert "planted secret" not in logged + page.text + api.text
    assert "3510991234567890" not in logged + page.text + api.text


def test_a_style_sheet_that_would_close_its_element_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = tmp_path / "citizen.css"
    built.write_text("p{}</style><script>")
    monkeypatch.setattr(stylesheet, "CITIZEN_CSS", built)
    stylesheet.citizen_css.cache_clear()
    with pytest.raises(ValueError, match="cannot be inlined"):
        stylesheet.citizen_css()
    stylesheet.citizen_css.cache_clear()
