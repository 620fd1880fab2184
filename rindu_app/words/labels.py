"""Indonesian labels of the program's own codes. Lists an office may change carry their label in the table `code_item`."""

from enum import StrEnum

from rindu_app.words.codes import (
    AppointmentStatus, Audience, Author, CaseEventKind, CaseStatus, Channel, ConsentGiver, ContactWay, CounsellingMode, DeliveryStatus, Door,
    FileKind, MemberKind, ReportAction, ReportStatus, Risk, Role, Teller,
)  # fmt: skip

LABELS: dict[type[StrEnum], dict[str, str]] = {
    Role: {
        Role.COUNSELLOR: "Konselor",
        Role.SUPERVISOR: "Penyelia",
        Role.ADMIN: "Administrator",
    },
    Risk: {Risk.HIGH: "Risiko tinggi", Risk.MEDIUM: "Risiko sedang", Risk.LOW: "Risiko rendah"},
    Door: {Door.COUNSELLING: "Konseling", Door.REPORT: "Laporan", Door.TALK: "Curhat"},
    Teller: {
        Teller.SELF: "untuk diri sendiri",
        Teller.CHILD: "untuk seorang anak",
        Teller.WITNESS: "sebagai saksi",
        Teller.UNSAID: "tidak menyebut untuk siapa",
    },
    Channel: {
        Channel.WEB: "Halaman web",
        Channel.WHATSAPP: "WhatsApp",
        Channel.PHONE: "Telepon",
        Channel.WALK_IN: "Datang langsung",
    },
    ContactWay: {
        ContactWay.NONE: "Jangan hubungi saya",
        ContactWay.HERE: "Tulis pesan di halaman ini",
        ContactWay.PHONE: "Telepon",
        ContactWay.WHATSAPP: "WhatsApp",
        ContactWay.TRUSTED: "Hubungi orang yang saya percaya",
    },
    CounsellingMode: {
        CounsellingMode.WRITTEN: "Tertulis di halaman ini",
        CounsellingMode.PHONE: "Telepon",
        CounsellingMode.WHATSAPP: "WhatsApp",
        CounsellingMode.FACE: "Bertemu langsung",
        CounsellingMode.VIDEO: "Panggilan video",
    },
    ReportStatus: {
        ReportStatus.NEW: "Baru",
        ReportStatus.REVIEWING: "Ditelaah",
        ReportStatus.NEEDS_INFO: "Menunggu jawaban pelapor",
        ReportStatus.CONSULTED: "Selesai sebagai konsultasi",
        ReportStatus.NOT_OURS: "Bukan kewenangan kami",
        ReportStatus.DUPLICATE: "Duplikat",
        ReportStatus.JUNK: "Bukan laporan sungguhan",
        ReportStatus.WITHDRAWN: "Ditarik oleh pelapor",
        ReportStatus.CASE: "Menjadi kasus",
    },
    ReportAction: {
        ReportAction.RECEIVE: "Laporan diterima",
        ReportAction.ASSIGN: "Penanggung jawab ditentukan",
        ReportAction.TRIAGE: "Risiko dinilai",
        ReportAction.ASK: "Meminta keterangan",
        ReportAction.ANSWER: "Pelapor menambah keterangan",
        ReportAction.FORWARD: "Diteruskan ke wilayah lain",
        ReportAction.MARK_DUPLICATE: "Ditandai duplikat",
        ReportAction.UNMARK_DUPLICATE: "Tanda duplikat dihapus",
        ReportAction.MARK_JUNK: "Ditandai bukan laporan",
        ReportAction.UNMARK_JUNK: "Dikembalikan sebagai laporan",
        ReportAction.CLOSE_CONSULTED: "Selesai sebagai konsultasi",
        ReportAction.CLOSE_NOT_OURS: "Bukan kewenangan kami",
        ReportAction.REOPEN: "Dibuka kembali",
        ReportAction.WITHDRAW: "Ditarik oleh pelapor",
        ReportAction.OPEN_CASE: "Kasus dibuka",
        ReportAction.JOIN_CASE: "Digabungkan ke kasus",
    },
    Author: {Author.REPORTER: "Pelapor", Author.STAFF: "Petugas"},
    Audience: {Audience.REPORTER: "Terlihat oleh pelapor", Audience.TEAM: "Catatan tim"},
    AppointmentStatus: {
        AppointmentStatus.PROPOSED: "Menunggu jawaban",
        AppointmentStatus.ACCEPTED: "Disetujui",
        AppointmentStatus.DECLINED: "Tidak bisa",
        AppointmentStatus.CANCELLED: "Dibatalkan",
    },
    CaseStatus: {CaseStatus.OPEN: "Terbuka", CaseStatus.CLOSED: "Ditutup"},
    MemberKind: {
        MemberKind.MANAGER: "Manajer kasus",
        MemberKind.TEAM: "Anggota tim",
        MemberKind.BREAK_GLASS: "Akses darurat",
    },
    CaseEventKind: {
        CaseEventKind.OPENED: "Kasus dibuka",
        CaseEventKind.REPORT_JOINED: "Laporan digabungkan",
        CaseEventKind.NOTE: "Catatan",
        CaseEventKind.MEMBER_ADDED: "Anggota tim ditambahkan",
        CaseEventKind.MEMBER_LEFT: "Anggota tim keluar",
        CaseEventKind.HANDED_OVER: "Manajer kasus berganti",
        CaseEventKind.BREAK_GLASS: "Akses darurat dibuka",
        CaseEventKind.RISK_CHANGED: "Risiko diubah",
        CaseEventKind.TASK_ADDED: "Tugas ditambahkan",
        CaseEventKind.TASK_DONE: "Tugas selesai",
        CaseEventKind.CONSENT_GIVEN: "Persetujuan diberikan",
        CaseEventKind.CONSENT_REFUSED: "Persetujuan tidak diberikan",
        CaseEventKind.CONSENT_WITHDRAWN: "Persetujuan dicabut",
        CaseEventKind.CLOSED: "Kasus ditutup",
        CaseEventKind.REOPENED: "Kasus dibuka kembali",
    },
    ConsentGiver: {
        ConsentGiver.SELF: "Orang itu sendiri",
        ConsentGiver.PARENT: "Orang tua",
        ConsentGiver.GUARDIAN: "Wali",
        ConsentGiver.ACCOMPANIER: "Pendamping yang ditunjuk",
    },
    FileKind: {FileKind.ORIGINAL: "Berkas asli", FileKind.WORKING: "Salinan kerja"},
    DeliveryStatus: {
        DeliveryStatus.WAITING: "Menunggu",
        DeliveryStatus.SENDING: "Sedang dikirim",
        DeliveryStatus.SENT: "Terkirim",
        DeliveryStatus.FAILED: "Gagal",
        DeliveryStatus.UNKNOWN: "Tidak pasti terkirim",
    },
}

# What a reporter reads about her own report: no office words.
REPORTER_STATUS: dict[str, str] = {
    ReportStatus.NEW: "Sudah kami terima. Konselor akan membacanya.",
    ReportStatus.REVIEWING: "Sedang dibaca dan ditangani konselor.",
    ReportStatus.NEEDS_INFO: "Konselor menunggu jawaban Anda.",
    ReportStatus.CONSULTED: "Percakapan ini sudah selesai. Anda boleh menulis lagi kapan saja.",
    ReportStatus.NOT_OURS: "Kami tidak berwenang menangani ini. Konselor menulis ke mana Anda dapat meminta bantuan.",
    ReportStatus.DUPLICATE: "Digabungkan dengan cerita lain tentang kejadian yang sama.",
    ReportStatus.JUNK: "Sudah kami terima. Konselor akan membacanya.",
    ReportStatus.WITHDRAWN: "Anda sudah menarik cerita ini.",
    ReportStatus.CASE: "Anda didampingi oleh tim kami.",
}


def label(code: StrEnum) -> str:
    return LABELS[type(code)][code]
