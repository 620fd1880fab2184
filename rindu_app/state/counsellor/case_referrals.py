"""Referrals of a case: sending with consent, what came back, taking back."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.referrals.answering import note_answer
from rindu_app.domain.referrals.case_part import read_case_referrals
from rindu_app.domain.referrals.ending import revoke_referral, settle_referral
from rindu_app.domain.referrals.fields import WRITTEN
from rindu_app.domain.referrals.inviting import Invitation, renew_link
from rindu_app.domain.referrals.making import Wish, make_referral, record_outcome
from rindu_app.domain.referrals.rows import CaseReferrals, PermittedPartner
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_referrals import ShownCaseReferral, show_referral
from rindu_app.state.forms import FormData, text, texts
from rindu_app.words.codes import ReferralAction, ReferralOutcome, Urgency


class CaseReferralsPage(CaseFile, AppState):
    """`partner` is chosen in the form, with its `offered` services and the fields that she `allowed`.

    `acting`: the referral that is followed up. `code` and `address` are shown once.
    """

    rows: tuple[ShownCaseReferral, ...] = ()
    permitted: list[Choice] = []
    partner: str = ""
    offered: list[Choice] = []
    allowed: list[Choice] = []
    written: list[Choice] = []
    partners: list[Choice] = []
    services: list[Choice] = []
    acting: str = ""
    acting_title: str = ""
    code: str = ""
    address: str = ""
    _permits: dict[str, PermittedPartner] = {}

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_partner(self, uid: str) -> None:
        self._choose(str(uid))

    @action(Permission.CASE_WRITE)
    async def make(self, form: FormData[str, Any]) -> Any:
        _, invitation = await self._do("referral", make_referral, wish=read_wish(form))
        self._choose("")
        self._show_code(invitation)
        await self._say("Rujukan dikirim.")
        return focus("kode-mitra") if invitation else focus("judul")

    @action(Permission.CASE_WRITE)
    async def note_outcome(self, form: FormData[str, Any]) -> None:
        given = {name: text(form, f"outcome_{name}") for name in ("service", "partner", "note")}
        await self._do("outcome", record_outcome, outcome=_outcome(text(form, "outcome_code")), **given)
        await self._say("Hasil dicatat.")

    @action(Permission.CASE_READ)
    async def begin(self, uid: str) -> Any:
        found = next((row for row in self.rows if row.uid == str(uid) and row.waits), None)
        self.acting, self.acting_title = (found.uid, f"{found.number}, {found.title}") if found else ("", "")
        return focus("tindak-lanjut")

    @action(Permission.CASE_READ)
    async def stop(self) -> None:
        self.acting = ""

    @action(Permission.CASE_WRITE)
    async def answer(self, form: FormData[str, Any]) -> None:
        code = text(form, "answer_step")
        step = ReferralAction(code) if code in set(ReferralAction) else ReferralAction.REVOKE
        await self._do("answer", note_answer, uid=self.acting, action=step, note=text(form, "answer_note"))
        await self._say("Jawaban mitra dicatat.")

    @action(Permission.CASE_WRITE)
    async def settle(self, form: FormData[str, Any]) -> None:
        outcome = _outcome(text(form, "settle_outcome"))
        await self._do(
            "settle", settle_referral, uid=self.acting, outcome=outcome, note=text(form, "settle_note")
        )
        await self._say("Rujukan ditutup. Mitra tidak dapat membacanya lagi.")

    @action(Permission.CASE_WRITE)
    async def revoke(self, form: FormData[str, Any]) -> None:
        await self._do("revoke", revoke_referral, uid=self.acting, reason=text(form, "revoke_reason"))
        await self._say("Rujukan dicabut. Mitra tidak dapat membacanya lagi.")

    @action(Permission.CASE_WRITE)
    async def new_link(self) -> Any:
        self._show_code(await self._do("link", renew_link, uid=self.acting))
        return focus("kode-mitra")

    @action(Permission.CASE_READ)
    async def hide_code(self) -> None:
        self.code = self.address = ""

    def _choose(self, uid: str) -> None:
        permit = self._permits.get(uid)
        self.partner = uid if permit else ""
        self.offered = [Choice(code, label) for code, label in permit.services] if permit else []
        fields = [Choice(code, label) for code, label in permit.fields] if permit else []
        self.allowed = [field for field in fields if field.value not in WRITTEN]
        self.written = [field for field in fields if field.value in WRITTEN]

    def _show_code(self, invitation: Invitation | None) -> None:
        """The address only where no mail carries it."""
        self.code = invitation.code if invitation else ""
        self.address = invitation.address if invitation and not invitation.mailed else ""

    async def _refresh(self) -> None:
        view = await self._run(read_case_referrals, number=self._number)
        self._show(view.head)
        self._show_referrals(view)

    def _show_referrals(self, view: CaseReferrals) -> None:
        self.rows = tuple(show_referral(row, view.head.number, view.head.timezone) for row in view.referrals)
        self._permits = {row.uid: row for row in view.permitted}
        self.permitted = [Choice(row.uid, _with_agreement(row)) for row in view.permitted]
        self.partners = [Choice(uid, name) for uid, name in view.partners]
        self.services = [Choice(code, label) for code, label in view.services]
        if self.acting not in {row.uid for row in self.rows if row.waits}:
            self.acting = ""

    def _forget(self) -> None:
        self.rows, self._permits, self.permitted, self.acting = (), {}, [], ""
        self.code = self.address = ""
        self._choose("")


def read_wish(form: FormData[str, Any]) -> Wish:
    """The submitted wish. A field that is written anew is shared where something was written."""
    written = {name: text(form, f"referral_{name}") for name in WRITTEN}
    ticked = [*texts(form, "referral_fields"), *(name for name, words in written.items() if words.strip())]
    urgency = text(form, "referral_urgency")
    return Wish(
        partner=text(form, "referral_partner"),
        service=text(form, "referral_service"),
        purpose=text(form, "referral_purpose"),
        fields=tuple(ticked),
        written=written,
        urgency=Urgency(urgency) if urgency in set(Urgency) else Urgency.NORMAL,
    )


def _outcome(code: str) -> ReferralOutcome:
    return ReferralOutcome(code) if code in set(ReferralOutcome) else ReferralOutcome.REFERRED


def _with_agreement(row: PermittedPartner) -> str:
    return f"{row.name} (perjanjian berakhir)" if row.mou_over else row.name
