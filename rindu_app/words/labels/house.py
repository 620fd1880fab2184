"""What everybody uses: roles, risk, how things leave the house."""

from enum import StrEnum

from rindu_app.words.codes import DeliveryChannel, DeliveryStatus, FileKind, Risk, Role, Sex, Urgency

LABELS: dict[type[StrEnum], dict[str, str]] = {
    Role: {
        Role.COUNSELLOR: "Konselor",
        Role.SUPERVISOR: "Penyelia",
        Role.ADMIN: "Administrator",
        Role.SHELTER: "Petugas rumah perlindungan",
        Role.PARTNER: "Petugas lembaga mitra",
    },
    Risk: {Risk.HIGH: "Risiko tinggi", Risk.MEDIUM: "Risiko sedang", Risk.LOW: "Risiko rendah"},
    Urgency: {Urgency.URGENT: "Mendesak", Urgency.NORMAL: "Biasa"},
    FileKind: {FileKind.ORIGINAL: "Berkas asli", FileKind.WORKING: "Salinan kerja"},
    DeliveryChannel: {DeliveryChannel.MAIL: "Surel", DeliveryChannel.WHATSAPP: "WhatsApp"},
    DeliveryStatus: {
        DeliveryStatus.WAITING: "Menunggu",
        DeliveryStatus.SENDING: "Sedang dikirim",
        DeliveryStatus.SENT: "Terkirim",
        DeliveryStatus.FAILED: "Gagal terkirim; pakai cara lain yang ia pilih",
        DeliveryStatus.UNKNOWN: "Tidak pasti terkirim; jangan dikirim lagi, tunggu kabarnya",
    },
    Sex: {Sex.FEMALE: "Perempuan", Sex.MALE: "Laki-laki"},
}
