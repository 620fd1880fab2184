"""Where an appointment may go from where it stands. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import AppointmentStatus as S

# An agreed meeting may still have to be called off; it is not answered twice.
LEADS: dict[S, frozenset[S]] = {
    S.PROPOSED: frozenset({S.ACCEPTED, S.DECLINED, S.CANCELLED}),
    S.ACCEPTED: frozenset({S.CANCELLED}),
    S.DECLINED: frozenset(),
    S.CANCELLED: frozenset(),
}


def require_step(status: str, target: S) -> None:
    """Raises `Conflict` where the appointment cannot become that from here."""
    if target not in LEADS[S(status)]:
        raise Conflict("appointment_over")
