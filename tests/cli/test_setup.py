"""From an empty machine to a house with an administrator."""

import socket
from pathlib import Path

import pytest
from sqlmodel import func, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.passwords import verify_password
from rindu_app.models import Account, Area
from tests.cli.conftest import Rindu

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


@BOTH
@pytest.mark.slow
def test_migrate_seed_and_first_administrator(empty_installation: Path, rindu: Rindu) -> None:
    assert rindu("migrate").exit_code == 0
    assert "Data rujukan dimuat." in rindu("seed").output
    assert "sudah yang terbaru" in rindu("seed").output
    made = rindu("create-admin", "Admin.Banyuwangi", "--name", "Kepala Uji")
    assert made.exit_code == 0, made.output
    password = made.output.split("kali ini): ")[1].split()[0]
    with open_session(Actor.system("test"), write=False) as session:
        account = session.exec(select(Account)).one()
        assert session.exec(select(func.count()).select_from(Area)).one() > 90_000
    assert (account.username, account.role, account.area_code) == ("admin.banyuwangi", "admin", "35.10")
    assert account.must_change_password
    assert verify_password(password, account.password_hash)


def test_what_cannot_be_an_account_is_refused_in_a_sentence(country: Path, rindu: Rindu) -> None:
    taken = rindu("create-admin", "admin")
    assert taken.exit_code == 0
    for arguments in (["admin"], ["x y"], ["baru", "--area", "99.99"]):
        result = rindu("create-admin", *arguments)
        assert result.exit_code == 1
        assert result.output.strip().endswith(".")
        assert "Traceback" not in result.output


def test_demo_data_are_refused_in_production(
    empty_installation: Path, rindu: Rindu, production: dict[str, str]
) -> None:
    result = rindu("seed", "--demo", **production)
    assert result.exit_code == 1
    assert "tidak boleh dimuat di produksi" in result.output


def test_a_port_in_use_is_said_before_anything_is_prepared(empty_installation: Path, rindu: Rindu) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = rindu("serve", "--port", str(port))
    assert result.exit_code == 1
    assert f"Port {port} tidak dapat dipakai" in result.output
    assert not (empty_installation / "rindu.db").exists()
