"""Indonesian labels of the program's own codes, by area. Lists an office may change carry their label in the table `code_item`."""

from enum import StrEnum

from rindu_app.words.codes import ReportStatus
from rindu_app.words.labels import (
    aftercare,
    care,
    cases,
    closure,
    conferences,
    consents,
    feedback,
    house,
    mediation,
    papers,
    people,
    referrals,
    reports,
    services,
    sessions,
    shelter,
    transfers,
)

_AREAS = (
    aftercare,
    care,
    cases,
    closure,
    conferences,
    consents,
    feedback,
    house,
    mediation,
    papers,
    people,
    referrals,
    reports,
    services,
    sessions,
    shelter,
    transfers,
)
LABELS: dict[type[StrEnum], dict[str, str]] = {
    code: words for area in _AREAS for code, words in area.LABELS.items()
}

# What a reporter reads about her own report: no office words.
REPORTER_STATUS: dict[str, str] = {
    ReportStatus.NEW: "Sudah kami terima. Konselor akan membacanya.",
    ReportStatus.REVIEWING: "Sedang dibaca dan ditangani konselor.",
    ReportStatus.NEEDS_INFO: "Konselor menunggu jawaban Anda.",
    ReportStatus.CONSULTED: "Percakapan ini sudah selesai. Anda boleh menulis lagi kapan saja.",
    ReportStatus.NOT_OURS: "Kami tidak berwenang menangani ini. Konselor menulis ke mana Anda dapat meminta bantuan.",
    ReportStatus.DUPLICATE: "Digabungkan dengan cerita lain tentang kejadian yang sama.",
    ReportStatus.JUNK: "Sudah kami terima. Konselor akan membacanya.",
    ReportStatus.WITHDRAWN: "Anda sudah menarik cerita ini.",
    ReportStatus.CASE: "Anda didampingi oleh tim kami.",
}


# Why a referral was withdrawn, on the timeline.
REVOKED_BECAUSE: dict[str, str] = {
    "by_us": "dicabut petugas",
    "consent_withdrawn": "persetujuan dicabut",
    "consent_refused": "tidak disetujui",
    "giver_suspected": "pemberi persetujuan kini tercatat sebagai terduga",
    "consent_over": "persetujuan sudah berakhir",
    "case_closed": "kasus ditutup",
}


def label(code: StrEnum) -> str:
    return LABELS[type(code)][code]


def labelled(codes: type[StrEnum]) -> list[tuple[str, str]]:
    """(code, label) of every code, in their order: what a `select` offers."""
    return [(str(code), label(code)) for code in codes]
