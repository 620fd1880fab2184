"""What is done for a client: outreach, legal matters, aid."""

from enum import StrEnum

from rindu_app.words.codes import (
    AddressCheck,
    AidAction,
    AidStatus,
    LegalTrackKind,
    OutreachAction,
    OutreachStatus,
)

LABELS: dict[type[StrEnum], dict[str, str]] = {
    OutreachStatus: {
        OutreachStatus.PLANNED: "Direncanakan",
        OutreachStatus.GOING: "Tim di jalan",
        OutreachStatus.DONE: "Terlaksana",
        OutreachStatus.FAILED: "Belum berhasil",
        OutreachStatus.CANCELLED: "Dibatalkan",
    },
    OutreachAction: {
        OutreachAction.CHECK: "Periksa rencana",
        OutreachAction.GO: "Berangkat",
        OutreachAction.FINISH: "Selesai",
        OutreachAction.FAIL: "Belum berhasil",
        OutreachAction.CANCEL: "Batalkan",
    },
    AddressCheck: {
        AddressCheck.NOT_YET: "Belum diperiksa",
        AddressCheck.RIGHT: "Alamat sudah dipastikan",
        AddressCheck.ELSEWHERE: "Bertemu di tempat yang ia pilih",
    },
    LegalTrackKind: {
        LegalTrackKind.CRIMINAL: "Perkara pidana",
        LegalTrackKind.PROTECTION: "Perlindungan dari ancaman",
        LegalTrackKind.RELIGIOUS: "Pengadilan Agama",
        LegalTrackKind.LPSK: "Permohonan ke LPSK",
    },
    AidStatus: {
        AidStatus.APPLIED: "Diusulkan",
        AidStatus.GRANTED: "Disetujui, belum diterima",
        AidStatus.REFUSED: "Ditolak",
        AidStatus.WITHDRAWN: "Ditarik",
        AidStatus.RECEIVED: "Diterima klien",
    },
    AidAction: {
        AidAction.GRANT: "Disetujui",
        AidAction.REFUSE: "Ditolak",
        AidAction.RECEIVE: "Diterima klien",
        AidAction.WITHDRAW: "Ditarik",
    },
}
