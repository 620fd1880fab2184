"""Reading the form of a plan, and what happens when its time is unusual: shared by sessions and groups."""

from typing import Any

from rindu_app.access.errors import DomainError
from rindu_app.domain.sessions.booking import Plan
from rindu_app.state.counsellor.acting import Acting
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import number, text
from rindu_app.words.codes import CounsellingMode
from rindu_app.words.errors import sentence

USUAL_MINUTES = 60


class Planning(Acting, mixin=True):
    """`outside`: why the time asked for is unusual; the form then asks for a reason, and for nothing before."""

    outside: str = ""

    async def _plan(self, form: Any, name: str, zone: str) -> Plan:
        """What the form called `name` says. Refuses a day or hour that is none at its field."""
        self._form = name
        starts_at = await self._read(moment_of, text(form, f"{name}_day"), text(form, f"{name}_time"), zone)
        mode = text(form, f"{name}_mode")
        return Plan(
            service=text(form, f"{name}_service"),
            counsellor_id=number(form, f"{name}_counsellor"),
            starts_at=starts_at,
            minutes=number(form, f"{name}_minutes") or USUAL_MINUTES,
            mode=CounsellingMode(mode) if mode in set(CounsellingMode) else CounsellingMode.FACE,
            place=text(form, f"{name}_place"),
            travel_before=number(form, f"{name}_before"),
            travel_after=number(form, f"{name}_after"),
            anyway=text(form, f"{name}_anyway"),
        )

    async def _say_refusal(self, refusal: DomainError) -> None:
        await super()._say_refusal(refusal)
        if refusal.code == "outside_calendar":
            self.outside = sentence(refusal.code, **refusal.facts)
