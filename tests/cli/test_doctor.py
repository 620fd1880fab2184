"""The doctor names everything that must be mended, in plain words, and nothing secret."""

import socket
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from rindu_app.access.database import get_engine
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import get_file_store
from rindu_app.cli.checks import machine
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.models import Account, DataKey
from rindu_app.words.codes import ContactWay
from tests import samples
from tests.cli.conftest import Rindu
from tests.domain.deliveries.test_queueing import PHONE, notify
from tests.domain.files.test_files import attach
from tests.factories import SYSTEM, make_account, report_id_of, send_report

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


@pytest.fixture(autouse=True)
def _built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_built", lambda: True)


@BOTH
def test_a_good_installation_has_nothing_to_mend(empty_installation: Path, rindu: Rindu) -> None:
    assert rindu("migrate").exit_code == 0
    result = rindu("doctor")
    assert result.exit_code == 0, result.output
    assert "PERBAIKI" not in result.output
    assert "memakai bentuk terbaru (" in result.output


@BOTH
def test_an_empty_database_is_bad_until_it_is_migrated(empty_installation: Path, rindu: Rindu) -> None:
    result = rindu("doctor")
    assert result.exit_code == 1
    assert "rindu migrate" in result.output


def test_production_without_keys_is_bad_until_they_are_made(
    empty_installation: Path, rindu: Rindu, production: dict[str, str]
) -> None:
    assert "rindu keys create" in rindu("doctor", **production).output
    assert rindu("keys", "create", **production).exit_code == 0
    rindu("migrate", **production)
    assert rindu("doctor", **production).exit_code == 0


def test_production_refuses_a_development_key(
    empty_installation: Path, rindu: Rindu, production: dict[str, str]
) -> None:
    key_file = Path(production["RINDU_KEY_FILE"])
    rindu("keys", "create", RINDU_KEY_FILE=str(key_file))
    result = rindu("doctor", **production)
    assert result.exit_code == 1
    assert "dibuat untuk pengembangan" in result.output


def test_a_key_file_others_can_read_is_bad(empty_installation: Path, rindu: Rindu) -> None:
    rindu("keys", "create")
    (empty_installation / "keys.json").chmod(0o644)
    result = rindu("doctor")
    assert result.exit_code == 1
    assert "chmod 600" in result.output


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"RINDU_ENVIRONMENT": "production"}, "RINDU_KEY_FILE belum diatur"),
        ({"RINDU_VISIT_MINUTES": "soon"}, "RINDU_VISIT_MINUTES: nilai tidak dapat dipakai"),
        ({"RINDU_DATABASE_URL": "postgresql://u:rahasia9@127.0.0.1:1/x"}, "PostgreSQL tidak dapat dihubungi"),
        ({"RINDU_REDIS_URL": "redis://127.0.0.1:1/0"}, "Redis: tidak dapat dihubungi"),
        ({"RINDU_SMTP_URL": "smtp://u:rahasia9@127.0.0.1:1"}, "server surel tidak dapat dihubungi"),
        ({"RINDU_WHATSAPP_TOKEN": "rahasia9"}, "WhatsApp: baru separuh diatur"),
        ({"RINDU_VIDEO_SECRET": "rahasia9"}, "diisi semua atau tidak sama sekali"),
        (
            {
                "RINDU_VIDEO_URL": "https://127.0.0.1:1",
                "RINDU_VIDEO_APP_ID": "x",
                "RINDU_VIDEO_SECRET": "rahasia9" * 4,
            },
            "server video tidak dapat dihubungi",
        ),
    ],
    ids=[
        "production unset",
        "not a number",
        "database",
        "redis",
        "mail",
        "whatsapp",
        "half a video server",
        "video",
    ],
)
def test_what_is_misconfigured_is_named_without_its_secret(
    empty_installation: Path, rindu: Rindu, environment: dict[str, str], sentence: str
) -> None:
    rindu("migrate")
    result = rindu("doctor", **environment)
    assert result.exit_code == 1
    assert sentence in result.output
    assert "rahasia9" not in result.output


def test_a_misspelt_setting_is_noticed(empty_installation: Path, rindu: Rindu) -> None:
    assert "RINDU_DATABSE_URL tidak dikenal" in rindu("doctor", RINDU_DATABSE_URL="x").output


def test_a_mail_server_that_answers_is_good(empty_installation: Path, rindu: Rindu) -> None:
    rindu("migrate")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        result = rindu("doctor", RINDU_SMTP_URL=f"smtp://127.0.0.1:{port}")
    assert result.exit_code == 0
    assert "server surel dapat dihubungi" in result.output


def test_a_data_key_without_its_wrapping_key_is_found(empty_installation: Path, rindu: Rindu) -> None:
    rindu("migrate")
    rindu("keys", "create")
    with open_session(SYSTEM) as session:
        session.add(DataKey(uid="a", wrapping_key="k9", wrapped=b"x", created_on=date(2026, 1, 1)))
    result = rindu("doctor")
    assert result.exit_code == 1
    assert "kunci k9" in result.output


def test_pages_that_were_not_built_are_bad(
    empty_installation: Path, rindu: Rindu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "is_built", lambda: False)
    rindu("migrate")
    assert "make build" in rindu("doctor").output


def test_an_attachment_without_its_file_is_bad_and_an_unsure_notice_is_said(
    country: Path, rindu: Rindu
) -> None:
    counsellor, (sent, _) = make_account(), send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    uid = attach(counsellor, report_id_of(sent), "a.pdf", samples.PDF)
    notify(counsellor, sent.number)
    assert "Lampiran: semua berkasnya ada." in rindu("doctor").output
    get_file_store().delete(uid)
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE delivery SET status = 'unknown'"))
    output = rindu("doctor").output
    assert "1 lampiran tercatat tetapi berkasnya tidak ada" in output
    assert "1 tidak pasti terkirim" in output


def test_reports_that_nobody_sees_are_bad_until_somebody_works_there(country: Path, rindu: Rindu) -> None:
    assert "Petugas: belum ada konselor" in rindu("doctor").output
    send_report()
    assert "1 laporan menunggu tanpa seorang pun" in rindu("doctor").output
    make_account()
    assert "Petugas: ada konselor" in rindu("doctor").output


def test_a_report_from_which_everybody_is_blocked_is_bad(country: Path, rindu: Rindu) -> None:
    me, kin, other, (report, _) = make_account(), make_account(), make_account(), send_report()
    with open_session(me) as session:
        block_colleague(session, me, number=report.number, account_id=kin.id, reason="Ipar")
    assert "dihalangi" not in rindu("doctor").output
    with open_session(SYSTEM) as session:
        for gone in (me, other):
            account = session.get(Account, gone.id)
            assert account is not None
            account.active = False
    assert "1 laporan menunggu, dan semua petugas" in rindu("doctor").output
