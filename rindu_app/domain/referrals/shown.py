"""A referral in the words that a partner reads, on its screens and behind a link."""

from dataclasses import dataclass

from rindu_app.domain.referrals.rows import AddressedRow, AddressedView
from rindu_app.words import dates, routes
from rindu_app.words.codes import ReferralStatus

# What a partner reads about one that is over.
ENDED = {
    ReferralStatus.REVOKED: "Rujukan ini sudah dicabut. Hapus yang sempat Anda catat; tidak ada lagi yang perlu dilakukan.",
    ReferralStatus.SETTLED: "Rujukan ini sudah ditutup oleh yang mengirim. Tidak ada lagi yang perlu dilakukan.",
    ReferralStatus.DONE: "Terima kasih. Hasilnya sudah sampai kepada yang merujuk, dan datanya tidak ditampilkan lagi.",
    ReferralStatus.REFUSED: "Penolakan Anda sudah sampai kepada yang merujuk, dan datanya tidak ditampilkan lagi.",
    ReferralStatus.UNAVAILABLE: "Jawaban Anda sudah sampai kepada yang merujuk, dan datanya tidak ditampilkan lagi.",
}


@dataclass(frozen=True)
class ShownAddressed:
    """One line of the list."""

    number: str
    href: str
    service: str
    urgent: bool
    status: str
    detail: str
    due: str
    late: bool


@dataclass(frozen=True)
class ShownPiece:
    label: str
    text: str


@dataclass(frozen=True)
class ShownReferral:
    """One referral. `waits`: nobody has answered yet; `ended` says in words that it is over."""

    number: str = ""
    service: str = ""
    urgent: bool = False
    status: str = ""
    sent: str = ""
    due: str = ""
    late: bool = False
    live: bool = False
    waits: bool = False
    ended: str = ""
    purpose: str = ""
    pieces: tuple[ShownPiece, ...] = ()
    office: str = ""
    phone: str = ""


def show_row(row: AddressedRow, zone: str) -> ShownAddressed:
    return ShownAddressed(
        number=row.number,
        href=routes.addressed(row.number),
        service=row.service,
        urgent=row.urgent,
        status=row.status_label,
        detail=f"{row.number}, dikirim {dates.show_moment(row.at, zone)}",
        due=dates.show_due(row.due, zone) if row.due else "",
        late=row.late,
    )


def show_view(view: AddressedView) -> ShownReferral:
    zone, status = view.timezone, ReferralStatus(view.status)
    return ShownReferral(
        number=view.number,
        service=view.service,
        urgent=view.urgent,
        status=view.status_label,
        sent=f"Dikirim {dates.show_moment(view.at, zone)} oleh {view.by}",
        due=dates.show_due(view.due, zone) if view.due else "",
        late=view.late,
        live=view.live,
        waits=view.live and status is ReferralStatus.SENT,
        ended="" if view.live else ENDED.get(status, ENDED[ReferralStatus.REVOKED]),
        purpose=view.purpose,
        pieces=tuple(ShownPiece(label, text) for label, text in view.shared),
        office=view.office,
        phone=view.office_phone,
    )
