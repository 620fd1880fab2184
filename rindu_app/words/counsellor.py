"""Words of the counsellor's screens that a page cannot write by itself, because they depend on what was found."""

# Where no clock runs
NEWS = "Ada kabar baru"
ANSWERED = "Sudah dibalas"

# Why a group of reports is held, by the first part of its name
HELD_BECAUSE = {
    "text": "bertulisan sama",
    "burst": "beruntun sangat cepat",
}
