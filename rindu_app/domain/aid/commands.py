"""Help for the client: what she was given, and what was applied for in her name (RS-15, RS-17). Only with her consent."""

from dataclasses import dataclass

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.aid.workflow import next_status
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_many
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.services.fields import check_chosen, check_day, check_note, check_number
from rindu_app.models import Case, SocialAid
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import AidAction, AidStatus, CaseEventKind

PURPOSE = "social_aid"
KINDS, SOURCES = "aid_kind", "aid_source"
MOST_RUPIAH = 1_000_000_000
DAY = {AidAction.GRANT: "decided_on", AidAction.REFUSE: "decided_on", AidAction.RECEIVE: "received_on"}
SAID = {
    AidStatus.GRANTED: CaseEventKind.AID_GRANTED,
    AidStatus.REFUSED: CaseEventKind.AID_REFUSED,
    AidStatus.WITHDRAWN: CaseEventKind.AID_WITHDRAWN,
    AidStatus.RECEIVED: CaseEventKind.AID_RECEIVED,
}


@dataclass(frozen=True)
class AidFields:
    """A help as it was entered. `received`: she has it; else it is being applied for. `rupiah` is text, "" where it is no money."""

    kind: str
    source: str
    received: bool
    day: str
    use: str
    rupiah: str = ""


def record_aid(session: Session, actor: Actor, *, number: str, fields: AidFields) -> SocialAid:
    """Raises `Conflict` without consent, `Invalid` with the field."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, PURPOSE)
    lists = list_many(session, (KINDS, SOURCES))
    check_chosen("kind", fields.kind, {item.code for item in lists[KINDS]})
    check_chosen("source", fields.source, {item.code for item in lists[SOURCES]})
    if fields.rupiah and not fields.received:
        raise Invalid("rupiah", "aid_not_received_yet")
    uid, day = new_uid(), check_day("day", fields.day, today_at(session, case))
    use = required_text("use", fields.use, 2000)
    aid = SocialAid(
        uid=uid,
        case_id=case_id(case),
        kind=fields.kind,
        source=fields.source,
        status=AidStatus.RECEIVED if fields.received else AidStatus.APPLIED,
        applied_on=None if fields.received else day,
        received_on=day if fields.received else None,
        received_rupiah=check_rupiah(fields.rupiah),
        use=sealer_of(session, case).seal(f"social_aid.use:{uid}", use),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(aid)
    kind = CaseEventKind.AID_RECEIVED if fields.received else CaseEventKind.AID_APPLIED
    add_line(session, actor, case, kind, aid=fields.kind)
    return aid


def take_aid_step(
    session: Session, actor: Actor, *, number: str, uid: str, step: str, day: str, rupiah: str = "", reason: str = ""
) -> SocialAid:  # fmt: skip
    """What became of an application. A result is told whatever she decides now, and a refusal with its reason."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    aid = _aid(session, case, uid)
    action = AidAction(check_chosen("step", step, set(AidAction)))
    target = next_status(aid.status, action)
    if column := DAY.get(action):
        setattr(aid, column, check_day("day", day, today_at(session, case)))
    if action == AidAction.RECEIVE:
        aid.received_rupiah = check_rupiah(rupiah)
    text = (
        required_text("reason", reason, 2000) if action == AidAction.REFUSE else check_note("reason", reason)
    )
    if text:
        aid.reason = sealer_of(session, case).seal(f"social_aid.reason:{uid}", text)
    aid.status = target
    session.add(aid)
    add_line(session, actor, case, SAID[target], aid=aid.kind)
    return aid


def check_rupiah(written: str) -> int | None:
    """Whole rupiah, with or without dots between thousands. Raises `Invalid`."""
    digits = written.strip().replace(".", "")
    return check_number("rupiah", digits, MOST_RUPIAH) if digits else None


def _aid(session: Session, case: Case, uid: str) -> SocialAid:
    statement = select(SocialAid).where(SocialAid.uid == uid, SocialAid.case_id == case.id)
    aid = session.exec(statement).first()
    if aid is None:
        raise NotFound
    return aid
