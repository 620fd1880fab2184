"""The case in a few pages, for whoever may read it: only the parts that were chosen."""

from collections.abc import Callable

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.cases.ledger import list_answers
from rindu_app.domain.cases.story import read_timeline
from rindu_app.domain.cases.view import read_task_rows, read_team_rows
from rindu_app.domain.incidents.view import incidents_of
from rindu_app.domain.papers.care import (
    assessment_blocks,
    plan_blocks,
    referral_blocks,
    service_blocks,
)
from rindu_app.domain.papers.content import Block, Facts, Notice, Table, Words
from rindu_app.domain.papers.forms import incident_blocks
from rindu_app.domain.papers.persons import identity_rows, read_persons
from rindu_app.domain.papers.telling import read_telling
from rindu_app.domain.people.rows import PersonRow
from rindu_app.words.codes import CaseEventKind, NoteAudience, SummaryPart
from rindu_app.words.dates import show_date
from rindu_app.words.moments import day_of
from rindu_app.words.papers import PRIVATE

# How the office looks after its own people is no part of anybody's story.
INTERNAL = frozenset({
    CaseEventKind.APPROVAL_ASKED, CaseEventKind.APPROVED, CaseEventKind.BREAK_GLASS, CaseEventKind.HANDED_OVER,
    CaseEventKind.MEMBER_ADDED, CaseEventKind.MEMBER_LEFT, CaseEventKind.NOT_APPROVED,
})  # fmt: skip


def case_summary(
    session: Session, actor: Actor, file: OpenFile, parts: frozenset[SummaryPart]
) -> tuple[Block, ...]:
    """What stands in the file, part by part. Raises `Invalid` where no part was chosen."""
    if not parts:
        raise Invalid("parts", "paper_part_missing")
    blocks: list[Block] = [Notice(PRIVATE), _head(session, file)]
    for part in SummaryPart:
        if part in parts:
            blocks += PARTS[part](session, actor, file)
    return tuple(blocks)


def _head(session: Session, file: OpenFile) -> Block:
    head = file.head
    team = [row for row in read_team_rows(session, file.case, file.sealer) if row.until is None]
    return Facts(
        "",
        (
            ("Keadaan", f"{head.status_label}, {head.risk_label.lower()}"),
            ("Wilayah", head.place),
            ("Dibuka", day_of(head.opened, head.timezone)),
            ("Tim", ", ".join(f"{row.name} ({row.kind_label.lower()})" for row in team)),
        ),
    )


def _client(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    person = read_persons(session, file, read_telling(session, file)).client
    row = person.row
    more = (
        ("NIK", row.nik),
        ("Pendidikan", row.education),
        ("Status perkawinan", row.marital),
        ("Disabilitas", ", ".join(row.disabilities)),
        ("Bantuan yang diperlukan", ", ".join(row.accommodations)),
    )
    return [Facts("Klien", tuple((name, value or "–") for name, value in (*identity_rows(person), *more)))]


def _people(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    people = read_persons(session, file)
    rows = [
        (one.name or "–", one.row.role_label, one.row.relation or "–", one.born or "–", _standing(one.row))
        for one in people.others
    ]
    rows += [("–", one.role_label, one.relation or "–", one.age_band or "–", "") for one in people.suspects]
    if not rows:
        return [Words("Keluarga dan orang lain", "Belum ada yang dicatat.")]
    head = ("Nama", "Sebagai", "Hubungan", "Lahir atau usia", "Keterangan")
    return [Table("Keluarga dan orang lain", head, tuple(rows), (3, 3, 2, 3, 3))]


def _standing(row: PersonRow) -> str:
    return ", ".join(filter(None, ["serumah" if row.in_household else "", "wali" if row.is_guardian else ""]))


def _incidents(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    found = incidents_of(session, file)
    several = len(found) > 1
    blocks: list[Block] = []
    for at, one in enumerate(found, start=1):
        facts, story = incident_blocks(one, f"Kejadian {at}" if several else "Kejadian")
        assert isinstance(facts, Facts)
        assert isinstance(story, Words)
        blocks.append(Facts(facts.title, tuple((name, value or "–") for name, value in facts.rows)))
        if story.text:
            blocks.append(story)
    return blocks or [Words("Kejadian", "Belum ada yang dicatat.")]


def _consents(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    _, answers = list_answers(session, actor, file)
    zone = file.head.timezone
    rows, seen = [], set[str]()
    for row in answers:
        if row.code not in seen:
            said = "Setuju" if row.given else "Tidak setuju"
            said = "Perlu ditanyakan lagi" if row.lapsed else said
            said = "Dicabut" if row.withdrawn else said
            rows.append(
                (row.label, said, "Berlaku" if row.holds else "Tidak berlaku", show_date(row.at, zone))
            )
        seen.add(row.code)
    if not rows:
        return [Words("Persetujuan", "Belum ada yang dicatat.")]
    return [Table("Persetujuan", ("Keperluan", "Jawaban", "Keadaan", "Tanggal"), tuple(rows), (5, 2, 2, 3))]


def _tasks(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    zone = file.head.timezone
    rows = [
        (row.title, row.owner, show_date(row.due, zone), "Selesai" if row.done else "Belum")
        for row in read_task_rows(session, file.case, file.sealer)
    ]
    if not rows:
        return [Words("Tugas", "Tidak ada tugas.")]
    return [Table("Tugas", ("Tugas", "Oleh", "Batas", "Keadaan"), tuple(rows), (5, 3, 3, 2))]


def _timeline(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    """The file's own lines, oldest first. Messages stay in their thread: they are between two people; notes that are not for the
    team are on no paper, whoever prints it."""
    zone = file.head.timezone
    rows = [
        (show_date(line.at, zone), line.label, line.text or "–", line.by)
        for line in reversed(read_timeline(session, file.case, file.sealer, []))
        if line.kind not in INTERNAL and line.audience in ("", NoteAudience.TEAM)
    ]
    return [Table("Perjalanan kasus", ("Tanggal", "Apa", "Keterangan", "Oleh"), tuple(rows), (3, 4, 6, 3))]


PARTS: dict[SummaryPart, Callable[[Session, Actor, OpenFile], list[Block]]] = {
    SummaryPart.CLIENT: _client,
    SummaryPart.PEOPLE: _people,
    SummaryPart.INCIDENTS: _incidents,
    SummaryPart.CONSENTS: _consents,
    SummaryPart.ASSESSMENT: assessment_blocks,
    SummaryPart.PLAN: plan_blocks,
    SummaryPart.SERVICES: service_blocks,
    SummaryPart.REFERRALS: referral_blocks,
    SummaryPart.TASKS: _tasks,
    SummaryPart.TIMELINE: _timeline,
}
