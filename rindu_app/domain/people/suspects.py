"""A case comes to name an alleged perpetrator: whoever is the same to its client speaks for her no more, and did not (3.12)."""

from collections.abc import Set
from datetime import timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.consents import end_what_rests
from rindu_app.domain.cases.givers import ANSWERS, cleared_since, may_have_answered
from rindu_app.domain.cases.standing import holds
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.people.fields import Lists
from rindu_app.domain.people.guardians import release_guardians
from rindu_app.models import Case, Consent
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind
from rindu_app.words.services import ASK_AGAIN_TASK

ASK_WITHIN = timedelta(days=1)


def name_suspects(
    session: Session, actor: Actor, case: Case, relations: Set[str], before: Set[str], lists: Lists
) -> None:
    """To be called where `relations` are written down of alleged perpetrators; `before`: what the case named until now.

    Consents that one of them may have given end like withdrawn ones, with all that rests on them, and the manager gets a
    task to ask again. Who is named anew and is the only one of that kind is asked for no consent any more.
    """
    if named := set(relations) - before - {""}:
        _lapse_consents(session, actor, case, named, named | before)
    release_guardians(session, case, set(relations), lists)


def _lapse_consents(session: Session, actor: Actor, case: Case, named: Set[str], alleged: Set[str]) -> None:
    ended = [
        consent
        for giver in ANSWERS
        if may_have_answered(session, case, giver, named)
        for consent in _standing(session, case, giver)
        if (clear := cleared_since(session, case, giver, alleged)) is None or clear > consent.at
    ]
    for consent in ended:
        consent.lapsed_at = clock.now()
        session.add(consent)
        facts = {"purpose": consent.purpose, "subject": consent.subject}
        add_line(session, actor, case, CaseEventKind.CONSENT_LAPSED, **facts)
    session.flush()
    for consent in ended:
        end_what_rests(session, actor, case, consent, because="giver_suspected")
    if ended:
        due = clock.now() + ASK_WITHIN
        add_task(
            session, actor, number=number_of(case), title=ASK_AGAIN_TASK, due_at=due, owner_id=case.manager_id
        )


def _standing(session: Session, case: Case, giver: str) -> list[Consent]:
    """What holds now by this giver's word: the newest answer of each purpose and subject."""
    answers = session.exec(select(Consent).where(Consent.case_id == case.id).order_by(col(Consent.id)))
    newest = {(row.purpose, row.subject): row for row in answers}
    return [row for row in newest.values() if row.given_by == giver and holds(row)]
