"""Nothing is lost: rotate, back up, restore on an empty machine, and every report opens; on and across both databases."""

import json
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import verify_audit
from rindu_app.access.database import get_engine
from rindu_app.access.keyring import KeyringError, get_keyring, new_keyring, write_keyring
from rindu_app.access.migrations import migrate
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.backup.archive import CHUNK, MAGIC, BackupBroken
from rindu_app.domain.backup.making import make_backup
from rindu_app.domain.backup.restoring import NotEmpty, restore_backup
from rindu_app.domain.files.queries import open_file
from rindu_app.domain.keys.rotation import retire_unused_keys, rewrap_all
from rindu_app.domain.reports.handling import mark_duplicate
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.commands import reply
from rindu_app.domain.threads.queries import read_thread
from rindu_app.domain.visits.return_visit import return_with_code
from rindu_app.models import Account, Attachment, AuditHead, Delivery, LoginSession, Report, Visit
from rindu_app.settings import get_settings
from rindu_app.words.codes import ContactWay
from tests import samples
from tests.conftest import forget_installation
from tests.country import add_areas
from tests.domain.deliveries.test_queueing import notify
from tests.domain.files.test_files import add_draft, attach, new_visit
from tests.factories import SYSTEM, make_account, report_id_of, send_report

CANARY = "CANARY-ia mengunci pintu"


@dataclass
class House:
    """What somebody who worked here remembers."""

    counsellor: Actor
    stories: dict[str, str]
    codes: dict[str, str]
    photo: str


@pytest.fixture
def house(empty_installation: Path) -> House:
    """A real installation (made by the migrations) in which things have happened."""
    migrate()
    with open_session(SYSTEM) as session:
        add_areas(session)
    counsellor = make_account()
    house = House(counsellor, {}, {}, "")
    for number in range(4):
        sent, _ = send_report(
            story=f"{CANARY} {number} 😟", ways=[ContactWay.WHATSAPP], phone="0812-0000-1234"
        )
        house.stories[sent.number], house.codes[sent.number] = f"{CANARY} {number} 😟", sent.code
    first, second, *_ = house.stories
    with open_session(counsellor) as session:
        reply(session, counsellor, number=first, text="Kami membaca pesan Anda.")
        mark_duplicate(session, counsellor, number=first, of_number=second)
    house.photo = attach(counsellor, int(second.rsplit("-", 1)[1]), data=samples.picture())
    notify(counsellor, second)
    add_draft(new_visit(), "b.pdf", samples.PDF)
    return house


def move_to_a_new_machine(
    monkeypatch: pytest.MonkeyPatch, folder: Path, url: str = "", *, keys: bool = True
) -> None:
    """Nothing comes along but the key file; a PostgreSQL is emptied."""
    key_text = get_settings().keys.read_text()
    forget_installation()
    monkeypatch.setenv("RINDU_DATA_DIR", str(folder))
    monkeypatch.setenv("RINDU_DATABASE_URL", url)
    if keys:
        folder.mkdir(exist_ok=True)
        (folder / "keys.json").write_text(key_text)
    if url:
        with get_engine().begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))


def assert_everything_is_there(house: House) -> None:
    counsellor = house.counsellor
    for number, story in house.stories.items():
        with open_session(counsellor) as session:
            assert story in repr(read_report(session, counsellor, number=number))
        with open_session(Actor.visitor()) as session:
            assert return_with_code(session, text=house.codes[number]).report_id == int(
                number.rsplit("-", 1)[1]
            )
    first, second, *_ = house.stories
    with open_session(counsellor) as session:
        assert [m.text for m in read_thread(session, counsellor, number=first).messages] == [
            "Kami membaca pesan Anda."
        ]
        assert open_file(session, counsellor, house.photo).media_type == "image/jpeg"
        report = session.exec(select(Report).where(Report.id == int(first.rsplit("-", 1)[1]))).one()
        assert report.duplicate_of_id == int(second.rsplit("-", 1)[1])
    with open_session(SYSTEM, write=False) as session:
        assert verify_audit(session)[1] is None
        assert session.exec(select(Attachment).where(Attachment.report_id == None)).all() == []  # noqa: E711
        assert {row.status for row in session.exec(select(Delivery))} == {"unknown"}
        assert session.exec(select(LoginSession)).all() == []


