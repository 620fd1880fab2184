"""Parts of a file that list things and change one of them at a time, in a form of its own."""

from typing import Any

from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.case_file import CaseFile

NEW = "new"


class Editing(CaseFile, mixin=True):
    """`editing`: nothing, `NEW`, or the name of the row whose form is open. `old` and `chosen` are what the form began with.

    A part fills in `_version_of`: which version of a row it shows.
    """

    editing: str = ""
    old: dict[str, str] = {}
    chosen: list[str] = []
    _seen: int = 0

    async def _save(self, form: str, function: Any, entered: Any, **given: Any) -> Any:
        """Save the open form, or do with its row what needs no entry (`entered` is None)."""
        uid = "" if self.editing == NEW else self.editing
        await self._keep(form, function, entered, version=self._seen, of=self.editing, uid=uid, **given)
        self._end()
        return focus("judul")

    def _begin(self, editing: str, old: dict[str, str], chosen: list[str]) -> Any:
        self._put_away()
        self.editing, self.old, self.chosen = editing, old, chosen
        self._seen = self._version_of(editing)
        return focus("isian")

    def _end(self) -> None:
        self._put_away()
        self.editing, self.old, self.chosen, self._seen = "", {}, [], 0

    def _version_of(self, uid: str) -> int:
        raise NotImplementedError
