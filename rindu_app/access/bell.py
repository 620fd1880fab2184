"""A bell without words: "something changed in this area". Listeners carry it to open screens and other processes."""

from collections.abc import Callable

Listener = Callable[[str], None]
_listeners: list[Listener] = []


def ring(area_code: str) -> None:
    """Call only after the commit (`after_commit`), so that whoever looks finds what changed."""
    for listener in tuple(_listeners):
        listener(area_code)


def listen(listener: Listener) -> Callable[[], None]:
    """Register; returns the function that ends it."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)
