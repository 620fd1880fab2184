"""Where she goes on from the shelter: to an institution of the register, with her consent to it (3.8).

The team of the case arranges it. The shelter's people learn that it is arranged, and not with whom.
"""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.partners.queries import find_partner, list_partners
from rindu_app.domain.referrals.permits import PURPOSE, list_permits
from rindu_app.domain.shelter.access import newest_stay
from rindu_app.domain.shelter.telling import may_be_taken_to
from rindu_app.domain.shelter.workflow import STAYING
from rindu_app.models import ShelterStay
from rindu_app.words.codes import CaseEventKind, ShelterStatus

ONWARD = "onward"


def arrange_onward(session: Session, actor: Actor, *, number: str, partner: str) -> ShelterStay:
    """Name the institution that receives her next. It may be changed until she leaves.

    Raises `Invalid` for a partner that does not serve here, `Conflict` without her consent to it (`consent_needed`) or where
    she does not stay in a shelter.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    stay = newest_stay(session, case, lock=True)
    if stay is None or ShelterStatus(stay.status) not in STAYING:
        raise Conflict("shelter_step_not_possible")
    found = find_partner(session, case.area_code, partner)
    if found is None:
        raise Invalid("partner", "unknown_choice")
    require_consent(session, actor, case, PURPOSE, subject=found.uid)
    stay.onward_partner_id = found.id
    stay.version += 1
    session.add(stay)
    add_line(session, actor, case, CaseEventKind.SHELTER_ONWARD, partner=found.id, onward=True)
    return stay


def take_onward(session: Session, stay: ShelterStay, destination: CodeRow) -> None:
    """As she leaves: to an institution only where the team has arranged it and she still agrees; elsewhere nothing stays named.

    Raises `Conflict` (`shelter_onward_first`), which says nothing of her consents.
    """
    if not destination.extra.get(ONWARD):
        stay.onward_partner_id = None
    elif stay.onward_partner_id is None or not may_be_taken_to(session, stay, stay.onward_partner_id):
        raise Conflict("shelter_onward_first")


def list_onward(session: Session, actor: Actor, file: OpenFile) -> tuple[tuple[str, str], ...]:
    """(uid, name) of the partners that she agrees to be referred to now."""
    permits = list_permits(session, file.case)
    return tuple((row.uid, row.name) for row in list_partners(session, actor) if row.uid in permits)
