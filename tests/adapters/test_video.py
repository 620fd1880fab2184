"""A link opens one room, for one kind of guest, for a while; a wrong secret opens nothing."""

import json
from datetime import timedelta
from urllib.parse import parse_qsl, unquote, urlsplit

import jwt
import pytest

from rindu_app.adapters.video import JitsiRooms, NoRooms, Visit, get_video
from rindu_app.settings import Settings, get_settings
from rindu_app.words import clock

SECRET = "rahasia-uji-yang-panjangnya-cukup-32"
ROOMS = JitsiRooms("https://video.contoh.go.id/", "ruang-rindu", SECRET)


def visit(
    *, moderator: bool, opens: timedelta = timedelta(), closes: timedelta = timedelta(hours=1)
) -> Visit:
    return Visit("a" * 32, moderator, clock.now() + opens, clock.now() + closes)


def token_in(link: str) -> str:
    return str(json.loads(dict(parse_qsl(urlsplit(link).fragment))["jwt"]))


def read(link: str, secret: str = SECRET) -> dict[str, object]:
    return jwt.decode(
        token_in(link), secret, algorithms=["HS256"], audience="ruang-rindu", issuer="ruang-rindu",
        options={"require": ["exp", "nbf", "iat", "aud", "iss", "sub"]},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("moderator", "name", "rank"), [(True, "Konselor", "owner"), (False, "Tamu", "member")]
)
def test_the_claims_name_the_room_the_server_and_nobody(moderator: bool, name: str, rank: str) -> None:
    claims = read(ROOMS.link(visit(moderator=moderator)))
    assert (claims["room"], claims["sub"]) == ("a" * 32, "video.contoh.go.id")
    assert claims["moderator"] is moderator
    assert claims["context"]["user"] == {"name": name, "affiliation": rank, "moderator": moderator}  # type: ignore[index]
    assert claims["exp"] - claims["nbf"] == 3600  # type: ignore[operator]


def test_the_token_stands_where_browsers_do_not_send_it() -> None:
    link = urlsplit(ROOMS.link(visit(moderator=False)))
    assert (link.scheme, link.netloc, link.path, link.query) == (
        "https", "video.contoh.go.id", f"/{'a' * 32}", "",
    )  # fmt: skip
    assert unquote(link.fragment).startswith('jwt="ey')
    assert "config.disableDeepLinking=true" in link.fragment


@pytest.mark.parametrize(
    ("opens", "closes", "why"),
    [
        (timedelta(minutes=-60), timedelta(minutes=-1), jwt.ExpiredSignatureError),
        (timedelta(minutes=1), timedelta(minutes=60), jwt.ImmatureSignatureError),
    ],
)
def test_before_and_after_it_is_worth_nothing(
    opens: timedelta, closes: timedelta, why: type[Exception]
) -> None:
    with pytest.raises(why):
        read(ROOMS.link(visit(moderator=False, opens=opens, closes=closes)))


def test_a_wrong_secret_opens_nothing() -> None:
    with pytest.raises(jwt.InvalidSignatureError):
        read(ROOMS.link(visit(moderator=True)), "rahasia-lain-yang-panjangnya-cukup")


def test_a_guest_cannot_make_herself_host() -> None:
    head, body, mark = token_in(ROOMS.link(visit(moderator=False))).split(".")
    host = token_in(ROOMS.link(visit(moderator=True))).split(".")[1]
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(f"{head}.{host}.{mark}", SECRET, algorithms=["HS256"], audience="ruang-rindu")
    assert body != host


def test_nothing_shows_the_secret_or_the_room() -> None:
    assert SECRET not in repr(vars(visit(moderator=True))) + repr(visit(moderator=True))
    assert "aaaa" not in repr(visit(moderator=True))
    shown = repr(Settings(video_url="https://v.contoh", video_app_id="x", video_secret=SECRET))
    assert SECRET not in shown


def test_without_a_server_there_are_no_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "APP_ID", "SECRET"):
        monkeypatch.delenv(f"RINDU_VIDEO_{name}", raising=False)
    get_settings.cache_clear()
    rooms = get_video()
    assert isinstance(rooms, NoRooms)
    assert (rooms.is_on, rooms.link(visit(moderator=True))) == (False, "")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"video_url": "https://v.contoh"}, "diisi semua"),
        ({"video_secret": SECRET}, "diisi semua"),
        ({"video_url": "https://v.contoh", "video_app_id": "x", "video_secret": "pendek"}, "terlalu pendek"),
        ({"video_url": "http://v.contoh", "video_app_id": "x", "video_secret": SECRET}, "https"),
    ],
)
def test_half_a_configuration_stops_the_start(given: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Settings(**given)  # type: ignore[arg-type]
