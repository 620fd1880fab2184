"""The people of a case, and cases that belong together."""

from enum import StrEnum

from rindu_app.words.codes import DatePrecision, LinkKind, PersonRole, PersonSafety

LABELS: dict[type[StrEnum], dict[str, str]] = {
    LinkKind: {
        LinkKind.SIBLING: "Saudara",
        LinkKind.HOUSEHOLD: "Satu rumah tangga",
        LinkKind.SAME_PERPETRATOR: "Terlapor yang sama",
    },
    DatePrecision: {
        DatePrecision.DAY: "Tanggalnya pasti",
        DatePrecision.MONTH: "Hanya bulan dan tahunnya",
        DatePrecision.YEAR: "Hanya tahunnya",
        DatePrecision.UNKNOWN: "Tidak diketahui",
    },
    PersonRole: {
        PersonRole.CLIENT: "Klien",
        PersonRole.CHILD: "Anak klien",
        PersonRole.PARENT: "Orang tua",
        PersonRole.GUARDIAN: "Wali",
        PersonRole.HOUSEHOLD: "Anggota rumah tangga",
        PersonRole.SUPPORT: "Orang yang mendukung",
        PersonRole.WITNESS: "Saksi",
        PersonRole.PERPETRATOR: "Terlapor",
    },
    PersonSafety: {
        PersonSafety.UNKNOWN: "Belum diketahui aman atau tidak",
        PersonSafety.SAFE: "Aman dihubungi",
        PersonSafety.UNSAFE: "Tidak aman dihubungi",
    },
}
