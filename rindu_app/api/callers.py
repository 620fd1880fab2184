"""Who calls a door, as far as a request tells: from one of our own pages, from which address, with what browser."""

import ipaddress
import re
from urllib.parse import urlsplit

from starlette.requests import Request

from rindu_app.settings import get_settings

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
             ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"))  # fmt: skip


def is_from_our_page(request: Request) -> bool:
    """Whether a form was sent from this site. Beside the cookie's SameSite=Lax, which old browsers may ignore.

    Without `Sec-Fetch-Site` (Safari before 16.4) the Origin decides. "null" must pass: with our no-referrer policy
    browsers send it with forms of our own pages too.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin", "null")
    return origin == "null" or urlsplit(origin).netloc in {
        request.headers.get("host", ""),
        urlsplit(get_settings().public_url).netloc,
    }


def address_of(request: Request) -> str:
    """The caller's address, for counting only. Of IPv6 the first half: one subscriber holds all the rest."""
    hops = get_settings().trusted_proxy_hops
    forwarded = [
        part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()
    ]
    found = (
        forwarded[-hops]
        if hops and len(forwarded) >= hops
        else (request.client.host if request.client else "")
    )
    try:
        address = ipaddress.ip_address(found)
    except ValueError:
        return ""
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False).network_address)
    return str(address)


def device_of(request: Request) -> str:
    """`Chrome di Android`: enough to know one's own sessions by, too little to recognise a stranger."""
    agent = request.headers.get("user-agent", "")
    browser = next((name for mark, name in _BROWSERS if re.search(rf"\b{mark}", agent)), "Peramban")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return f"{browser} di {system}" if system else browser
