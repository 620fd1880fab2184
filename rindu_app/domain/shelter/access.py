"""Net 2 for stays: the shelter's people by area, the team of a case through its case."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer, open_sealer
from rindu_app.domain.shelter.telling import hold_case
from rindu_app.models import Case, ShelterStay


def require_shelter(actor: Actor) -> None:
    """Raises `Forbidden` for everybody who does not work in a shelter."""
    if not actor.may(Permission.SHELTER_WORK):
        raise Forbidden


def access_stay(session: Session, actor: Actor, uid: str, *, lock: bool = False) -> ShelterStay:
    """A stay for the shelter's people of its area. Raises `Forbidden` without the role, `NotFound` elsewhere."""
    require_shelter(actor)
    statement = select(ShelterStay).where(ShelterStay.uid == uid)
    stay = session.exec(statement).first()
    if stay is not None and lock:
        hold_case(session, stay)  # the case first, as its own people do: nobody waits for each other for ever
        held = statement.with_for_update().execution_options(populate_existing=True)
        stay = session.exec(held).first()
    if stay is None:
        raise NotFound
    return stay


def expect_stay_version(session: Session, actor: Actor, *, uid: str, version: int) -> None:
    """Hold the stay's row and make sure that it is still what the person saw. Raises `Conflict`."""
    if access_stay(session, actor, uid, lock=True).version != version:
        raise Conflict("changed_meanwhile")


def newest_stay(session: Session, case: Case, *, lock: bool = False) -> ShelterStay | None:
    """The last request or stay of a case to which the caller has access."""
    statement = select(ShelterStay).where(ShelterStay.case_id == case.id).order_by(col(ShelterStay.id).desc())
    return session.exec((statement.with_for_update() if lock else statement).limit(1)).first()


def stay_id(stay: ShelterStay) -> int:
    """The id of a stay that is stored."""
    assert stay.id is not None
    return stay.id


def sealer_of(session: Session, stay: ShelterStay) -> Sealer:
    """The case's sealer, reached without the case, which the shelter's people never open."""
    return open_sealer(session, stay.key_uid)
