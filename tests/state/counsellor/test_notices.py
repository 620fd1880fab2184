"""A counsellor tells a person that something waits, as her safe contact allows, and sees what became of it."""

import pytest

from rindu_app.domain.reports.submit import Submitted
from rindu_app.state.counsellor.notices import Notices
from rindu_app.words.codes import ContactWay, Role
from tests.factories import BALIKPAPAN, send_report
from tests.state.screen import Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")
PHONE = "0812-0000-1234"


def opened(report: Submitted, **who: object) -> Notices:
    screen = Tab(signed_in(**who), f"/laporan/{report.number}").on(Notices)  # type: ignore[arg-type]
    do(screen.load)
    return screen


def test_a_notice_is_prepared_once_and_shown_without_her_number() -> None:
    report, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    screen = opened(report)
    for _ in range(3):
        do(screen.send, form(notice_what="appointment"))
    [row] = screen.rows
    assert row.text.startswith("Ada usulan waktu")
    assert row.detail.startswith("WhatsApp · Menunggu · Hari ini")
    assert "1234" not in repr(screen.dict())


def test_what_her_safe_contact_forbids_is_refused_until_there_is_a_reason() -> None:
    report, _ = send_report(ways=[ContactWay.HERE], phone=PHONE)
    screen = opened(report)
    do(screen.send, form(notice_what="new_message"))
    assert screen.notice == "Orang ini tidak memilih cara ini."
    assert screen.rows == []
    do(screen.send, form(notice_what="new_message", notice_reason="Ia memintanya lewat telepon."))
    assert len(screen.rows) == 1


def test_only_words_for_persons_can_be_chosen() -> None:
    report, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    screen = opened(report)
    do(screen.send, form(notice_what="late"))
    assert screen.rows[0].text.startswith("Ada pembaruan")


@pytest.mark.parametrize("who", [{"area": BALIKPAPAN}, {"role": Role.ADMIN}])
def test_strangers_and_administrators_get_nothing(who: dict[str, object]) -> None:
    report, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    signed = opened(report, username="lain", **who)
    do(signed.send, form(notice_what="new_message"))
    assert signed.rows == []
    assert signed.notice


def test_what_was_sent_goes_with_the_page() -> None:
    report, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    tab = Tab(signed_in(), f"/laporan/{report.number}")
    screen = tab.on(Notices)
    do(screen.send, form(notice_what="new_message"))
    assert screen.rows
    tab.go("/laporan/L-2611-9999")
    do(screen.load)
    assert screen.rows == []
    tab.go(f"/laporan/{report.number}")
    do(screen.load)
    do(screen.leave)
    assert screen.rows == []
