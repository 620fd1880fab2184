"""A bell without words: "something changed in this area". Open screens listen; a line carries it to other processes."""

from collections.abc import Callable

Listener = Callable[[str], None]
End = Callable[[], None]
_listeners: list[Listener] = []
_lines: list[Listener] = []


def ring(area_code: str) -> None:
    """Call only after the commit (`after_commit`), so that whoever looks finds what changed."""
    sound(area_code)
    for carry in tuple(_lines):
        carry(area_code)


def sound(area_code: str) -> None:
    """In this process only: what came over a line is not sent back."""
    for listener in tuple(_listeners):
        listener(area_code)


def listen(listener: Listener) -> End:
    """Register; returns the function that ends it."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def carry_by(line: Listener) -> End:
    """Hand every ring of this process to `line`; returns the function that ends it."""
    _lines.append(line)
    return lambda: _lines.remove(line)
