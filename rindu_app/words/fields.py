"""What the fields of forms that change something are called, by form and field: for whoever compares two versions."""

# Of the choice between two versions: the element that takes the focus, how its fields begin, and what they say.
BOTH, KEEP, MINE, THEIRS = "keduanya", "keep", "mine", "theirs"
# What came between, which takes the focus as well.
BETWEEN = "sementara-itu"

_PERSON = {
    "role": "Siapa dia dalam kasus ini",
    "relation": "Hubungan dengan klien",
    "name": "Nama",
    "sex": "Jenis kelamin",
    "phone": "Telepon",
    "nik": "NIK",
    "drop_nik": "Hapus NIK yang tersimpan",
    "address": "Alamat",
    "born_year": "Tahun lahir",
    "born_month": "Bulan lahir",
    "born_day": "Tanggal lahir",
    "age": "Usia",
    "education": "Pendidikan",
    "job": "Pekerjaan",
    "marital": "Status perkawinan",
    "citizenship": "Kewarganegaraan",
    "disabilities": "Ragam disabilitas",
    "accommodations": "Yang ia perlukan dari kita",
    "in_household": "Tinggal serumah dengan klien",
    "is_guardian": "Dapat memberi persetujuan untuk klien",
    "safety": "Bagi klien, orang ini",
    "note": "Catatan",
}
_INCIDENT = {
    "violence_kind": "Jenis kekerasan",
    "violence_form": "Bentuk kekerasan",
    "sexual_violence_kind": "Kekerasan seksual, ayat (1)",
    "sexual_violence_other": "Tindak pidana lain, ayat (2)",
    "year": "Tahun",
    "month": "Bulan",
    "day": "Tanggal",
    "time_of_day": "Waktu",
    "place": "Tempat",
    "area_code": "Kecamatan",
    "setting": "KDRT atau bukan",
    "sphere": "Ranah",
    "description": "Ceritakan singkat",
    "has_previous": "Pernah terjadi sebelumnya",
    "was_exchange": "Dijanjikan atau diberi uang atau barang",
    "reported_elsewhere": "Pernah dilaporkan di tempat lain",
    "reported_where": "Di mana tepatnya",
    "statistics": "Setuju dihitung dalam statistik tanpa nama",
}
_PERPETRATOR = {
    "relation": "Terlapor {number}, hubungan",
    "sex": "Terlapor {number}, jenis kelamin",
    "age_band": "Terlapor {number}, kelompok usia",
    "number": "Terlapor {number}, jumlah orang",
}

FIELDS: dict[str, dict[str, str]] = {
    "person": _PERSON,
    "suspect": {
        "relation": "Hubungan dengan klien",
        "sex": "Jenis kelamin",
        "age_band": "Kelompok usia",
        "in_household": "Tinggal serumah dengan klien",
        "service": "Layanan yang memerlukan namanya",
        "name": "Nama",
        "reason": "Alasan",
    },
    "incident": _INCIDENT
    | {
        f"{name}_{number}": text.format(number=number)
        for number in (1, 2, 3, 4)
        for name, text in _PERPETRATOR.items()
    },
    # What each part asks, in the order in which it is talked about.
    "safety": {
        "signs": "Tanda bahwa keadaan mulai berbahaya",
        "safe_place": "Tempat aman yang dapat dituju",
        "safe_people": "Orang yang dapat dihubungi",
        "way_out": "Cara keluar dari rumah",
        "bag": "Barang yang perlu dibawa",
        "children": "Anak-anak",
        "phone": "HP dan akun",
    },
    "mend": {"text": "Catatan"},
    "edit": {"text": "Catatan"},
    "move": {
        "purpose": "Tujuan",
        "service": "Jenis",
        "mode": "Cara",
        "counsellor": "Konselor",
        "day": "Tanggal",
        "time": "Jam",
        "minutes": "Lama, menit",
        "before": "Perjalanan pergi, menit",
        "after": "Perjalanan pulang, menit",
        "place": "Tempat",
    },
    "check": {
        "address": "Alamat",
        "travel_minutes": "Lama perjalanan, menit",
        "safety": "Keamanan tim",
    },
    "other": {
        "answer": "Jawaban pihak lain",
        "asked_on": "Tanggal",
        "kind": "Cara diberikan",
        "evidence": "Keterangan",
    },
    "mediator": {"name": "Nama mediator", "training": "Pelatihan dengan sudut pandang korban"},
}
