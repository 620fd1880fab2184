"""Steps of a story in which a case changes hands, or is meant to."""

from collections.abc import Callable
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.transfers.answering import accept_transfer, refuse_transfer
from rindu_app.domain.transfers.putting import forward_case, offer_case
from rindu_app.models import CaseTransfer
from rindu_app.words.codes import TransferStatus

Step = dict[str, Any]


def _offer(session: Session, actor: Actor, story: Any, step: Step) -> None:
    heir = story.accounts[step["to"]].id
    offer_case(session, actor, number=story.case, account_id=heir, reason=step["reason"])


def _forward(session: Session, actor: Actor, story: Any, step: Step) -> None:
    forward_case(session, actor, number=story.case, area_code=step["to"], reason=step["reason"])


def _answer(session: Session, actor: Actor, story: Any, step: Step) -> None:
    """The newest that waits for this person."""
    waiting = select(CaseTransfer.uid).where(
        CaseTransfer.status == TransferStatus.OPEN, CaseTransfer.account_id == actor.id
    )
    uid = session.exec(waiting.order_by(col(CaseTransfer.id).desc())).first()
    assert uid is not None, f"nothing of {story.case} waits for an answer"
    if step["answer"] == "yes":
        accept_transfer(session, actor, uid=uid)
    else:
        refuse_transfer(session, actor, uid=uid, reason=step["reason"])


STEPS: dict[str, Callable[[Session, Actor, Any, Step], None]] = {
    "offer_case": _offer, "forward_case": _forward, "answer_offer": _answer,
}  # fmt: skip
