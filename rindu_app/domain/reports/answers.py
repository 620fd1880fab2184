"""What a report can say, checked once for every door: citizen's form, staff intake, API."""

import unicodedata
from dataclasses import asdict, dataclass, fields
from typing import Any

from rindu_app.access.errors import Invalid
from rindu_app.settings import get_settings
from rindu_app.words.codes import ContactWay, CounsellingMode, Door, Teller

SHORT = 200
_KEPT_CONTROLS = "\n\t"


@dataclass(frozen=True)
class Answers:
    """Everything asked. Empty means not answered; every question but `story` may stay empty.

    `days` are ISO weekdays, hours are full hours of the person's place.
    """

    story: str = ""
    door: str = Door.REPORT
    teller: str = Teller.UNSAID
    danger: str = ""
    kinds: tuple[str, ...] = ()
    area_code: str = ""
    rt: str = ""
    ways: tuple[str, ...] = ()
    phone: str = ""
    trusted: str = ""
    who_answers: str = ""
    days: tuple[int, ...] = ()
    hour_from: int | None = None
    hour_to: int | None = None
    may_identify: bool = False
    may_leave_message: bool = False
    phone_shared: bool = True
    code_word: str = ""
    stop_word: str = ""
    mode: str = ""
    name: str = ""
    affected_name: str = ""
    age: str = ""
    needs: str = ""

    def sealed_part(self) -> dict[str, Any]:
        """What may name or describe a person, and so is stored sealed with the report."""
        return {
            key: getattr(self, key)
            for key in ("story", "name", "affected_name", "age", "needs", "area_code", "rt", "phone")
        }

    def contact_part(self) -> dict[str, Any]:
        return {
            key: getattr(self, key) for key in ("phone", "trusted", "who_answers", "code_word", "stop_word")
        }


_CHOICES: dict[str, frozenset[str]] = {
    "door": frozenset(Door),
    "teller": frozenset(Teller),
    "danger": frozenset({"", "yes", "no", "unknown", "unsaid"}),
    "mode": frozenset({"", *CounsellingMode}),
}
_FIELDS = {f.name: f for f in fields(Answers)}


def clean_text(text: str) -> str:
    """Without control characters (NUL included) and lone surrogates; marks of right-to-left writing stay."""
    kept = (
        c
        for c in text.replace("\r\n", "\n")
        if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs")
    )
    return "".join(kept).strip()


def required_text(field: str, value: str, limit: int = 20_000) -> str:
    """Cleaned text that must not be empty. Raises `Invalid` for the field where it is missing or too long."""
    text = clean_text(value)
    if not text:
        raise Invalid(field, "required")
    if len(text) > limit:
        raise Invalid(field, "too_long", limit=limit, length=len(text))
    return text


def check_answers(raw: dict[str, Any], *, whole: bool = True) -> Answers:
    """Typed answers from untrusted values. `whole=False` checks one step and does not ask for the story.

    Raises `Invalid` with the name of the field and a code of `words/errors.py`.
    """
    values = {name: _check(name, raw[name]) for name in _FIELDS if name in raw}
    answers = Answers(**values)
    if whole and not answers.story:
        raise Invalid("story", "story_missing")
    if answers.hour_from is not None and answers.hour_to is not None and answers.hour_from >= answers.hour_to:
        raise Invalid("hour_from", "hours_reversed")
    return answers


def as_draft(answers: Answers) -> dict[str, Any]:
    """Only what differs from "not answered", for a draft."""
    empty = asdict(Answers())
    return {name: value for name, value in asdict(answers).items() if value != empty[name]}


def _check(name: str, value: Any) -> Any:
    default = _FIELDS[name].default
    if name == "ways":
        return _choices(name, value, frozenset(ContactWay))
    if name == "kinds":
        return tuple(dict.fromkeys(_text(name, item, SHORT) for item in _list(name, value)))[:20]
    if name == "days":
        return tuple(sorted({_number(name, day, 1, 7) for day in _list(name, value)}))
    if name in ("hour_from", "hour_to"):
        return None if value in (None, "") else _number(name, value, 0, 24)
    if isinstance(default, bool):
        return value in (True, "yes", "on", "1")
    text = _text(name, value, get_settings().text_max_chars if name in ("story", "needs") else SHORT)
    if name in _CHOICES and text not in _CHOICES[name]:
        raise Invalid(name, "unknown_choice")
    return text


def _text(name: str, value: Any, limit: int) -> str:
    if not isinstance(value, str):
        raise Invalid(name, "unknown_choice")
    text = clean_text(value)
    if len(text) > limit:
        raise Invalid(name, "too_long", limit=limit, length=len(text))
    return text


def _list(name: str, value: Any) -> list[Any]:
    if isinstance(value, str):
        return [value] if value else []
    if not isinstance(value, list | tuple) or len(value) > 50:
        raise Invalid(name, "unknown_choice")
    return list(value)


def _choices(name: str, value: Any, allowed: frozenset[str]) -> tuple[str, ...]:
    chosen = _list(name, value)
    if any(not isinstance(item, str) or item not in allowed for item in chosen):
        raise Invalid(name, "unknown_choice")
    return tuple(dict.fromkeys(chosen))


def _number(name: str, value: Any, low: int, high: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise Invalid(name, "unknown_choice") from None
    if not low <= number <= high:
        raise Invalid(name, "unknown_choice")
    return number
