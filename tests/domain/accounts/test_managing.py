"""Administrators keep accounts of their own area, and nobody else does."""

from typing import Any

import pytest

from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import commands
from rindu_app.domain.accounts.queries import list_accounts, staff_of
from rindu_app.domain.accounts.sign_in import Step
from rindu_app.words.codes import Role
from tests.accounts import PASSWORD, SignedIn, account, give_password, make_account, make_area, signed_in, who


def create(admin: SignedIn, **given: Any) -> int:
    values = {"username": "baru", "display_name": "Baru", "role": Role.COUNSELLOR, "area_code": "35.10.01"}
    with open_session(admin.actor) as session:
        return commands.create_account(session, admin.actor, **{"password": PASSWORD, **values, **given})


def test_an_administrator_makes_an_account_below_her_own_area(installation: object) -> None:
    admin = signed_in("admin", role=Role.ADMIN)
    make_area("35.10.01")
    create(admin)
    assert account("baru").must_change_password
    assert give_password("baru").step is Step.ENROL


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR])
def test_nobody_else_makes_or_reads_accounts(installation: object, role: Role) -> None:
    person = signed_in("sari", role=role)
    make_area("35.10.01")
    with pytest.raises(Forbidden):
        create(person)
    with pytest.raises(Forbidden), open_session(person.actor) as session:
        list_accounts(session, person.actor)


def test_accounts_of_other_areas_do_not_exist_for_her(installation: object) -> None:
    admin = signed_in("admin", role=Role.ADMIN)
    stranger = make_account("jauh", area="64.71")
    with pytest.raises(NotFound), open_session(admin.actor) as session:
        commands.reset_password(session, admin.actor, account_id=stranger, password="angin laut di sore")
    with pytest.raises(Forbidden):
        create(admin, area_code="64.71")
    with open_session(admin.actor) as session:
        assert [row.username for row in list_accounts(session, admin.actor)] == ["admin"]


@pytest.mark.parametrize(
    ("given", "error", "code"),
    [({"username": "Budi Anto"}, Invalid, "username_form"), ({"username": "a"}, Invalid, "username_form"),
     ({"display_name": "  "}, Invalid, "required"), ({"password": "pendek"}, Invalid, "password_short"),
     ({"area_code": "35.10.99"}, Invalid, "unknown_area"), ({"username": "ADMIN"}, Conflict, "username_taken")],
)  # fmt: skip
def test_impossible_accounts_are_refused(
    installation: object, given: dict[str, Any], error: type[Exception], code: str
) -> None:
    admin = signed_in("admin", role=Role.ADMIN)
    make_area("35.10.01")
    with pytest.raises(error, match=code):
        create(admin, **given)


def test_an_administrator_cannot_lock_herself_out(installation: object) -> None:
    admin = signed_in("admin", role=Role.ADMIN)
    with pytest.raises(Conflict, match="account_own"), open_session(admin.actor) as session:
        commands.change_account(
            session, admin.actor, account_id=admin.account_id, display_name="Admin", role=Role.ADMIN,
            area_code="35.10", active=False,
        )  # fmt: skip


def test_a_reset_password_ends_sessions_and_must_be_changed(installation: object) -> None:
    admin, person = signed_in("admin", role=Role.ADMIN), signed_in("sari")
    with open_session(admin.actor) as session:
        commands.reset_password(
            session, admin.actor, account_id=person.account_id, password="angin laut di sore"
        )
    assert who(person.token) is None
    assert account("sari").must_change_password
    assert give_password("sari", "angin laut di sore").step is Step.CODE


def test_a_reset_second_factor_is_enrolled_again(installation: object) -> None:
    admin, person = signed_in("admin", role=Role.ADMIN), signed_in("sari")
    with open_session(admin.actor) as session:
        commands.reset_second_factor(session, admin.actor, account_id=person.account_id)
    assert who(person.token) is None
    assert give_password("sari").step is Step.ENROL


def test_work_can_be_given_to_those_whose_area_covers_it(installation: object) -> None:
    person = signed_in("sari", area="35.10")
    make_account("provinsi", area="35", role=Role.SUPERVISOR)
    make_account("sebelah", area="35.11")
    make_account("admin", area="35.10", role=Role.ADMIN)
    with open_session(person.actor) as session:
        found = staff_of(
            session,
            person.actor,
            area_code="35.10.01.2001",
            roles=frozenset({Role.COUNSELLOR, Role.SUPERVISOR}),
        )
    assert [name for _, name in found] == ["Provinsi", "Sari"]
