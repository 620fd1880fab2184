"""Addresses that name a real thing of a case: who gets it, and that everybody else finds nothing there."""

import pytest

from rindu_app.models import Attachment, CaseExport, CounsellingSession, GroupMeeting
from tests.access.outsiders import uids
from tests.access.planted import Planted, plant
from tests.access.test_outsider_screens import with_a_tab
from tests.access.test_route_table import staff
from tests.api.public.citizen import OUR_FORM

# Columns: the file of a report · the room of a session · a paper · the list of a group's meeting
#   has: it is there for her · said: there is no way in now, and why (a meeting face to face has no room) · no: seen, but not hers
#   to do · none: nothing is there
ROUTES = ("GET /berkas/", "GET /ruang/", "POST /dokumen/", "POST /dokumen/pertemuan/")
WHO: dict[str, str] = {
    "case manager":                   "has  said has  has",
    "team member":                    "has  said has  none",
    "broke the glass":                "has  said no   none",
    "supervisor here":                "has  said has  has",
    "counsellor here":                "none none none none",
    "former member":                  "none none none none",
    "kin of the reported person":     "none none none none",
    "counsellor elsewhere":           "none none none none",
    "case manager elsewhere":         "none none none none",
    "supervisor elsewhere":           "none none none none",
    "administrator here":             "none none none none",
    "shelter worker here":            "none none none none",
    "shelter worker elsewhere":       "none none none none",
    "partner here":                   "none none none none",
    "neighbouring partner":           "none none none none",
}  # fmt: skip


@pytest.fixture
def house(country: object) -> Planted:
    return plant()


def knock(house: Planted, who: str, door: str, uid: str) -> str:
    person = staff(with_a_tab(house.actors[who]).token)
    method, _, path = door.partition(" ")
    address = f"{path}{uid}"
    answer = (
        person.http.post(address, data={}, headers=OUR_FORM) if method == "POST" else person.http.get(address)
    )
    return {404: "none", 403: "no", 409: "said"}.get(answer.status_code, "has")


def test_each_thing_is_there_for_its_people_and_for_nobody_else(house: Planted) -> None:
    found = uids(house)
    things = [found[model][0] for model in (Attachment, CounsellingSession, CaseExport, GroupMeeting)]
    seen = {
        who: [knock(house, who, door, uid) for door, uid in zip(ROUTES, things, strict=True)] for who in WHO
    }
    assert seen == {who: line.split() for who, line in WHO.items()}
    nobody = [knock(house, "case manager", door, "0" * 32) for door in ROUTES]
    assert nobody == ["none"] * len(ROUTES)
