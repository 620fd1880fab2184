"""Her way into the video room: from her conversation, with her code, around the time; and the counsellor's beside it."""

import html
import re
from datetime import datetime, timedelta

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from rindu_app.access.cookies import staff_cookie
from rindu_app.access.session import open_session
from rindu_app.api.app import create_app
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.models import Appointment, Report
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode
from tests.accounts import SignedIn, signed_in
from tests.api.public.citizen import Citizen, is_left, title_of, words_of
from tests.domain.sessions.people import CONSENTS, agree, plan
from tests.factories import SYSTEM

ROOM = re.compile(r'href="(https://video\.contoh\.go\.id/[^"]+)"')


@pytest.fixture(autouse=True)
def video(country: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("URL", "https://video.contoh.go.id"),
        ("APP_ID", "ruang-rindu"),
        ("SECRET", "rahasia-uji-yang-panjangnya-cukup-32"),
    ):
        monkeypatch.setenv(f"RINDU_VIDEO_{name}", value)
    get_settings.cache_clear()


@pytest.fixture
def sari(country: object) -> SignedIn:
    return signed_in("sari")


def agreed_on(sari: SignedIn, starts_at: datetime) -> tuple[str, str, str]:
    """(case number, uid of the session, uid of her appointment) of the one report there is."""
    me = sari.actor
    with open_session(SYSTEM) as session:
        report = report_number(session.exec(select(Report).order_by(Report.id)).first())  # type: ignore[arg-type]
    with open_session(me) as session:
        number = number_of(open_case(session, me, number=report))
    for consent in CONSENTS:
        agree(me, number, consent)
    uid = plan(me, number, starts_at, mode=CounsellingMode.VIDEO, tell=report).uid
    with open_session(SYSTEM) as session:
        return number, uid, session.exec(select(Appointment.uid)).one()


def staff_opens(sari: SignedIn | None, uid: str) -> tuple[int, str]:
    browser = TestClient(create_app(), follow_redirects=False)
    if sari is not None:
        browser.cookies.set(staff_cookie(), sari.token)
    answer = browser.get(f"/ruang/{uid}")
    return answer.status_code, answer.headers.get("location", "") or answer.text


def test_she_comes_in_with_her_code_and_without_an_account(citizen: Citizen, sari: SignedIn) -> None:
    code = citizen.report()
    _, session, uid = agreed_on(sari, clock.now() + timedelta(minutes=5))
    her = Citizen()
    page = her.come_back(code)
    assert f'href="/bertemu/{uid}"' in page.text

    page = her.get(f"/bertemu/{uid}")
    assert (page.status_code, title_of(page)) == (200, "Ruang bicara")
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "script" not in page.headers["content-security-policy"]
    hers = html.unescape(ROOM.findall(page.text)[0])
    status, ours = staff_opens(sari, session)
    assert status == 303
    assert hers.partition("#")[0] == ours.partition("#")[0]
    assert hers != ours


def test_each_look_makes_a_key_of_its_own_and_no_title_or_address_says_what_it_is(
    citizen: Citizen, sari: SignedIn
) -> None:
    citizen.report()
    number, _, uid = agreed_on(sari, clock.now() + timedelta(minutes=5))
    page = citizen.get(f"/bertemu/{uid}")
    tab = re.findall(r"<title>(.*?)</title>", page.text)[0]
    assert not re.search("konsel|video|kekerasan|sesi", tab, re.IGNORECASE)
    for hidden in (number, "Sari"):
        assert hidden not in page.text


@pytest.mark.parametrize(
    ("later", "words"), [(0, "Ruang dibuka 15 menit sebelum waktunya"), (240, "sudah lewat")]
)
def test_before_and_after_there_is_a_word_and_no_link(
    citizen: Citizen, sari: SignedIn, later: int, words: str
) -> None:
    code = citizen.report()
    _, _, uid = agreed_on(sari, clock.now() + timedelta(hours=2))
    with clock.moved(timedelta(minutes=later)):
        her = Citizen()
        her.come_back(code)
        page = her.get(f"/bertemu/{uid}")
    assert words in words_of(page)
    assert ROOM.findall(page.text) == []


def test_without_consent_it_says_what_she_can_do(citizen: Citizen, sari: SignedIn) -> None:
    citizen.report()
    number, session, uid = agreed_on(sari, clock.now() + timedelta(minutes=5))
    agree(sari.actor, number, "video_call", until=clock.now() + timedelta(minutes=1))
    with clock.moved(timedelta(minutes=2)):
        page = citizen.get(f"/bertemu/{uid}")
        assert "belum menyetujui panggilan video" in words_of(page)
        assert ROOM.findall(page.text) == []
        status, text = staff_opens(sari, session)
    assert status == 409
    assert "Belum ada persetujuan" in text


def test_after_her_no_there_is_no_room(citizen: Citizen, sari: SignedIn) -> None:
    citizen.report()
    number, _, uid = agreed_on(sari, clock.now() + timedelta(minutes=5))
    agree(sari.actor, number, "video_call", given=False)
    page = citizen.get(f"/bertemu/{uid}")
    assert "Belum ada ruang bicara untuk janji ini" in words_of(page)
    assert ROOM.findall(page.text) == []


def test_where_video_is_off_she_is_told_another_way_comes(
    citizen: Citizen, sari: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen.report()
    _, _, uid = agreed_on(sari, clock.now() + timedelta(minutes=5))
    for name in ("URL", "APP_ID", "SECRET"):
        monkeypatch.delenv(f"RINDU_VIDEO_{name}")
    get_settings.cache_clear()
    page = citizen.get(f"/bertemu/{uid}")
    assert "belum tersedia di layanan ini" in words_of(page)


def test_nobody_else_comes_in(citizen: Citizen, sari: SignedIn) -> None:
    citizen.report()
    _, session, uid = agreed_on(sari, clock.now() + timedelta(minutes=5))
    other = Citizen()
    other.report("Cerita orang lain.")
    assert other.get(f"/bertemu/{uid}").status_code == 404
    assert is_left(Citizen().get(f"/bertemu/{uid}"))
    for stranger in (None, signed_in("dewi"), signed_in("jauh", area="64.71")):
        assert staff_opens(stranger, session)[0] == 404
    assert staff_opens(sari, uid)[0] == 404
