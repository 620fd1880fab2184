"""How somebody is after her case was closed."""

from enum import StrEnum

from rindu_app.words.codes import (
    AftercareAction,
    AftercareEnd,
    AftercareStatus,
    FeelsSafe,
    RelapseSign,
    Stability,
)

LABELS: dict[type[StrEnum], dict[str, str]] = {
    AftercareStatus: {
        AftercareStatus.PLANNED: "Direncanakan",
        AftercareStatus.DONE: "Sudah bertemu",
        AftercareStatus.MISSED: "Tidak terhubung",
        AftercareStatus.CANCELLED: "Dibatalkan",
    },
    AftercareAction: {
        AftercareAction.RECORD: "Catat pertemuan",
        AftercareAction.TRY: "Belum terhubung",
        AftercareAction.GIVE_UP: "Akhiri tanpa bertemu",
        AftercareAction.CANCEL: "Batalkan",
    },
    AftercareEnd: {
        AftercareEnd.REOPENED: "Kasus dibuka kembali",
        AftercareEnd.CONSENT: "Klien tidak ingin dihubungi lagi",
    },
    Stability: {
        Stability.BROKEN: "Belum stabil",
        Stability.SHAKY: "Masih rapuh",
        Stability.FAIR: "Cukup stabil",
        Stability.FIRM: "Stabil",
    },
    RelapseSign: {
        RelapseSign.NONE: "Tidak ada",
        RelapseSign.WARNING: "Ada tandanya: diancam, didatangi, atau diawasi",
        RelapseSign.AGAIN: "Kekerasan terjadi lagi",
        RelapseSign.NOT_ASKED: "Tidak dapat ditanyakan",
    },
    FeelsSafe: {
        FeelsSafe.YES: "Ya, aman",
        FeelsSafe.UNSURE: "Ragu-ragu",
        FeelsSafe.NO: "Tidak aman",
        FeelsSafe.NOT_ASKED: "Tidak dapat ditanyakan",
    },
}
