"""Security headers on every answer, by what is answered: a page without scripts, a staff page, an asset, or data."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rindu_app.components.stylesheet import citizen_css_hash
from rindu_app.settings import Settings, get_settings

CLIENT = Path(__file__).resolve().parents[2] / ".web" / "build" / "client"
INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
YEAR = 365 * 24 * 3600

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()"
    ),
}


class SecurityHeaders:
    """ASGI middleware around the whole application. A header that a route has set itself is left as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path, ours = scope["path"], scope.get("app")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                # A route of Reflex has put its own application in the scope by now.
                set_headers(MutableHeaders(scope=message), path, staff=scope.get("app") is not ours)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def set_headers(headers: MutableHeaders, path: str, *, staff: bool) -> None:
    for name, text in ALWAYS.items():
        headers.setdefault(name, text)
    if get_settings().production:
        headers.setdefault("Strict-Transport-Security", f"max-age={2 * YEAR}; includeSubDomains")
    is_page = headers.get("content-type", "").startswith("text/html")
    if is_page:
        headers.setdefault("Content-Security-Policy", staff_policy(path) if staff else plain_policy())
    elif not staff:
        headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
    headers.setdefault("Cache-Control", caching(path, staff=staff, is_page=is_page))


def caching(path: str, *, staff: bool, is_page: bool) -> str:
    """Hashed assets never change; the shell of a staff page holds no data; all else leaves no trace."""
    if staff and path.startswith("/assets/"):
        return f"public, max-age={YEAR}, immutable"
    return "no-cache" if staff and is_page else "no-store"


def plain_policy() -> str:
    """A page without scripts: nothing runs, and only its own style sheet applies."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {citizen_css_hash()}",
            "img-src 'self' data:",
            "media-src 'self'",
            *common_policy(),
        ]
    )


def staff_policy(path: str) -> str:
    """A Reflex page: its own scripts, and the inline ones that its build wrote, by hash."""
    hashes = " ".join(sorted(script_hashes(path)))
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            *common_policy(),
        ]
    )


def common_policy() -> list[str]:
    # Browsers apply form-action to the redirect after a form as well: leaving must be possible from one.
    return [f"form-action 'self' {exit_origin(get_settings())}", "base-uri 'none'", "frame-ancestors 'none'"]


def exit_origin(settings: Settings) -> str:
    parts = urlsplit(settings.exit_url)
    return f"{parts.scheme}://{parts.netloc}"


@lru_cache(maxsize=512)
def script_hashes(path: str) -> frozenset[str]:
    """Source expressions of the inline scripts in what the static mount serves for a path."""
    name = path.strip("/") or "index"
    candidates = [CLIENT / name / "index.html", CLIENT / f"{name}.html"]
    fallbacks = [CLIENT / "404.html", CLIENT / "__spa-fallback.html"]
    inside = [file for file in candidates if CLIENT in file.resolve().parents and file.is_file()]
    return frozenset().union(*(hashes_in(file) for file in inside or fallbacks))


@lru_cache
def hashes_in(file: Path) -> frozenset[str]:
    if not file.is_file():
        return frozenset()
    scripts = INLINE_SCRIPT.findall(file.read_bytes())
    return frozenset(f"'sha256-{base64.b64encode(hashlib.sha256(s).digest()).decode()}'" for s in scripts)
