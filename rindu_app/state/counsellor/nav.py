"""Numbers beside the places of the menu."""

from dataclasses import asdict

from rindu_app.access.permissions import Permission
from rindu_app.domain.schedule.queries import count_work
from rindu_app.state.base import AppState, action


class Nav(AppState):
    """Named as in `WorkCounts`. Empty where nothing waits: a zero is no news."""

    inbox: str = ""
    cases: str = ""
    due: str = ""
    to_check: str = ""
    to_decide: str = ""
    referrals: str = ""
    raised: str = ""
    to_visit: str = ""

    @action(Permission.REPORT_READ)
    async def load(self) -> None:
        for name, count in asdict(await self._read(count_work)).items():
            setattr(self, name, str(count) if count else "")
