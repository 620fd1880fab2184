"""What doors give out of a file."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class OpenedFile:
    """A file in the clear, for one response."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
