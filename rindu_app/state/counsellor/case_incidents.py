"""What happened: incidents of a case, each as exactly as it is known."""

from collections.abc import Mapping
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.codes.queries import list_many
from rindu_app.domain.incidents.commands import remove_incident, save_incident
from rindu_app.domain.incidents.facts import LISTS, MANY, ONE, PERPETRATOR, PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.incidents.view import read_incidents
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.beside import words_of
from rindu_app.state.counsellor.editing import NEW, Editing
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_incidents import (
    GROUPS,
    UNSAID,
    ShownIncident,
    chosen_of,
    old_of,
    show_incident,
)
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.words.fields import FIELDS

_PLAIN = (
    "year", "month", "day", "time_of_day", "place", "area_code", "setting", "sphere", "has_previous", "was_exchange",
    "statistics", "reported_where", "description",
)  # fmt: skip
_LISTED = {**{one: one for one in MANY}, **ONE, **PERPETRATOR}
ANSWERED = ("has_previous", "was_exchange", "statistics")
REGENCY = len("35.10")


class CaseIncidents(Editing, AppState):
    incidents: tuple[ShownIncident, ...] = ()
    choices: dict[str, list[Choice]] = {}
    places: list[Choice] = []
    _fields: dict[str, IncidentFields] = {}
    _area: str = ""

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.choices = await self._read(lists)
        step = await self._open()
        self.places = await self._read(districts, self._area)
        return step

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_WRITE)
    async def add(self) -> Any:
        return self._begin(NEW, {}, [])

    @action(Permission.CASE_WRITE)
    async def edit(self, uid: str) -> Any:
        fields = self._fields.get(str(uid), IncidentFields())
        return self._begin(str(uid), old_of(fields), chosen_of(fields))

    @action(Permission.CASE_WRITE)
    async def stop(self) -> None:
        self._end()

    @action(Permission.CASE_WRITE)
    async def save(self, form: FormData[str, Any]) -> Any:
        form = await self._chosen("incident", form, self.editing)
        done = await self._save("incident", save_incident, form, fields=incident_of(form))
        await self._say("Kejadian disimpan.")
        return done

    @action(Permission.CASE_WRITE)
    async def remove(self) -> Any:
        """The one whose form is open."""
        done = await self._save("incident", remove_incident, None)
        await self._say("Catatan kejadian dikeluarkan dari berkas.")
        return done

    async def _refresh(self) -> None:
        view = await self._run(read_incidents, number=self._number)
        self._show(view.head)
        self._area = view.head.area_code[:REGENCY]
        self.incidents = tuple(show_incident(row) for row in view.incidents)
        self._fields = {row.uid: row.fields for row in view.incidents}

    def _forget(self) -> None:
        self.incidents, self._fields, self._area, self.places = (), {}, "", []
        self._end()

    def _began(self, form: str, of: str) -> dict[str, object]:
        return {**dict.fromkeys(FIELDS[form], ""), **self.old, **ticked(self.chosen)}

    def _words(self, form: str, name: str) -> dict[str, str]:
        if name == "area_code":
            return words_of(self.places, UNSAID)
        if name in ANSWERED:
            return {"": UNSAID, "yes": "Ya", "no": "Tidak"}
        found = _LISTED.get(name) or _LISTED.get(name.rpartition("_")[0])
        return words_of(self.choices.get(found, []), UNSAID) if found else {}

    def _values(self, form: str, now: Any) -> Mapping[str, object]:
        return {**old_of(now), **ticked(chosen_of(now))}

    def _version_of(self, uid: str) -> int:
        return next((row.version for row in self.incidents if row.uid == uid), 0)


def lists(session: ScopedSession, actor: Actor) -> dict[str, list[Choice]]:
    found = list_many(session, LISTS)
    return {name: [Choice(item.code, item.label, item.help) for item in rows] for name, rows in found.items()}


def districts(session: ScopedSession, actor: Actor, area: str) -> list[Choice]:
    return choices.areas_below(session, area) if area else []


def incident_of(form: Any) -> IncidentFields:
    plain = {name: text(form, f"incident_{name}") for name in _PLAIN}
    codes = {name: tuple(texts(form, f"incident_{name}")) for name in MANY}
    people = tuple(perpetrator_of(form, group) for group in GROUPS)
    return IncidentFields(codes=codes, perpetrators=people, **plain)


def perpetrator_of(form: Any, group: int) -> PerpetratorFacts:
    plain = {name: text(form, f"incident_{name}_{group}") for name in PERPETRATOR}
    return PerpetratorFacts(**plain, number=number(form, f"incident_number_{group}") or 1)


def ticked(chosen: list[str]) -> dict[str, list[str]]:
    """Entries by their list, which each of them names."""
    parts = [entry.partition(":") for entry in chosen]
    return {name: [code for of, _, code in parts if of == name] for name in MANY}
