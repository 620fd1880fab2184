"""Lines of a file's access log, in words."""

from rindu_app.words.codes import CaseEventKind
from rindu_app.words.labels import label

_ACTS = {
    "case:read": "Membaca berkas",
    "case:reveal_client": "Melihat nama",
    "case:exception_used": "Bertindak dengan pengecualian",
    "paper:fetched": "Mengunduh dokumen",
    "paper:made": "Membuat dokumen",
    "paper:revoked": "Menarik dokumen",
    "shelter:read": "Membuka permintaan tempat atau masa tinggal",
}


def act_in_words(action: str) -> str:
    """ "case:read" → "Membaca berkas"; a step of the case by its own label; anything else as it is written."""
    code = action.removeprefix("case:")
    if action in _ACTS:
        return _ACTS[action]
    return label(CaseEventKind(code)) if code in set(CaseEventKind) else action
