"""The report of an outreach (3.14): where the team went, how it found her, what she hopes for, and what was planned and done."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.assessments.view import AssessmentView, assessment_of
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.papers.care import (
    hopes_of,
    newest_scores,
    plan_table,
    referral_blocks,
    say_score,
    service_table,
)
from rindu_app.domain.papers.content import Block, Facts, Notice, Signs, Table, Words
from rindu_app.domain.papers.persons import People, identity_rows, read_persons
from rindu_app.domain.papers.telling import Telling, read_telling
from rindu_app.domain.plans.view import plan_of
from rindu_app.domain.services.rows import VisitRow
from rindu_app.domain.services.view import services_of
from rindu_app.words.codes import AssessmentArea, Channel, OutreachStatus
from rindu_app.words.labels import label
from rindu_app.words.moments import day_of, say_stamp
from rindu_app.words.papers import PRIVATE

# Of these nothing came that a report would tell of.
NOT_YET = (OutreachStatus.PLANNED, OutreachStatus.CANCELLED)
CONDITIONS = {
    AssessmentArea.PHYSICAL: "Kondisi fisik",
    AssessmentArea.PSYCHOLOGICAL: "Kondisi psikologis",
    AssessmentArea.SOCIAL: "Kondisi sosial",
    AssessmentArea.ECONOMIC: "Kondisi ekonomi",
}


def outreach_report(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """Filled with what the file knows; the rest stays lines to write on. How the team keeps itself safe is not told."""
    telling, zone = read_telling(session, file), file.head.timezone
    people, found = read_persons(session, file, telling), assessment_of(session, file)
    services, plan = services_of(session, actor, file), plan_of(session, file)
    went = [row for row in services.visits if row.status not in NOT_YET]
    return (
        Notice(PRIVATE),
        Facts("", _source(telling, file, went)),
        Facts("Klien", identity_rows(people.client)),
        _family(people),
        *[_visit(row, zone) for row in reversed(went)],
        *_conditions(found),
        Words("Situasi keluarga", "", 3),
        Words("Harapan klien", hopes_of(plan)),
        Words("Analisis", _analysis(found, zone)),
        plan_table(plan, "Rencana", zone),
        service_table(services, "Langkah yang dilakukan"),
        *referral_blocks(session, actor, file),
        Facts("", (("Dokumen pendukung", ""),)),
        Signs(place, (("Yang melapor", actor.name), ("Mengetahui", ""))),
    )


def _source(telling: Telling | None, file: OpenFile, went: list[VisitRow]) -> tuple[tuple[str, str], ...]:
    zone = file.head.timezone
    days = dict.fromkeys(day_of(row.left or row.planned, zone) for row in reversed(went))
    return (
        ("Sumber aduan", label(Channel(telling.channel)) if telling else ""),
        ("Diterima", day_of(telling.received, zone) if telling else ""),
        ("Penanganan awal", day_of(file.head.opened, zone)),
        ("Penjangkauan", ", ".join(days)),
    )


def _family(people: People) -> Block:
    """Without an alleged perpetrator, of whom this report says nothing."""
    rows = tuple(
        (one.name or "–", one.row.role_label, one.row.relation or "–", one.born or "–")
        for one in people.others
    )
    if not rows:
        return Words("Keluarga klien", "", 2)
    return Table("Keluarga klien", ("Nama", "Sebagai", "Hubungan", "Lahir atau usia"), rows, (4, 4, 3, 4))


def _visit(row: VisitRow, zone: str) -> Block:
    return Facts(
        "Kunjungan",
        (
            ("Berangkat", say_stamp(row.left, zone) if row.left else ""),
            ("Selesai", say_stamp(row.ended, zone) if row.ended else ""),
            ("Petugas", ", ".join(row.people)),
            ("Hasil", row.result),
            ("Yang ditemukan", row.outcome),
        ),
    )


def _conditions(found: AssessmentView) -> list[Block]:
    known = {row.area: row for row in newest_scores(found)}
    blocks: list[Block] = []
    for area, title in CONDITIONS.items():
        row = known.get(area)
        blocks.append(Words(title, f"{say_score(row)}. {row.reason}" if row else "", 3))
    return [*blocks, Words("Kondisi spiritual", "", 2)]


def _analysis(found: AssessmentView, zone: str) -> str:
    """What the newest look at the danger came to, and why."""
    if not found.danger:
        return ""
    newest = found.danger[0]
    signs = f" Tanda bahaya: {', '.join(newest.signs)}." if newest.signs else ""
    return f"{newest.decided}, dinilai {day_of(newest.at, zone)}.{signs}\n{newest.reason}".strip()
