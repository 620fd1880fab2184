"""Passwords: what is accepted, and the slow hash that keeps them."""

import threading
import unicodedata
from functools import lru_cache

from passlib.context import CryptContext

from rindu_app.access.errors import Invalid

SHORTEST, LONGEST = 12, 200

# About 80 ms on one core of a small server; OWASP's minimum for argon2id is 19 MiB with two passes.
MEMORY_KIB, PASSES = 32_768, 2
_context = CryptContext(schemes=["argon2"], argon2__type="ID", argon2__parallelism=1)
# A flood of logins waits here instead of taking every core and 32 MiB each.
_slots = threading.BoundedSemaphore(2)

# Long enough for the rule, and still what everybody tries first.
_COMMON = frozenset({
    "123456789012", "1234567890123", "12345678901234", "123456789123", "1234567891011", "123123123123",
    "111111111111", "000000000000", "abcdefghijkl", "abcd12345678", "qwertyuiop12", "qwertyuiop123",
    "qwertyuiopas", "qwerty123456", "password1234", "password12345", "passwordpassword", "katasandi123",
    "katasandi1234", "rahasia12345", "rahasia123456", "rahasiarahasia", "indonesia123", "indonesia1234",
    "indonesia1945", "indonesiaraya", "merdeka12345", "bismillah123", "bismillah1234", "alhamdulillah",
    "alhamdulillah1", "sayangsayang", "sayangkamu123", "akucintakamu", "administrator", "administrator1",
    "admin1234567", "admin12345678", "welcome12345", "iloveyou1234", "ruangrindu123", "ruangrindu1234",
    "banyuwangi123", "banyuwangi1234", "balikpapan123", "balikpapan1234", "kotametro1234", "lampung12345",
})  # fmt: skip


def cost(*, memory_kib: int, passes: int) -> None:
    """What a new hash costs. Stored hashes know what theirs did."""
    _context.update(argon2__memory_cost=memory_kib, argon2__time_cost=passes)
    _nobody.cache_clear()


def hash_password(password: str) -> str:
    with _slots:
        return str(_context.hash(_bytes(password)))


def verify_password(password: str, password_hash: str | None) -> bool:
    """Whether the password is right. Without a hash (unknown account) it costs the same and is never right."""
    if len(password) > LONGEST:
        password, password_hash = "", None
    with _slots:
        right = bool(_context.verify(_bytes(password), password_hash or _nobody()))
    return right and password_hash is not None


def check_new_password(password: str, username: str) -> None:
    """Raises `Invalid("password", …)` for one that is short, among the first that anybody tries, or holds the user name.

    Length instead of kinds of characters: NIST SP 800-63B-4, section 3.1.1.2.
    """
    plain = _normal(password).lower()
    if len(plain) < SHORTEST:
        raise Invalid("password", "password_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Invalid("password", "too_long", limit=LONGEST, length=len(password))
    if plain in _COMMON or _is_repeated(plain):
        raise Invalid("password", "password_common")
    if username.lower() in plain:
        raise Invalid("password", "password_like_name")


def _is_repeated(text: str) -> bool:
    """`abcabcabcabc`: a text that is found within its own double is made of one repeated part."""
    return text in (text + text)[1:-1]


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _bytes(password: str) -> bytes:
    return _normal(password).encode("utf-8", "surrogatepass")


@lru_cache
def _nobody() -> str:
    return str(_context.hash(b"nobody has this password"))


cost(memory_kib=MEMORY_KIB, passes=PASSES)
