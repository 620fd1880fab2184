"""Cases that change hands, in the words of their screens."""

from dataclasses import dataclass

from rindu_app.domain.transfers.rows import CaseTransfers, OfferedRow, TransferRow
from rindu_app.state.counsellor.choices import people
from rindu_app.state.counsellor.shown import Choice
from rindu_app.words import dates, routes
from rindu_app.words.codes import TransferKind, TransferStatus


@dataclass(frozen=True)
class ShownOffered:
    """What is put to me. `forwarded`: I choose who manages it here; `href` only where the file is mine to open."""

    uid: str
    number: str
    href: str
    risk: str
    risk_label: str
    title: str
    place: str
    reason: str
    asked: str
    due: str
    late: bool
    forwarded: bool
    answerable: bool
    candidates: list[Choice]


@dataclass(frozen=True)
class ShownTransfer:
    """One line of the file's transfers. `open`: an answer is waited for."""

    uid: str
    title: str
    reason: str
    asked: str
    state: str
    answer: str
    open: bool
    late: bool
    answerable: bool
    withdrawable: bool


@dataclass(frozen=True)
class ShownTransfers:
    rows: tuple[ShownTransfer, ...] = ()
    heirs: tuple[Choice, ...] = ()
    offices: tuple[Choice, ...] = ()
    may_put: bool = False
    may_request: bool = False
    may_assign: bool = False


_ASKED = {
    TransferKind.OFFER: "Kasus ini ditawarkan kepada {whom}",
    TransferKind.REQUEST: "{whom} meminta kasus ini",
    TransferKind.FORWARD: "Kasus {number} diteruskan ke kantor Anda",
}


def show_offered(row: OfferedRow, zone: str) -> ShownOffered:
    kind = TransferKind(row.kind)
    mine = kind is TransferKind.OFFER and row.answerable
    return ShownOffered(
        uid=row.uid,
        number=row.number,
        # Until she says yes, the file does not open for whom it is put to.
        href="" if mine or kind is TransferKind.FORWARD else routes.case(row.number),
        risk=row.risk,
        risk_label=row.risk_label,
        title=f"Kasus {row.number}" if mine else _ASKED[kind].format(whom=row.whom, number=row.number),
        place=row.place,
        reason=row.reason,
        asked=f"{row.by}, {dates.show_moment(row.at, zone)}",
        due=dates.show_due(row.due, zone),
        late=row.late,
        forwarded=kind is TransferKind.FORWARD,
        answerable=row.answerable,
        candidates=people(row.candidates),
    )


def show_transfers(view: CaseTransfers, zone: str) -> ShownTransfers:
    return ShownTransfers(
        rows=tuple(_transfer(row, zone) for row in view.rows),
        heirs=tuple(people(view.heirs)),
        offices=tuple(Choice(row.code, row.name) for row in view.offices),
        may_put=view.may_put,
        may_request=view.may_request,
        may_assign=view.may_assign,
    )


_TITLES = {
    TransferKind.OFFER: "Ditawarkan kepada {to}",
    TransferKind.REQUEST: "Diminta oleh {to}",
    TransferKind.FORWARD: "Diteruskan ke {to}",
}


def _transfer(row: TransferRow, zone: str) -> ShownTransfer:
    waits = row.status == TransferStatus.OPEN
    until = f", paling lambat {dates.show_due(row.due, zone)}" if waits and not row.late else ""
    by = f" oleh {row.answered_by}" if row.answered_by else ""
    ended = f"{by}, {dates.show_moment(row.ended, zone)}" if row.ended else ""
    late = (
        ", lewat waktu dan penyelia sudah diberi tahu"
        if row.escalated
        else ", lewat waktu"
        if row.late
        else ""
    )
    return ShownTransfer(
        uid=row.uid,
        title=_TITLES[TransferKind(row.kind)].format(to=row.to),
        reason=row.reason,
        asked=f"{row.by}, {dates.show_moment(row.at, zone)}",
        state=f"{row.status_label}{until}{late if waits else ended}",
        answer=row.answer,
        open=waits,
        late=row.late,
        answerable=row.answerable,
        withdrawable=row.withdrawable,
    )
