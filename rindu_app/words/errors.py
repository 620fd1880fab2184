"""Every refusal's code and the sentence a person reads. Sentences say what to do next."""

SENTENCES: dict[str, str] = {
    "not_found": "Halaman atau data ini tidak ditemukan.",
    "forbidden": "Tindakan ini bukan bagian tugas Anda. Hubungi penyelia bila Anda memerlukannya.",
    "changed_meanwhile": "Data ini baru saja diubah orang lain. Muat ulang halaman untuk melihat keadaan terakhir.",
    "required": "Bagian ini perlu diisi.",
    "too_long": "Tulisan terlalu panjang. Paling banyak {limit} huruf; yang Anda tulis {length}.",
    "unknown_choice": "Pilihan ini tidak dikenal. Pilih salah satu yang tersedia.",
    "unknown_area": "Wilayah ini tidak ditemukan. Pilih lagi, atau lewati bagian ini.",
    "story_missing": "Tulis sedikit saja tentang apa yang dapat kami bantu. Satu kalimat sudah cukup.",
    "hours_reversed": "Jam mulai harus sebelum jam selesai.",
    "visit_over": "Waktu kunjungan sudah habis. Demi keamanan, isian yang belum dikirim telah dihapus.",
    "code_wrong": "Kode ini tidak cocok. Periksa lagi ke-20 angkanya.",
    "message_empty": "Pesan masih kosong.",
    "report_closed": "Laporan ini sudah selesai, jadi langkah itu tidak dapat dilakukan lagi.",
    "step_not_possible": "Langkah ini tidak dapat dilakukan karena keadaan laporan sudah berubah.",
    "reason_missing": "Tulis alasannya.",
    "area_not_other": "Pilih wilayah lain sebagai tujuan.",
    "duplicate_of_itself": "Sebuah laporan tidak dapat menjadi duplikat dirinya sendiri.",
    "not_safe_way": "Orang ini tidak memilih cara menghubungi yang itu.",
    "not_safe_day": "Hari ini bukan hari yang aman menurut orang ini.",
    "not_safe_hour": "Sekarang bukan jam yang aman menurut orang ini.",
    "no_phone": "Belum ada nomor telepon yang dapat dihubungi.",
    "assignee_not_here": "Petugas itu tidak bertugas di wilayah ini.",
    "appointment_over": "Janji ini sudah tidak menunggu jawaban.",
    "time_past": "Waktu yang dipilih sudah lewat.",
    "consent_missing": "Persetujuan untuk menyimpan data dan dihubungi belum dicatat.",
    "case_closed": "Kasus ini sudah ditutup. Buka kembali lebih dulu bila perlu.",
    "case_open": "Kasus ini masih terbuka.",
    "member_already": "Orang ini sudah menjadi anggota tim.",
    "manager_stays": "Manajer kasus tidak dapat dikeluarkan. Serahkan dulu kepada orang lain.",
}


def sentence(code: str, **facts: str | int) -> str:
    return SENTENCES[code].format(**facts)
