"""A new row of safe-contact rules, from a person's answers."""

from rindu_app.access.sealing import Sealer
from rindu_app.domain.reports.answers import Answers
from rindu_app.models import SafeContact
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay


def new_contact(report_id: int, answers: Answers, sealer: Sealer) -> SafeContact:
    """Nobody who said nothing about contact is contacted: she then only reads what is written HERE."""
    uid = new_uid()
    return SafeContact(
        uid=uid,
        report_id=report_id,
        ways=list(answers.ways or (ContactWay.HERE,)),
        days=list(answers.days),
        hour_from=answers.hour_from,
        hour_to=answers.hour_to,
        may_identify=answers.may_identify,
        may_leave_message=answers.may_leave_message,
        phone_shared=answers.phone_shared,
        details=sealer.seal_json(f"safe_contact.details:{uid}", answers.contact_part()),
        since=clock.coarse_now(),
    )
