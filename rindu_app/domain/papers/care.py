"""What is known of her needs and what is done for her, as papers show it: assessment, plan, services, referrals."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.assessments.view import AssessmentView, ScoreRow, assessment_of
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.papers.content import Block, Table, Ticks, Words
from rindu_app.domain.plans.view import GoalRow, PlanView, plan_of
from rindu_app.domain.referrals.case_part import referrals_of
from rindu_app.domain.services.rows import ServicesView
from rindu_app.domain.services.view import services_of
from rindu_app.words.codes import Progress
from rindu_app.words.dates import show_date, show_length
from rindu_app.words.moments import day_of, say_date
from rindu_app.words.scores import SCORE_WORDS


def newest_scores(found: AssessmentView) -> list[ScoreRow]:
    """The newest look at each domain."""
    newest: dict[str, ScoreRow] = {}
    for row in found.scores:
        newest.setdefault(row.area, row)
    return list(newest.values())


def need_ticks(session: Session, found: AssessmentView, title: str) -> Ticks:
    """Every need that an assessment asks for, ticked where the newest looks found it."""
    needed = dict.fromkeys(need for row in newest_scores(found) for need in row.needs)
    asked = [item.label for item in list_codes(session, "need")]
    gone = [need for need in needed if need not in asked]
    return Ticks(title, tuple((text, text in needed) for text in (*asked, *gone)))


def live_goals(plan: PlanView) -> list[GoalRow]:
    return [goal for goal in plan.goals if goal.progress != Progress.DROPPED]


def hopes_of(plan: PlanView) -> str:
    """What she wants to reach, in her own words."""
    return "\n".join(goal.words for goal in live_goals(plan))


def assessment_blocks(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    zone = file.head.timezone
    rows = [
        (row.area_label, say_score(row), row.reason, ", ".join(row.needs) or "–", show_date(row.at, zone))
        for row in newest_scores(assessment_of(session, file))
    ]
    if not rows:
        return [Words("Asesmen", "Belum ada yang dicatat.")]
    head = ("Bidang", "Keadaan", "Alasan", "Kebutuhan", "Tanggal")
    return [Table("Asesmen", head, tuple(rows), (3, 3, 6, 4, 3))]


def say_score(row: ScoreRow) -> str:
    before = f", sebelumnya {SCORE_WORDS[row.previous].lower()}" if row.previous else ""
    return SCORE_WORDS[row.score] + before


def plan_blocks(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    return [plan_table(plan_of(session, file), "Rencana", file.head.timezone)]


def plan_table(plan: PlanView, title: str, zone: str) -> Block:
    rows = [
        (goal.words, goal.component, "\n".join(f"{one.title} ({one.owner}, {day_of(one.due, zone)})" for one in goal.actions), goal.label)
        for goal in live_goals(plan)
    ]  # fmt: skip
    if not rows:
        return Words(title, "Belum ada yang dicatat.")
    return Table(
        title, ("Tujuan, menurut klien", "Bidang", "Langkah", "Sejauh ini"), tuple(rows), (5, 4, 6, 3)
    )


def service_blocks(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    return [service_table(services_of(session, actor, file), "Layanan")]


def service_table(found: ServicesView, title: str) -> Block:
    """Oldest first. What a worker noted with a service stays in the file."""
    rows = [
        (say_date(row.held_on), row.label, show_length(row.minutes), row.officer, row.result)
        for row in reversed(found.events)
    ]
    if not rows:
        return Words(title, "Belum ada yang dicatat.")
    return Table(title, ("Tanggal", "Layanan", "Lama", "Petugas", "Hasil"), tuple(rows), (4, 6, 2, 4, 3))


def referral_blocks(session: Session, actor: Actor, file: OpenFile) -> list[Block]:
    """Where she was referred to and what came of it; not what was shared, nor what a partner answered in words."""
    zone = file.head.timezone
    rows = [
        (show_date(row.at, zone), row.partner, row.service, row.status_label)
        for row in reversed(referrals_of(session, file))
    ]
    if not rows:
        return [Words("Rujukan", "Belum ada yang dicatat.")]
    return [Table("Rujukan", ("Tanggal", "Ke", "Layanan", "Keadaan"), tuple(rows), (3, 5, 5, 3))]
