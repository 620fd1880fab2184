"""Names and numbers made comparable, before they are hashed for search."""

import re
import unicodedata

from rindu_app.access.keyring import Keyring
from rindu_app.domain.contact.phones import normalise_phone


def name_words(name: str) -> set[str]:
    """Lower-case words without marks: "Siti  Nur-Hálimah" → {"siti", "nur", "halimah"}."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return {word for word in re.split(r"\W+", plain.casefold()) if len(word) > 1}


def search_tokens(keyring: Keyring, *, names: list[str], phones: list[str]) -> set[str]:
    words = {keyring.index_token("name", word) for name in names for word in name_words(name)}
    numbers = {normalise_phone(phone) for phone in phones} - {""}
    return words | {keyring.index_token("phone", number) for number in numbers}
