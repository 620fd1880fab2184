"""When a handler of a State breaks, the person gets a sentence and a number."""

import re

import reflex as rx

from rindu_app.access.permissions import Permission
from rindu_app.failures import record_failure
from rindu_app.state.base import AppState, action


class Problem(AppState):
    """The number of the last failure on this page; empty when there was none or it was dismissed."""

    reference: str = ""

    @action(Permission.PAGE_OPEN)
    async def tell(self, reference: str) -> None:
        """Show a failure. Anyone can send this event, so only a number is taken from it."""
        self.reference = reference if re.fullmatch(r"[0-9]{8}", str(reference)) else ""

    @action(Permission.PAGE_OPEN)
    async def dismiss(self) -> None:
        self.reference = ""


def report_problem(exception: Exception) -> rx.event.EventSpec:
    """Backend exception handler of the app."""
    return Problem.tell(record_failure("event_failed", exception))
