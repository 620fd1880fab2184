"""The consent form (3.11): every purpose by itself with its words, blank to be signed or filled from the ledger."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.cases.ledger import ConsentRow, list_answers
from rindu_app.domain.cases.subjects import PARTNER, list_subjects, subject_kind
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.papers.content import Ask, Asks, Block, Facts, Notice, Signs, Ticks
from rindu_app.domain.papers.persons import read_persons
from rindu_app.words.codes import ConsentGiver, ConsentLanguage, SharedField
from rindu_app.words.labels import labelled
from rindu_app.words.moments import day_of
from rindu_app.words.papers import RIGHTS

# Something everybody is told of, and nobody has to allow.
INFORMATION = "information"


def blank_consent(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """To be explained, answered by hand and signed. No name on it: it may be taken home and found there."""
    asks = [
        _ask(purpose, title)
        for purpose in list_codes(session, "consent_purpose")
        for title in _titles(session, actor, purpose)
    ]
    return (
        Notice(RIGHTS),
        Asks("Persetujuan, satu per satu", tuple(asks)),
        Ticks(
            "Bila dirujuk, yang boleh diberitahukan",
            tuple((text, False) for _, text in labelled(SharedField)),
        ),
        Ticks("Dijawab oleh", tuple((text, False) for _, text in labelled(ConsentGiver))),
        Ticks("Dijelaskan dalam", tuple((text, False) for _, text in labelled(ConsentLanguage))),
        Facts(
            "Bila orang lain yang menjawab",
            (("Mengapa bukan ia sendiri", ""), ("Apa kata orang itu sendiri", ""), ("Berlaku sampai", "")),
        ),
        Signs(place, (("Yang menyetujui", ""), ("Saksi", ""), ("Yang menjelaskan", actor.name))),
    )


def filled_consent(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """Every purpose with the newest answer, who gave it and how; what nobody asked yet stays open."""
    purposes, answers = list_answers(session, actor, file)
    newest: dict[str, ConsentRow] = {}
    for row in answers:
        newest.setdefault(row.code, row)
    codes = {item.code: item for item in list_codes(session, "consent_purpose")}
    # Of partners only those who were asked about: the others are nobody's business here.
    shown = [row for row in purposes if row.code in newest or not row.shares]
    asks = [
        _answered(row.label, codes[row.code.partition(":")[0]], newest.get(row.code), file.head.timezone)
        for row in shown
    ]
    client = read_persons(session, file).client
    return (
        Facts("", (("Klien", client.name), ("Tanggal lahir atau usia", client.born))),
        Asks("Persetujuan yang dicatat", tuple(asks)),
        Notice(RIGHTS),
        Signs(place, (("Klien atau yang mewakili", ""), ("Petugas", actor.name))),
    )


def _titles(session: Session, actor: Actor, purpose: CodeRow) -> list[str]:
    kind = subject_kind(purpose)
    if kind == PARTNER:
        return [f"{purpose.label} ke: ……………………………………………………"]
    return [f"{purpose.label}: {text}" for text in list_subjects(session, actor, kind).values()] or [
        purpose.label
    ]


def _ask(purpose: CodeRow, title: str) -> Ask:
    if purpose.extra.get(INFORMATION):
        return Ask(title, purpose.help, yes=None, no=None)
    return Ask(title, purpose.help)


def _answered(title: str, purpose: CodeRow, row: ConsentRow | None, zone: str) -> Ask:
    if row is None:
        asked = _ask(purpose, title)
        return Ask(title, "", asked.yes, asked.no, () if asked.yes is None else ("Belum ditanyakan.",))
    notes = [
        f"{day_of(row.at, zone)}, oleh {row.given_by.lower()}; dijelaskan {row.by}. {row.how.rstrip('.')}.",
        row.other,
        f"Boleh diberitahukan: {', '.join(row.fields).lower()}." if row.fields else "",
        f"Berlaku sampai {day_of(row.until, zone)}." if row.until else "",
        f"Dicabut {day_of(row.withdrawn, zone)}." if row.withdrawn else "",
        "Tidak dipakai lagi: perlu ditanyakan lagi." if row.lapsed else "",  # a paper accuses nobody
        "Tidak dipakai: ia sendiri tidak setuju." if row.refused_herself else "",
    ]
    return Ask(title, "", row.given, not row.given, tuple(filter(None, notes)))
