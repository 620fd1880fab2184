"""Every status of an appointment × everything that can be done with it: the table says what comes of it, or it is refused."""

from itertools import product

import pytest
from sqlmodel import select

from rindu_app.access.errors import Conflict
from rindu_app.access.session import open_session
from rindu_app.domain.threads.commands import answer_appointment, cancel_appointment, propose_appointment
from rindu_app.domain.threads.workflow import LEADS
from rindu_app.models import Appointment
from rindu_app.words.codes import AppointmentStatus as S
from rindu_app.words.codes import CounsellingMode
from tests.domain.sessions.people import at
from tests.factories import SYSTEM, make_account, reporter_of, send_report

# Columns: she says yes · she says no · staff call it off
TABLE: dict[S, str] = {
    S.PROPOSED:  "accepted declined cancelled",
    S.ACCEPTED:  "- - cancelled",
    S.DECLINED:  "- - -",
    S.CANCELLED: "- - -",
}  # fmt: skip
STEPS = ("yes", "no", "call off")


def test_the_table_names_every_status() -> None:
    assert TABLE.keys() == LEADS.keys() == set(S)


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(("status", "step"), list(product(S, STEPS)))
def test_each_step_leads_where_the_table_says_or_nowhere(status: S, step: str) -> None:
    staff, (sent, _) = make_account(), send_report()
    her, number = reporter_of(sent), sent.number
    with open_session(staff) as session:
        uid = propose_appointment(
            session, staff, number=number, mode=CounsellingMode.PHONE, starts_at=at(10), place=""
        ).uid
    with open_session(SYSTEM) as session:
        session.exec(select(Appointment).where(Appointment.uid == uid)).one().status = status

    def act() -> None:
        if step == "call off":
            with open_session(staff) as session:
                cancel_appointment(session, staff, number=number, uid=uid)
        else:
            with open_session(her) as session:
                answer_appointment(session, her, uid=uid, accept=step == "yes")

    wanted = TABLE[status].split()[STEPS.index(step)]
    if wanted == "-":
        with pytest.raises(Conflict, match="appointment_over"):
            act()
    else:
        act()
    with open_session(SYSTEM, write=False) as session:
        stored = session.exec(select(Appointment).where(Appointment.uid == uid)).one()
    assert stored.status == (status if wanted == "-" else wanted)
