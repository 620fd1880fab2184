"""The part of a case file about conferences: a fixed number of queries however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.rows import CaseHead, ColleagueRow
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.conferences.access import place_of
from rindu_app.domain.conferences.planning import ConferencePlan, plan_of
from rindu_app.domain.conferences.workflow import OPEN
from rindu_app.domain.partners.queries import list_partners
from rindu_app.domain.referrals.permits import list_permits
from rindu_app.domain.referrals.rows import PermittedPartner
from rindu_app.models import CaseConference, ConferenceDecision, ConferenceInvitee, Partner
from rindu_app.words.codes import ConferenceStatus, InviteAnswer, SharedField
from rindu_app.words.labels import label

MOST = 20


@dataclass(frozen=True)
class InviteeRow:
    """`mine`: the reader's own. `fields`: labels of what a partner reads of the person. `ended`: it reads nothing any more."""

    uid: str
    name: str
    is_partner: bool
    mine: bool
    answer: str
    answer_label: str
    came: bool | None
    fields: tuple[str, ...]
    has_notes: bool
    ended: bool


@dataclass(frozen=True)
class DecisionRow:
    uid: str
    words: str
    owner: str
    due: date
    is_task: bool


@dataclass(frozen=True)
class ConferenceRow:
    uid: str
    status: str
    status_label: str
    open: bool
    starts_at: datetime
    minutes: int
    place: str
    purpose: str
    video: bool
    notes: str
    ending: str
    by: str
    plan: ConferencePlan
    invitees: tuple[InviteeRow, ...]
    decisions: tuple[DecisionRow, ...]


@dataclass(frozen=True)
class CaseConferences:
    """Newest first. `team`: who can be asked of it; `permitted`: partners that her consent names."""

    head: CaseHead
    conferences: tuple[ConferenceRow, ...]
    team: tuple[ColleagueRow, ...]
    permitted: tuple[PermittedPartner, ...]


def read_conferences(session: Session, actor: Actor, *, number: str) -> CaseConferences:
    """Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    found = session.exec(
        select(CaseConference)
        .where(CaseConference.case_id == file.id)
        .order_by(col(CaseConference.starts_at).desc(), col(CaseConference.id).desc())
        .limit(MOST)
    ).all()
    ids = {row.id for row in found}
    invitees = session.exec(
        select(ConferenceInvitee)
        .where(col(ConferenceInvitee.conference_id).in_(ids))
        .order_by(col(ConferenceInvitee.id))
    ).all()
    decisions = session.exec(
        select(ConferenceDecision)
        .where(col(ConferenceDecision.conference_id).in_(ids))
        .order_by(col(ConferenceDecision.due_on), col(ConferenceDecision.id))
    ).all()
    team = team_ids(session, file.case)
    people = team | {row.by_id for row in found} | {row.account_id for row in invitees}
    names = names_of(session, people | {row.owner_id for row in decisions})
    partners = _partner_names(
        session, {row.partner_id for row in invitees} | {row.partner_id for row in decisions}
    )
    shown = tuple(_row(row, file.sealer, actor, names, partners, invitees, decisions) for row in found)
    return CaseConferences(
        file.head,
        shown,
        tuple(
            ColleagueRow(key, names[key], "")
            for key in sorted(team, key=lambda key: names.get(key, ""))
            if key in names
        ),
        _permitted(session, actor, file),
    )


def _permitted(session: Session, actor: Actor, file: OpenFile) -> tuple[PermittedPartner, ...]:
    permits = list_permits(session, file.case)
    return tuple(
        PermittedPartner(
            row.uid,
            row.name,
            (),
            tuple((str(code), label(code)) for code in SharedField if code in permits[row.uid].fields),
            permits[row.uid].until,
            row.mou_over,
        )
        for row in list_partners(session, actor)
        if row.uid in permits
    )


def _partner_names(session: Session, ids: set[int | None]) -> dict[int | None, str]:
    return dict(session.exec(select(Partner.id, Partner.name).where(col(Partner.id).in_(ids - {None}))).all())


def _row(
    row: CaseConference,
    sealer: Sealer,
    actor: Actor,
    names: dict[int | None, str],
    partners: dict[int | None, str],
    invitees: Sequence[ConferenceInvitee],
    decisions: Sequence[ConferenceDecision],
) -> ConferenceRow:
    def told(column: str, sealed: bytes | None) -> str:
        return sealer.open(place_of(column, row.uid), sealed) if sealed else ""

    return ConferenceRow(
        uid=row.uid,
        status=row.status,
        status_label=label(ConferenceStatus(row.status)),
        open=ConferenceStatus(row.status) in OPEN,
        starts_at=row.starts_at,
        minutes=row.minutes,
        place=told("place", row.place),
        purpose=told("purpose", row.purpose),
        video=row.room is not None,
        notes=told("notes", row.notes),
        ending=told("ending", row.ending),
        by=names.get(row.by_id, ""),
        plan=plan_of(sealer, row),
        invitees=tuple(
            _invitee(one, actor, names, partners) for one in invitees if one.conference_id == row.id
        ),
        decisions=tuple(
            _decision(one, sealer, names, partners) for one in decisions if one.conference_id == row.id
        ),
    )


def _invitee(
    row: ConferenceInvitee, actor: Actor, names: dict[int | None, str], partners: dict[int | None, str]
) -> InviteeRow:
    return InviteeRow(
        uid=row.uid,
        name=partners.get(row.partner_id, "") if row.partner_id else names.get(row.account_id, ""),
        is_partner=row.partner_id is not None,
        mine=row.account_id == actor.account_id,
        answer=row.answer,
        answer_label=label(InviteAnswer(row.answer)),
        came=row.came,
        fields=tuple(label(SharedField(code)) for code in row.fields),
        has_notes=row.has_notes,
        ended=row.ended_at is not None,
    )


def _decision(
    row: ConferenceDecision, sealer: Sealer, names: dict[int | None, str], partners: dict[int | None, str]
) -> DecisionRow:
    owner = partners.get(row.partner_id, "") if row.partner_id else names.get(row.owner_id, "")
    words = sealer.open(f"conference_decision.words:{row.uid}", row.words)
    return DecisionRow(row.uid, words, owner, row.due_on, row.task_uid is not None)
