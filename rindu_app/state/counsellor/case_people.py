"""The people of a case: who they are is asked for, whom she may trust is said, other cases stand beside."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.codes.queries import list_many
from rindu_app.domain.people.commands import remove_person, save_perpetrator, save_person
from rindu_app.domain.people.fields import LISTS, MANY, ONE, PerpetratorFields, PersonFields
from rindu_app.domain.people.links import link_cases, unlink_cases
from rindu_app.domain.people.rows import NamesRow, PeopleView
from rindu_app.domain.people.view import read_people, read_person, reveal_people
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.beside import words_of
from rindu_app.state.counsellor.editing import NEW, Editing
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_people import ShownPeople, show_people
from rindu_app.state.forms import FormData, text, texts
from rindu_app.words.ages import parse_partial
from rindu_app.words.codes import PersonRole, PersonSafety
from rindu_app.words.fields import FIELDS
from rindu_app.words.labels import label

_TEXTS = (
    "role", "relation", "sex", "education", "job", "marital", "citizenship", "safety", "name", "phone", "address", "note",
    "nik", "born_year", "born_month", "born_day", "age",
)  # fmt: skip
_TICKS = ("in_household", "is_guardian", "drop_nik")
_LISTS = ("disabilities", "accommodations")
_LISTED = {**ONE, **MANY, "age_band": "age_band", "service": "perpetrator_name_service"}
_YES = {"yes": "Ya", "": "Tidak"}
_WORDS = {
    "role": {str(role): label(role) for role in PersonRole},
    "safety": {str(safety): label(safety) for safety in PersonSafety},
    "in_household": _YES,
    "is_guardian": _YES,
    "nik": {"": "NIK yang tersimpan sekarang"},
    "drop_nik": {"yes": "Ya", "": "Tidak, simpan NIK yang ada"},
}
_SUSPECT = ("relation", "sex", "age_band", "name", "service", "reason")


class CasePeople(Editing, AppState):
    """`kind`: which form is open. `named`: the names are shown."""

    people: ShownPeople = ShownPeople()
    choices: dict[str, list[Choice]] = {}
    kind: str = ""
    named: bool = False
    _versions: dict[str, int] = {}

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.choices = await self._read(lists)
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def show_names(self) -> None:
        self.named = True
        await self._refresh()

    @action(Permission.CASE_READ)
    async def hide_names(self) -> None:
        self.named = False
        await self._refresh()

    @action(Permission.CASE_WRITE)
    async def add(self, kind: str) -> Any:
        self.kind = "suspect" if str(kind) == "suspect" else "person"
        return self._begin(NEW, {}, [])

    @action(Permission.CASE_WRITE)
    async def edit(self, uid: str) -> Any:
        role, old, chosen = await self._run(old_person, number=self._number, uid=str(uid))
        self.kind = {PersonRole.PERPETRATOR: "suspect", PersonRole.CLIENT: "client"}.get(role, "person")
        return self._begin(str(uid), old, chosen)

    @action(Permission.CASE_WRITE)
    async def stop(self) -> None:
        self._end()

    @action(Permission.CASE_WRITE)
    async def save(self, form: FormData[str, Any]) -> Any:
        form = await self._chosen("person", form, self.editing)
        done = await self._save("person", save_person, form, fields=person_of(form, self.kind))
        await self._say("Data orang disimpan.")
        return done

    @action(Permission.CASE_WRITE)
    async def save_suspect(self, form: FormData[str, Any]) -> Any:
        form = await self._chosen("suspect", form, self.editing)
        plain = {name: text(form, f"suspect_{name}") for name in _SUSPECT}
        lives_there = text(form, "suspect_in_household") == "yes"
        fields = PerpetratorFields(**plain, in_household=lives_there)
        done = await self._save("suspect", save_perpetrator, form, fields=fields)
        await self._say("Data terlapor disimpan.")
        return done

    @action(Permission.CASE_WRITE)
    async def remove(self) -> Any:
        """Whose form is open."""
        done = await self._save("suspect" if self.kind == "suspect" else "person", remove_person, None)
        await self._say("Orang ini dikeluarkan dari berkas.")
        return done

    @action(Permission.CASE_WRITE)
    async def link(self, form: FormData[str, Any]) -> None:
        given = {name: text(form, f"link_{name}") for name in ("other", "kind", "reason")}
        await self._do("link", link_cases, **given)
        await self._say("Kedua kasus dihubungkan.")

    @action(Permission.CASE_WRITE)
    async def unlink(self, uid: str) -> None:
        await self._do("link", unlink_cases, uid=str(uid))
        await self._say("Hubungan kedua kasus dilepas.")

    async def _refresh(self) -> None:
        view, names = await self._run(look, number=self._number, named=self.named)
        self._show(view.head)
        self.people = show_people(view, names)
        self._versions = {row.uid: row.version for row in view.people}

    def _forget(self) -> None:
        self.people, self.named, self._versions = ShownPeople(), False, {}
        self._end()

    def _end(self) -> None:
        super()._end()
        self.kind = ""

    def _began(self, form: str, of: str) -> dict[str, object]:
        """Of a NIK nobody can say: it is in no form."""
        plain = {name: self.old.get(name, "") for name in FIELDS[form]}
        ticked = {name: [code for code in self.chosen if code in self._words(form, name)] for name in MANY}
        return {**plain, **ticked, "nik": None, "drop_nik": None}

    def _words(self, form: str, name: str) -> dict[str, str]:
        found = _LISTED.get(name)
        return words_of(self.choices.get(found, [])) if found else _WORDS.get(name, {})

    def _version_of(self, uid: str) -> int:
        return self._versions.get(uid, 0)


def look(
    session: ScopedSession, actor: Actor, *, number: str, named: bool
) -> tuple[PeopleView, dict[str, NamesRow]]:
    """The people, and who they are where that was asked for."""
    view = read_people(session, actor, number=number)
    return view, {row.uid: row for row in reveal_people(session, actor, number=number)} if named else {}


def lists(session: ScopedSession, actor: Actor) -> dict[str, list[Choice]]:
    found = list_many(session, LISTS)
    return {name: [Choice(item.code, item.label, item.help) for item in rows] for name, rows in found.items()}


def old_person(
    session: ScopedSession, actor: Actor, *, number: str, uid: str
) -> tuple[str, dict[str, str], list[str]]:
    """(role, fields, ticked entries) as the form begins."""
    row, told = read_person(session, actor, number=number, uid=uid)
    born = parse_partial(told.get("born", ""))
    parts = {"born_year": born.year, "born_month": born.month, "born_day": born.day} if born else {}
    old = told | {name: str(part or "") for name, part in parts.items()}
    old |= {name: str(getattr(row, name)) for name in {*_TEXTS, *_SUSPECT} if name in type(row).model_fields}
    old |= {name: "yes" for name in ("in_household", "is_guardian") if getattr(row, name)}
    return row.role, old | {"nik": ""}, [*row.disabilities, *row.accommodations]


def person_of(form: Any, kind: str) -> PersonFields:
    values: dict[str, Any] = {name: text(form, f"person_{name}") for name in _TEXTS}
    values |= {name: text(form, f"person_{name}") == "yes" for name in _TICKS}
    values |= {name: tuple(texts(form, f"person_{name}")) for name in _LISTS}
    values["safety"] = values["safety"] or "unknown"
    if kind == "client":
        values["role"] = PersonRole.CLIENT
    return PersonFields(**values)
