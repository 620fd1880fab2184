"""Consents of a case: answers one by one, taking back, and asking to act without one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.consents import Answer, record_consent, withdraw_consent
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.ledger import ConsentRow, LedgerView, read_ledger
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.decisions import ShownApproval, show_approval
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.times import moment_of
from rindu_app.state.forms import FormData, text, texts
from rindu_app.words import dates
from rindu_app.words.codes import Assent, ConsentGiver, ConsentLanguage, EvidenceKind, ExceptionGround

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class ShownConsent:
    """`code` is `purpose` or `purpose:subject`; `lines` are what is known of how the answer came about."""

    key: str
    code: str
    title: str
    answer: str
    holds: bool
    lines: tuple[str, ...]


class CaseConsents(CaseFile, AppState):
    """`shares`: the purpose that is chosen in the form names what may be shared."""

    consents: tuple[ShownConsent, ...] = ()
    unasked: str = ""
    exceptions: tuple[ShownApproval, ...] = ()
    purposes: list[Choice] = []
    sharing: list[str] = []
    shares: bool = False
    by_other: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        return await self._open()

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def choose_purpose(self, code: str) -> None:
        self.shares = str(code) in self.sharing

    @action(Permission.CASE_READ)
    async def choose_giver(self, giver: str) -> None:
        self.by_other = str(giver) != ConsentGiver.SELF

    @action(Permission.CASE_WRITE)
    async def record(self, form: FormData[str, Any]) -> None:
        self._form = "consent"
        until = text(form, "consent_expires_on")
        zone = self.head.timezone
        over = await self._read(moment_of, until, "23:59", zone, "expires_on") if until else None
        await self._do("consent", record_consent, answer=read_answer(form, over))
        self.shares = self.by_other = False
        await self._say("Jawaban dicatat.")

    @action(Permission.CASE_WRITE)
    async def withdraw(self, code: str) -> None:
        purpose, _, subject = str(code).partition(":")
        await self._do("consent", withdraw_consent, purpose=purpose, subject=subject)
        await self._say(
            "Persetujuan dicabut. Mulai sekarang tidak dipakai lagi; yang direncanakan atas dasar itu dibatalkan."
        )

    @action(Permission.CASE_WRITE)
    async def ask_without(self, form: FormData[str, Any]) -> None:
        purpose, _, subject = text(form, "exception_purpose").partition(":")
        ground = chosen(ExceptionGround, text(form, "exception_ground"), ExceptionGround.LAW)
        why = {"purpose": purpose, "subject": subject, "reason": text(form, "exception_reason")}
        await self._do("exception", ask_exception, ground=ground, **why)
        await self._say("Permintaan dikirim kepada penyelia.")

    async def _refresh(self) -> None:
        view = await self._run(read_ledger, number=self._number)
        self._show(view.head)
        self._show_ledger(view)

    def _show_ledger(self, view: LedgerView) -> None:
        zone = view.head.timezone
        self.consents = tuple(show_consent(key, row, zone) for key, row in enumerate(view.consents))
        self.unasked = ". ".join(view.unasked)
        self.exceptions = tuple(show_approval(row, zone) for row in view.exceptions)
        self.purposes = [Choice(row.code, row.label) for row in view.purposes]
        self.sharing = [row.code for row in view.purposes if row.shares]

    def _forget(self) -> None:
        self.consents, self.exceptions, self.unasked = (), (), ""
        self.shares = self.by_other = False


def read_answer(form: FormData[str, Any], over: datetime | None) -> Answer:
    """The submitted answer. What no form of ours sends becomes the careful choice, which the domain then checks."""
    purpose, _, subject = text(form, "consent_purpose").partition(":")
    giver = chosen(ConsentGiver, text(form, "consent_given_by"), ConsentGiver.SELF)
    assent = text(form, "consent_assent")
    return Answer(
        purpose=purpose,
        subject=subject,
        given=text(form, "consent_answer") == "yes",
        evidence=text(form, "consent_evidence"),
        evidence_kind=chosen(EvidenceKind, text(form, "consent_evidence_kind"), EvidenceKind.WITNESS),
        fields=tuple(texts(form, "consent_fields")),
        given_by=giver,
        why_other=text(form, "consent_why_other"),
        assent=Assent(assent) if assent in set(Assent) else None,
        language=chosen(ConsentLanguage, text(form, "consent_language"), ConsentLanguage.INDONESIAN),
        expires_at=over,
    )


def chosen(codes: type[E], value: str, otherwise: E) -> E:
    return codes(value) if value in set(codes) else otherwise


def show_consent(key: int, row: ConsentRow, zone: str) -> ShownConsent:
    answer = "Setuju" if row.given else "Tidak setuju"
    if row.withdrawn:
        answer = f"Dicabut {dates.show_date(row.withdrawn, zone)}"
    elif row.lapsed:
        answer = f"Perlu ditanyakan lagi: pemberi persetujuan tercatat sebagai terduga sejak {dates.show_date(row.lapsed, zone)}"
    elif row.given and row.refused_herself:
        answer = "Tidak dipakai: ia sendiri tidak setuju"
    until = f"Berlaku sampai {dates.show_date(row.until, zone)}." if row.until else ""
    shared = f"Boleh dibagikan: {', '.join(row.fields).lower()}." if row.fields else ""
    lines = (
        f"{dates.show_date(row.at, zone)}, oleh {row.given_by.lower()}; dijelaskan {row.by}.",
        row.other,
        f"{row.how.rstrip('.')}.",
        shared,
        until,
    )
    return ShownConsent(str(key), row.code, row.label, answer, row.holds, tuple(filter(None, lines)))
