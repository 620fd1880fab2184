"""What a screen says when something succeeded: that it did, and what it means."""

OUTCOMES: dict[str, str] = {
    "password_changed": "Kata sandi diganti. Perangkat lain perlu masuk lagi dengan kata sandi yang baru.",
    "session_ended": "Perangkat itu sudah dikeluarkan.",
    "sessions_ended": "Semua perangkat lain sudah dikeluarkan.",
}


def outcome(code: str) -> str:
    return OUTCOMES[code]
