"""The referral letter, for partners who work on paper: what is asked, what she allows them to know, and how to answer."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import NotFound
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.cases.standing import standing_consent
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.papers.content import Block, Facts, Notice, Row, Signs, Ticks, Words
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.permits import PURPOSE, find_permit
from rindu_app.models import Partner, Referral
from rindu_app.words.codes import SharedField, Urgency
from rindu_app.words.labels import label
from rindu_app.words.papers import COME_BACK, FOR_PARTNERS, REFERRED

ANSWERS = ("Diterima", "Sudah dilayani", "Tidak dapat dilayani", "Dirujuk ke tempat lain")


def referral_letter(
    session: Session, actor: Actor, file: OpenFile, place: str, uid: str
) -> tuple[str, tuple[Block, ...]]:
    """The number on it is the referral's: a partner never learns the number of the case. Of her only what was shared and is
    still allowed for this partner."""
    referral = session.exec(select(Referral).where(Referral.uid == uid, Referral.case_id == file.id)).first()
    partner = session.get(Partner, referral.partner_id) if referral is not None else None
    if referral is None or partner is None:
        raise NotFound
    service = read_labels(session, "referral_service").get(referral.service, referral.service)
    agreed = standing_consent(session, file.case, PURPOSE, partner.uid) is not None
    record = file.sealer.open_json(f"referral.record:{uid}", referral.record)
    return number_of(referral), (
        Facts(
            "",
            (
                ("Kepada", "\n".join(filter(None, [partner.name, partner.address]))),
                ("Perihal", f"Permohonan layanan: {service}"),
                ("Sifat", label(Urgency(referral.urgency))),
            ),
        ),
        Words("", REFERRED[agreed]),
        Words("Yang kami minta", str(record["purpose"])),
        *_shared(session, file, partner, record["shared"]),
        Notice(FOR_PARTNERS),
        Signs(place, (("Yang merujuk", actor.name), ("Yang menerima surat", ""))),
        Ticks("Jawaban", tuple((text, False) for text in ANSWERS)),
        Facts("", (("Keterangan", ""), ("Nama dan jabatan", ""), ("Tanggal", ""))),
        Words("", COME_BACK),
    )


def _shared(session: Session, file: OpenFile, partner: Partner, shared: dict[str, str]) -> list[Block]:
    permit = find_permit(session, file.case, partner.uid)
    allowed = permit.fields if permit is not None else frozenset()
    rows: list[Row] = [
        (label(field), str(shared[field])) for field in SharedField if field in allowed and field in shared
    ]
    return [Facts("Tentang orang yang kami rujuk", tuple(rows))] if rows else []
