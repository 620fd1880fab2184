"""Two people changed the same thing: both versions stand side by side, field by field, and who saves second chooses (issue 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from typing import Any

from rindu_app.access.errors import ChangedBeside, Invalid
from rindu_app.domain.cases.beside import Version, version_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.state.base import Stopped
from rindu_app.state.counsellor.acting import Acting
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, text, texts
from rindu_app.words import dates
from rindu_app.words.errors import sentence
from rindu_app.words.fields import BOTH, FIELDS, KEEP, MINE, THEIRS

EMPTY, SOMEBODY = "Kosong", "Orang lain"
Values = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """Something that a form asks. `words`: of its codes. `began`: what it began with, None where nobody can say."""

    label: str
    words: Mapping[str, str] = field(default_factory=dict)
    began: object = None


@dataclass(frozen=True)
class ShownDifference:
    """`name` is that of the field. `untouched`: she left it as it was, so the other's is taken unless she says otherwise."""

    name: str
    label: str
    mine: str
    theirs: str
    untouched: bool


@dataclass(frozen=True)
class ShownBeside:
    """Both versions of what the form of this name changes, or of one of several (`of`). `key` changes with each comparison."""

    form: str = ""
    of: str = ""
    who: str = ""
    rows: tuple[ShownDifference, ...] = ()
    key: str = ""


class Beside(Acting, mixin=True):
    """A part says what its forms began with (`_known`, or `_began`), what codes are called (`_words`), and how a version looks in
    a form (`_values`). `_known`: (version, content) as they were shown, by `<form>:<of>`.
    """

    beside: ShownBeside = ShownBeside()
    _known: dict[str, tuple[Version, Any]] = {}
    _theirs: dict[str, Values] = {}
    _newer: Version = 0

    async def _keep(
        self, form: str, function: Any, entered: Any, *, version: Version, of: str = "", **given: Any
    ) -> Any:
        """Save what was `entered`. Where somebody was quicker, both versions are shown, and saving again is a decision."""
        seen = self._newer if self._compares(form, of) else version
        try:
            return await self._do(form, function, version=seen, **given)
        except Stopped as stop:
            if isinstance(stop.__cause__, ChangedBeside):
                self._lay(form, of, entered, stop.__cause__)
            raise

    async def _change(self, form: str, function: Any, entered: Any, *, of: str = "", **given: Any) -> Any:
        """`_keep` for what is in `_known`."""
        version, _ = self._known.get(f"{form}:{of}", ("", None))
        return await self._keep(form, function, entered, version=version, of=of, **given)

    async def _chosen(self, form: str, entered: Any, of: str = "") -> Any:
        """What was entered, with the other's words where she chose them. Refuses a difference that she did not decide."""
        taken: dict[str, Values] = {}
        for row in self.beside.rows if self._compares(form, of) else ():
            choice = text(entered, f"{KEEP}_{row.name}")
            if choice not in (MINE, THEIRS):
                self._form = KEEP
                await self._say_refusal(Invalid(row.name, "version_missing"))
                raise Stopped
            if choice == THEIRS:
                taken[row.name] = self._theirs[row.name]
        return _with(entered, taken)

    def _compares(self, form: str, of: str) -> bool:
        return (self.beside.form, self.beside.of) == (form, of)

    def _lay(self, form: str, of: str, entered: Any, refusal: ChangedBeside) -> None:
        theirs, rows = self._values(form, refusal.now), []
        self._theirs, self._newer = {}, refusal.version
        for name, asked in self._asked(form, of).items():
            own, other = f"{form}_{name}", values_of(theirs.get(name))
            began = None if asked.began is None else values_of(asked.began)
            mine = values_of(texts(entered, own)) if entered is not None else began or ()
            if other in (mine, began):
                continue
            self._theirs[own] = other
            said = (_say(mine, asked.words), _say(other, asked.words))
            rows.append(ShownDifference(own, asked.label, *said, untouched=mine == began))
        when = dates.show_within(refusal.at, self._zone()) if refusal.at else ""
        who = ", ".join(filter(None, [refusal.by or SOMEBODY, when]))
        self.beside = ShownBeside(form, of, who, tuple(rows), str(self.notice_count))
        self.errors = {BOTH: sentence(refusal.code)}

    def _put_away(self) -> None:
        self.beside, self._theirs, self._newer = ShownBeside(), {}, 0

    def _asked(self, form: str, of: str) -> dict[str, Field]:
        began = self._began(form, of)
        return {
            name: Field(said, self._words(form, name), began.get(name)) for name, said in FIELDS[form].items()
        }

    def _began(self, form: str, of: str) -> Mapping[str, object]:
        known = self._known.get(f"{form}:{of}")
        return self._values(form, known[1]) if known else {}

    def _words(self, form: str, name: str) -> Mapping[str, str]:
        return {}

    def _values(self, form: str, now: Any) -> Mapping[str, object]:
        """A version by the names of the form's fields."""
        return asdict(now) if is_dataclass(now) and not isinstance(now, type) else {"text": now}

    def _zone(self) -> str:
        raise NotImplementedError

    async def _do(self, form: str, function: Any, **given: Any) -> Any:
        raise NotImplementedError


def plain(content: Any) -> tuple[Version, Any]:
    """What has no counter: what it says is its version."""
    return version_of(content), content


def values_of(given: object) -> Values:
    """What a field holds, however it is written: cleaned, sorted, nothing where nothing was said. A tick is "yes"."""
    if isinstance(given, bool):
        return ("yes",) if given else ()
    several: Iterable[object] = given if isinstance(given, list | tuple | set) else [given]
    said = (clean_text(str(one)) for one in several if one is not None)
    return tuple(sorted(one for one in said if one))


def words_of(choices: Iterable[Choice], unknown: str = "") -> dict[str, str]:
    """What the codes of a field are called. `unknown`: what it says where nothing is chosen."""
    return {"": unknown or EMPTY, **{choice.value: choice.text for choice in choices}}


def _say(values: Values, words: Mapping[str, str]) -> str:
    return ", ".join(words.get(one, one) for one in values) or words.get("", EMPTY)


def _with(entered: Any, taken: dict[str, Values]) -> FormData[str, Any]:
    kept = entered.multi_items() if isinstance(entered, FormData) else list(dict(entered).items())
    others = [(name, value) for name, value in kept if name not in taken]
    return FormData([*others, *((name, one) for name, found in taken.items() for one in found)])
