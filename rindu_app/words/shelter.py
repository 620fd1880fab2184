"""Who comes and who may sleep where, as people say it."""

from collections.abc import Sequence

from rindu_app.words.codes import Sex
from rindu_app.words.labels import label


def say_guest(sex: str, age: int) -> str:
    """ "perempuan 31 tahun", "laki-laki di bawah 1 tahun"."""
    return f"{label(Sex(sex)).lower()} {f'{age} tahun' if age else 'di bawah 1 tahun'}"


def say_people(people: Sequence[tuple[str, int]]) -> str:
    """ "Perempuan 31 tahun, dengan laki-laki 4 tahun dan perempuan di bawah 1 tahun"."""
    if not people:
        return ""
    first, *others = [say_guest(sex, age) for sex, age in people]
    if not others:
        return _large(first)
    return _large(f"{first}, dengan {join_words(others)}")


def join_words(words: Sequence[str]) -> str:
    """ "1", "1 dan 2", "1, 2, dan 3"."""
    *most, last = words
    if len(most) < 2:
        return " dan ".join(words)
    return f"{', '.join(most)}, dan {last}"


def say_rule(boys_until: int | None, families_only: bool) -> str:
    """ "Perempuan saja", "Perempuan, dan anak laki-laki sampai 12 tahun. Untuk ibu yang datang bersama anak"."""
    who = "Perempuan saja"
    if boys_until is not None:
        age = f"sampai {boys_until} tahun" if boys_until else "di bawah 1 tahun"
        who = f"Perempuan, dan anak laki-laki {age}"
    return f"{who}. Untuk ibu yang datang bersama anak" if families_only else who


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]
