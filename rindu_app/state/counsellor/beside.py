"""Forms that change one thing of a file: what somebody else wrote meanwhile is shown beside what was typed (issue 3)."""

from typing import Any

from rindu_app.access.errors import Conflict
from rindu_app.state.base import Stopped
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.case_file import CaseFile

NEW = "new"


class Beside(CaseFile, mixin=True):
    """`editing`: nothing, `NEW`, or the name of the row whose form is open. `old` and `chosen` are what the form began with.

    A part fills in `_version_of`: which version of a row it shows.
    """

    editing: str = ""
    old: dict[str, str] = {}
    chosen: list[str] = []
    _seen: int = 0

    async def _keep(self, form: str, function: Any, **given: Any) -> Any:
        """Save the open form. Where somebody was quicker, her version is read, and saving again is a decision."""
        uid = "" if self.editing == NEW else self.editing
        try:
            await self._do(form, function, uid=uid, version=self._seen, **given)
        except Stopped as stop:
            refusal = stop.__cause__
            if isinstance(refusal, Conflict) and refusal.code == "changed_beside":
                await self._refresh()
                self._seen = self._version_of(uid)
            raise
        self._end()
        return focus("judul")

    def _begin(self, editing: str, old: dict[str, str], chosen: list[str]) -> Any:
        self.editing, self.old, self.chosen = editing, old, chosen
        self._seen = self._version_of(editing)
        return focus("isian")

    def _end(self) -> None:
        self.editing, self.old, self.chosen, self._seen = "", {}, [], 0

    def _version_of(self, uid: str) -> int:
        raise NotImplementedError
