"""Case conferences across agencies."""

from enum import StrEnum

from rindu_app.words.codes import ConferenceAction, ConferenceStatus, InviteAnswer

LABELS: dict[type[StrEnum], dict[str, str]] = {
    ConferenceStatus: {
        ConferenceStatus.PLANNED: "Direncanakan",
        ConferenceStatus.AGREED: "Waktunya disepakati",
        ConferenceStatus.HELD: "Terlaksana",
        ConferenceStatus.CANCELLED: "Dibatalkan",
    },
    ConferenceAction: {
        ConferenceAction.INVITE: "Undang",
        ConferenceAction.MOVE: "Ubah waktu",
        ConferenceAction.AGREE: "Sepakati waktunya",
        ConferenceAction.HOLD: "Catat pelaksanaan",
        ConferenceAction.RECORD: "Catat keputusan",
        ConferenceAction.CANCEL: "Batalkan",
    },
    InviteAnswer: {
        InviteAnswer.OPEN: "Belum menjawab",
        InviteAnswer.COMES: "Akan hadir",
        InviteAnswer.ABSENT: "Tidak dapat hadir",
    },
}
