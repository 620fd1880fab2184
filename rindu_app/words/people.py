"""What is doubtful about a NIK, in words that help to look again."""

NIK_DOUBTS: dict[str, str] = {
    "nik_length": "NIK biasanya 16 angka.",
    "nik_date": "Tanggal lahir di dalam NIK tidak ada dalam kalender.",
    "nik_serial": "Empat angka terakhir NIK tidak mungkin 0000.",
    "nik_district": "Kode kecamatan di dalam NIK tidak dikenal. NIK lama bisa memakai kode yang sudah dihapus.",
    "nik_sex": "Jenis kelamin menurut NIK berbeda.",
    "nik_born": "Tanggal lahir menurut NIK berbeda.",
}
