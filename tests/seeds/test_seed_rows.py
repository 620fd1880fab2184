"""What an administrator changed stays; what nobody touched follows the new release."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from rindu_app.access.database import get_engine
from rindu_app.domain.codes.queries import list_codes, read_labels
from rindu_app.models import CodeItem, Holiday, Hotline, ReferenceVersion
from rindu_app.seeds.reference.code_lists import FOLDER, load_code_lists
from rindu_app.seeds.reference.seed_rows import SeedChanges


@pytest.fixture
def session(tables: Path) -> Iterator[Session]:
    with Session(get_engine()) as session:
        yield session


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A copy of the shipped files that a test may change into the next release."""
    folder = tmp_path / "release"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.gz", "*.py", "__pycache__"))
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def item(session: Session, list_code: str, code: str) -> CodeItem:
    return session.exec(select(CodeItem).where(CodeItem.list_code == list_code, CodeItem.code == code)).one()


def test_loading_twice_changes_nothing(session: Session) -> None:
    assert load_code_lists(session).added > 400
    before = session.get_one(ReferenceVersion, "code_lists").loaded_at
    assert load_code_lists(session) == SeedChanges()
    assert session.get_one(ReferenceVersion, "code_lists").loaded_at == before


def test_a_new_release_changes_what_nobody_touched(session: Session, release: Path) -> None:
    load_code_lists(session, release)
    change(release, "lists/closing.toml", '"Kiriman iseng"', '"Kiriman bercanda"')
    assert load_code_lists(session, release) == SeedChanges(updated=1)
    assert item(session, "junk_reason", "prank").label == "Kiriman bercanda"


def test_a_new_release_leaves_what_an_administrator_changed(session: Session, release: Path) -> None:
    load_code_lists(session, release)
    item(session, "junk_reason", "prank").label = "Main-main"
    change(release, "lists/closing.toml", '"Kiriman iseng"', '"Kiriman bercanda"')
    assert load_code_lists(session, release) == SeedChanges(kept=1)
    assert item(session, "junk_reason", "prank").label == "Main-main"


def test_a_new_release_adds_entries_and_lists(session: Session, release: Path) -> None:
    load_code_lists(session, release)
    (release / "lists" / "new.toml").write_text(
        '[topic]\nsource = "x"\nitems = [{ code = "a", label = "A" }]\n'
    )
    assert load_code_lists(session, release) == SeedChanges(added=1)
    assert [row.label for row in list_codes(session, "topic")] == ["A"]


def test_a_hidden_entry_stays_hidden(session: Session) -> None:
    load_code_lists(session)
    item(session, "violence_kind", "other").active = False
    load_code_lists(session)
    assert "other" not in [row.code for row in list_codes(session, "violence_kind")]


def test_an_entry_that_is_shipped_no_more_is_retired_but_keeps_its_words(
    session: Session, release: Path
) -> None:
    load_code_lists(session, release)
    old = '  { code = "prank", label = "Kiriman iseng" },\n'
    change(release, "lists/closing.toml", old, "")
    # The entries behind it move up by one place.
    assert load_code_lists(session, release) == SeedChanges(updated=2, retired=1)
    assert "prank" not in [row.code for row in list_codes(session, "junk_reason")]
    assert read_labels(session, "junk_reason")["prank"] == "Kiriman iseng"
    assert load_code_lists(session, release) == SeedChanges()


def test_a_retired_entry_that_is_shipped_again_is_offered_again(session: Session, release: Path) -> None:
    load_code_lists(session, release)
    change(release, "lists/closing.toml", '  { code = "prank", label = "Kiriman iseng" },\n', "")
    load_code_lists(session, release)
    load_code_lists(session)
    assert "prank" in [row.code for row in list_codes(session, "junk_reason")]


def test_an_administrators_own_entry_is_left_alone(session: Session) -> None:
    own = CodeItem(list_code="junk_reason", code="prank", label="Punya kami", valid_from=date(2026, 1, 1))
    session.add(own)
    session.flush()
    assert load_code_lists(session).kept == 1
    assert item(session, "junk_reason", "prank").label == "Punya kami"


def test_a_removed_hotline_does_not_come_back(session: Session) -> None:
    load_code_lists(session)
    session.delete(session.exec(select(Hotline).where(Hotline.number == "148")).one())
    assert load_code_lists(session) == SeedChanges(kept=1)
    assert session.exec(select(Hotline).where(Hotline.number == "148")).first() is None


def test_a_hotline_of_one_area_is_not_mistaken_for_the_national_one(session: Session) -> None:
    load_code_lists(session)
    session.add(Hotline(number="112", label="Darurat Banyuwangi", area_code="35.10"))
    assert load_code_lists(session) == SeedChanges()


def test_a_moved_feast_moves_and_a_regional_holiday_stays(session: Session, release: Path) -> None:
    load_code_lists(session, release)
    session.add(Holiday(day=date(2026, 12, 18), name="Hari jadi Banyuwangi", kind="libur_daerah"))
    change(release, "holidays.toml", "2027-03-11", "2027-03-13")
    assert load_code_lists(session, release) == SeedChanges(added=1, retired=1)
    assert session.get(Holiday, date(2027, 3, 11)) is None
    assert session.get(Holiday, date(2027, 3, 13)) is not None
    assert session.get(Holiday, date(2026, 12, 18)) is not None
