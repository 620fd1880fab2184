"""Signing in through the front door: plain pages, full posts, a cookie that only our server reads."""

import re
from datetime import timedelta

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from rindu_app.access.session import open_session
from rindu_app.api import signin
from rindu_app.api.app import create_app
from rindu_app.domain.accounts import commands
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.accounts import KEEPER, PASSWORD, SignedIn, code_now, make_account, signed_in, who

NEW_PASSWORD = "angin laut di sore hari"
WRONG = "Nama pengguna atau kata sandi tidak cocok. Periksa lagi keduanya."


@pytest.fixture
def browser(installation: object) -> TestClient:
    return new_browser()


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the door would have waited; it does not, here."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(signin, "sleep", wait)
    return waited


def new_browser(**headers: str) -> TestClient:
    given = {
        "sec-fetch-site": "same-origin",
        "user-agent": "Mozilla/5.0 (Linux; Android 9) Chrome/120 Mobile Safari/537",
    }
    return TestClient(
        create_app(), follow_redirects=False, headers=given | headers, base_url="http://127.0.0.1:3000"
    )


def give_password(browser: TestClient, username: str, password: str = PASSWORD) -> httpx.Response:
    return browser.post("/masuk", data={"username": username, "password": password})


def goes_to(answer: httpx.Response) -> str:
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def enter(browser: TestClient, person: SignedIn) -> None:
    assert goes_to(give_password(browser, person.username)) == "/masuk/kode"
    assert goes_to(browser.post("/masuk/kode", data={"code": code_now(person.secret)})) == "/beranda"


def test_a_new_colleague_walks_all_steps_without_a_script(browser: TestClient) -> None:
    make_account("sari", must_change=True)
    assert goes_to(give_password(browser, "sari")) == "/masuk/daftar-kode"
    page = browser.get("/masuk/daftar-kode").text
    assert "<svg" in page
    assert "<script" not in page
    secret = re.search(r'id="secret">([A-Z2-7 ]+)<', page)
    assert secret
    key = secret.group(1).replace(" ", "")
    assert key in page.replace(" ", "").replace("&amp;", "&")
    shown = browser.post("/masuk/daftar-kode", data={"code": code_now(key)})
    assert len(re.findall(r">[a-z0-9]{5}-[a-z0-9]{5}<", shown.text)) == 10
    assert 'href="/masuk/kata-sandi"' in shown.text
    assert goes_to(browser.get("/beranda")) == "/masuk/kata-sandi"
    changed = browser.post("/masuk/kata-sandi", data={"password": NEW_PASSWORD, "again": NEW_PASSWORD})
    assert goes_to(changed) == "/beranda"
    assert goes_to(browser.get("/beranda")) == "/kotak-masuk"


@pytest.mark.parametrize(
    ("role", "home"),
    [(Role.COUNSELLOR, "/kotak-masuk"), (Role.SUPERVISOR, "/kotak-masuk"), (Role.ADMIN, "/admin")],
)
def test_each_role_lands_on_its_own_home(browser: TestClient, role: Role, home: str) -> None:
    person = signed_in("sari", role=role)
    enter(browser, person)
    assert goes_to(browser.get("/beranda")) == home
    assert goes_to(browser.get("/masuk")) == "/beranda"


def test_the_cookie_is_for_the_server_only_and_new_at_each_step(browser: TestClient) -> None:
    person = signed_in("sari")
    first = give_password(browser, "sari").headers["set-cookie"]
    second = browser.post("/masuk/kode", data={"code": code_now(person.secret)}).headers["set-cookie"]
    for cookie in (first, second):
        assert cookie.startswith("ruang=")
        assert {"httponly", "path=/", "samesite=lax"} <= {part.strip().lower() for part in cookie.split(";")}
        assert "max-age" not in cookie.lower()
    assert first.split(";")[0] != second.split(";")[0]


def test_with_tls_the_browser_itself_guards_the_cookie(
    installation: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINDU_PUBLIC_URL", "https://ruang.contoh.go.id")
    get_settings.cache_clear()
    make_account("sari")
    cookie = give_password(new_browser(), "sari").headers["set-cookie"]
    assert cookie.startswith("__Host-ruang=")
    assert "secure" in {part.strip().lower() for part in cookie.split(";")}
    assert "domain" not in cookie.lower()


def test_unknown_names_and_wrong_passwords_get_the_same_page(browser: TestClient) -> None:
    make_account("sari")
    known = give_password(browser, "sari", "salah sekali ini")
    unknown = give_password(browser, "tuti", "salah sekali ini")
    assert WRONG in known.text
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text.replace('"tuti"', '"sari"'))
    assert "set-cookie" not in known.headers


def test_what_was_typed_is_kept_but_never_the_password(browser: TestClient) -> None:
    answer = give_password(browser, '"><b>sari', "rahasia yang panjang")
    assert "&#34;&gt;&lt;b&gt;sari" in answer.text
    assert "rahasia yang panjang" not in answer.text


def test_a_wrong_code_says_so_and_the_right_one_still_opens(browser: TestClient) -> None:
    person = signed_in("sari")
    give_password(browser, "sari")
    wrong = browser.post("/masuk/kode", data={"code": "000000"})
    assert wrong.status_code == 422
    assert "Kode tidak cocok" in wrong.text
    assert goes_to(browser.post("/masuk/kode", data={"code": person.recovery_codes[0]})) == "/beranda"


def test_a_wrong_code_while_enrolling_keeps_the_same_key(browser: TestClient) -> None:
    make_account("sari")
    give_password(browser, "sari")
    key = re.compile(r'id="secret">([A-Z2-7 ]+)<')
    before = key.search(browser.get("/masuk/daftar-kode").text)
    answer = browser.post("/masuk/daftar-kode", data={"code": "000000"})
    after = key.search(answer.text)
    assert before
    assert after
    assert before.group(1) == after.group(1)
    assert "Kode tidak cocok" in answer.text


