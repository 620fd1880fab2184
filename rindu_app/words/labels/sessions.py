"""Counselling sessions and calendars."""

from enum import StrEnum

from rindu_app.words.codes import DayOffKind, EntryKind, NoteAudience, Outside, SessionAction, SessionStatus

LABELS: dict[type[StrEnum], dict[str, str]] = {
    EntryKind: {
        EntryKind.SESSION: "Sesi",
        EntryKind.MEETING: "Pertemuan kelompok",
        EntryKind.APPOINTMENT: "Janji",
        EntryKind.VISIT: "Penjangkauan",
        EntryKind.CONFERENCE: "Konferensi kasus",
    },
    DayOffKind: {
        DayOffKind.LEAVE: "Cuti",
        DayOffKind.DUTY: "Dinas luar",
        DayOffKind.TRAINING: "Pelatihan",
    },
    Outside: {
        Outside.HOLIDAY: "hari libur",
        Outside.DAY_OFF: "hari konselor tidak di tempat",
        Outside.HOURS: "di luar jam kerja",
    },
    SessionStatus: {
        SessionStatus.PLANNED: "Direncanakan",
        SessionStatus.HELD: "Terlaksana",
        SessionStatus.MISSED: "Klien tidak hadir",
        SessionStatus.CANCELLED: "Dibatalkan",
    },
    SessionAction: {
        SessionAction.MOVE: "Ubah waktu",
        SessionAction.CANCEL: "Batalkan",
        SessionAction.HOLD: "Tandai terlaksana",
        SessionAction.MISS: "Tandai tidak hadir",
    },
    NoteAudience: {
        NoteAudience.TEAM: "Seluruh tim",
        NoteAudience.AUTHOR: "Hanya penulis dan penyelia",
    },
}
