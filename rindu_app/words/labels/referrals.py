"""Referrals to partners."""

from enum import StrEnum

from rindu_app.words.codes import ReferralAction, ReferralOutcome, ReferralStatus

LABELS: dict[type[StrEnum], dict[str, str]] = {
    ReferralStatus: {
        ReferralStatus.SENT: "Menunggu jawaban",
        ReferralStatus.ACCEPTED: "Diterima, sedang dikerjakan",
        ReferralStatus.DONE: "Selesai",
        ReferralStatus.REFUSED: "Ditolak",
        ReferralStatus.UNAVAILABLE: "Tidak tersedia",
        ReferralStatus.REVOKED: "Dicabut",
        ReferralStatus.SETTLED: "Ditutup",
    },
    ReferralAction: {
        ReferralAction.ACCEPT: "Terima",
        ReferralAction.REFUSE: "Tolak",
        ReferralAction.FINISH: "Selesai",
        ReferralAction.MISS: "Tidak tersedia",
        ReferralAction.REVOKE: "Cabut",
        ReferralAction.SETTLE: "Tutup dengan hasil lain",
    },
    ReferralOutcome: {
        ReferralOutcome.REFERRED: "Dirujuk",
        ReferralOutcome.OURS: "Layanan kami berikan sendiri",
        ReferralOutcome.ELSEWHERE: "Sudah diterima dari lembaga lain",
        ReferralOutcome.NOT_APPLICABLE: "Tidak diperlukan",
        ReferralOutcome.DECLINED: "Ditolak oleh klien",
        ReferralOutcome.UNAVAILABLE: "Layanan tidak tersedia",
    },
}
