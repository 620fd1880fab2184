"""What the audit trail calls an act, in words. Acts that are steps of a report, a case or a notice have the step's own word."""

import re

from rindu_app.words.codes import CaseEventKind, DeliveryStatus, ReportAction
from rindu_app.words.labels import label

GROUPS: dict[str, str] = {
    "accounts:": "Akun dan masuk",
    "report:": "Laporan",
    "appointment:": "Janji",
    "case:": "Kasus",
    "conference:": "Konferensi kasus",
    "feedback:": "Masukan klien",
    "file:": "Berkas",
    "group:": "Kelompok",
    "session:": "Sesi",
    "delivery:": "Pemberitahuan",
    "partners:": "Lembaga mitra",
    "paper:": "Dokumen",
    "units:": "Unit",
    "codes:": "Daftar, nomor, dan tenggat",
    "areas:": "Wilayah",
    "keys:": "Kunci",
    "house:": "Cadangan",
    "shelter:": "Rumah perlindungan",
    "referral:": "Rujukan",
    "refused": "Ditolak",
}

ACTS: dict[str, str] = {
    "accounts:account:change": "Akun diubah",
    "accounts:account:create": "Akun dibuat",
    "accounts:password:change": "Kata sandi sendiri diganti",
    "accounts:password:reset": "Kata sandi sekali pakai dibuat",
    "accounts:password:wrong": "Kata sandi salah",
    "accounts:recovery_codes:renew": "Kode cadangan diperbarui",
    "accounts:second_factor:enrol": "Kode kedua dipasang",
    "accounts:second_factor:reset": "Kode kedua diatur ulang",
    "accounts:second_factor:wrong": "Kode kedua salah",
    "accounts:session:end": "Sesi diakhiri",
    "accounts:session:end_others": "Sesi lain diakhiri",
    "accounts:session:sign_in": "Masuk",
    "accounts:session:sign_out": "Keluar",
    "appointment:answer": "Usulan waktu dijawab",
    "appointment:cancel": "Janji dibatalkan",
    "appointment:propose": "Waktu diusulkan",
    "areas:neighbourhood:add": "RT ditambahkan",
    "case:link": "Dua kasus dihubungkan",
    "case:offer_read": "Tawaran atau penerusan kasus dibaca",
    "case:read": "Berkas kasus dibuka",
    "case:exception_used": "Tindakan tanpa persetujuan, dengan pengecualian",
    "case:reveal_client": "Nama klien dilihat",
    "case:reveal_people": "Nama dan alamat orang dalam berkas dilihat",
    "case:unlink": "Hubungan dua kasus dilepas",
    "case:waiting": "Daftar keputusan dibuka",
    "codes:clock:change": "Tenggat diubah",
    "codes:hotline:save": "Nomor darurat disimpan",
    "codes:item:add": "Pilihan ditambahkan",
    "codes:item:change": "Pilihan diubah",
    "conference:read": "Undangan konferensi kasus dibaca mitra",
    "conference:room": "Ruang video konferensi kasus dibuka",
    "delivery:queued": "Pemberitahuan disiapkan",
    "feedback:read": "Masukan klien dibaca",
    "file:kept": "Berkas diterima",
    "file:read": "Berkas dibuka",
    "file:swept": "Berkas tanpa pemilik dibuang",
    "case:glass_list": "Daftar pembukaan darurat dibuka",
    "group:create": "Kelompok dibuat",
    "group:end": "Kelompok diakhiri",
    "group:meeting": "Pertemuan kelompok direncanakan",
    "group:meeting_cancelled": "Pertemuan kelompok dibatalkan",
    "group:meeting_held": "Kehadiran kelompok dicatat",
    "group:meeting_moved": "Waktu pertemuan kelompok diubah",
    "group:read": "Kelompok dibuka",
    "house:backup": "Cadangan dibuat",
    "house:restored": "Cadangan dipulihkan",
    "keys:retired": "Kunci lama dibuang",
    "keys:rewrapped": "Kunci data dibungkus ulang",
    "paper:fetched": "Dokumen diunduh",
    "paper:made": "Dokumen dibuat",
    "paper:revoked": "Dokumen ditarik",
    "paper:swept": "Dokumen yang habis masanya dihapus",
    "partners:partner:save": "Lembaga mitra disimpan",
    "referral:link": "Tautan rujukan dibuat",
    "referral:link_used": "Tautan rujukan dibuka",
    "referral:link_wrong": "Kode tautan rujukan salah",
    "referral:read": "Rujukan dibaca mitra",
    "refused": "Ditolak",
    "report:note": "Catatan tim ditulis",
    "report:own_thread": "Pelapor membaca percakapannya",
    "report:blocks": "Daftar pemblokiran penyelia dibuka",
    "report:overrides": "Daftar aturan kontak yang dilanggar dibuka",
    "report:read": "Laporan dibuka",
    "report:reply": "Balasan ditulis",
    "report:need_no_answer": "Dinyatakan tidak perlu dibalas",
    "report:reveal_name": "Nama pelapor dilihat",
    "report:safe_contact": "Kontak aman diubah",
    "report:search": "Pencarian laporan",
    "report:thread": "Percakapan dibuka",
    "schedule:days_off": "Hari tidak di tempat diubah",
    "schedule:hours": "Jam kerja diubah",
    "schedule:read": "Jadwal dibuka",
    "shelter:address:read": "Alamat rumah dilihat",
    "shelter:address:set": "Alamat rumah dicatat",
    "shelter:bed:add": "Tempat tidur ditambahkan",
    "shelter:bed:save": "Tempat tidur diubah",
    "shelter:house:save": "Rumah disimpan",
    "shelter:read": "Permintaan atau tinggal dibuka",
    "shelter:room:save": "Kamar disimpan",
    "session:note": "Catatan sesi ditulis",
    "case:note_edited": "Catatan kasus diubah",
    "accounts:draft:swept": "Draf yang sudah berakhir dihapus",
    "session:note_edited": "Catatan sesi diubah",
    "session:own_room": "Klien membuka ruang bicara",
    "session:room": "Konselor membuka ruang bicara",
    "units:unit:save": "Unit disimpan",
    **{f"report:{action}": label(action) for action in ReportAction},
    **{f"case:{kind}": label(kind) for kind in CaseEventKind},
    **{f"delivery:{status}": f"Pemberitahuan: {label(status)}" for status in DeliveryStatus},
}
OTHER = "Tindakan lain"

# Who acts where nobody is signed in.
KINDS = {
    "visitor": "Pengunjung",
    "reporter": "Pelapor",
    "partner_link": "Mitra lewat tautan",
    "system": "Sistem",
}


THINGS = {
    "account": "akun",
    "bed": "tempat tidur",
    "delivery": "pemberitahuan",
    "hotline": "nomor",
    "house": "rumah",
    "partner": "mitra",
    "room": "kamar",
    "unit": "unit",
}
_INNER = re.compile(r"[0-9a-f]{32}")


def say_act(action: str) -> str:
    return ACTS.get(action, OTHER)


def say_ref(ref: str) -> str:
    """What an act was done to: the number of a report or case as it is, other things by their kind, inner names not at all."""
    kind, _, name = ref.partition(":")
    if kind in THINGS and name:
        return f"{THINGS[kind]} {name}"
    return "" if _INNER.fullmatch(name or ref) else ref
