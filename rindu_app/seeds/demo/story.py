"""One invented report and what happened to it, step by step, through the domain."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import new_sealer
from rindu_app.access.session import open_session
from rindu_app.domain.cases import consents, opening, team, work
from rindu_app.domain.cases.access import number_of as case_number_of
from rindu_app.domain.cases.notes import edit_case_note, write_case_note
from rindu_app.domain.reports import handling, triage
from rindu_app.domain.reports.answers import check_answers
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.holding import Pace
from rindu_app.domain.reports.receipts import prepare_receipt
from rindu_app.domain.reports.submit import submit_report, take_report
from rindu_app.domain.threads import commands as threads
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.domain.visits.commands import end_visit, start_visit
from rindu_app.models import Appointment, CaseTask
from rindu_app.seeds.demo import (
    care,
    closing,
    conferences,
    people,
    referrals,
    services,
    sessions,
    shelter,
    transfers,
)
from rindu_app.words import clock
from rindu_app.words.codes import (
    Assent,
    Channel,
    ConsentGiver,
    CounsellingMode,
    NoteAudience,
    ReportStatus,
    Risk,
)

Act = Callable[[], None]


@dataclass
class Story:
    """A row of `reports_*.toml`. `first` is the counsellor who acts where no other is named."""

    row: dict[str, Any]
    first: Actor
    accounts: dict[str, Actor]
    others: dict[str, "Story"]
    number: str = ""
    case: str = ""
    tasks: dict[str, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    stay: str = ""
    visit: str = ""
    note: str = ""

    def moments(self) -> Iterator[tuple[float, Act]]:
        """(hours ago, act) for the arrival and every step."""
        answers = self.row["answers"]
        for name in filter(None, (answers.get("name"), answers.get("affected_name"))):
            self.others.setdefault(name, self)
        hours = float(self.row["hours"])
        yield hours, self.arrive
        for step in self.row.get("steps", []):
            yield hours - step["at"], lambda step=step: self.do(step)  # type: ignore[misc]  # a default that binds the step

    def arrive(self) -> None:
        answers = check_answers({"area_code": self.row["area"], **self.row["answers"]})
        if channel := self.row.get("channel"):
            sealer = new_sealer()
            with open_session(self.first) as session:
                receipt = prepare_receipt(sealer)
                sent = take_report(
                    session,
                    self.first,
                    answers=answers,
                    channel=Channel(channel),
                    sealer=sealer,
                    receipt=receipt,
                )
            self.number = sent.number
            return
        visitor = Actor.visitor()
        with open_session(visitor) as session:
            visit = start_visit(session)
            receipt = prepare_receipt(visit.sealer)
            sent = submit_report(
                session, visitor, visit=visit, answers=answers, receipt=receipt, pace=Pace(seconds=240)
            )
            self.number = sent.number
            end_visit(session, visit.token)

    def do(self, step: dict[str, Any]) -> None:
        actor = self.accounts[step["by"]] if "by" in step else self.first
        if step["do"] in REPORTER_STEPS:
            actor = Actor.reporter(int(self.number.rsplit("-", 1)[1]))
        if step["do"] in referrals.BY_THE_CLOCK:
            actor = Actor.system("demo")
        with open_session(actor) as session:
            if step["do"] in REPORTER_STEPS:
                read_own_thread(session, actor)  # she reads before she answers
            STEPS[step["do"]](session, actor, self, step)


def _assign(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    handling.assign_report(session, actor, number=story.number, account_id=actor.id)


def _triage(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    triage.triage_report(
        session, actor, number=story.number, signs=step["signs"], decided=Risk(step["risk"]),
        reason=step.get("reason", "Sesuai percakapan dengan pelapor."),
    )  # fmt: skip


def _reply(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    threads.reply(session, actor, number=story.number, text=step["text"], ask=step["do"] == "ask")


def _answer(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    threads.write_message(
        session, actor, text=step["text"], client_key=f"demo-{story.number}-{step['at']}"[:32]
    )


def _note(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    threads.write_note(session, actor, number=story.number, text=step["text"])


def _propose(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    zone = "Asia/Makassar" if story.row["area"].startswith("64") else "Asia/Jakarta"
    day = (clock.now() + timedelta(days=step["days"])).astimezone(ZoneInfo(zone))
    threads.propose_appointment(
        session, actor, number=story.number, mode=CounsellingMode(step["mode"]),
        starts_at=day.replace(hour=step["hour"], minute=0, second=0, microsecond=0), place=step["place"],
    )  # fmt: skip


def _settle(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    appointment = session.exec(select(Appointment).where(Appointment.report_id == actor.report_id)).one()
    threads.answer_appointment(session, actor, uid=appointment.uid, accept=step["do"] == "accept")


def _close(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    handling.close_report(
        session, actor, number=story.number, status=ReportStatus(step["status"]), reason=step["reason"]
    )


def _junk(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    handling.mark_junk(session, actor, number=story.number)


def _open_case(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    story.case = case_number_of(opening.open_case(session, actor, number=story.number))


def _join(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    opening.join_case(session, actor, number=story.number, case_number=story.others[step["with"]].case)


def _consent(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    answer = consents.Answer(
        step["purpose"],
        given=step.get("given", True),
        evidence=step["evidence"],
        subject=referrals.partner_named(session, actor, step["partner"])
        if "partner" in step
        else step.get("subject", ""),
        fields=tuple(step.get("fields", ())),
        given_by=ConsentGiver(step.get("giver", "self")),
        why_other=step.get("why", ""),
        assent=Assent(step["assent"]) if "assent" in step else None,
    )
    consents.record_consent(session, actor, number=story.case, answer=answer)


def _withdraw(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    consents.withdraw_consent(
        session, actor, number=story.case, purpose=step["purpose"], reason=step.get("reason", "")
    )


def _block(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    colleague = story.accounts[step["who"]].id
    block_colleague(session, actor, number=story.number, account_id=colleague, reason=step["reason"])


def _task(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    due = clock.now() + timedelta(days=step["days"])
    task: CaseTask = work.add_task(
        session, actor, number=story.case, title=step["title"], due_at=due, owner_id=actor.id
    )
    story.tasks[step["title"]] = task.uid


def _finish(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    work.finish_task(session, actor, number=story.case, uid=story.tasks[step["title"]])


def _member(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    team.add_member(session, actor, number=story.case, account_id=story.accounts[step["who"]].id)


def _case_note(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    audience = NoteAudience(step.get("audience", "team"))
    story.note = write_case_note(session, actor, number=story.case, text=step["text"], audience=audience).uid


def _mend(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    """The last note of the case, once, while it is fresh."""
    edit_case_note(session, actor, number=story.case, uid=story.note, text=step["text"], version=1)


def _risk(session: Session, actor: Actor, story: Story, step: dict[str, Any]) -> None:
    work.change_risk(session, actor, number=story.case, risk=Risk(step["risk"]), reason=step["reason"])


REPORTER_STEPS = frozenset({"answer", "accept", "decline"})
STEPS: dict[str, Callable[[Session, Actor, Story, dict[str, Any]], None]] = {
    "assign": _assign, "triage": _triage, "reply": _reply, "ask": _reply, "answer": _answer, "note": _note,
    "propose": _propose, "accept": _settle, "decline": _settle, "close": _close, "junk": _junk, "case": _open_case,
    "join": _join, "consent": _consent, "task": _task, "finish": _finish, "member": _member, "case_note": _case_note,
    "mend_note": _mend, "withdraw": _withdraw, "block": _block, "risk": _risk, **closing.STEPS, **people.STEPS, **care.STEPS, **services.STEPS,
    "ask_shelter": shelter.ask, "place": shelter.place, "shelter_log": shelter.log, "leave_shelter": shelter.leave,
    "ask_extension": shelter.ask_more_days, "decide_extension": shelter.decide_more_days,
    **referrals.STEPS, **transfers.STEPS, **conferences.STEPS,
    "session": sessions.plan, "settle": sessions.settle, "group": sessions.start_group, "join_group": sessions.join_group,
    "meet": sessions.meet, "held": sessions.hold,
}  # fmt: skip
