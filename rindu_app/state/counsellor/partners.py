"""The register of partners, to look up whom to ask."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.partners.queries import PartnerRow, list_partners
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.shown import Choice
from rindu_app.words.dates import show_plain_date


@dataclass(frozen=True)
class ShownPartner:
    """`agreement` is said in words; `over` where it has ended."""

    key: str
    name: str
    kind: str
    services: str
    hours: str
    phone: str
    mail: str
    address: str
    agreement: str
    over: bool


class PartnerList(AppState):
    """`service` narrows the list to those who offer it."""

    rows: list[ShownPartner] = []
    services: list[Choice] = []
    service: str = ""
    ready: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.services = await self._read(_services)
        self.service = ""
        await self._look()
        return focus("judul")

    @action(Permission.CASE_READ)
    async def show(self, service: str) -> None:
        self.service = str(service)[:60]
        await self._look()

    async def _look(self) -> None:
        self.rows, self.ready = await self._read(look, self.service), True


def _services(session: ScopedSession, actor: Actor) -> list[Choice]:
    return choices.codes(session, "referral_service")


def look(session: ScopedSession, actor: Actor, service: str) -> list[ShownPartner]:
    return [_shown(row) for row in list_partners(session, actor, service=service)]


def _shown(row: PartnerRow) -> ShownPartner:
    until = ""
    if row.mou_until:
        until = f"{'berakhir' if row.mou_over else 'berlaku sampai'} {show_plain_date(row.mou_until)}"
    return ShownPartner(
        key=row.uid,
        name=row.name,
        kind=row.kind,
        services=", ".join(label for _, label in row.services),
        hours=row.hours,
        phone=row.phone,
        mail=row.mail,
        address=row.address,
        agreement=", ".join(filter(None, [row.mou_number, until])),
        over=row.mou_over,
    )
