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
    PaperKind.REFERRAL: "D7",
    PaperKind.MEDIATION_MINUTES: "D8",
    PaperKind.MEDIATION_AGREEMENT: "D9",
    PaperKind.ATTENDANCE: "D10",
    PaperKind.GROUP_LIST: "D11",
    PaperKind.OUTREACH: "D12",
}

# Nothing on these is about anybody: they leave without a password, may be taken home and found there. All others are locked.
OPEN = frozenset({PaperKind.CONSENT_BLANK, PaperKind.GROUP_LIST})

# Of these a case may have several, or none: one is chosen together with what it is about.
ABOUT_ONE = (
    PaperKind.REFERRAL,
    PaperKind.MEDIATION_MINUTES,
    PaperKind.MEDIATION_AGREEMENT,
)  # What a case has once, whatever is in it.
SIMPLE = tuple(kind for kind in PaperKind if kind not in (*ABOUT_ONE, PaperKind.GROUP_LIST))

HINTS: dict[PaperKind, str] = {
    PaperKind.CONSENT_BLANK: "Untuk dijelaskan bersama klien dan ditandatangani",
    PaperKind.CONSENT: "Semua jawaban yang sudah dicatat",
    PaperKind.SUMMARY: "Hanya bagian yang Anda pilih",
    PaperKind.REQUEST: "Permohonan layanan, untuk ditandatangani pemohon",
    PaperKind.INTAKE: "Data klien, terlapor, dan pelapor",
    PaperKind.IDENTIFICATION: "Kejadian, harapan, dan layanan yang dibutuhkan",
    PaperKind.OUTREACH: "Kunjungan, kondisi klien, rencana, dan langkah yang dilakukan",
    PaperKind.ATTENDANCE: "Sesi yang terlaksana dan yang tidak dihadiri",
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

REFERRED = {
    True: "Dengan surat ini kami merujuk seseorang yang kami dampingi, dengan persetujuannya. Mohon dilayani seperti di bawah ini.",
    False: "Dengan surat ini kami merujuk seseorang yang kami dampingi, atas dasar yang diperkenankan undang-undang. "
    "Mohon dilayani seperti di bawah ini.",
}

FOR_PARTNERS = (
    "Keterangan di atas hanya untuk layanan yang diminta. Jangan diteruskan, difoto, atau diberitahukan kepada orang lain, "
    "termasuk keluarganya. Bila perlu menghubunginya, ikuti cara yang tertulis; bila tidak tertulis, hubungi kami dahulu. "
    "Hancurkan surat ini setelah layanan selesai."
)

COME_BACK = "Mohon diisi dan dikembalikan kepada kami, atau disampaikan lewat telepon di kepala surat."

MEDIATED = (
    "Mediasi ini gratis. Setiap pihak hadir atas kemauan sendiri dan boleh berhenti kapan saja tanpa memberi alasan. "
    "Berhenti tidak mengurangi layanan bagi klien."
)

AGREED = (
    "Kami membuat kesepakatan ini dalam keadaan sadar dan tanpa tekanan dari siapa pun. Kesepakatan ini tidak menghapus hak "
    "siapa pun untuk melapor atau menempuh jalan hukum. Petugas akan memeriksa secara berkala apakah kesepakatan dipatuhi."
)

NO_NAME_OF_OTHER_SIDE = "Nama pihak lain tidak dicetak. Ia menulisnya sendiri saat menandatangani."

ONLY_NUMBERS = "Lembar ini tidak memuat nama. Peserta cukup memberi paraf di baris mana pun. Siapa yang hadir dicatat di aplikasi."
