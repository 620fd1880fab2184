"""A supervisor sees who carries how much, in words and as a bar, and a counsellor sees nothing of it."""

from datetime import timedelta

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.caseload import LoadRow
from rindu_app.domain.cases.watching import watch_cases
from rindu_app.state.counsellor.caseload import Caseload, show_load
from rindu_app.state.counsellor.cases import Cases
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import METRO, SYSTEM
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, signed_in

pytestmark = pytest.mark.usefixtures("country")

FULL = LoadRow(
    7, "Konselor Rekaan", "Konselor", high=1, medium=2, low=1, late_tasks=2, quiet=0, waiting=1, sessions=0
)


def test_a_load_is_said_in_words_and_drawn_against_the_largest() -> None:
    shown = show_load(FULL, most=8)
    assert (shown.cases, shown.by_risk) == ("4 kasus", "1 tinggi, 2 sedang, 1 rendah")
    assert (shown.trouble, shown.ahead) == ("2 tugas lewat", "1 menunggu keputusan Anda")
    assert [(piece.tone, piece.x, piece.width) for piece in shown.bar] == [
        ("high", "0.0", "12.5"),
        ("medium", "12.5", "25.0"),
        ("low", "37.5", "12.5"),
    ]


def test_nobody_with_a_case_is_an_empty_bar() -> None:
    idle = LoadRow(7, "Konselor Rekaan", "Konselor", 0, 0, 0, 0, 0, 0, 0)
    assert (show_load(idle, most=0).bar, show_load(idle, most=0).by_risk) == ((), "")


def test_what_was_passed_on_stands_first_and_is_counted_where_she_begins_her_day() -> None:
    number = new_case(signed_in())
    for days in (20, 23):
        with clock.moved(timedelta(days=days)), open_session(SYSTEM) as session:
            watch_cases(session, SYSTEM)
    with clock.moved(timedelta(days=23)):
        chief = signed_in("bu_kepala", role=Role.SUPERVISOR)
        screen, nav = Tab(chief, "/beban-kerja").on(Caseload), Tab(chief, "/beban-kerja").on(Nav)
        do(screen.load)
        do(nav.load)
        assert [(row.number, row.quiet) for row in screen.raised] == [(number, "Tanpa kabar 23 hari")]
        assert nav.raised == "1"
        do(screen.leave)
        assert (screen.rows, screen.raised) == ((), ())


def list_of(person: Person, whose: int) -> Cases:
    page = Tab(person, f"/kasus?petugas={whose}").on(Cases)
    do(page.load)
    return page


def test_a_name_leads_to_her_cases_and_back_to_everybodys() -> None:
    hers, others = new_case(sari := signed_in()), new_case(signed_in("lia"))
    chief = signed_in("bu_kepala", role=Role.SUPERVISOR)
    page = list_of(chief, sari.account_id)
    assert ([row.number for row in page.rows], page.whose) == ([hers], "Sari")
    do(page.show, "area")
    assert ({row.number for row in page.rows}, page.whose) == ({hers, others}, "")


def test_nobody_looks_into_the_load_of_a_stranger_or_of_a_colleague() -> None:
    far = signed_in("jauh", area=METRO)
    lia = signed_in("lia")
    new_case(lia)
    assert list_of(signed_in("bu_kepala", role=Role.SUPERVISOR), far.account_id).whose == ""
    page = list_of(signed_in(), lia.account_id)
    assert (page.rows, page.whose) == ([], "")


def test_a_counsellor_sees_nothing() -> None:
    screen = Tab(signed_in(), "/beban-kerja").on(Caseload)
    do(screen.load)
    assert (screen.phase, screen.rows, screen.raised) == ("loading", (), ())
