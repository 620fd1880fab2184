"""Case conferences that a partner is asked to: what it may know, and its answer."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.conferences.addressed import (
    InvitationRow,
    answer_invitation,
    list_invitations,
    peek_invitations,
)
from rindu_app.domain.referrals.shown import ShownPiece
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.words import dates, routes
from rindu_app.words.codes import InviteAnswer
from rindu_app.words.labels import label

ANSWER = Permission.REFERRAL_ANSWER


@dataclass(frozen=True)
class ShownInvitation:
    """`waits`: nobody here has answered yet; `held`: it has taken place, and is read until `until`. `room` leads to the video call."""

    uid: str
    when: str
    place: str
    purpose: str
    by: str
    pieces: tuple[ShownPiece, ...]
    notes: str
    answer: str
    waits: bool
    held: bool
    until: str
    room: str


class Invitations(AppState):
    rows: tuple[ShownInvitation, ...] = ()
    ready: bool = False
    _mark: tuple[Any, ...] = ()

    @action(ANSWER)
    async def load(self) -> Any:
        await self._refresh()
        return focus("judul")

    @action(ANSWER, background=True)
    async def watch(self) -> None:
        """A withdrawal empties the open page."""
        async for _ in self._changes():
            if (mark := await self._read(peek_invitations)) != self._mark:
                zone = await self._read(own_zone)
                found = await self._run(list_invitations)
                async with self:
                    self.rows, self._mark = tuple(show_invitation(row, zone) for row in found), mark

    @action(ANSWER)
    async def leave(self) -> None:
        self.rows, self.ready, self._mark = (), False, ()

    @action(ANSWER)
    async def answer(self, uid: str, said: str) -> None:
        comes = said == InviteAnswer.COMES
        given = InviteAnswer.COMES if comes else InviteAnswer.ABSENT
        try:
            await self._run(answer_invitation, uid=str(uid), answer=given)
        finally:
            await self._refresh()
        await self._say("Terima kasih. Kehadiran Anda sudah dikabarkan." if comes else "Jawaban terkirim.")

    async def _refresh(self) -> None:
        zone = await self._read(own_zone)
        self._mark = await self._read(peek_invitations)
        found = await self._run(list_invitations)
        self.rows, self.ready = tuple(show_invitation(row, zone) for row in found), True


def show_invitation(row: InvitationRow, zone: str) -> ShownInvitation:
    length = int((row.ends_at - row.starts_at).total_seconds() // 60)
    answer = InviteAnswer(row.answer)
    return ShownInvitation(
        uid=row.uid,
        when=dates.show_span(row.starts_at, length, zone),
        place=", ".join(filter(None, ["Panggilan video" if row.video else "", row.place])),
        purpose=row.purpose,
        by=f"Diundang oleh {row.by}",
        pieces=tuple(ShownPiece(name, text) for name, text in row.shared),
        notes=row.notes,
        answer="" if answer is InviteAnswer.OPEN else label(answer),
        waits=row.answerable and answer is InviteAnswer.OPEN,
        held=not row.answerable,
        until=dates.show_date(row.until, zone) if row.until else "",
        room=routes.room(row.uid) if row.video and row.answerable else "",
    )
