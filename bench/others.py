"""What goes from one case to others: referrals, conferences, transfers, the shelter, papers. All of it invented."""

from datetime import datetime, timedelta
from typing import Any

from bench.office import BEDS, HOUSES, ROOMS, Office
from bench.rows import LONG, CaseRows, add_key
from rindu_app.domain.reports.numbers import show_number
from rindu_app.models import (
    CaseConference,
    CaseEvent,
    CaseExport,
    CaseTransfer,
    ConferenceDecision,
    ConferenceInvitee,
    Consent,
    Referral,
    ShelterBedUse,
    ShelterEntry,
    ShelterExtension,
    ShelterStay,
)
from rindu_app.models.base import new_uid
from rindu_app.words import clock

WORDS = "Kata-kata rekaan yang agak panjang. " * 4
SHARED = {"name": "Nama Rekaan", "summary": WORDS}
PLACES = HOUSES * ROOMS * BEDS
IN_SHELTER = 180  # of so many cases one is there now: open ones, as 180 is nine times twenty


def add_others(case: CaseRows, office: Office) -> None:
    partners = (
        office.partners if case.number == LONG else (office.partners[case.number % len(office.partners)],)
    )
    for _, uid in partners:
        case.add(
            Consent, purpose="referral", subject=uid, fields=[*SHARED], given=True, given_by="self", assent="yes",
            language="indonesian", explained_by_id=case.owner, text_version="1", evidence_kind="witness", at=case.at,
            sealed={"evidence": "Lisan."},
        )  # fmt: skip
    for place in case.many(2):
        _refer(case, place, partners[place % len(partners)][0])
    for place in case.many(1, every=10):
        _confer(case, place, partners[0][0])
    for place in case.many(1, every=15):
        _transfer(case, office.area, is_open=case.is_open and place == 0)
    for place in case.many(1, every=6):
        _stay(case, office, place)
    for _ in case.many(1, every=30):
        case.add(
            CaseExport, kind="summary", by_id=case.owner, at=case.at, size=40_000, locked=True, expires_at=case.at,
            downloads_left=0, gone_at=case.at,
        )  # fmt: skip


def _parcel(
    case: CaseRows, column: str, content: dict[str, Any], *, ended_at: datetime | None
) -> dict[str, Any]:
    """What the partner reads, under a key of its own; nothing of it is left once that has ended."""
    uid, sealer = new_uid(), add_key(case.rows, destroyed_at=ended_at)
    parcel = None if ended_at else sealer.seal_json(f"{column}:{uid}", content)
    return {"uid": uid, "key_uid": sealer.uid, "parcel": parcel}


def _refer(case: CaseRows, place: int, partner: int) -> None:
    """All but the first are done; of an open case the first waits."""
    waits, row_id = case.is_open and place == 0, case.id_of(place)
    at = clock.now() - timedelta(days=case.number % 5) if waits else case.at
    content = {"purpose": WORDS, "shared": SHARED}
    parcel = _parcel(case, "referral.parcel", content, ended_at=None if waits else at)
    case.rows.setdefault(Referral, []).append({
        **parcel, "id": row_id, "case_id": case.number, "partner_id": partner, "service": "medical",
        "urgency": "normal", "fields": [*SHARED], "status": "accepted" if waits else "done", "outcome": "referred",
        "record": case.sealer.seal_json(f"referral.record:{parcel['uid']}", content), "made_by_id": case.owner,
        "at": at, "due_at": at + timedelta(days=3), "opened_at": at, "ended_at": None if waits else at,
    })  # fmt: skip
    if not waits:
        facts = {"referral": show_number("R", row_id, at)}
        case.add(CaseEvent, kind="referral_done", by_id=None, at=at, facts=facts, sealed={"note": WORDS})


def _confer(case: CaseRows, place: int, partner: int) -> None:
    """The newest of an open case is still to come, and its partner reads the invitation."""
    row_id, comes = case.id_of(place), case.is_open
    starts = clock.now() + timedelta(days=case.number % 20 + 1) if comes else case.at
    notes = {} if comes else {"notes": WORDS}
    case.add(
        CaseConference, id=row_id, status="agreed" if comes else "held", starts_at=starts, minutes=90, by_id=case.owner,
        at=case.at, sealed={"place": "Aula rekaan", "purpose": WORDS, **notes},
    )  # fmt: skip
    told = {
        "starts_at": starts.isoformat(),
        "minutes": "90",
        "place": "Aula",
        "purpose": WORDS,
        "video": "",
        "shared": SHARED,
    }
    belongs = {
        "conference_id": row_id,
        "case_id": case.number,
        "by_id": case.owner,
        "at": case.at,
        "answer": "comes",
    }
    parcel = _parcel(case, "conference_invitee.parcel", told, ended_at=None if comes else case.at)
    case.rows.setdefault(ConferenceInvitee, []).extend([
        {**belongs, "uid": new_uid(), "account_id": case.owner},
        {**belongs, **parcel, "partner_id": partner, "fields": [*SHARED], "ended_at": None if comes else case.at},
    ])  # fmt: skip
    for _ in range(2):
        case.add(
            ConferenceDecision, conference_id=row_id, owner_id=case.owner, due_on=case.at.date(), by_id=case.owner,
            at=case.at, sealed={"words": WORDS},
        )  # fmt: skip


def _transfer(case: CaseRows, area: str, *, is_open: bool) -> None:
    """Of those that wait every other one is asked of the office, as it came from a village."""
    forwarded = is_open and case.number % 2 == 0
    case.add(
        CaseTransfer, kind="forward" if forwarded else "offer", status="open" if is_open else "accepted",
        account_id=None if forwarded else case.colleague, from_area=case.place, to_area=area if forwarded else "",
        tier=area if forwarded else "", by_id=case.owner, at=case.at, due_at=case.at + timedelta(days=1),
        ended_at=None if is_open else case.at, sealed={"reason": WORDS},
    )  # fmt: skip


def _stay(case: CaseRows, office: Office, place: int) -> None:
    row_id, here = case.id_of(place), case.is_open and case.number % IN_SHELTER == 0
    asked = {"people": [["female", 30], ["female", 6]], "alias": "Mawar", "needs": [], "note": ""}
    case.add(
        ShelterStay, id=row_id, case_number=show_number("K", case.number, case.at), key_uid=case.sealer.uid,
        area_code=case.place, status="extending" if here else "left", urgency="today", asked_by_id=case.owner,
        asked_at=case.at, house_id=1, placed_at=case.at, due_at=case.at + timedelta(days=14),
        left_at=None if here else case.at, destination="" if here else "family", sealed={"asked": asked},
    )  # fmt: skip
    belongs = {"stay_id": row_id, "by_id": office.shelter.id, "at": case.at}
    for _ in range(3):
        case.add(ShelterEntry, kind="need", code="clothes", sealed={"note": WORDS}, **belongs)
    decided = None if here else case.at
    case.add(
        ShelterExtension, days=7, approved=None if here else True, decided_at=decided, sealed={"reason": WORDS},
        **belongs,
    )  # fmt: skip
    if here:
        bed = case.number // IN_SHELTER % PLACES + 1
        case.rows.setdefault(ShelterBedUse, []).append(
            {"stay_id": row_id, "case_id": case.number, "bed_id": bed, "since": case.at}
        )
