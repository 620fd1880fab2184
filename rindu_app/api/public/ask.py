"""What a citizen's browser asked for, read before any work is done."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request

from rindu_app.api.uploads import PostedForm
from rindu_app.settings import get_settings

# Addresses are compared while the process lives and never written down (secure-intake promise 8).
_ADDRESS_KEY = secrets.token_bytes(32)


@dataclass
class Ask:
    """One request. `form` is empty for a GET."""

    method: str
    path: str
    query: Mapping[str, str]
    token: str = field(repr=False)
    source: str = field(repr=False)
    parts: Mapping[str, Any]
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    form: PostedForm = field(default_factory=PostedForm, repr=False)

    @property
    def posted(self) -> bool:
        return self.method == "POST"

    def typed(self, name: str) -> str:
        return self.form.fields.get(name, "")

    def typed_all(self, name: str) -> list[str]:
        return self.form.many.get(name, [])


def cookie_name() -> str:
    return "__Host-sesi" if get_settings().secure_cookies else "sesi"


def read_ask(request: Request, form: PostedForm) -> Ask:
    return Ask(
        method=request.method,
        path=request.url.path,
        query=request.query_params,
        token=request.cookies.get(cookie_name(), ""),
        source=source_of(request),
        parts=request.path_params,
        cookies=request.cookies,
        form=form,
    )


def source_of(request: Request) -> str:
    """A keyed hash of the address, for slowing down only. Proxies are believed as far as the settings say."""
    hops = get_settings().trusted_proxy_hops
    forwarded = [
        part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()
    ]
    address = request.client.host if request.client else ""
    if hops and len(forwarded) >= hops:
        address = forwarded[-hops]
    return hashlib.blake2b(address.encode(), key=_ADDRESS_KEY, digest_size=16).hexdigest()
