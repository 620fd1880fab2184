"""The way into a video room: for the right two people, around the time, with her consent, and with a trace that holds no key."""

import json
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import jwt
import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.sessions.planning import cancel_session, move_session
from rindu_app.domain.sessions.rooms import make_own_room_link, make_room_link
from rindu_app.models import Appointment, AuditEntry
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode
from tests.closing import close
from tests.domain.sessions.people import agree, at, new_case, plan, plan_of
from tests.factories import METRO, SYSTEM, make_account, reporter_of, send_report

pytestmark = pytest.mark.usefixtures("country", "video")

SECRET = "rahasia-uji-yang-panjangnya-cukup-32"
WHEN = 9


@pytest.fixture
def video(country: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("URL", "https://video.contoh.go.id"),
        ("APP_ID", "ruang-rindu"),
        ("SECRET", SECRET),
    ):
        monkeypatch.setenv(f"RINDU_VIDEO_{name}", value)
    get_settings.cache_clear()


def planned(me: Actor) -> tuple[str, str, Actor, str]:
    """(case number, uid of the session, who was told, uid of her appointment)"""
    number, her, report = new_case(me)
    uid = plan(me, number, at(WHEN), mode=CounsellingMode.VIDEO, tell=report).uid
    with open_session(SYSTEM) as session:
        (appointment,) = session.exec(select(Appointment))
    return number, uid, her, appointment.uid


def host(actor: Actor, uid: str) -> str:
    with open_session(actor) as session:
        return make_room_link(session, actor, uid=uid)


def guest(her: Actor, uid: str) -> str:
    with open_session(her) as session:
        return make_own_room_link(session, her, uid=uid)


def claims(link: str) -> dict[str, object]:
    token = json.loads(dict(parse_qsl(urlsplit(link).fragment))["jwt"])
    return jwt.decode(
        token, SECRET, algorithms=["HS256"], audience="ruang-rindu", options={"verify_nbf": False, "verify_exp": False, "verify_iat": False}
    )  # fmt: skip


def minutes_from_start(minutes: int) -> timedelta:
    return at(WHEN) - clock.now() + timedelta(minutes=minutes)


def test_both_come_into_one_room_one_as_host_and_one_as_guest() -> None:
    me = make_account(display_name="Nama Konselor")
    number, uid, her, appointment = planned(me)
    with clock.moved(minutes_from_start(5)):
        ours, hers = claims(host(me, uid)), claims(guest(her, appointment))
    assert ours["room"] == hers["room"]
    assert (ours["moderator"], hers["moderator"]) == (True, False)
    for words in (ours, hers):
        assert words["nbf"] == int((at(WHEN) - timedelta(minutes=15)).timestamp())
        assert words["exp"] == int((at(WHEN) + timedelta(minutes=90)).timestamp())
        for secret in (number, uid, appointment, "Nama Konselor"):
            assert secret not in str(words)


@pytest.mark.parametrize(
    ("minutes", "code"),
    [(-16, "room_early"), (-14, ""), (0, ""), (89, ""), (90, "room_over"), (3000, "room_over")],
)
def test_the_room_is_open_from_shortly_before_until_shortly_after(minutes: int, code: str) -> None:
    me = make_account()
    _, uid, her, appointment = planned(me)
    with clock.moved(minutes_from_start(minutes)):
        for knock in (lambda: host(me, uid), lambda: guest(her, appointment)):
            if code:
                with pytest.raises(Conflict, match=code):
                    knock()
            else:
                assert knock().startswith("https://video.contoh.go.id/")


def test_without_her_consent_nobody_comes_in() -> None:
    me = make_account()
    number, uid, her, appointment = planned(me)
    agree(me, number, "video_call", until=clock.now() + timedelta(minutes=5))
    with clock.moved(minutes_from_start(0)):
        for knock in (lambda: host(me, uid), lambda: guest(her, appointment)):
            with pytest.raises(Conflict, match="consent_needed"):
                knock()


def test_her_no_closes_the_room_with_the_session() -> None:
    me = make_account()
    number, uid, her, appointment = planned(me)
    agree(me, number, "video_call", given=False)
    with clock.moved(minutes_from_start(0)):
        for knock in (lambda: host(me, uid), lambda: guest(her, appointment)):
            with pytest.raises(Conflict, match=r"room_(over|none)"):
                knock()


def test_only_the_sessions_own_counsellor_is_host() -> None:
    me, colleague, stranger = make_account(), make_account(), make_account(area_code=METRO)
    number, uid, _, _ = planned(me)
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=colleague.id)
    with clock.moved(minutes_from_start(0)):
        with pytest.raises(Forbidden, match="room_of_another"):
            host(colleague, uid)
        with pytest.raises(NotFound):
            host(stranger, uid)


def test_no_other_reporter_is_guest() -> None:
    me = make_account()
    _, uid, her, appointment = planned(me)
    other, _ = send_report()
    with clock.moved(minutes_from_start(0)):
        for knock in (
            lambda: guest(reporter_of(other), appointment),
            lambda: guest(her, uid),
            lambda: guest(her, "f" * 32),
        ):
            with pytest.raises(NotFound):
                knock()


@pytest.mark.parametrize(
    ("change", "hers", "ours"),
    [
        ("cancelled", "room_none", "room_over"),
        ("moved", "room_answer_first", "room_early"),
        ("face to face", "room_answer_first", "room_none"),
        ("closed", "room_none", "room_none"),
    ],
)
def test_what_changed_changes_the_way_in(change: str, hers: str, ours: str) -> None:
    me = make_account()
    number, uid, her, appointment = planned(me)
    if change == "closed":
        close(me, number)
    with open_session(me) as session:
        if change == "cancelled":
            cancel_session(session, me, number=number, uid=uid, reason="Klien sakit")
        elif change != "closed":
            mode = CounsellingMode.VIDEO if change == "moved" else CounsellingMode.FACE
            when = at(WHEN, days=14) if change == "moved" else at(WHEN)
            move_session(session, me, number=number, uid=uid, plan=plan_of(me, when, mode=mode))
    with clock.moved(minutes_from_start(0)):
        with pytest.raises(Conflict, match=hers):
            guest(her, appointment)
        with pytest.raises(Conflict, match=ours):
            host(me, uid)


def test_where_there_is_no_server_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    me = make_account()
    _, uid, her, appointment = planned(me)
    for name in ("URL", "APP_ID", "SECRET"):
        monkeypatch.delenv(f"RINDU_VIDEO_{name}")
    get_settings.cache_clear()
    with clock.moved(minutes_from_start(0)):
        for knock in (lambda: host(me, uid), lambda: guest(her, appointment)):
            with pytest.raises(Conflict, match="video_off"):
                knock()


def test_opening_is_on_the_trail_and_no_key_is_anywhere(caplog: pytest.LogCaptureFixture) -> None:
    me = make_account()
    _, uid, her, appointment = planned(me)
    with clock.moved(minutes_from_start(0)):
        links = [host(me, uid), guest(her, appointment)]
    with open_session(SYSTEM) as session:
        entries = session.exec(select(AuditEntry)).all()
    assert {"session:room", "session:own_room"} <= {entry.action for entry in entries}
    for link in links:
        room, token = urlsplit(link).path.strip("/"), link.partition("jwt=")[2]
        for hidden in (room, token, "eyJ"):
            assert hidden not in repr(entries) + caplog.text
