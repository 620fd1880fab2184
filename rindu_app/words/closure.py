"""What still runs in a case that is to be closed, in words: where nothing does, and where something does."""

# With each line of what ended because its case did.
ENDED_WITH_CASE = "Kasus ditutup."

RUNNING: dict[str, tuple[str, str]] = {
    "shelter": (
        "Tidak ada yang menunggu tempat atau tinggal di rumah perlindungan.",
        "Ia masih menunggu tempat atau tinggal di rumah perlindungan. Selesaikan dulu bersama petugas rumah.",
    ),
    "team_out": (
        "Tidak ada tim yang sedang menjangkau.",
        "Tim masih di perjalanan. Catat dulu hasil penjangkauannya.",
    ),
    "goals": ("Tidak ada tujuan rencana yang belum tercapai.", "{count} tujuan rencana belum tercapai."),
    "referrals": ("Tidak ada rujukan yang terbuka.", "{count} rujukan masih terbuka. Akan dicabut saat kasus ditutup."),
    "decisions": (
        "Tidak ada keputusan penyelia yang ditunggu.",
        "{count} permintaan masih menunggu penyelia. Akan berakhir tanpa persetujuan saat kasus ditutup.",
    ),
    "tasks": ("Tidak ada tugas terbuka.", "{count} tugas masih terbuka. Akan diakhiri saat kasus ditutup."),
    "unsettled": ("Tidak ada sesi yang hasilnya belum dicatat.", "{count} sesi sudah lewat tanpa hasil. Catat hasilnya."),
    "meetings": (
        "Tidak ada sesi atau janji yang direncanakan.",
        "{count} sesi atau janji masih direncanakan. Akan dibatalkan saat kasus ditutup.",
    ),
    "conferences": (
        "Tidak ada konferensi kasus yang berjalan.",
        "{count} konferensi kasus belum selesai. Akan dibatalkan saat kasus ditutup.",
    ),
    "groups": ("Tidak ikut kelompok.", "Masih ikut {count} kelompok. Ia keluar dari kelompok saat kasus ditutup."),
    "outreach": (
        "Tidak ada penjangkauan yang direncanakan.",
        "{count} penjangkauan masih direncanakan. Akan dibatalkan saat kasus ditutup.",
    ),
    "mediation": (
        "Tidak ada mediasi yang berjalan.",
        "Mediasi atau pengawasan kesepakatannya masih berjalan. Akan dihentikan saat kasus ditutup.",
    ),
    "legal": (
        "Tidak ada perkara hukum yang masih didampingi.",
        "{count} perkara hukum belum selesai. Pendampingannya diakhiri saat kasus ditutup; perkaranya tetap berjalan.",
    ),
    "aid": ("Tidak ada usulan bantuan yang menunggu.", "{count} usulan bantuan belum diterima klien."),
}  # fmt: skip


def say_running(code: str, count: int) -> str:
    nothing, something = RUNNING[code]
    return something.format(count=count) if count else nothing
