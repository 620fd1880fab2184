"""Who works on a case, and what happens when somebody must look who does not."""

from datetime import timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.access.session import widened
from rindu_app.domain.cases.access import PREFIX, access_case, case_id, sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.numbers import is_number_of, read_number
from rindu_app.domain.reports.readers import CASEWORKERS, blocked_from_case, require_another_reader_of_case
from rindu_app.domain.transfers.ending import lapse_open
from rindu_app.models import Account, Case, CaseMember
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, MemberKind


def add_member(session: Session, actor: Actor, *, number: str, account_id: int) -> CaseMember:
    """Let a colleague in. Raises `Invalid` for someone who does no casework for this place, `Conflict` for a member and for
    someone who is blocked from the case.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_caseworker(session, case, account_id)
    if _membership(session, case, account_id) is not None:
        raise Conflict("member_already")
    member = CaseMember(
        case_id=case_id(case), account_id=account_id, kind=MemberKind.TEAM, by_id=actor.id, since=clock.now()
    )
    session.add(member)
    add_line(session, actor, case, CaseEventKind.MEMBER_ADDED, account=account_id)
    return member


def remove_member(session: Session, actor: Actor, *, number: str, account_id: int) -> None:
    """End a membership from this moment on. The manager first hands over, and where somebody is blocked, not only the
    actor may stay.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    if case.manager_id == account_id:
        raise Conflict("manager_stays")
    member = _membership(session, case, account_id)
    if member is None:
        raise NotFound
    add_line(session, actor, case, CaseEventKind.MEMBER_LEFT, account=account_id)
    session.flush()  # while the actor, who may be leaving, still reaches the case
    member.until = clock.now()
    session.add(member)
    session.flush()
    require_another_reader_of_case(session, actor, case_id(case))


def hand_over(session: Session, actor: Actor, *, number: str, account_id: int) -> Case:
    """A supervisor puts somebody in charge of a case whose manager is gone (`list_adrift`). While there is a manager, it is
    offered and accepted (`domain/transfers`).

    Raises `Forbidden` for a worker, `Conflict` where there is a manager, and like `add_member`.
    """
    case = access_case(session, actor, number, Permission.CASE_SUPERVISE, lock=True)
    require_caseworker(session, case, account_id)
    if (former := _membership(session, case, case.manager_id)) and former.kind == MemberKind.MANAGER:
        raise Conflict("manager_present")
    make_manager(session, actor, case, account_id)
    lapse_open(session, actor, case)
    add_line(session, actor, case, CaseEventKind.HANDED_OVER, account=account_id)
    return case


def make_manager(session: Session, actor: Actor, case: Case, account_id: int) -> None:
    """The former manager stays in the team until removed. The caller has checked both, and writes the line."""
    former, member = _membership(session, case, case.manager_id), _membership(session, case, account_id)
    if former is not None:
        former.kind = MemberKind.TEAM
        session.add(former)
    member = member or CaseMember(
        case_id=case_id(case), account_id=account_id, kind="", by_id=actor.id, since=clock.now()
    )
    member.kind, member.until = MemberKind.MANAGER, None
    case.manager_id = account_id
    session.add(member)


def break_glass(session: Session, actor: Actor, *, number: str, reason: str) -> CaseMember:
    """Open a case of the own area in an emergency: with a reason, for a limited time, shown to the supervisor.

    Raises `Invalid` without a reason, and at the number alike for a case of another area and for one that is not there.
    """
    if not actor.may(Permission.CASE_BREAK_GLASS):
        raise Forbidden
    reason, row_id = clean_text(reason), read_number(PREFIX, number)
    if not reason:
        raise Invalid("reason", "reason_missing")
    with widened(session, "break glass"):
        case = session.get(Case, row_id) if row_id is not None else None
        if (
            case is None
            or not is_number_of(number, PREFIX, case.id, case.opened_at)
            or not is_within(case.area_code, actor.area_code)
            or actor.id in blocked_from_case(session, case_id(case))
        ):
            raise Invalid("number", "case_not_found")
        uid = new_uid()
        member = CaseMember(
            uid=uid,
            case_id=case_id(case),
            account_id=actor.id,
            kind=MemberKind.BREAK_GLASS,
            since=clock.now(),
            until=clock.now() + timedelta(minutes=get_settings().break_glass_minutes),
            by_id=actor.id,
            reason=sealer_of(session, case).seal(f"case_member.reason:{uid}", reason),
        )
        session.add(member)
        session.flush()
    add_line(session, actor, case, CaseEventKind.BREAK_GLASS, note=reason)
    return member


def acknowledge_break_glass(session: Session, actor: Actor, *, uid: str) -> CaseMember:
    """The supervisor has seen that somebody broke the glass."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    member = session.exec(
        select(CaseMember).where(CaseMember.uid == uid, CaseMember.kind == MemberKind.BREAK_GLASS)
    ).first()
    if member is None:
        raise NotFound
    member.told_at = member.told_at or clock.now()
    session.add(member)
    return member


def team_ids(session: Session, case: Case) -> set[int]:
    """Accounts that may open the case now by assignment."""
    statement = select(CaseMember.account_id).where(
        CaseMember.case_id == case.id,
        CaseMember.kind != MemberKind.BREAK_GLASS,
        or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now()),
    )
    return set(session.exec(statement))


def _membership(session: Session, case: Case, account_id: int) -> CaseMember | None:
    statement = select(CaseMember).where(
        CaseMember.case_id == case.id,
        CaseMember.account_id == account_id,
        CaseMember.kind != MemberKind.BREAK_GLASS,
        or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now()),
    )
    return session.exec(statement).first()


def require_caseworker(session: Session, case: Case, account_id: int) -> None:
    """Raises `Invalid` for someone who does no casework for the case's place, `Conflict` for someone who is blocked from it."""
    account = session.get(Account, account_id)
    if (
        account is None
        or not account.active
        or account.role not in CASEWORKERS
        or not is_within(case.area_code, account.area_code)
    ):
        raise Invalid("account_id", "assignee_not_here")
    if account_id in blocked_from_case(session, case_id(case)):
        raise Conflict("blocked_for_them")
