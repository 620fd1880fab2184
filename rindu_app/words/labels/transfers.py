"""A case that changes hands."""

from enum import StrEnum

from rindu_app.words.codes import TransferAction, TransferKind, TransferStatus

LABELS: dict[type[StrEnum], dict[str, str]] = {
    TransferAction: {
        TransferAction.ACCEPT: "Terima",
        TransferAction.REFUSE: "Tolak",
        TransferAction.WITHDRAW: "Batalkan",
        TransferAction.LAPSE: "Akhiri",
    },
    TransferKind: {
        TransferKind.OFFER: "Ditawarkan",
        TransferKind.REQUEST: "Diminta",
        TransferKind.FORWARD: "Diteruskan ke kantor lain",
    },
    TransferStatus: {
        TransferStatus.OPEN: "Menunggu jawaban",
        TransferStatus.ACCEPTED: "Diterima",
        TransferStatus.REFUSED: "Ditolak",
        TransferStatus.WITHDRAWN: "Dibatalkan",
        TransferStatus.LAPSED: "Tidak berlaku lagi",
    },
}
