"""The way into the video room of a conference, made at the moment somebody opens it, and kept nowhere."""

from datetime import timedelta

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.session import widened
from rindu_app.adapters.video import Visit, get_video
from rindu_app.domain.cases.access import access_case, number_of, sealer_of
from rindu_app.domain.conferences.access import access_invited, place_of
from rindu_app.domain.conferences.addressed import live_status
from rindu_app.domain.conferences.workflow import OPEN
from rindu_app.domain.sessions.rooms import CLOSES_AFTER, OPENS_BEFORE, minutes_of
from rindu_app.models import Case, CaseConference
from rindu_app.words import clock
from rindu_app.words.codes import ConferenceStatus


def make_conference_link(session: Session, actor: Actor, *, uid: str) -> str:
    """For the team by the conference's uid, as hosts; for a partner by that of its invitation, as a guest.

    Raises `NotFound` for strangers, `Conflict` with the reason why there is no way in now.
    """
    if actor.may(Permission.REFERRAL_ANSWER):
        invitee = access_invited(session, actor, uid)
        if live_status(session, invitee) is None:
            raise Conflict("invitation_withdrawn")
        with widened(session, "a partner's way into the room"):
            conference = session.get_one(CaseConference, invitee.conference_id)
            case = session.get_one(Case, invitee.case_id)
            link = _link(session, case, conference, moderator=False)
    else:
        found = session.exec(select(CaseConference).where(CaseConference.uid == uid)).first()
        seen = session.get(Case, found.case_id) if found is not None else None
        if found is None or seen is None:
            raise NotFound
        case = access_case(session, actor, number_of(seen), Permission.CASE_WRITE)
        link = _link(session, case, found, moderator=True)
    audit(session, actor, "conference:room", "" if actor.may(Permission.REFERRAL_ANSWER) else number_of(case))
    return link


def _link(session: Session, case: Case, conference: CaseConference, *, moderator: bool) -> str:
    if conference.room is None:
        raise Conflict("room_none")
    end = conference.starts_at + timedelta(minutes=conference.minutes)
    opens, closes = conference.starts_at - OPENS_BEFORE, end + CLOSES_AFTER
    if ConferenceStatus(conference.status) not in OPEN or clock.now() >= closes:
        raise Conflict("room_over")
    if clock.now() < opens:
        raise Conflict("room_early", minutes=minutes_of(OPENS_BEFORE))
    rooms = get_video()
    if not rooms.is_on:
        raise Conflict("video_off")
    room = sealer_of(session, case).open(place_of("room", conference.uid), conference.room)
    return rooms.link(Visit(room, moderator, opens, closes))
