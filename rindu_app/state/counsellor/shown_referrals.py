"""Referrals in the words of the counsellor's screens."""

from dataclasses import dataclass

from rindu_app.domain.referrals.rows import ReferralRow, WaitingRow
from rindu_app.words import dates, routes
from rindu_app.words.codes import PaperKind, ReferralStatus

_OPEN = (ReferralStatus.SENT, ReferralStatus.ACCEPTED)


@dataclass(frozen=True)
class ShownCaseReferral:
    """One referral of the file. `waits`: something can still be done about it; `letter` is where it is
    printed for a partner on paper, `lines` are what is known of it."""

    uid: str
    title: str
    number: str
    status: str
    clock: str
    late: bool
    waits: bool
    letter: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ShownWaiting:
    """One line of the list of referrals that wait."""

    key: str
    href: str
    title: str
    detail: str
    urgent: bool
    status: str
    due: str
    late: bool


def show_referral(row: ReferralRow, case_number: str, zone: str) -> ShownCaseReferral:
    waits = row.sent and row.status in _OPEN
    opened = f"Dibuka mitra {dates.show_moment(row.opened, zone)}." if row.opened else ""
    lines = (
        f"Diminta: {row.purpose}" if row.purpose and row.sent else row.purpose,
        f"Dibagikan: {', '.join(row.fields).lower()}." if row.fields else "",
        f"{row.urgency}. Dikirim {dates.show_moment(row.at, zone)}. {opened}".strip() if row.sent else dates.show_moment(row.at, zone),
        "Belum ada jawaban; sudah diteruskan ke penyelia." if waits and row.escalated else "",
        f"Jawaban: {row.answer}" if row.answer else "",
        f"Berakhir {dates.show_moment(row.ended, zone)}." if row.ended and row.sent else "",
    )  # fmt: skip
    return ShownCaseReferral(
        uid=row.uid,
        title=": ".join(filter(None, [row.service, row.partner])),
        number=row.number,
        status=row.status_label if row.sent and row.status != ReferralStatus.SETTLED else row.outcome_label,
        clock=dates.show_due(row.due, zone) if row.due else "",
        late=row.late,
        waits=waits,
        letter=routes.papers(case_number, PaperKind.REFERRAL, row.uid) if waits else "",
        lines=tuple(filter(None, lines)),
    )


def show_waiting(row: WaitingRow, zone: str) -> ShownWaiting:
    escalated = " · diteruskan ke penyelia" if row.escalated else ""
    return ShownWaiting(
        key=row.number,
        href=routes.case_referrals(row.case_number),
        title=f"{row.service}: {row.partner}",
        detail=f"{row.number} · {row.case_number}{escalated}",
        urgent=row.urgent,
        status=row.status_label,
        due=dates.show_due(row.due, zone) if row.due else "",
        late=row.late,
    )
