"""Mediation (3.9)."""

from enum import StrEnum

from rindu_app.words.codes import (
    Assessor,
    MediationAction,
    MediationBlock,
    MediationEntryKind,
    MediationStatus,
    MediationStop,
)

LABELS: dict[type[StrEnum], dict[str, str]] = {
    MediationBlock: {
        MediationBlock.SEXUAL: "Kekerasan seksual",
        MediationBlock.TRAFFICKING: "Perdagangan orang",
        MediationBlock.CHILD: "Klien masih anak saat kejadian",
        MediationBlock.HIGH_RISK: "KDRT dengan risiko tinggi",
        MediationBlock.KIND_UNCLEAR: "Jenis kekerasan belum jelas",
        MediationBlock.NO_INCIDENT: "Kejadian belum dicatat",
        MediationBlock.AGE_UNKNOWN: "Usia klien saat kejadian belum diketahui",
    },
    MediationStatus: {
        MediationStatus.PREPARING: "Disiapkan",
        MediationStatus.MEETING: "Berjalan",
        MediationStatus.AGREED: "Ada kesepakatan, diawasi",
        MediationStatus.COMPLETED: "Kesepakatan dipatuhi, selesai",
        MediationStatus.NOT_AGREED: "Selesai tanpa kesepakatan",
        MediationStatus.STOPPED: "Dihentikan",
    },
    MediationAction: {
        MediationAction.ASK_OTHER: "Tanya pihak lain",
        MediationAction.ASSESS: "Periksa tekanan",
        MediationAction.NAME_MEDIATOR: "Tentukan mediator",
        MediationAction.BEGIN: "Mulai",
        MediationAction.MINUTES: "Tulis notulen",
        MediationAction.AGREE: "Catat kesepakatan",
        MediationAction.END: "Selesai tanpa kesepakatan",
        MediationAction.CHECK: "Periksa kesepakatan",
        MediationAction.COMPLETE: "Akhiri pengawasan",
        MediationAction.STOP: "Hentikan",
    },
    MediationStop: {
        MediationStop.BLOCKED: "Keadaan kasus tidak lagi mengizinkan mediasi",
        MediationStop.CONSENT: "Klien tidak setuju lagi",
        MediationStop.OTHER_CONSENT: "Pihak lain tidak setuju",
        MediationStop.PRESSURE: "Pilihan klien tidak bebas dari tekanan",
        MediationStop.DECIDED: "Dihentikan oleh tim",
        MediationStop.CLOSED: "Kasusnya ditutup",
    },
    MediationEntryKind: {
        MediationEntryKind.PRESSURE: "Pemeriksaan tekanan",
        MediationEntryKind.MINUTES: "Notulen",
        MediationEntryKind.CHECK: "Pengawasan kesepakatan",
    },
    Assessor: {Assessor.COUNSELLOR: "Konselor", Assessor.PSYCHOLOGIST: "Psikolog"},
}
