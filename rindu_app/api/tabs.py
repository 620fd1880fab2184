"""Which tabs a sign-in has open, so that signing out empties what the server holds for them."""

from collections import OrderedDict
from contextlib import suppress

import reflex as rx
from reflex.istate.manager.token import BaseStateToken
from reflex_base.registry import RegistrationContext
from reflex_base.utils.exceptions import ReflexRuntimeError

from rindu_app.domain.accounts.sessions import hash_of

KEEP, PER_SESSION = 10_000, 20
_tabs: OrderedDict[str, list[str]] = OrderedDict()


def note_tab(token: str, bound: str) -> None:
    """Remember a socket's bound token under the hash of its sign-in token."""
    tabs = _tabs.setdefault(hash_of(token), [])
    if bound not in tabs:
        tabs.append(bound)
        del tabs[:-PER_SESSION]
    _tabs.move_to_end(hash_of(token))
    while len(_tabs) > KEEP:
        _tabs.popitem(last=False)


async def empty_tabs(token: str) -> None:
    """Empty all State of this sign-in; tabs that are still open are emptied on screen too.

    With several workers, State of tabs that another worker serves stays until it expires; nothing opens it any more.
    """
    tabs = _tabs.pop(hash_of(token), [])
    with suppress(LookupError, ReflexRuntimeError):  # no Reflex app around the doors, as in some tests
        app = RegistrationContext.get().app
        for bound in tabs:
            async with app.modify_state(BaseStateToken(ident=bound, cls=rx.State)) as root:
                for cls in RegistrationContext.get().base_states.values():
                    if issubclass(cls, rx.State):
                        (await root.get_state(cls)).reset()
