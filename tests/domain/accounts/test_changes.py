"""An administrator can make an account that reads. She cannot do it unseen by those who supervise the place."""

from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import commands
from rindu_app.domain.accounts.changes import WINDOW, AccountChangeRow, list_account_changes
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import BANYUWANGI, EAST_JAVA, GENTENG, METRO, make_account

pytestmark = pytest.mark.usefixtures("country")

PASSWORD = "pagi cerah di kebun"


def seen(actor: Actor) -> list[AccountChangeRow]:
    with open_session(actor, write=False) as session:
        return list(list_account_changes(session, actor))


def create(admin: Actor, name: str, role: Role, area: str) -> int:
    with open_session(admin) as session:
        return commands.create_account(
            session,
            admin,
            username=name,
            display_name=name.title(),
            role=role,
            area_code=area,
            password=PASSWORD,
        )


def test_a_supervisor_sees_who_can_read_here_since_when_and_by_whom() -> None:
    admin = make_account(Role.ADMIN, EAST_JAVA, display_name="Admin Rekaan")
    here, far = make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR, METRO)
    ghost = create(admin, "hantu", Role.SUPERVISOR, BANYUWANGI)
    create(admin, "bawah", Role.SHELTER, GENTENG)
    create(admin, "atas", Role.COUNSELLOR, EAST_JAVA)
    create(admin, "sebelah", Role.COUNSELLOR, "35.17")
    create(admin, "pengurus", Role.ADMIN, BANYUWANGI)
    rows = seen(here)
    assert [(row.whose, row.role) for row in rows] == [
        ("Atas", Role.COUNSELLOR), ("Bawah", Role.SHELTER), ("Hantu", Role.SUPERVISOR),
    ]  # fmt: skip
    assert {(row.act, row.by) for row in rows} == {("accounts:account:create", "Admin Rekaan")}
    assert seen(far) == []
    with open_session(admin) as session:
        commands.reset_password(session, admin, account_id=ghost, password="angin laut di sore")
        commands.reset_second_factor(session, admin, account_id=ghost)
        commands.change_account(
            session, admin, account_id=ghost, display_name="Hantu", role=Role.COUNSELLOR, area_code=BANYUWANGI, active=True
        )  # fmt: skip
    assert [row.act for row in seen(here)][:3] == [
        "accounts:account:change", "accounts:second_factor:reset", "accounts:password:reset",
    ]  # fmt: skip
    with clock.moved(WINDOW):
        assert seen(here) == []


def test_what_she_did_to_her_own_account_is_no_news() -> None:
    supervisor, colleague = make_account(Role.SUPERVISOR), make_account()
    with open_session(colleague) as session:
        audit(session, colleague, "accounts:password:change", f"account:{colleague.id}")
    assert seen(supervisor) == []


@pytest.mark.parametrize("who", [{"role": Role.COUNSELLOR}, {"role": Role.ADMIN}, {"role": Role.SHELTER}])
def test_it_is_a_supervisors_business(who: dict[str, Any]) -> None:
    with pytest.raises(Forbidden):
        seen(make_account(**who))
