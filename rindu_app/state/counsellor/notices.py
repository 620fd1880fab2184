"""Neutral notices to the person of a report: what may leave, and what became of what left."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.deliveries.commands import notify_reporter
from rindu_app.domain.deliveries.queries import list_deliveries
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.choices import own_zone
from rindu_app.state.counsellor.on_report import OnReport
from rindu_app.state.forms import FormData, text
from rindu_app.words.codes import ContactWay
from rindu_app.words.dates import show_moment
from rindu_app.words.notices import TEXTS, Notice

# What is about a person; the others go to offices.
FOR_PERSONS = (Notice.NEW_MESSAGE, Notice.APPOINTMENT, Notice.REMINDER)


@dataclass(frozen=True)
class ShownNotice:
    key: str = ""
    text: str = ""
    detail: str = ""


class Notices(OnReport, AppState):
    rows: list[ShownNotice] = []

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        await self._look()

    @action(Permission.REPORT_READ)
    async def leave(self) -> None:
        self.rows = []

    @action(Permission.REPORT_WRITE)
    async def send(self, form: FormData[str, Any]) -> None:
        chosen = text(form, "notice_what")
        notice = Notice(chosen) if chosen in FOR_PERSONS else Notice.NEW_MESSAGE
        given = {"way": ContactWay.WHATSAPP, "notice": notice, "reason": text(form, "notice_reason")}
        await self._act("notice", notify_reporter, number=self._shown_number(), **given)
        await self._look()
        await self._say("Pemberitahuan disiapkan. Keluar dalam satu menit, atau pada jam amannya.")

    async def _look(self) -> None:
        self.rows = []
        self.rows = await self._read(look, self._shown_number())


def look(session: ScopedSession, actor: Actor, number: str) -> list[ShownNotice]:
    zone = own_zone(session, actor)
    return [
        ShownNotice(
            row.key,
            TEXTS[Notice(row.template)],
            f"{row.channel_label} · {row.status_label} · {show_moment(row.at, zone)}",
        )
        for row in list_deliveries(session, actor, number=number)
    ]
