"""Cases whose clients allow that their data be kept: else nothing more is written down about them."""

from rindu_app.access.actor import Actor
from tests.domain.cases.test_cases import new_case
from tests.factories import give_consent


def allowed_case(manager: Actor, **told: object) -> tuple[str, str]:
    """(case number, report number)"""
    number, report = new_case(manager, **told)
    give_consent(manager, number)
    return number, report
