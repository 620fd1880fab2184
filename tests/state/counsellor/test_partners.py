"""Partners on the screens: kept by an administrator, looked up by a counsellor."""

import pytest

from rindu_app.state.admin.partners import Partners
from rindu_app.state.counsellor.partners import PartnerList
from rindu_app.words.codes import Role
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")
GIVEN: dict[str, str | list[str]] = {
    "partner_name": "RSUD uji",
    "partner_kind": "hospital",
    "partner_area_code": "35.10",
    "partner_services": ["medical", "visum"],
    "partner_phone": "(0333) 000-1001",
    "partner_mou_number": "12/KS",
    "partner_mou_until": "2020-12-31",
    "partner_opens_1": "07:30",
    "partner_closes_1": "15:30",
    "partner_active": "yes",
}


def kept(person: Person) -> Partners:
    page = Tab(person).on(Partners)
    do(page.load)
    do(page.begin, "new")
    do(page.save, form(**GIVEN))
    return page


def test_what_is_kept_comes_back_into_the_form() -> None:
    page = kept(signed_in("admin", role=Role.ADMIN))
    assert [row.title for row in page.rows] == ["RSUD uji"]
    do(page.begin, page.rows[0].key)
    assert (page.old["mou_until"], page.old["opens_1"], page.chosen) == (
        "2020-12-31",
        "07:30",
        ["medical", "visum"],
    )
    do(page.save, form(**{**GIVEN, "partner_services": []}))
    assert page.errors["partner_services"]
    assert page.editing


def test_a_counsellor_looks_it_up_by_service() -> None:
    kept(signed_in("admin", role=Role.ADMIN))
    page = Tab(signed_in()).on(PartnerList)
    do(page.load)
    [row] = page.rows
    assert (row.name, row.services) == ("RSUD uji", "Pelayanan kesehatan, Visum dan pemeriksaan forensik")
    assert (row.over, row.agreement) == (True, "12/KS, berakhir 31 Des 2020")
    do(page.show, "police")
    assert page.rows == []
    do(page.show, "visum")
    assert len(page.rows) == 1
