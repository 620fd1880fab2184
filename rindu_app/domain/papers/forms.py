"""The office's paper forms (3.14), filled with what the case knows. What it does not know stays a line to write on."""

from collections.abc import Iterable

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.assessments.view import assessment_of
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.incidents.rows import IncidentRow
from rindu_app.domain.incidents.view import incidents_of
from rindu_app.domain.papers.care import hopes_of, need_ticks
from rindu_app.domain.papers.content import Block, Facts, Notice, Row, Signs, Ticks, Words
from rindu_app.domain.papers.origin import read_origin
from rindu_app.domain.papers.persons import (
    People,
    identity_rows,
    one_line,
    read_persons,
    suspect_rows,
)
from rindu_app.domain.papers.telling import Telling, read_telling
from rindu_app.domain.people.rows import PersonRow
from rindu_app.domain.plans.view import plan_of
from rindu_app.words.ages import say_age
from rindu_app.words.codes import Channel, PersonRole
from rindu_app.words.labels import labelled
from rindu_app.words.moments import say_partial, say_stamp
from rindu_app.words.papers import FREE_WILL, NO_NAME_OF_SUSPECT

_YES_NO = {True: "Ya", False: "Tidak", None: ""}


def request_letter(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """Surat permohonan: who asks, for whom, because of what; signed of her own free will."""
    telling = read_telling(session, file)
    people = read_persons(session, file, telling)
    kinds = telling.kinds if telling else ()
    return (
        Words("", "Yang bertanda tangan di bawah ini:"),
        Facts("Pemohon", _applicant(people, telling)),
        Words("", "mengajukan permohonan layanan perlindungan atas dugaan kekerasan berikut:"),
        Facts("Dugaan", (("Jenis", ", ".join(kinds)), ("Dialami oleh", people.client.name))),
        Facts("Terlapor", suspect_rows(next(iter(people.suspects), None))),
        Notice(NO_NAME_OF_SUSPECT),
        Words("Pernyataan", FREE_WILL),
        Signs(place, (("Pemohon", ""), ("Penerima", actor.name))),
    )


def intake_form(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """Formulir penerimaan pengaduan: when and by whom it was received; client, alleged perpetrator, reporter."""
    telling = read_telling(session, file)
    people = read_persons(session, file, telling)
    suspects = people.suspects or (None,)
    blocks = [
        Facts(
            f"II. Terlapor{f' {at}' if len(suspects) > 1 else ''}",
            (*suspect_rows(one), *_suspect_details(one)),
        )
        for at, one in enumerate(suspects, start=1)
    ]
    return (
        Facts("", _received(telling, file)),
        Facts("I. Klien", _client_rows(people)),
        Facts("Orang tua atau wali", _guardian_rows(people)),
        *blocks,
        Notice(NO_NAME_OF_SUSPECT),
        Facts("III. Pelapor", _reporter_rows(people, telling)),
        Signs(place, (("Pelapor", ""), ("Penerima", telling.taker if telling else actor.name))),
    )


def identification_form(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """Formulir identifikasi kasus: what happened, what she hopes for, what she needs, how she came."""
    telling = read_telling(session, file)
    incidents = incidents_of(session, file)
    several = len(incidents) > 1
    blocks: list[Block] = []
    for at, one in enumerate(incidents, start=1):
        blocks += incident_blocks(one, f"Kejadian {at}" if several else "Kejadian")
    if not incidents:
        blocks = [Facts("Kejadian", (("Jenis", ", ".join(telling.kinds) if telling else ""), *_UNKNOWN))]
        blocks.append(Words("Kronologi singkat", telling.story if telling else "", 6))
    needs, origin = telling.needs if telling else "", read_origin(session, file)
    ways = tuple((text, telling is not None and telling.channel == code) for code, text in labelled(Channel))
    return (
        *blocks,
        Words("Keinginan dan harapan klien", hopes_of(plan_of(session, file)), 4),
        need_ticks(session, assessment_of(session, file), "Layanan yang dibutuhkan"),
        Facts("Keperluan khusus", (("Yang disebut saat melapor", needs),)),
        Ticks("Cara datang", ways),
        Facts(
            "Asal",
            (("Datang sebagai", telling.door if telling else ""), ("Informasi atau rujukan dari", origin)),
        ),
        Signs(place, (("Klien atau pelapor", ""), ("Petugas", actor.name))),
    )


_UNKNOWN: tuple[Row, ...] = (("Bentuk", ""), ("Tempat", ""), ("Waktu", ""), ("Hubungan terlapor", ""))


def incident_blocks(one: IncidentRow, title: str) -> list[Block]:
    """One incident, as forms and the summary show it."""
    suspects = ", ".join(
        f"{row.relation or 'tidak dikenal'}{f' ({row.number} orang)' if row.number > 1 else ''}"
        for row in one.perpetrators
    )
    rows = (
        ("Jenis", ", ".join(one.kinds)),
        ("Bentuk", ", ".join((*one.forms, *one.sexual))),
        ("Waktu", ", ".join(filter(None, [say_partial(one.happened), one.time_of_day.lower()]))),
        ("Tempat", ", ".join(filter(None, [one.place, one.area]))),
        ("Lingkup", ", ".join(filter(None, [one.setting, one.sphere]))),
        ("Usia klien saat itu", say_age(one.age)),
        ("Hubungan terlapor dengan klien", suspects),
        ("Pernah terjadi sebelumnya", _YES_NO[one.has_previous]),
        ("Sudah dilaporkan ke", ", ".join(filter(None, [*one.reported_elsewhere, one.reported_where]))),
    )
    return [Facts(title, rows), Words("Kronologi singkat", one.description, 6)]


def _applicant(people: People, telling: Telling | None) -> tuple[Row, ...]:
    if telling is None or telling.is_client:
        return identity_rows(people.client)
    known = dict.fromkeys((name for name, _ in identity_rows(people.client)), "")
    known |= {"Nama": telling.name, "Telepon": telling.phone}
    return (*known.items(), ("Melapor", telling.teller))


def _received(telling: Telling | None, file: OpenFile) -> tuple[Row, ...]:
    zone = file.head.timezone
    moment = say_stamp(telling.received, zone, named=True) if telling else ""
    return (
        ("Nomor laporan", telling.number if telling else ""),
        ("Nomor kasus", file.head.number),
        ("Hari dan tanggal", moment),
        ("Diterima lewat", dict(labelled(Channel))[telling.channel] if telling else ""),
        ("Penerima", telling.taker if telling else ""),
    )


def _client_rows(people: People) -> tuple[Row, ...]:
    client, row = people.client, people.client.row
    children = people.of_role(PersonRole.CHILD)
    return (
        ("Nama", client.name),
        ("NIK", row.nik),
        ("Jenis kelamin", row.sex),
        ("Tempat lahir", ""),
        ("Tanggal lahir atau usia", client.born),
        ("Alamat", client.address),
        ("Telepon", client.phone),
        ("Kewarganegaraan", row.citizenship),
        ("Agama", ""),
        ("Pendidikan", row.education),
        ("Pekerjaan", row.job),
        ("Status perkawinan", row.marital),
        ("Disabilitas", ", ".join(row.disabilities)),
        ("Bantuan yang diperlukan", ", ".join(row.accommodations)),
        ("Jumlah anak", str(len(children)) if children else ""),
        ("Jumlah saudara", ""),
        ("Hubungan dengan terlapor", _relations(people.suspects)),
    )


def _relations(suspects: tuple[PersonRow, ...]) -> str:
    """What the alleged perpetrator is to her; the form asks it the other way round, and the office reads it so."""
    return ", ".join(f"terlapor adalah {one.relation.lower()}" for one in suspects if one.relation)


def _guardian_rows(people: People) -> tuple[Row, ...]:
    elders = [one for one in people.of_role(PersonRole.PARENT, PersonRole.GUARDIAN) if one.name]
    return (
        ("Nama", one_line(elders)),
        ("Alamat", _joined(one.address for one in elders)),
        ("Kewarganegaraan", _joined(one.row.citizenship for one in elders)),
        ("Pekerjaan", _joined(one.row.job for one in elders)),
    )


def _joined(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(value for value in values if value))


def _suspect_details(one: PersonRow | None) -> tuple[Row, ...]:
    together = "Ya" if one is not None and one.in_household else ""
    return (
        ("Tempat dan tanggal lahir", ""),
        ("Kewarganegaraan", ""),
        ("Agama", ""),
        ("Pendidikan", ""),
        ("Status perkawinan", ""),
        ("Serumah dengan klien", together),
    )


def _reporter_rows(people: People, telling: Telling | None) -> tuple[Row, ...]:
    if telling is None:
        return (("Pelapor", ""), *_ties("", ""))
    if telling.is_client:
        return (("Pelapor", "Klien sendiri"), *_ties("Klien sendiri", _relations(people.suspects)))
    return (*_applicant(people, telling), *_ties(_tie_of(people, telling), ""))


def _ties(client: str, suspect: str) -> tuple[Row, ...]:
    return (("Hubungan dengan klien", client), ("Hubungan dengan terlapor", suspect))


def _tie_of(people: People, telling: Telling) -> str:
    """A report does not ask what its reporter is to the client. Whom the file names by the same number, or the same name, it knows."""
    same = (one for one in people.others if telling.phone and one.phone == telling.phone)
    named = (
        one for one in people.others if one.name and one.name.casefold() == telling.name.strip().casefold()
    )
    found = next(same, None) or next(named, None)
    return (found.row.relation or found.row.role_label) if found else ""
