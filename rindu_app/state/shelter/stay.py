"""One request or stay, and everything the shelter does about it."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.shelter import placing, staying
from rindu_app.domain.shelter.access import expect_stay_version
from rindu_app.domain.shelter.view import peek_stay, read_stay
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import Acting, focus, last_part
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.state.shelter.shown import ShownSheltered, show_stay
from rindu_app.words.codes import ShelterEntryKind

WORK = Permission.SHELTER_WORK


class StayPage(Acting, AppState):
    """`phase`: loading, ready or missing."""

    phase: str = "loading"
    stay: ShownSheltered = ShownSheltered()
    needs: list[Choice] = []
    incidents: list[Choice] = []
    refusals: list[Choice] = []
    destinations: list[Choice] = []
    _uid: str = ""

    @action(WORK)
    async def load(self) -> Any:
        self._forget()
        self._uid, self.phase = last_part(self.router.url.path), "missing"
        await self._refresh()
        self.needs, self.incidents, self.refusals, self.destinations = await self._read(_lists)
        return focus("judul")

    @action(WORK, background=True)
    async def watch(self) -> None:
        """What the case's team does about it shows by itself, a consent taken back first of all."""
        async for _ in self._changes():
            async with self:  # it may start before the page has loaded, so each turn asks what is shown
                uid, known = self._uid, (self.stay.version, self.stay.consent)
            if not uid or await self._read(peek_stay, uid=uid) == known:
                continue
            seen = show_stay(await self._run(read_stay, uid=uid))
            async with self:
                if self._uid == uid:
                    self.stay = seen

    @action(WORK)
    async def leave_page(self) -> None:
        self._forget()

    @action(WORK)
    async def place(self, form: FormData[str, Any]) -> None:
        await self._decide("place", placing.place_guest, bed_ids=beds_in(form, "place_beds"))
        await self._say("Tempat sudah diberikan. Tim kasusnya mengetahui, tanpa alamat rumah.")

    @action(WORK)
    async def move(self, form: FormData[str, Any]) -> None:
        await self._decide("move", placing.move_guest, bed_ids=beds_in(form, "move_beds"))
        await self._say("Tempat tidurnya sudah dipindah.")

    @action(WORK)
    async def refuse(self, form: FormData[str, Any]) -> None:
        given = {"reason": text(form, "refuse_reason"), "note": text(form, "refuse_note")}
        await self._decide("refuse", placing.refuse_request, **given)
        await self._say("Penolakan dikirim kepada tim kasusnya.")

    @action(WORK)
    async def log(self, kind: str, form: FormData[str, Any]) -> None:
        entry = ShelterEntryKind(kind) if kind in set(ShelterEntryKind) else ShelterEntryKind.NEED
        given = {"code": text(form, f"log_{entry}_code"), "note": text(form, f"log_{entry}_note")}
        await self._act("log", staying.log_entry, uid=self._uid, kind=entry, **given)
        await self._refresh()
        await self._say("Sudah dicatat.")

    @action(WORK)
    async def extend(self, form: FormData[str, Any]) -> None:
        days, reason = number(form, "extend_days"), text(form, "extend_reason")
        await self._decide("extend", staying.ask_extension, days=days, reason=reason)
        await self._say("Permintaan perpanjangan menunggu keputusan penyelia.")

    @action(WORK)
    async def depart(self, form: FormData[str, Any]) -> None:
        given = {"destination": text(form, "depart_destination"), "note": text(form, "depart_note")}
        await self._decide("depart", staying.leave_shelter, **given)
        await self._say("Kepergian dicatat. Tempat tidurnya kosong lagi.")

    async def _decide(self, form: str, function: Any, **given: Any) -> None:
        await self._act(
            form, stay_if_unchanged, act=function, uid=self._uid, version=self.stay.version, **given
        )
        await self._refresh()

    async def _refresh(self) -> None:
        self.stay, self.phase = show_stay(await self._run(read_stay, uid=self._uid)), "ready"

    def _forget(self) -> None:
        """Nothing of a person stays behind when the page is left."""
        self.stay, self.phase, self._uid = ShownSheltered(), "loading", ""


def stay_if_unchanged(
    session: ScopedSession, actor: Actor, /, *, act: Any, uid: str, version: int, **given: Any
) -> Any:
    """`act`, if the stay is still as the person saw it. Raises `Conflict` where somebody was quicker."""
    expect_stay_version(session, actor, uid=uid, version=version)
    return act(session, actor, uid=uid, **given)


def beds_in(form: Any, name: str) -> list[int]:
    """The beds that are ticked; what is no number is no bed."""
    return [int(bed) for bed in texts(form, name) if bed.isascii() and bed.isdigit() and len(bed) < 10]


def _lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], ...]:
    names = ("shelter_need", "shelter_incident", "shelter_refusal_reason", "shelter_destination")
    return tuple(choices.codes(session, name) for name in names)
