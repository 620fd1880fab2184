"""Words of the counsellor's screens that a page cannot write by itself, because they depend on what was found."""

# Where no clock runs
NEWS = "Ada kabar baru"
ANSWERED = "Sudah dibalas"

# Where a case had a manager who is gone
NO_MANAGER = "tanpa manajer"

# What the two levels below an area are called, by the depth of its code: 0 is the whole country, 2 a kabupaten or kota
BELOW = (
    ("Provinsi", "Kabupaten atau kota"),
    ("Kabupaten atau kota", "Kecamatan"),
    ("Kecamatan", "Desa atau kelurahan"),
    ("Desa atau kelurahan", "Bagian wilayah"),
    ("Bagian wilayah", "Bagian wilayah"),
)

# Why a group of reports is held, by the first part of its name
HELD_BECAUSE = {
    "text": "bertulisan sama",
    "burst": "beruntun sangat cepat",
}
