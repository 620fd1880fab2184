"""Papers of a case."""

from enum import StrEnum

from rindu_app.words.codes import PaperKind, SummaryPart

LABELS: dict[type[StrEnum], dict[str, str]] = {
    PaperKind: {
        PaperKind.CONSENT_BLANK: "Formulir persetujuan, kosong",
        PaperKind.CONSENT: "Formulir persetujuan, terisi",
        PaperKind.SUMMARY: "Ringkasan kasus",
        PaperKind.REQUEST: "Surat permohonan",
        PaperKind.INTAKE: "Formulir penerimaan pengaduan",
        PaperKind.IDENTIFICATION: "Formulir identifikasi kasus",
        PaperKind.OUTREACH: "Laporan penjangkauan",
        PaperKind.REFERRAL: "Surat rujukan",
        PaperKind.MEDIATION_MINUTES: "Notulen mediasi",
        PaperKind.MEDIATION_AGREEMENT: "Lembar kesepakatan mediasi",
        PaperKind.ATTENDANCE: "Catatan kehadiran",
        PaperKind.GROUP_LIST: "Daftar hadir pertemuan",
    },
    SummaryPart: {
        SummaryPart.CLIENT: "Identitas klien",
        SummaryPart.PEOPLE: "Keluarga dan orang lain",
        SummaryPart.INCIDENTS: "Kejadian",
        SummaryPart.CONSENTS: "Persetujuan",
        SummaryPart.ASSESSMENT: "Asesmen",
        SummaryPart.PLAN: "Rencana",
        SummaryPart.SERVICES: "Layanan",
        SummaryPart.REFERRALS: "Rujukan",
        SummaryPart.TASKS: "Tugas",
        SummaryPart.TIMELINE: "Perjalanan kasus",
    },
}