def test_two_different_new_passwords_and_a_weak_one_are_sent_back(browser: TestClient) -> None:
    person = signed_in("sari")
    with open_session(KEEPER) as session:
        commands.reset_password(
            session, KEEPER, account_id=person.account_id, password="sandi sementara saja"
        )
    give_password(browser, "sari", "sandi sementara saja")
    assert goes_to(browser.post("/masuk/kode", data={"code": code_now(person.secret)})) == "/masuk/kata-sandi"
    different = browser.post(
        "/masuk/kata-sandi", data={"password": NEW_PASSWORD, "again": NEW_PASSWORD + "!"}
    )
    assert "Kedua isian kata sandi berbeda" in different.text
    weak = browser.post("/masuk/kata-sandi", data={"password": "pendek", "again": "pendek"})
    assert "terlalu pendek" in weak.text
    assert goes_to(browser.get("/beranda")) == "/masuk/kata-sandi"


@pytest.mark.parametrize("path", ["/masuk/kode", "/masuk/daftar-kode", "/masuk/kata-sandi"])
def test_a_step_is_open_only_when_it_is_due(browser: TestClient, path: str) -> None:
    assert goes_to(browser.get(path)) == "/masuk"
    assert (
        browser.post(
            path, data={"code": "123456", "password": NEW_PASSWORD, "again": NEW_PASSWORD}
        ).status_code
        == 422
    )
    person = signed_in("sari")
    enter(browser, person)
    assert goes_to(browser.get(path)) == "/beranda"


def test_signing_out_ends_the_session_at_once(browser: TestClient) -> None:
    person = signed_in("sari")
    enter(browser, person)
    token = browser.cookies["ruang"]
    assert who(token) is not None
    answer = browser.post("/keluar-akun")
    assert goes_to(answer) == "/masuk"
    assert "ruang=" in answer.headers["set-cookie"]
    assert who(token) is None
    assert browser.get("/keluar-akun").status_code == 405


@pytest.mark.parametrize(
    ("headers", "works"),
    [({"sec-fetch-site": "same-origin"}, True), ({"sec-fetch-site": "none"}, True), ({"sec-fetch-site": "cross-site"}, False),
     ({"sec-fetch-site": "same-site"}, False)],
)  # fmt: skip
def test_a_form_of_another_site_signs_nobody_in_or_out(
    installation: object, headers: dict[str, str], works: bool
) -> None:
    person = signed_in("sari")
    browser = new_browser(**headers)
    assert (give_password(browser, "sari").status_code == 303) is works
    browser = new_browser(**headers, cookie=f"ruang={person.token}")
    browser.post("/keluar-akun")
    assert (who(person.token) is None) is works


@pytest.mark.parametrize(
    ("origin", "works"),
    [(None, True), ("null", True), ("http://127.0.0.1:3000", True), ("https://jahat.example", False)],
)
def test_old_browsers_are_judged_by_their_origin(
    installation: object, origin: str | None, works: bool
) -> None:
    make_account("sari")
    browser = new_browser()
    del browser.headers["sec-fetch-site"]
    if origin is not None:
        browser.headers["origin"] = origin
    assert (give_password(browser, "sari").status_code == 303) is works


def test_a_slowed_try_names_the_seconds(browser: TestClient, waits: list[float]) -> None:
    make_account("sari")
    for _ in range(7):
        give_password(browser, "sari", "salah sekali ini")
    answer = give_password(browser, "sari")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) <= 8
    assert "Terlalu banyak percobaan" in answer.text
    assert max(waits) <= 5
    with clock.moved(timedelta(seconds=9)):
        assert goes_to(give_password(browser, "sari")) == "/masuk/daftar-kode"


def test_sessions_are_named_by_browser_and_system_and_nothing_finer(browser: TestClient) -> None:
    from rindu_app.domain.accounts.sessions import list_sessions

    person = signed_in("sari")
    enter(browser, person)
    with open_session(person.actor, write=False) as session:
        devices = {row.device for row in list_sessions(session, person.actor)}
    assert "Chrome di Android" in devices


ODD = st.text(max_size=300) | st.sampled_from(
    ["\0", "\ud800", "a" * 100_000, "‮", "{{ 7*777 }}", "<script>", "sari"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(username=ODD, password=ODD)
def test_nothing_typed_breaks_the_door(browser: TestClient, username: str, password: str) -> None:
    data = {
        "username": username.encode("utf-8", "surrogatepass"),
        "password": password.encode("utf-8", "surrogatepass"),
    }
    answer = browser.post("/masuk", data=data, headers={"x-forwarded-for": "192.0.2.1"})
    assert answer.status_code in {422, 429}
    assert "<script" not in answer.text
    assert "5439" not in answer.text


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=2000), kind=st.sampled_from(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""]),
       path=st.sampled_from(["/masuk", "/masuk/kode", "/masuk/daftar-kode", "/masuk/kata-sandi"]))  # fmt: skip
def test_no_body_breaks_a_step(browser: TestClient, body: bytes, kind: str, path: str) -> None:
    answer = browser.post(path, content=body, headers={"content-type": kind})
    assert answer.status_code in {303, 413, 422, 429}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cookie=st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), max_size=300))
def test_no_cookie_breaks_a_step(browser: TestClient, cookie: str) -> None:
    for path in ("/beranda", "/masuk/kode"):
        assert browser.get(path, headers={"cookie": f"ruang={cookie}"}).status_code == 303
