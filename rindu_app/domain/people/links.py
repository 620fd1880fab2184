"""Cases that belong together: siblings, one household, one alleged perpetrator.

Each case has its own row of a link. A reader who may not open the other case learns that there is one, and neither its number
nor why; one who is kept from it learns nothing. So a link leaves no line on the timeline, and its audit line is not in the
access log of either case.
"""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import PREFIX, access_case, case_id, number_of, sealer_of
from rindu_app.domain.people.rows import LinkRow
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.numbers import read_number
from rindu_app.models import Case, CaseLink
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import LinkKind
from rindu_app.words.labels import label

MOST = 50


def link_cases(
    session: Session, actor: Actor, *, number: str, other: str, kind: str, reason: str
) -> tuple[CaseLink, CaseLink]:
    """For whoever works on both. Raises `NotFound` where she sees only one of them, `Invalid`, `Conflict`."""
    one, two = _both(session, actor, number, other)
    if kind not in set(LinkKind):
        raise Invalid("kind", "unknown_choice")
    if not (reason := clean_text(reason)[:500]):
        raise Invalid("reason", "reason_missing")
    if one is two:
        raise Invalid("other", "link_itself")
    if _standing(session, one, two, kind) is not None:
        raise Conflict("linked_already")
    pair = new_uid()
    rows = tuple(
        _side(session, actor, mine, yours, pair, kind, reason) for mine, yours in ((one, two), (two, one))
    )
    session.add_all(rows)
    audit(session, actor, "case:link", f"link:{pair}", one.area_code, kind=kind)
    return rows[0], rows[1]


def unlink_cases(session: Session, actor: Actor, *, number: str, uid: str) -> None:
    """It was a mistake, or is over; both sides end together. Raises `NotFound` for whoever does not see both cases."""
    case = access_case(session, actor, number, Permission.CASE_WRITE)
    mine = session.exec(
        select(CaseLink).where(
            CaseLink.uid == uid, CaseLink.case_id == case.id, col(CaseLink.until).is_(None)
        )
    ).first()
    other = session.get(Case, mine.other_id) if mine is not None else None
    if mine is None or other is None:
        raise NotFound
    _both(session, actor, number, number_of(other))
    for side in session.exec(
        select(CaseLink).where(CaseLink.pair == mine.pair, col(CaseLink.until).is_(None))
    ):
        side.until, side.until_by_id = clock.now(), actor.id
        session.add(side)
    audit(session, actor, "case:unlink", f"link:{mine.pair}", case.area_code, kind=mine.kind)


def list_links(session: Session, case: Case, sealer: Sealer) -> tuple[LinkRow, ...]:
    """The links of a case that the reader has opened. Two queries."""
    rows = session.exec(
        select(CaseLink)
        .where(CaseLink.case_id == case.id, col(CaseLink.until).is_(None))
        .order_by(col(CaseLink.id))
        .limit(MOST)
    ).all()
    others = {
        other.id: other
        for other in session.exec(select(Case).where(col(Case.id).in_({row.other_id for row in rows})))
    }
    return tuple(
        _show(row, others[row.other_id], sealer) if row.other_id in others else LinkRow(row.uid)
        for row in rows
    )


def _show(row: CaseLink, other: Case, sealer: Sealer) -> LinkRow:
    reason = sealer.open(f"case_link.reason:{row.uid}", row.reason)
    return LinkRow(row.uid, number_of(other), label(LinkKind(row.kind)), reason)


def _both(session: Session, actor: Actor, number: str, other: str) -> tuple[Case, Case]:
    """Both cases, locked in the order of their ids: two people who link them from both ends do not wait for each other."""
    found: dict[str, Case] = {}
    for name in sorted((number, other), key=lambda text: read_number(PREFIX, text) or 0):
        try:
            found[name] = access_case(
                session, actor, name, Permission.CASE_WRITE, lock=True, is_open=name == number
            )
        except NotFound:
            raise NotFound("not_found" if name == number else "link_other_missing") from None
    return found[number], found[other]


def _standing(session: Session, one: Case, two: Case, kind: str) -> CaseLink | None:
    statement = select(CaseLink).where(
        CaseLink.case_id == one.id, CaseLink.other_id == two.id, CaseLink.kind == kind,
        col(CaseLink.until).is_(None),
    )  # fmt: skip
    return session.exec(statement.limit(1)).first()


def _side(
    session: Session, actor: Actor, mine: Case, yours: Case, pair: str, kind: str, reason: str
) -> CaseLink:
    uid = new_uid()
    return CaseLink(
        uid=uid, pair=pair, case_id=case_id(mine), other_id=case_id(yours), kind=kind, by_id=actor.id,
        reason=sealer_of(session, mine).seal(f"case_link.reason:{uid}", reason), since=clock.now(),
    )  # fmt: skip
