"""Consents and exceptions (3.11, 3.12)."""

from enum import StrEnum

from rindu_app.words.codes import (
    Assent,
    ConsentGiver,
    ConsentLanguage,
    EvidenceKind,
    ExceptionGround,
    SharedField,
)

LABELS: dict[type[StrEnum], dict[str, str]] = {
    ConsentGiver: {
        ConsentGiver.SELF: "Orang itu sendiri",
        ConsentGiver.PARENT: "Orang tua",
        ConsentGiver.GUARDIAN: "Wali",
        ConsentGiver.ACCOMPANIER: "Pendamping yang ditunjuk",
    },
    SharedField: {
        SharedField.NAME: "Nama",
        SharedField.PHONE: "Nomor telepon",
        SharedField.AGE: "Usia",
        SharedField.AREA: "Wilayah tempat tinggal",
        SharedField.ADDRESS: "Alamat",
        SharedField.SUMMARY: "Ringkasan untuk rujukan ini",
        SharedField.NEEDS: "Keperluan khusus",
        SharedField.RISK: "Tingkat risiko",
    },
    Assent: {
        Assent.YES: "Ia sendiri setuju",
        Assent.NO: "Ia sendiri tidak setuju",
        Assent.CANNOT: "Ia belum dapat menjawab",
    },
    ConsentLanguage: {
        ConsentLanguage.INDONESIAN: "Bahasa Indonesia",
        ConsentLanguage.LOCAL: "Bahasa daerah",
        ConsentLanguage.SIGN: "Bahasa isyarat",
        ConsentLanguage.PICTURES: "Gambar atau kata anak",
        ConsentLanguage.OTHER: "Bahasa lain, dengan juru bahasa",
    },
    EvidenceKind: {
        EvidenceKind.SIGNATURE: "Tanda tangan",
        EvidenceKind.THUMB: "Cap jempol",
        EvidenceKind.VOICE: "Rekaman suara",
        EvidenceKind.WITNESS: "Lisan, disaksikan",
        EvidenceKind.WRITTEN: "Tertulis dalam percakapan",
    },
    ExceptionGround: {
        ExceptionGround.LIFE: "Bahaya bagi nyawa",
        ExceptionGround.LAW: "Kewajiban menurut undang-undang",
        ExceptionGround.COURT: "Perintah pengadilan atau polisi",
        ExceptionGround.CHILD_INTEREST: "Kepentingan terbaik anak",
    },
}
