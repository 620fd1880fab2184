"""What she said, in words, for the last look before sending."""

from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.api.public.steps import STEPS, Said, Step
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.contact.phones import normalise_phone
from rindu_app.domain.files.queries import list_draft_files
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.words.codes import Teller
from rindu_app.words.moments import DAYS

NOT_SAID = "Tidak dijawab"
TELLERS = {Teller.SELF: "Diri saya sendiri", Teller.CHILD: "Seorang anak", Teller.WITNESS: "Orang lain"}
DANGER = {"yes": "Ya, sekarang", "no": "Tidak", "unknown": "Tidak tahu"}


@dataclass(frozen=True)
class SaidRow:
    """One question with its answer; `step` leads back to it. `doubt` asks for a second look and stops nobody."""

    step: str
    question: str
    answer: str
    doubt: str = ""


QUESTIONS = {
    "siapa": "Tentang siapa",
    "sekarang": "Bahaya saat ini",
    "isi": "Cerita",
    "tempat": "Tempat",
    "kontak": "Cara menghubungi",
    "nomor": "Nomor dan orang",
    "waktu": "Waktu yang aman",
    "cara": "Cara berbicara",
    "nama": "Nama",
    "berkas": "Berkas",
}


def said_rows(session: Session, visit: OpenVisit) -> list[SaidRow]:
    said = visit.draft["answers"]
    words = {
        "siapa": TELLERS.get(said.get("teller", ""), ""),
        "sekarang": DANGER.get(said.get("danger", ""), ""),
        "isi": said.get("story", ""),
        "tempat": _place(session, said),
        "kontak": _labels(session, "contact_way", said.get("ways", ())),
        "nomor": _lines(
            said.get("phone"), said.get("trusted"), _after("Yang boleh mengangkat: ", said.get("who_answers"))
        ),
        "waktu": _times(said),
        "cara": _lines(
            _labels(session, "counselling_mode", [said["mode"]] if said.get("mode") else []),
            said.get("needs"),
        ),
        "nama": _name(said),
        "berkas": ", ".join(
            f.name for f in list_draft_files(session, visit.sealer, visit_hash=visit.row.token_hash)
        ),
    }
    kinds = _labels(session, "violence_kind", said.get("kinds", ()))
    shown = [step for step in STEPS if step.name in QUESTIONS and step.needed(said)]
    doubts = {"nomor": _doubtful(said.get("phone", ""))}
    rows = [
        SaidRow(
            step.name, QUESTIONS[step.name], words[step.name] or _nothing(step), doubts.get(step.name, "")
        )
        for step in shown
    ]
    if kinds:
        rows.insert(1 + [row.step for row in rows].index("isi"), SaidRow("isi", "Jenis", kinds))
    return rows


def _nothing(step: Step) -> str:
    return {"nama": "Tanpa nama", "berkas": "Tidak ada", "waktu": "Kapan saja"}.get(step.name, NOT_SAID)


def _doubtful(phone: str) -> str:
    """A number is taken as it was written; one that nobody can dial is worth another look."""
    return (
        "Nomor ini mungkin belum lengkap. Periksa sekali lagi."
        if phone and not normalise_phone(phone)
        else ""
    )


def _place(session: Session, said: Said) -> str:
    path = (
        read_area_paths(session, [said["area_code"]]).get(said["area_code"])
        if said.get("area_code")
        else None
    )
    return ", ".join(filter(None, [said.get("rt"), path.text if path else ""]))


def _times(said: Said) -> str:
    days = ", ".join(DAYS[int(day)] for day in said.get("days", ()))
    start, end = said.get("hour_from"), said.get("hour_to")
    hours = " ".join(
        filter(
            None,
            [
                _after("dari pukul ", start is not None and f"{start:02d}.00"),
                _after("sampai pukul ", end is not None and f"{end:02d}.00"),
            ],
        )
    )
    return _lines(
        " ".join(filter(None, [days, hours])),
        "Boleh menyebut dari mana" if said.get("may_identify") else "",
        "Boleh meninggalkan pesan" if said.get("may_leave_message") else "",
        _after("Kata kunci aman: ", said.get("code_word")),
        _after("Kata berhenti: ", said.get("stop_word")),
    )


def _name(said: Said) -> str:
    return _lines(
        said.get("name"),
        _after("Yang diceritakan: ", said.get("affected_name")),
        _after("Umur: ", said.get("age")),
    )


def _labels(session: Session, list_code: str, codes: list[str]) -> str:
    labels = read_labels(session, list_code)
    return ", ".join(labels.get(code, code) for code in codes)


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _after(prefix: str, text: object) -> str:
    return f"{prefix}{text}" if text else ""
