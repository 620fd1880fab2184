"""Numbers beside the places of the menu."""

from rindu_app.access.permissions import Permission
from rindu_app.domain.schedule.queries import count_work
from rindu_app.state.base import AppState, action


class Nav(AppState):
    """Empty where nothing waits: a zero is no news."""

    inbox: str = ""
    cases: str = ""
    due: str = ""
    to_check: str = ""
    to_decide: str = ""
    referrals: str = ""
    raised: str = ""

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        counts = await self._read(count_work)
        waiting = (
            counts.inbox,
            counts.cases,
            counts.due,
            counts.to_check,
            counts.to_decide,
            counts.referrals,
            counts.raised,
        )
        self.inbox, self.cases, self.due, self.to_check, self.to_decide, self.referrals, self.raised = (
            str(count) if count else "" for count in waiting
        )
