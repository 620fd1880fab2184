"""`/dokumen/…` gives a paper to those who work on its case; strangers find nothing, colleagues are told why not."""

from datetime import timedelta
from pathlib import Path

from httpx import Response
from starlette.testclient import TestClient

from rindu_app.access.cookies import staff_cookie
from rindu_app.access.session import open_session
from rindu_app.api.app import create_app
from rindu_app.domain.accounts.sessions import end_sessions_of
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.papers.exports import keep_export
from rindu_app.domain.papers.printing import Printed
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import PaperKind, Role
from tests.accounts import KEEPER, SignedIn, signed_in
from tests.domain.cases.test_cases import new_case
from tests.domain.sessions.test_groups import meet, new_group
from tests.factories import BALIKPAPAN, BANYUWANGI

PDF = b"%PDF-1.7 rekaan"
OURS = {"sec-fetch-site": "same-origin"}


def made(by: SignedIn) -> tuple[str, str]:
    number, _ = new_case(by.actor)
    with open_session(by.actor) as session:
        paper = Printed(PaperKind.SUMMARY, number, PDF, "abc")
        return number, keep_export(session, by.actor, number=number, printed=paper).uid


def fetch(uid: str, by: SignedIn | None, **headers: str) -> Response:
    client = TestClient(create_app(), base_url="http://127.0.0.1:3000")
    if by is not None:
        client.cookies.set(staff_cookie(), by.token)
    return client.post(f"/dokumen/{uid}", headers=headers or OURS)


def test_the_manager_gets_a_download_that_no_cache_keeps(country: Path) -> None:
    hers = signed_in("sari", area=BANYUWANGI)
    number, uid = made(hers)
    answer = fetch(uid, hers)
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["content-type"] == "application/pdf"
    assert f'attachment; filename="{number}-D3.pdf"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_everybody_else_finds_nothing(country: Path) -> None:
    hers = signed_in("sari", area=BANYUWANGI)
    _, uid = made(hers)
    others = [
        None, signed_in("dewi", area=BANYUWANGI), signed_in("budi", area=BALIKPAPAN),
        signed_in("admin", role=Role.ADMIN, area=BANYUWANGI), signed_in("rumah", role=Role.SHELTER, area=BANYUWANGI),
    ]  # fmt: skip
    for other in others:
        assert fetch(uid, other).status_code == fetch("0" * 32, other).status_code == 404
    assert fetch("../../etc/passwd", hers).status_code == 404
    client = TestClient(create_app(), base_url="http://127.0.0.1:3000")
    client.cookies.set(staff_cookie(), hers.token)
    assert client.get(f"/dokumen/{uid}").status_code == 405


def test_a_form_of_another_site_and_an_ended_session_fetch_nothing(country: Path) -> None:
    hers = signed_in("sari", area=BANYUWANGI)
    _, uid = made(hers)
    assert fetch(uid, hers, **{"sec-fetch-site": "cross-site"}).status_code == 404
    assert fetch(uid, hers).status_code == 200
    with open_session(KEEPER) as session:
        end_sessions_of(session, hers.account_id)
    assert fetch(uid, hers).status_code == 404


def test_who_broke_the_glass_is_told_that_she_only_reads(country: Path) -> None:
    hers, nosy = signed_in("sari", area=BANYUWANGI), signed_in("dewi", area=BANYUWANGI)
    number, uid = made(hers)
    with open_session(nosy.actor) as session:
        break_glass(session, nosy.actor, number=number, reason="Manajer sakit")
    answer = fetch(uid, nosy)
    assert answer.status_code == 403
    assert "hanya untuk membaca" in answer.text


def test_what_is_over_says_so(country: Path) -> None:
    hers = signed_in("sari", area=BANYUWANGI)
    _, uid = made(hers)
    for _ in range(get_settings().paper_downloads):
        assert fetch(uid, hers).status_code == 200
    answer = fetch(uid, hers)
    assert (answer.status_code, answer.headers["cache-control"]) == (410, "no-store")
    assert "sudah diunduh" in answer.text


def test_an_hour_too_late_is_too_late(country: Path) -> None:
    hers = signed_in("sari", area=BANYUWANGI)
    with clock.moved(-timedelta(hours=get_settings().paper_hours + 1)):
        _, uid = made(hers)
    assert fetch(uid, hers).status_code == 410


def test_who_leads_a_group_gets_the_list_of_its_meeting_and_nobody_else(country: Path) -> None:
    hers = signed_in("sari", area=BANYUWANGI)
    uid = meet(hers.actor, new_group(hers.actor))[0]
    answer = fetch(f"pertemuan/{uid}", hers)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["cache-control"] == "no-store"
    assert "-D11.pdf" in answer.headers["content-disposition"]
    others = [
        None, signed_in("dewi", area=BANYUWANGI), signed_in("budi", area=BALIKPAPAN),
        signed_in("admin", role=Role.ADMIN, area=BANYUWANGI), signed_in("rumah", role=Role.SHELTER, area=BANYUWANGI),
    ]  # fmt: skip
    for other in others:
        assert fetch(f"pertemuan/{uid}", other).status_code == 404
    assert fetch(f"pertemuan/{uid}", hers, **{"sec-fetch-site": "cross-site"}).status_code == 404
