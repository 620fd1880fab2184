"""Minutes of a mediation, and the sheet that both sides sign (3.9). Both sides get it: nothing stands here that only one of
them told us, neither what she said when she was asked apart nor how the other side was asked."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import NotFound
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.mediation.commands import MATTERS, RELATIONS
from rindu_app.domain.papers.content import Block, Facts, Notice, Row, Signs, Words
from rindu_app.domain.papers.persons import read_persons
from rindu_app.models import Mediation, MediationEntry
from rindu_app.words.codes import MediationEntryKind
from rindu_app.words.moments import say_date
from rindu_app.words.papers import AGREED, MEDIATED, NO_NAME_OF_OTHER_SIDE

Paper = tuple[str, tuple[Block, ...]]


def mediation_minutes(session: Session, actor: Actor, file: OpenFile, place: str, uid: str) -> Paper:
    """Every meeting that was written down, in its order."""
    mediation = _find(session, file, uid)
    entries = session.exec(
        select(MediationEntry)
        .where(MediationEntry.mediation_id == mediation.id, MediationEntry.kind == MediationEntryKind.MINUTES)
        .order_by(col(MediationEntry.held_on), col(MediationEntry.id))
    ).all()
    meetings = [
        Words(
            f"Pertemuan {at}, {say_date(row.held_on)}" if len(entries) > 1 else f"Pertemuan {say_date(row.held_on)}",
            file.sealer.open(f"mediation_entry.text:{row.uid}", row.text),
        )
        for at, row in enumerate(entries, start=1)
    ]  # fmt: skip
    return "", (
        _sides(session, file, mediation),
        Notice(MEDIATED),
        *meetings,
        *_signatures(file, mediation, actor, place),
    )


def mediation_agreement(session: Session, actor: Actor, file: OpenFile, place: str, uid: str) -> Paper:
    """With its words where it was written down; otherwise lines to write on and to sign."""
    mediation = _find(session, file, uid)
    return "", (
        _sides(session, file, mediation),
        Words("Pernyataan", AGREED),
        *_agreed(file, mediation),
        *_signatures(file, mediation, actor, place),
    )


def _find(session: Session, file: OpenFile, uid: str) -> Mediation:
    found = session.exec(select(Mediation).where(Mediation.uid == uid, Mediation.case_id == file.id)).first()
    if found is None:
        raise NotFound
    return found


def _sides(session: Session, file: OpenFile, mediation: Mediation) -> Block:
    relation = read_labels(session, RELATIONS).get(mediation.other_relation, mediation.other_relation)
    rows: tuple[Row, ...] = (
        ("Hal yang dibicarakan", read_labels(session, MATTERS).get(mediation.matter, mediation.matter)),
        ("Klien", read_persons(session, file).client.name),
        ("Pihak lain", ""),
        ("Hubungannya dengan klien", relation),
        ("Mediator", ", ".join(_mediator(file, mediation).values())),
    )
    return Facts("", rows)


def _agreed(file: OpenFile, mediation: Mediation) -> list[Block]:
    if mediation.agreement is None or mediation.agreed_on is None:
        return [
            # What is signed and the signatures stay on one page.
            Words("Isi kesepakatan", "", 5),
            Words("Tanggung jawab pihak lain", "", 3),
            Words("Cara mengawasi, dan sampai kapan", "", 2),
        ]
    text = file.sealer.open(f"mediation.agreement:{mediation.uid}", mediation.agreement)
    return [
        Words("Isi kesepakatan", text),
        Facts("", (("Ditandatangani pada", say_date(mediation.agreed_on)),)),
    ]


def _signatures(file: OpenFile, mediation: Mediation, actor: Actor, place: str) -> tuple[Block, ...]:
    mediator = _mediator(file, mediation).get("name", "")
    return (
        Notice(NO_NAME_OF_OTHER_SIDE),
        Signs(place, (("Klien", ""), ("Pihak lain", ""))),
        Signs("", (("Mediator", mediator), ("Petugas", actor.name))),
    )


def _mediator(file: OpenFile, mediation: Mediation) -> dict[str, str]:
    if mediation.mediator is None:
        return {}
    told: dict[str, str] = file.sealer.open_json(f"mediation.mediator:{mediation.uid}", mediation.mediator)
    return told
