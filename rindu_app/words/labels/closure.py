"""How a case ends."""

from enum import StrEnum

from rindu_app.words.codes import ClosureAction, ClosureStatus

LABELS: dict[type[StrEnum], dict[str, str]] = {
    ClosureStatus: {
        ClosureStatus.NONE: "Kasus berjalan",
        ClosureStatus.WAITING: "Menunggu keputusan penyelia",
        ClosureStatus.RETURNED: "Dikembalikan penyelia",
        ClosureStatus.CLOSED: "Kasus ditutup",
        ClosureStatus.REOPENED: "Kasus dibuka kembali",
    },
    ClosureAction: {
        ClosureAction.ASK: "Minta penutupan",
        ClosureAction.APPROVE: "Setujui penutupan",
        ClosureAction.RETURN: "Kembalikan",
        ClosureAction.REOPEN: "Buka kembali",
    },
}
