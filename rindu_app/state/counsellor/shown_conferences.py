"""Case conferences in the words of the team's screens."""

from dataclasses import dataclass, field

from rindu_app.domain.conferences.planning import ConferencePlan
from rindu_app.domain.conferences.view import ConferenceRow, DecisionRow, InviteeRow
from rindu_app.state.counsellor.shown import Choice
from rindu_app.words import clock, dates, routes
from rindu_app.words.codes import ConferenceStatus


@dataclass(frozen=True)
class ShownInvitee:
    """`asked`: a partner whose answer can be written down; `shareable`: one that may be given the minutes now."""

    uid: str
    name: str
    answer: str
    detail: str
    asked: bool
    removable: bool
    shareable: bool


@dataclass(frozen=True)
class ShownDecision:
    uid: str
    words: str
    meta: str


@dataclass(frozen=True)
class ShownConference:
    """`begun`: what was said can be written down; `form`: what a form that moves it begins with; `my_answer`: an `InviteAnswer` while I may give one; `room` leads to the video call."""

    uid: str = ""
    title: str = ""
    status: str = ""
    purpose: str = ""
    place: str = ""
    by: str = ""
    notes: str = ""
    ending: str = ""
    room: str = ""
    open: bool = False
    planned: bool = False
    held: bool = False
    begun: bool = False
    form: dict[str, str] = field(default_factory=dict)
    my_answer: str = ""
    invitees: tuple[ShownInvitee, ...] = ()
    decisions: tuple[ShownDecision, ...] = ()
    owners: tuple[Choice, ...] = ()


def show_conference(row: ConferenceRow, zone: str) -> ShownConference:
    mine = next((one for one in row.invitees if one.mine and not one.ended), None)
    held = row.status == ConferenceStatus.HELD
    place = ", ".join(filter(None, ["Panggilan video" if row.video else "", row.place]))
    return ShownConference(
        uid=row.uid,
        title=dates.show_span(row.starts_at, row.minutes, zone),
        status=row.status_label,
        purpose=row.purpose,
        place=place,
        by=f"Diundang oleh {row.by}",
        notes=row.notes,
        ending=row.ending,
        room=routes.room(row.uid) if row.video and row.open else "",
        open=row.open,
        planned=row.status == ConferenceStatus.PLANNED,
        held=held,
        form={name: str(value) for name, value in plan_values(row.plan, zone).items()},
        begun=row.open and row.starts_at <= clock.now(),
        my_answer=mine.answer if mine is not None and row.open else "",
        invitees=tuple(_invitee(one, is_open=row.open, held=held) for one in row.invitees),
        decisions=tuple(_decision(one) for one in row.decisions),
        owners=tuple(Choice(one.uid, one.name) for one in row.invitees if not one.ended),
    )


def plan_values(plan: ConferencePlan, zone: str) -> dict[str, object]:
    """A plan by the fields of its form."""
    day, time = dates.field_values(plan.starts_at, zone)
    mode = "video" if plan.video else "place"
    return {
        "purpose": plan.purpose,
        "day": day,
        "time": time,
        "minutes": plan.minutes,
        "mode": mode,
        "place": plan.place,
    }


def _invitee(row: InviteeRow, *, is_open: bool, held: bool) -> ShownInvitee:
    came = {True: "Hadir", False: "Tidak hadir", None: row.answer_label}[row.came]
    shared = f"Mengetahui: {', '.join(row.fields).lower()}" if row.fields else "Tidak ada data orangnya"
    notes = "Notulen dibagikan" if row.has_notes else ""
    detail = ". ".join(filter(None, [shared, notes])) if row.is_partner else ""
    if row.ended:
        detail = (
            "Undangan berakhir; tidak dapat membaca apa pun lagi" if row.is_partner else "Undangan ditarik"
        )
    return ShownInvitee(
        uid=row.uid,
        name=row.name,
        answer="" if row.ended and row.came is None else came,
        detail=detail,
        asked=is_open and row.is_partner and not row.ended,
        removable=is_open and not row.ended,
        shareable=held and row.is_partner and not row.ended and not row.has_notes,
    )


def _decision(row: DecisionRow) -> ShownDecision:
    kind = "tugas" if row.is_task else "janji mitra"
    return ShownDecision(row.uid, row.words, f"{row.owner}, {kind}, sampai {dates.show_plain_date(row.due)}")
