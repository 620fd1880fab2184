"""A new report: from a citizen's visit, or taken down by staff. One transaction; nothing half-saved."""

from dataclasses import dataclass, field

from sqlmodel import Session, col, select, update

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid
from rindu_app.access.keyring import get_keyring
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.access.sealing import Sealer, store_key
from rindu_app.access.session import widened
from rindu_app.domain.contact.new_contact import new_contact
from rindu_app.domain.contact.search_words import search_tokens
from rindu_app.domain.reports.access import number_of, own_id
from rindu_app.domain.reports.answers import Answers
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.holding import Pace, Verdict, judge_pace
from rindu_app.domain.reports.receipts import NewReceipt, add_receipt
from rindu_app.domain.reports.risk import due_at, first_risk
from rindu_app.domain.visits.commands import OpenVisit, save_visit
from rindu_app.models import Area, Attachment, Report, ReportKind, SearchToken
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Channel, ReportAction, ReportStatus


@dataclass(frozen=True)
class Submitted:
    """What the person is shown: her code, and when she will be read at the latest."""

    code: str = field(repr=False)
    number: str


def submit_report(
    session: Session, actor: Actor, *, visit: OpenVisit, answers: Answers, receipt: NewReceipt, pace: Pace
) -> Submitted:
    """Send the draft of a visit. A second call for the same visit returns the first one's code (double tap, resend).

    `visit` must have been opened with `lock=True` in this session. Raises `Invalid` for an unknown area.
    """
    if not actor.may(Permission.REPORT_SUBMIT):
        raise Forbidden
    if visit.report_id is not None:
        return Submitted(visit.draft["code"], visit.draft["number"])
    verdict = judge_pace(answers, pace)
    report = _add_report(session, actor, answers, visit.sealer, Channel.WEB, verdict.group)
    verdict.seen.report_id = report.id
    _fold_earlier(session, verdict)
    add_receipt(session, own_id(report), receipt)
    session.exec(
        update(Attachment)
        .where(col(Attachment.visit_hash) == visit.row.token_hash)
        .values(report_id=report.id, visit_hash=None)
    )
    visit.row.report_id = report.id
    visit.draft = {"code": receipt.code, "number": number_of(report), "due": report.due_at.isoformat()}
    save_visit(session, visit)
    return Submitted(receipt.code, number_of(report))


def take_report(
    session: Session, actor: Actor, *, answers: Answers, channel: Channel, sealer: Sealer, receipt: NewReceipt
) -> Submitted:
    """Staff write down what somebody tells them in person, by phone or on WhatsApp (RR-03). She gets a code too.

    Raises `Invalid` for a place outside the own area: it is taken down here and forwarded.
    """
    if not actor.may(Permission.REPORT_INTAKE):
        raise Forbidden
    if not is_within(_area(session, actor, answers), actor.area_code):
        raise Invalid("area_code", "intake_elsewhere")
    report = _add_report(session, actor, answers, sealer, channel, None)
    add_receipt(session, own_id(report), receipt)
    return Submitted(receipt.code, number_of(report))


def _add_report(
    session: Session, actor: Actor, answers: Answers, sealer: Sealer, channel: Channel, held: str | None
) -> Report:
    store_key(session, sealer)
    received, risk = clock.coarse_now(), first_risk(answers)
    report = Report(
        key_uid=sealer.uid,
        area_code=_area(session, actor, answers),
        channel=channel,
        door=answers.door,
        teller=answers.teller,
        mode=answers.mode,
        named=bool(answers.name),
        danger_now=answers.danger == "yes",
        answers=sealer.seal_json(f"report.answers:{sealer.uid}", answers.sealed_part()),
        risk=risk,
        received_at=received,
        due_at=due_at(session, risk, received),
        held_group=held,
    )
    session.info.setdefault("sealers", {})[sealer.uid] = sealer
    session.add(report)
    session.flush()  # the number, and the rows below, need its id
    session.add_all(ReportKind(report_id=own_id(report), code=code) for code in answers.kinds)
    session.add(new_contact(own_id(report), answers, sealer))
    tokens = search_tokens(get_keyring(), names=[answers.name, answers.affected_name], phones=[answers.phone])
    session.add_all(SearchToken(report_id=own_id(report), token=token) for token in sorted(tokens))
    add_event(session, actor, report, ReportAction.RECEIVE, channel=channel, door=answers.door, risk=risk)
    return report


def _fold_earlier(session: Session, verdict: Verdict) -> None:
    """What passed before the flood was one joins its group, unless somebody has looked after it meanwhile."""
    if not verdict.earlier:
        return
    untouched = (
        col(Report.id).in_(verdict.earlier), col(Report.held_group).is_(None), col(Report.status) == ReportStatus.NEW,
        col(Report.assignee_id).is_(None), col(Report.answered_at).is_(None),
    )  # fmt: skip
    with widened(session, "flood"):
        session.exec(update(Report).where(*untouched).values(held_group=verdict.group))


def _area(session: Session, actor: Actor, answers: Answers) -> str:
    """The place she named; else the office's own area, so that no report falls between chairs."""
    if not answers.area_code:
        return actor.area_code or get_settings().home_area
    if (
        session.exec(
            select(Area.code).where(Area.code == answers.area_code, col(Area.valid_to).is_(None))
        ).first()
        is None
    ):
        raise Invalid("area_code", "unknown_area")
    return answers.area_code
