"""Reading the consent ledger, the exceptions beside it, and what waits for a supervisor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer, open_sealers
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.exceptions import stands
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.cases.standing import holds
from rindu_app.domain.cases.subjects import PARTNER, list_subjects, subject_kind
from rindu_app.domain.codes.queries import list_codes, read_labels
from rindu_app.domain.transfers.offices import OFFICE
from rindu_app.models import Approval, Case, Consent
from rindu_app.words.codes import (
    ApprovalKind,
    Assent,
    ConsentGiver,
    ConsentLanguage,
    EvidenceKind,
    ExceptionGround,
    SharedField,
)
from rindu_app.words.labels import label

WAITING = 100


@dataclass(frozen=True)
class PurposeRow:
    """Something that can be consented to: `code` is `purpose` or `purpose:subject`."""

    code: str
    label: str
    shares: bool


@dataclass(frozen=True)
class ConsentRow:
    """`holds`: may be acted on now. `other`: why somebody else answered, and what she herself said.

    `lapsed`: since when whoever answered is an alleged perpetrator.
    """

    code: str
    label: str
    given: bool
    holds: bool
    refused_herself: bool
    given_by: str
    other: str
    how: str
    fields: tuple[str, ...]
    by: str
    at: datetime
    until: datetime | None
    withdrawn: datetime | None
    lapsed: datetime | None


@dataclass(frozen=True)
class ApprovalRow:
    """A request and what became of it. `stands`: an exception that may be acted on now."""

    uid: str
    kind: str
    number: str
    title: str
    reason: str
    by: str
    at: datetime
    until: datetime | None
    approved: bool | None
    stands: bool
    mine: bool
    decided_by: str
    comment: str


@dataclass(frozen=True)
class LedgerView:
    """All answers, newest first; what nobody asked yet; exceptions, newest first."""

    head: CaseHead
    purposes: tuple[PurposeRow, ...]
    consents: tuple[ConsentRow, ...]
    unasked: tuple[str, ...]
    exceptions: tuple[ApprovalRow, ...]


def read_ledger(session: Session, actor: Actor, *, number: str) -> LedgerView:
    """The consents of a case, in a fixed number of queries. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    purposes, consents = list_answers(session, actor, file)
    asked = {row.code.partition(":")[0] for row in consents}
    whole = read_labels(session, "consent_purpose")
    labels = whole | {row.code: row.label for row in purposes}
    rows = session.exec(
        select(Approval)
        .where(Approval.case_id == file.id, Approval.kind == ApprovalKind.EXCEPTION)
        .order_by(col(Approval.id).desc())
    ).all()
    people = _deciders(session, rows)
    return LedgerView(
        head=file.head,
        purposes=purposes,
        consents=consents,
        unasked=tuple(text for code, text in whole.items() if code not in asked),
        exceptions=tuple(
            approval_row(row, file.head.number, file.sealer, labels, people, actor) for row in rows
        ),
    )


def list_answers(
    session: Session, actor: Actor, file: OpenFile
) -> tuple[tuple[PurposeRow, ...], tuple[ConsentRow, ...]]:
    """Everything that can be asked, and every answer, newest first. Whoever opened the file has it in its access log."""
    purposes = _purposes(session, actor)
    labels = read_labels(session, "consent_purpose") | {row.code: row.label for row in purposes}
    return purposes, _consents(session, file, labels)


