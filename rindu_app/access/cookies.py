"""The cookie that names a sign-in session, and the client token bound to it."""

import hashlib
import hmac

from rindu_app.access.keyring import get_keyring
from rindu_app.settings import get_settings

STAFF = "ruang"


def staff_cookie() -> str:
    """Its name: with TLS the browser itself refuses one that was planted for another host or path."""
    return f"__Host-{STAFF}" if get_settings().secure_cookies else STAFF


def staff_token(header: str) -> str:
    """The sign-in token in a Cookie header, or "". Of several with the name, the first counts."""
    name = staff_cookie()
    for part in header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value.strip('"')
    return ""


def bound_token(client_token: str, cookie_header: str) -> str:
    """The name under which State is kept: made from the browser's token *and* the sign-in token.

    The browser's token is weak (`Math.random`, in the socket's address). Whoever presents another person's arrives at a
    State of her own, empty (docs/adr/0020).
    """
    both = f"{staff_token(cookie_header)}\0{client_token}".encode("utf-8", "surrogatepass")
    return hmac.new(get_keyring().index, b"client_token\0" + both, hashlib.sha256).hexdigest()