@pytest.mark.parametrize(
    ("database", "target"),
    [("sqlite", "sqlite"), ("postgres", "postgres"), ("sqlite", "postgres"), ("postgres", "sqlite")],
    indirect=["database"],
)
def test_rotate_back_up_restore_elsewhere_and_every_report_opens(
    house: House, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    write_keyring(get_settings().keys, get_keyring().with_new_wrapping_key())
    rewrap_all()
    assert retire_unused_keys() == ["k1"]
    made = make_backup(tmp_path / "house.rindu")
    url = request.getfixturevalue("postgres_url") if target == "postgres" else ""
    move_to_a_new_machine(monkeypatch, tmp_path / "new", url)

    restored = restore_backup(tmp_path / "house.rindu")

    assert (restored.audit_link, restored.rows, restored.files) == (made.audit_link, made.rows, 2)
    assert_everything_is_there(house)
    sent, _ = send_report()  # numbers go on after the restored ones
    assert report_id_of(sent) == 5
    assert make_account().id > house.counsellor.id


def test_nothing_readable_and_no_key_is_in_the_archive(house: House, tmp_path: Path) -> None:
    make_backup(tmp_path / "house.rindu")
    content = (tmp_path / "house.rindu").read_bytes()
    keys = json.loads(get_settings().keys.read_text())
    planted = [
        CANARY,
        "Genteng",
        "petugas",
        "81200001234",
        *house.codes.values(),
        keys["pepper"],
        keys["wrapping"]["k1"],
    ]
    assert not [word for word in planted if word.encode() in content]
    assert (tmp_path / "house.rindu").stat().st_mode & 0o077 == 0


def test_drafts_and_sessions_stay_behind(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(Visit)).all() != []
    made = make_backup(tmp_path / "house.rindu")
    assert not {"visit", "login_session", "login_failure"} & made.tables.keys()
    assert made.files == len(list(get_file_store().list())) - 1  # the draft's


def test_a_backup_is_never_overwritten_and_a_broken_one_has_no_name(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "house.rindu"
    path.write_bytes(b"last week's")
    with pytest.raises(FileExistsError):
        make_backup(path)
    assert path.read_bytes() == b"last week's"

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_backup(tmp_path / "other.rindu", die)
    assert not (tmp_path / "other.rindu").exists()


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    "how", ["flipped", "cut off", "last chunk gone", "first line changed", "not ours", "empty"]
)
def test_a_changed_archive_is_refused_and_leaves_the_machine_empty(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    for number in range(3):  # more than one chunk
        attach(house.counsellor, 2, f"{number}.pdf", samples.PDF + bytes([number]) * CHUNK)
    path = tmp_path / "house.rindu"
    make_backup(path)
    content = path.read_bytes()
    if how == "flipped":
        flip(path, len(content) // 2)
    elif how == "cut off":
        path.write_bytes(content[:-10])
    elif how == "last chunk gone":
        path.write_bytes(content[: _last_chunk(content)])
    elif how == "first line changed":
        path.write_bytes(content.replace(b'"made": "20', b'"made": "21', 1))
    else:
        path.write_bytes(b"PK\x03\x04 something else" if how == "not ours" else b"")
    move_to_a_new_machine(monkeypatch, tmp_path / "new")
    with pytest.raises(BackupBroken):
        restore_backup(path)
    migrate()
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(Account)).all() == []
        assert session.get_one(AuditHead, 1).count == 0
    assert list(get_file_store().list()) == []


def _last_chunk(content: bytes) -> int:
    place = content.index(b"\n", len(MAGIC)) + 1
    while (after := place + 4 + int.from_bytes(content[place : place + 4], "big")) < len(content):
        place = after
    return place


def test_without_the_right_keys_nothing_opens(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "house.rindu"
    make_backup(path)
    move_to_a_new_machine(monkeypatch, tmp_path / "new", keys=False)
    get_keyring()  # another installation's keys, also called k1
    with pytest.raises(KeyringError):
        restore_backup(path)
    write_keyring(get_settings().keys, new_keyring(development=True).with_new_wrapping_key().without({"k1"}))
    with pytest.raises(KeyringError, match="k1"):
        restore_backup(path)


def test_a_restore_never_overwrites(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "house.rindu"
    make_backup(path)
    with pytest.raises(NotEmpty):
        restore_backup(path)
    assert len(list(get_file_store().list())) == 3
    move_to_a_new_machine(monkeypatch, tmp_path / "new")
    get_file_store().put("0" * 32, b"somebody's")
    with pytest.raises(NotEmpty):
        restore_backup(path)
    assert get_file_store().get("0" * 32) == b"somebody's"


def test_a_backup_while_reports_come_in_is_of_one_moment(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, stop = tmp_path / "house.rindu", threading.Event()

    def go_on_sending() -> None:
        while not stop.is_set():
            send_report()

    writers = [threading.Thread(target=go_on_sending) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        made = make_backup(path)
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    move_to_a_new_machine(monkeypatch, tmp_path / "new")
    assert restore_backup(path).tables == made.tables
    assert_everything_is_there(house)


def test_a_lost_attachment_is_said_and_does_not_stop_the_rest(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_file_store().delete(house.photo)
    made = make_backup(tmp_path / "house.rindu")
    assert made.missing == [house.photo]
    move_to_a_new_machine(monkeypatch, tmp_path / "new")
    assert restore_backup(tmp_path / "house.rindu").missing == [house.photo]
