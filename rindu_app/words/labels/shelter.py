"""Temporary shelter."""

from enum import StrEnum

from rindu_app.words.codes import ShelterAction, ShelterEntryKind, ShelterStatus, ShelterUrgency

LABELS: dict[type[StrEnum], dict[str, str]] = {
    ShelterStatus: {
        ShelterStatus.REQUESTED: "Menunggu jawaban rumah perlindungan",
        ShelterStatus.PLACED: "Sedang tinggal",
        ShelterStatus.EXTENDING: "Sedang tinggal, menunggu keputusan perpanjangan",
        ShelterStatus.REFUSED: "Ditolak",
        ShelterStatus.CANCELLED: "Dibatalkan",
        ShelterStatus.LEFT: "Sudah meninggalkan rumah perlindungan",
    },
    ShelterAction: {
        ShelterAction.PLACE: "Tempatkan",
        ShelterAction.REFUSE: "Tolak",
        ShelterAction.CANCEL: "Batalkan",
        ShelterAction.MOVE: "Pindahkan",
        ShelterAction.LOG: "Catat",
        ShelterAction.ASK_EXTENSION: "Minta perpanjangan",
        ShelterAction.APPROVE_EXTENSION: "Setujui perpanjangan",
        ShelterAction.DENY_EXTENSION: "Tidak setujui perpanjangan",
        ShelterAction.LEAVE: "Catat kepergian",
    },
    ShelterUrgency: {
        ShelterUrgency.NOW: "Sekarang juga",
        ShelterUrgency.TODAY: "Hari ini",
        ShelterUrgency.DAYS: "Dalam beberapa hari",
    },
    ShelterEntryKind: {
        ShelterEntryKind.NEED: "Keperluan diberikan",
        ShelterEntryKind.VISIT: "Kunjungan",
        ShelterEntryKind.INCIDENT: "Kejadian",
    },
}
