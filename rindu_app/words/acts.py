"""Lines of a file's access log, in words."""

from rindu_app.words.codes import CaseEventKind
from rindu_app.words.labels import label
from rindu_app.words.trail import say_act, say_ref

_ACTS = {
    "case:read": "Membaca berkas",
    "case:reveal_client": "Melihat nama",
    "case:exception_used": "Bertindak dengan pengecualian",
    "paper:fetched": "Mengunduh dokumen",
    "paper:made": "Membuat dokumen",
    "paper:revoked": "Menarik dokumen",
    "shelter:read": "Membuka permintaan tempat atau masa tinggal",
}


def act_in_words(action: str, ref: str = "") -> str:
    """ "case:read" → "Membaca berkas"; what was done to a report of the case with its number; anything else as in the trail."""
    code = action.removeprefix("case:")
    if action in _ACTS:
        return _ACTS[action]
    if code in set(CaseEventKind):
        return label(CaseEventKind(code))
    number = say_ref(ref) if action.startswith(("report:", "appointment:")) else ""
    return f"{say_act(action)} {number}".strip()
