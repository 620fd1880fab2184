"""The questions in their order, and what each one asks for."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from rindu_app.access.errors import Invalid
from rindu_app.domain.reports.answers import Answers, as_draft, check_answers
from rindu_app.words.codes import ContactWay

Said = dict[str, Any]
LISTS = ("kinds", "ways", "days")
EMPTY = asdict(Answers())


@dataclass(frozen=True)
class Step:
    """`name` is its address and template; steps with the same `number` count as one for the person."""

    name: str
    number: int
    fields: tuple[str, ...]
    check: Callable[[Said], None] = lambda _said: None
    needed: Callable[[Said], bool] = lambda _said: True
    skipped: tuple[tuple[str, Any], ...] = ()


def _needs_number(said: Said) -> bool:
    return bool({ContactWay.PHONE, ContactWay.WHATSAPP, ContactWay.TRUSTED} & set(said.get("ways", ())))


def _has_number(said: Said) -> bool:
    """Somebody can be called: only then it matters when, and with which words."""
    return _needs_number(said) and bool(said.get("phone") or said.get("trusted"))


def _one_answer(field: str) -> Callable[[Said], None]:
    def check(said: Said) -> None:
        if not said.get(field):
            raise Invalid(field, "choose_or_skip")

    return check


def _a_story(said: Said) -> None:
    if not said.get("story"):
        raise Invalid("story", "story_missing")


def _plain_ways(said: Said) -> None:
    ways = set(said.get("ways", ()))
    if not ways:
        raise Invalid("ways", "choose_or_skip")
    if ContactWay.NONE in ways and len(ways) > 1:
        raise Invalid("ways", "none_or_some")


def _some_number(said: Said) -> None:
    ways = set(said.get("ways", ()))
    if {ContactWay.PHONE, ContactWay.WHATSAPP} & ways and not said.get("phone"):
        raise Invalid("phone", "number_or_skip")
    if ContactWay.TRUSTED in ways and not said.get("trusted"):
        raise Invalid("trusted", "trusted_or_skip")


def check_contact(said: Said) -> None:
    """Safe contact as a whole. Raises `Invalid` where a way lacks what it needs."""
    _plain_ways(said)
    _some_number(said)


CONTACT = ("ways",)
NUMBER = ("phone", "trusted", "phone_shared", "who_answers")
TIMES = ("days", "hour_from", "hour_to", "may_identify", "may_leave_message", "code_word", "stop_word")

STEPS: tuple[Step, ...] = (
    Step("siapa", 1, ("teller",), _one_answer("teller"), skipped=(("teller", "unsaid"),)),
    Step("sekarang", 2, ("danger",), _one_answer("danger"), skipped=(("danger", "unsaid"),)),
    Step("isi", 3, ("story", "kinds"), _a_story),
    Step("tempat", 4, ("area_code", "rt")),
    Step("kontak", 5, CONTACT, _plain_ways),
    Step("nomor", 5, NUMBER, _some_number, _needs_number),
    Step("waktu", 5, TIMES, needed=_has_number),
    Step("cara", 6, ("mode", "needs")),
    Step("nama", 7, ("name", "affected_name", "age")),
    Step("berkas", 8, ()),
    Step("periksa", 9, ()),
)
BY_NAME = {step.name: step for step in STEPS}
COUNT = STEPS[-1].number


def neighbours(name: str, said: Said) -> tuple[str, str]:
    """Addresses of the step before and the step after, leaving out what is not needed."""
    names = [step.name for step in STEPS if step.needed(said) or step.name == name]
    at = names.index(name)
    before = f"/cerita/{names[at - 1]}" if at else ""
    return before, f"/cerita/{names[at + 1]}" if at + 1 < len(names) else ""


def typed_answers(step: Step, many: dict[str, list[str]]) -> Said:
    """The fields of a step as they were typed; what was not sent is empty."""
    lists = {name: many.get(name, []) for name in step.fields if name in LISTS}
    return lists | {name: many.get(name, [""])[-1] for name in step.fields if name not in LISTS}


def keep_answers(step: Step, said: Said, typed: Said) -> Said:
    """All answers with those of one step replaced; an empty one counts as not given. Raises `Invalid`."""
    given = {name: value for name, value in typed.items() if value not in ("", [])}
    checked = as_draft(check_answers(_without(step, said) | given, whole=False))
    step.check(checked)
    return _only_needed(checked)


def skip_answers(step: Step, said: Said) -> Said:
    """All answers with those of one step taken back."""
    rest = as_draft(check_answers(_without(step, said) | dict(step.skipped), whole=False))
    return _only_needed(rest)


def _only_needed(said: Said) -> Said:
    """Nothing stays of a question that is no longer asked."""
    return said if _has_number(said) else _drop(said, TIMES if _needs_number(said) else NUMBER + TIMES)


def _without(step: Step, said: Said) -> Said:
    return _drop({name: value for name, value in said.items() if name in EMPTY}, step.fields)


def _drop(said: Said, names: tuple[str, ...]) -> Said:
    return {name: value for name, value in said.items() if name not in names}


def as_form(said: Said, typed: Said | None = None, *, answered: bool = False) -> Said:
    """Values for a template: every field is there, numbers are text, ticks are "yes", "no" or "" where not said."""
    form = EMPTY | {
        name: _yes_no(value, answered) for name, value in EMPTY.items() if isinstance(value, bool)
    }
    form |= {name: _yes_no(value, True) if isinstance(value, bool) else value for name, value in said.items()}
    form["days"] = [str(day) for day in form["days"]]
    for name in ("hour_from", "hour_to"):
        form[name] = "" if form[name] is None else str(form[name])
    return form | (typed or {})


def _yes_no(value: bool, known: bool) -> str:
    return ("yes" if value else "no") if known else ""
