"""Emergency access to a case."""

from typing import Any

import reflex as rx

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.team import break_glass
from rindu_app.settings import get_settings
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text
from rindu_app.words import routes
from rindu_app.words.dates import show_length


class BreakGlass(Acting, AppState):
    """`hours`: how long such an opening lasts, in words."""

    hours: str = ""

    @action(Permission.CASE_BREAK_GLASS)
    async def load(self) -> Any:
        self.hours = show_length(get_settings().break_glass_minutes)
        return focus("judul")

    @action(Permission.CASE_BREAK_GLASS)
    async def break_open(self, form: FormData[str, Any]) -> Any:
        number = text(form, "glass_number").strip().upper()
        await self._act("glass", break_glass, number=number, reason=text(form, "glass_reason"))
        return rx.redirect(routes.case(number))
