"""Writing down what somebody tells us in person, by telephone or on WhatsApp; she gets a code too."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer, new_sealer
from rindu_app.access.session import ScopedSession
from rindu_app.domain.reports.answers import Answers, check_answers
from rindu_app.domain.reports.codes import show_code
from rindu_app.domain.reports.receipts import NewReceipt, prepare_receipt
from rindu_app.domain.reports.submit import take_report
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor import choices
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.forms import FormData, text, texts
from rindu_app.words import routes
from rindu_app.words.codes import Channel

_ONE = (
    "story", "door", "teller", "danger", "rt", "phone", "trusted", "who_answers", "hour_from", "hour_to", "may_identify",
    "may_leave_message", "phone_shared", "code_word", "stop_word", "mode", "name", "affected_name", "age", "needs",
)  # fmt: skip
_MANY = ("kinds", "ways", "days")


@dataclass(frozen=True)
class Prepared:
    """Checked answers with their key and receipt, made before the transaction because the receipt takes a while."""

    answers: Answers
    sealer: Sealer
    receipt: NewReceipt


class Intake(Acting, AppState):
    """`code` is shown once, to be handed over; it goes when the page is left."""

    kinds: list[Choice] = []
    levels: tuple[str, str] = ("", "")
    districts: list[Choice] = []
    villages: list[Choice] = []
    code: str = ""
    number: str = ""
    href: str = ""

    @action(Permission.REPORT_INTAKE)
    async def load(self) -> Any:
        self.code, self.number, self.villages = "", "", []
        self.levels = choices.levels_below((await self._actor()).area_code)
        self.kinds, self.districts = await self._read(_lists)
        return focus("judul")

    @action(Permission.REPORT_INTAKE)
    async def leave(self) -> None:
        self.code, self.number = "", ""

    @action(Permission.REPORT_INTAKE)
    async def choose_district(self, code: str) -> None:
        self.villages = await self._read(_villages, str(code)) if code else []

    @action(Permission.REPORT_INTAKE)
    async def send(self, form: FormData[str, Any]) -> Any:
        """A second tap finds the code already there and makes no second report."""
        if self.code:
            return None
        self._form = "intake"
        channel = text(form, "intake_channel")
        found = await self._read(prepare, raw_answers(form))
        told = Channel(channel) if channel in set(Channel) - {Channel.WEB} else Channel.WALK_IN
        given = {"answers": found.answers, "sealer": found.sealer, "receipt": found.receipt}
        sent = await self._act("intake", take_report, channel=told, **given)
        self.code, self.number, self.href = show_code(sent.code), sent.number, routes.report(sent.number)
        return focus("judul")


def raw_answers(form: Any) -> dict[str, Any]:
    """The fields of the form as `check_answers` names them."""
    raw: dict[str, Any] = {name: text(form, f"intake_{name}") for name in _ONE}
    raw |= {name: texts(form, f"intake_{name}") for name in _MANY}
    raw["area_code"] = text(form, "intake_village") or text(form, "intake_district")
    raw["door"] = raw["door"] or "report"
    raw["teller"] = raw["teller"] or "unsaid"
    return raw


def prepare(session: ScopedSession, actor: Actor, raw: dict[str, Any]) -> Prepared:
    sealer = new_sealer()
    return Prepared(check_answers(raw), sealer, prepare_receipt(sealer))


def _lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], list[Choice]]:
    return choices.codes(session, "violence_kind"), choices.areas_below(session, actor.area_code)


def _villages(session: ScopedSession, actor: Actor, code: str) -> list[Choice]:
    return choices.areas_below(session, code)
