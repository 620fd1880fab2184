"""What the parts of a report's page share besides the report itself: whose page it is, and that nothing stays when it is lost."""

from rindu_app.access.errors import DomainError, NotFound
from rindu_app.state.counsellor.acting import Acting, last_part
from rindu_app.state.counsellor.report import ReportPage


class OnReport(Acting, mixin=True):
    """A part of the page of one report."""

    def _shown_number(self) -> str:
        return last_part(self.router.url.path)

    async def _see_again(self) -> None:
        """The report itself has changed."""
        await (await self.get_state(ReportPage))._refresh()

    async def _say_refusal(self, refusal: DomainError) -> None:
        await super()._say_refusal(refusal)
        if isinstance(refusal, NotFound):
            await (await self.get_state(ReportPage))._leave_if_lost()