def list_waiting(session: Session, actor: Actor) -> tuple[ApprovalRow, ...]:
    """What supervisors of this area have to decide, oldest first. Raises `Forbidden` for anybody else."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    audit(session, actor, "case:waiting", "", actor.area_code)
    found = session.exec(
        select(Approval, Case)
        .join(Case, col(Case.id) == col(Approval.case_id))
        .where(col(Approval.decided_at).is_(None))
        .order_by(col(Approval.id))
        .limit(WAITING)
    ).all()
    sealers = open_sealers(session, {case.key_uid for _, case in found})
    labels = read_labels(session, "consent_purpose")
    labels |= {row.code: row.label for row in _purposes(session, actor)}
    labels |= {
        code_of("ending", code): text for code, text in read_labels(session, "case_closing_reason").items()
    }
    people = _deciders(session, [row for row, _ in found])
    return tuple(
        replace(
            approval_row(row, number_of(case), sealers[case.key_uid], labels, people, actor),
            mine=actor.account_id in deciders_barred(row, case),
        )
        for row, case in found
    )


def count_waiting(session: Session, actor: Actor) -> int:
    """How many decisions wait for a supervisor of this area; her own requests are for another."""
    waiting = select(func.count(col(Approval.id))).where(
        col(Approval.decided_at).is_(None), Approval.asked_by_id != actor.account_id
    )
    own = select(Case.id).where(Case.id == Approval.case_id, Case.manager_id == actor.account_id)
    waiting = waiting.where(or_(col(Approval.kind) != ApprovalKind.CLOSURE, ~own.exists()))
    return session.exec(waiting).one() if actor.may(Permission.CASE_SUPERVISE) else 0


def deciders_barred(row: Approval, case: Case) -> set[int]:
    """Who does not decide on it: the one who asked, and over the end of a case its own manager."""
    return {row.asked_by_id} | ({case.manager_id} if row.kind == ApprovalKind.CLOSURE else set())


def approval_row(
    row: Approval,
    number: str,
    sealer: Sealer,
    labels: dict[str, str],
    people: dict[int | None, str],
    actor: Actor,
) -> ApprovalRow:
    """A request in words. `labels` names purposes by their code, narrowed ones by `purpose:subject`."""
    title = label(ApprovalKind(row.kind))
    if row.kind == ApprovalKind.EXCEPTION:
        code = code_of(row.facts["purpose"], row.facts["subject"])
        title = f"{title}: {labels.get(code, labels.get(row.facts['purpose'], code))}. {label(ExceptionGround(row.facts['ground']))}"
    if row.kind == ApprovalKind.CLOSURE:
        title = f"{title}: {labels.get(code_of('ending', row.facts['ending']), '').lower()}"
    return ApprovalRow(
        uid=row.uid,
        kind=row.kind,
        number=number,
        title=title,
        reason=sealer.open(f"approval.reason:{row.uid}", row.reason),
        by=people.get(row.asked_by_id, ""),
        at=row.asked_at,
        until=row.until,
        approved=row.approved,
        stands=row.kind == ApprovalKind.EXCEPTION and stands(row),
        mine=row.asked_by_id == actor.account_id,
        decided_by=people.get(row.decided_by_id, ""),
        comment=sealer.open(f"approval.comment:{row.uid}", row.comment) if row.comment else "",
    )


def code_of(purpose: str, subject: str) -> str:
    return f"{purpose}:{subject}" if subject else purpose


def _purposes(session: Session, actor: Actor) -> tuple[PurposeRow, ...]:
    """Every purpose, narrowed ones once for each of their subjects."""
    rows: list[PurposeRow] = []
    for item in list_codes(session, "consent_purpose"):
        kind = subject_kind(item)
        shares = kind == PARTNER
        if not kind:
            rows.append(PurposeRow(item.code, item.label, shares))
        rows.extend(
            PurposeRow(
                code_of(item.code, code), f"{item.label}: {text}", shares and not code.startswith(OFFICE)
            )
            for code, text in list_subjects(session, actor, kind).items()
        )
    return tuple(rows)


def _consents(
    session: Session,
    file: OpenFile,
    labels: dict[str, str],
) -> tuple[ConsentRow, ...]:
    """An answer holds only while it is the newest of its purpose and subject."""
    found = session.exec(
        select(Consent).where(Consent.case_id == file.id).order_by(col(Consent.id).desc())
    ).all()
    people = names_of(session, {row.explained_by_id for row in found})
    rows, seen = [], set[str]()
    for row in found:
        code = code_of(row.purpose, row.subject)
        rows.append(_consent_row(row, file.sealer, labels, people, newest=code not in seen))
        seen.add(code)
    return tuple(rows)


def _consent_row(
    row: Consent,
    sealer: Sealer,
    labels: dict[str, str],
    people: dict[int | None, str],
    *,
    newest: bool,
) -> ConsentRow:
    code = code_of(row.purpose, row.subject)
    why = sealer.open(f"consent.why_other:{row.uid}", row.why_other) if row.why_other else ""
    how = [
        label(EvidenceKind(row.evidence_kind)),
        label(ConsentLanguage(row.language)),
        sealer.open(f"consent.evidence:{row.uid}", row.evidence),
    ]
    return ConsentRow(
        code=code,
        label=labels.get(code, labels.get(row.purpose, code)),
        given=row.given,
        holds=newest and holds(row),
        refused_herself=row.assent == Assent.NO,
        given_by=label(ConsentGiver(row.given_by)),
        other=f"{why} {label(Assent(row.assent))}." if why else "",
        how=". ".join(how),
        fields=tuple(label(SharedField(name)) for name in row.fields),
        by=people.get(row.explained_by_id, ""),
        at=row.at,
        until=row.expires_at,
        withdrawn=row.withdrawn_at,
        lapsed=row.lapsed_at,
    )


def _deciders(session: Session, requests: Sequence[Approval]) -> dict[int | None, str]:
    """Who asked, and who decided."""
    return names_of(session, {row.asked_by_id for row in requests} | {row.decided_by_id for row in requests})
