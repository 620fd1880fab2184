"""Rooms for video calls behind one Protocol: a Jitsi server of the office's own, or none."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import quote, urlsplit

import jwt

from rindu_app.settings import get_settings
from rindu_app.words import clock

# What people are called inside: nobody's name goes to the video server.
HOST_NAME, GUEST_NAME = "Konselor", "Tamu"


@dataclass(frozen=True)
class Visit:
    """One person's way into one room. `opens` and `closes`: before and after, the link is worth nothing."""

    room: str = field(repr=False)
    moderator: bool
    opens: datetime
    closes: datetime


class VideoRooms(Protocol):
    @property
    def is_on(self) -> bool:
        """Whether there is a server at all."""
        ...

    def link(self, visit: Visit) -> str:
        """An address to open in a browser. It is a key to the room: show it to one person, keep it nowhere."""
        ...


class NoRooms:
    """Where no server is configured: sessions by video are held over a link that the counsellor writes herself, or not at all."""

    is_on = False

    def link(self, visit: Visit) -> str:
        return ""


class JitsiRooms:
    """Jitsi Meet with `authentication = "token"` and a shared secret.

    The token stands behind `#`, which browsers do not send: no access log of any server on the way holds it. It is written
    there as JSON, as Jitsi reads it.
    """

    is_on = True

    def __init__(self, url: str, app_id: str, secret: str) -> None:
        self.url, self.app_id, self._secret = url.rstrip("/"), app_id, secret

    def link(self, visit: Visit) -> str:
        token = jwt.encode(self._claims(visit), self._secret, algorithm="HS256")
        # Her phone's browser is enough: nobody has to install anything, or be asked to.
        options = {"jwt": json.dumps(token), "config.disableDeepLinking": "true"}
        behind = "&".join(f"{name}={quote(text)}" for name, text in options.items())
        return f"{self.url}/{visit.room}#{behind}"

    def _claims(self, visit: Visit) -> dict[str, object]:
        name = HOST_NAME if visit.moderator else GUEST_NAME
        affiliation = "owner" if visit.moderator else "member"
        return {
            "aud": self.app_id,
            "iss": self.app_id,
            "sub": urlsplit(self.url).hostname or "",
            "room": visit.room,
            "iat": int(clock.now().timestamp()),
            "nbf": int(visit.opens.timestamp()),
            "exp": int(visit.closes.timestamp()),
            "moderator": visit.moderator,
            "context": {
                "user": {"name": name, "affiliation": affiliation, "moderator": visit.moderator},
                "features": {"recording": False, "livestreaming": False, "transcription": False},
            },
        }


def get_video() -> VideoRooms:
    """The configured server, or none."""
    settings = get_settings()
    if not settings.video_url:
        return NoRooms()
    return JitsiRooms(settings.video_url, settings.video_app_id, settings.video_secret)
