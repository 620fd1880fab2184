"""What screens show of code lists and hotlines."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class CodeRow:
    """One choice of a list. `extra` holds what the list adds: `weight`, `parent`, `body`, `from` and `to`."""

    code: str
    label: str
    help: str
    extra: Mapping[str, Any]

    @property
    def text_version(self) -> str:
        """The same as long as nobody changes a word of it: which text somebody was shown."""
        return sha256(f"{self.label}\n{self.help}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class CodeFacts:
    """What is known of a code: its words, its names in national systems, and what its list adds."""

    label: str
    national: Mapping[str, str]
    extra: Mapping[str, Any]


@dataclass(frozen=True)
class HotlineRow:
    """`whatsapp` has digits only, as wa.me wants them ("628111129129"); `whatsapp_shown` is how people know the number."""

    number: str
    label: str
    note: str
    whatsapp: str
    whatsapp_shown: str
