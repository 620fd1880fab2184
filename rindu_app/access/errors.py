"""Refusals that a person can read. `code` names the sentence in `words/errors.py`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime


class DomainError(Exception):
    """An expected refusal; nothing is saved. `facts` fill the sentence."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotFound(DomainError):
    """Not there, or not to be seen by this actor: the two are never told apart."""

    def __init__(self, code: str = "not_found", **facts: str | int) -> None:
        super().__init__(code, **facts)


class Forbidden(DomainError):
    """Visible, but this act is not the actor's to do."""

    def __init__(self, code: str = "forbidden", **facts: str | int) -> None:
        super().__init__(code, **facts)


class Conflict(DomainError):
    """Somebody else was quicker, or the object is no longer in a state that allows it."""


class Invalid(DomainError):
    """What was entered cannot be used. `field` is the name of the form field."""

    def __init__(self, field: str, code: str, **facts: str | int) -> None:
        super().__init__(code, **facts)
        self.field = field


@contextmanager
def typed_into(field: str, code: str) -> Iterator[None]:
    """The number was typed into this field: where it names nothing that this actor may see, that is said at the field."""
    try:
        yield
    except NotFound as missing:
        raise Invalid(field, code) from missing


class Noted(DomainError):
    """A refusal that leaves its trace (a failed try that must count): the transaction is committed, then it is raised."""


class ChangedBeside(Conflict, Noted):
    """What she began with is no longer what is kept: somebody else changed it, or she did in another tab (issue 3).

    `now`: what it says, in the shape in which the refused command takes it, for whoever may read it; that it was read here
    is committed. `version` saves over it. `by` and `at`: who changed it and when, where that is known.
    """

    def __init__(self, now: object, version: int | str, by: str, at: datetime | None) -> None:
        super().__init__("changed_beside")
        self.now, self.version, self.by, self.at = now, version, by, at


class TooSoon(DomainError):
    """Too many tries; nothing was looked at. `seconds` says when the next try will be."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too_soon", seconds=seconds)


class Unscoped(RuntimeError):
    """A programming error: a protected table was touched without an actor, or in a way that cannot be scoped."""
