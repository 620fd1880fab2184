"""All the words that may leave the house. Neutral: no name, no kind of violence, no name of a service (promise 17).

A notice is one of these sentences or nothing; nothing is ever filled in. Below the sentence of LINK stands one random address.
"""

from enum import StrEnum


class Notice(StrEnum):
    """What a notice is about. The values are also the names of the approved WhatsApp templates."""

    NEW_MESSAGE = "new_message"
    APPOINTMENT = "appointment"
    REMINDER = "reminder"
    WAITING = "waiting"
    LATE = "late"
    LINK = "link"
    CHANGED = "changed"


SUBJECT = "Pemberitahuan"

TEXTS: dict[Notice, str] = {
    Notice.NEW_MESSAGE: "Ada pembaruan untuk Anda. Buka halaman layanan saat sempat.",
    Notice.APPOINTMENT: "Ada usulan waktu untuk Anda. Buka halaman layanan saat sempat.",
    Notice.REMINDER: "Pengingat: ada janji untuk Anda. Buka halaman layanan saat sempat.",
    Notice.WAITING: "Ada pekerjaan baru yang menunggu di aplikasi. Masuk seperti biasa untuk melihatnya.",
    Notice.LATE: "Ada pekerjaan yang hampir atau sudah lewat waktunya. Masuk seperti biasa untuk melihatnya.",
    Notice.LINK: "Ada pekerjaan yang menunggu jawaban Anda. Buka alamat di bawah ini; kodenya kami sampaikan lewat telepon.",
    Notice.CHANGED: "Ada perubahan pada pekerjaan yang Anda terima. Masuk seperti biasa, atau buka lagi alamat yang pernah kami kirim.",
}
