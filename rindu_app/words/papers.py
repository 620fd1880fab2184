"""The fixed words of papers, and what a screen says of each."""

from rindu_app.words.codes import PaperKind

# How a file is called: its number and one of these. Whoever sees the name of a file learns nothing from it.
FILE_CODES: dict[PaperKind, str] = {
    PaperKind.CONSENT_BLANK: "D1",
    PaperKind.CONSENT: "D2",
    PaperKind.SUMMARY: "D3",
    PaperKind.REQUEST: "D4",
    PaperKind.INTAKE: "D5",
    PaperKind.IDENTIFICATION: "D6",
}

HINTS: dict[PaperKind, str] = {
    PaperKind.CONSENT_BLANK: "Untuk dijelaskan bersama klien dan ditandatangani",
    PaperKind.CONSENT: "Semua jawaban yang sudah dicatat",
    PaperKind.SUMMARY: "Hanya bagian yang Anda pilih",
    PaperKind.REQUEST: "Permohonan layanan, untuk ditandatangani pemohon",
    PaperKind.INTAKE: "Data klien, terlapor, dan pelapor",
    PaperKind.IDENTIFICATION: "Kejadian, harapan, dan layanan yang dibutuhkan",
}

NO_OFFICE = "Layanan Perlindungan Perempuan dan Anak"

PRIVATE = (
    "Dokumen ini memuat data pribadi yang dilindungi undang-undang. Simpan di tempat terkunci, jangan difoto, "
    "dan hancurkan bila tidak dipakai lagi."
)

RIGHTS = (
    "Semua layanan gratis. Anda boleh bertanya sebelum menjawab, boleh menyetujui sebagian saja, dan boleh menolak. "
    "Menolak tidak mengurangi layanan lain.\n"
    "Persetujuan dapat dicabut kapan saja tanpa memberi alasan. Sejak dicabut, persetujuan itu tidak dipakai lagi; "
    "yang sudah dilakukan sebelumnya tetap tercatat.\n"
    "Tanpa persetujuan, kami hanya bertindak bila nyawa terancam, bila undang-undang atau pengadilan memerintahkan, "
    "atau demi kepentingan terbaik anak."
)

FREE_WILL = (
    "Permohonan ini saya buat dalam keadaan sadar dan tanpa tekanan dari siapa pun. Keterangan di atas saya berikan "
    "menurut yang saya ketahui. Saya mengerti bahwa layanan ini gratis dan bahwa permohonan ini dapat saya cabut kapan saja."
)

NO_NAME_OF_SUSPECT = "Nama terlapor tidak dicetak. Tulis tangan bila layanan yang dituju memerlukannya."
