"""An administrator sees who did what, in the own area, and learns nobody's story from it."""

from datetime import timedelta
from pathlib import Path

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.session import open_session
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.trail.queries import PAGE, TrailFilter, TrailRow, read_trail
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, SYSTEM, make_account, send_report


def trail(actor: Actor, before: int | None = None, **wanted: object) -> list[TrailRow]:
    with open_session(actor, write=False) as session:
        return read_trail(session, actor, wanted=TrailFilter(**wanted), before=before)  # type: ignore[arg-type]


def test_who_read_a_report_is_seen_and_not_what_is_in_it(country: Path) -> None:
    counsellor, admin = make_account(display_name="Sri W."), make_account(Role.ADMIN)
    sent, _ = send_report(story="CANARYCERITA", name="CANARYNAMA", phone="0812-0000-1234")
    with open_session(counsellor) as session:
        read_report(session, counsellor, number=sent.number)
    rows = trail(admin)
    assert ("Sri W.", "report:read", sent.number) in {(row.who, row.action, row.ref) for row in rows}
    assert "CANARY" not in repr(rows)
    assert "report:receive" in {row.action for row in rows}
    for fact in ("high", "medium", "low"):
        assert fact not in repr(rows)
    assert "1234" not in repr(rows)
    assert sent.code not in repr(rows)


def test_another_areas_trail_is_not_shown(country: Path) -> None:
    send_report()
    admin, stranger = make_account(Role.ADMIN), make_account(Role.ADMIN, BALIKPAPAN)
    counsellor = make_account()
    with open_session(counsellor) as session:
        audit(session, counsellor, "accounts:password:change", "account:1")
    assert {row.action for row in trail(admin)} >= {"report:receive", "accounts:password:change"}
    assert not {row.action for row in trail(stranger)} & {"report:receive", "accounts:password:change"}


def test_what_the_house_did_by_itself_is_seen_by_every_administrator(country: Path) -> None:
    with open_session(SYSTEM) as session:
        audit(session, SYSTEM, "house:backup")
    assert "house:backup" in {row.action for row in trail(make_account(Role.ADMIN, BALIKPAPAN))}


def test_filters_and_pages(country: Path) -> None:
    first, second, admin = make_account(), make_account(), make_account(Role.ADMIN)
    for number in range(PAGE + 10):
        actor = (first, second)[number % 2]
        with clock.moved(timedelta(days=-number)), open_session(actor) as session:
            audit(session, actor, "report:read" if number < 30 else "case:read", f"L-{number}", "35.10")
    page = trail(admin)
    rest = trail(admin, before=page[-1].id)
    ids = [row.id for row in [*page, *rest]]
    assert ids == sorted(ids, reverse=True)
    assert len(page) == PAGE
    assert len(ids) == len(set(ids)) == PAGE + 10
    assert {row.actor for row in trail(admin, account_id=first.id)} == {first.label}
    assert {row.action for row in trail(admin, action="case:")} == {"case:read"}
    assert [row.ref for row in trail(admin, ref="L-7")] == ["L-7"]
    week = trail(
        admin, since=clock.now() - timedelta(days=7, hours=1), until=clock.now() - timedelta(hours=1)
    )
    assert len(week) == 7


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR])
def test_only_administrators_read_it(country: Path, role: Role) -> None:
    with pytest.raises(Forbidden):
        trail(make_account(role))
