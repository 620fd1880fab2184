"""A paper leaves the house sealed, for a while, a few times, for those who work on the case; and each time on record."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.cases.team import add_member, break_glass, remove_member
from rindu_app.domain.cases.view import read_team
from rindu_app.domain.files.sweeping import sweep_files
from rindu_app.domain.papers.exports import (
    fetch_export,
    keep_export,
    list_exports,
    revoke_export,
    sweep_exports,
)
from rindu_app.domain.papers.printing import Printed
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.jobs.chores import end_papers
from rindu_app.models import AuditEntry, CaseExport, DataKey
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import PaperKind, Role
from tests.domain.cases.test_cases import new_case
from tests.domain.test_leaks import everything_stored
from tests.factories import METRO, SYSTEM, make_account
from tests.papers import printed, text_of

pytestmark = pytest.mark.usefixtures("country")

PDF = b"%PDF-1.7 KenariDokumen"


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def case(manager: Actor) -> tuple[str, str]:
    return new_case(manager)


@pytest.fixture
def number(case: tuple[str, str]) -> str:
    return case[0]


def keep(actor: Actor, number: str) -> str:
    with open_session(actor) as session:
        return keep_export(
            session, actor, number=number, printed=Printed(PaperKind.INTAKE, number, PDF, "abc")
        ).uid


def fetch(actor: Actor, uid: str) -> str:
    """What comes of it: the code of the refusal, or the name of the file."""
    try:
        with open_session(actor) as session:
            file = fetch_export(session, actor, uid=uid)
    except DomainError as refusal:
        return f"{type(refusal).__name__}: {refusal.code}"
    assert file.data == PDF
    return file.name


@pytest.mark.parametrize("kind", PaperKind)
def test_what_says_something_of_somebody_is_never_kept_without_a_lock(
    manager: Actor, number: str, kind: PaperKind
) -> None:
    """Whatever a screen sends: there is no way around the password."""
    with open_session(manager) as session:
        if kind in (PaperKind.CONSENT_BLANK, PaperKind.GROUP_LIST):
            assert not keep_export(session, manager, number=number, printed=Printed(kind, number, PDF)).locked
        else:
            with pytest.raises(ValueError, match="leaves locked"):
                keep_export(session, manager, number=number, printed=Printed(kind, number, PDF))


def stored() -> set[str]:
    return {file.uid for file in get_file_store().list()}


def test_it_is_fetched_under_a_name_that_says_nothing(manager: Actor, number: str) -> None:
    assert fetch(manager, keep(manager, number)) == f"{number}-D5.pdf"


def test_nothing_of_it_is_readable_on_disk_or_in_the_database(
    manager: Actor, number: str, country: Path
) -> None:
    keep(manager, number)
    kept = everything_stored(country)
    assert b"KenariDokumen" not in kept
    assert b"%PDF" not in kept


def test_a_paper_that_was_moved_under_another_name_opens_for_nobody(manager: Actor, number: str) -> None:
    one, two = keep(manager, number), keep(manager, number)
    get_file_store().put(two, get_file_store().get(one))
    assert fetch(manager, two) == "NotFound: file_gone"


def test_it_is_fetched_a_few_times(manager: Actor, number: str) -> None:
    uid = keep(manager, number)
    for _ in range(get_settings().paper_downloads):
        assert fetch(manager, uid).endswith(".pdf")
    assert fetch(manager, uid) == "Conflict: paper_used_up"


def test_it_is_fetched_until_it_expires(manager: Actor, number: str) -> None:
    uid = keep(manager, number)
    with clock.moved(timedelta(hours=get_settings().paper_hours, minutes=-1)):
        assert fetch(manager, uid).endswith(".pdf")
    with clock.moved(timedelta(hours=get_settings().paper_hours, minutes=1)):
        assert fetch(manager, uid) == "Conflict: paper_expired"


def test_what_was_taken_back_is_gone_at_once(manager: Actor, number: str) -> None:
    uid = keep(manager, number)
    assert stored() == {uid}
    with open_session(manager) as session:
        revoke_export(session, manager, number=number, uid=uid)
    assert stored() == set()
    assert fetch(manager, uid) == "Conflict: paper_revoked"
    with open_session(manager) as session, pytest.raises(Conflict, match="paper_revoked"):
        revoke_export(session, manager, number=number, uid=uid)


def test_the_house_deletes_what_is_over_and_keeps_the_record(manager: Actor, number: str) -> None:
    over, used = keep(manager, number), keep(manager, number)
    for _ in range(get_settings().paper_downloads):
        fetch(manager, used)
    assert end_papers() == 1
    with clock.moved(timedelta(hours=get_settings().paper_hours + 1)):
        fresh = keep(manager, number)
        assert end_papers() == 1
        assert end_papers() == 0
        assert stored() == {fresh}
        assert sweep_files() == 0  # nor does the other broom take what still lasts
    with open_session(manager) as session:
        made = list_exports(session, manager, number=number).made
    assert [row.uid for row in made] == [fresh, used, over]


def test_the_broom_for_lost_files_leaves_papers_that_last(manager: Actor, number: str) -> None:
    uid = keep(manager, number)
    with clock.moved(timedelta(hours=3)):
        sweep_files()
    assert stored() == {uid}
    with open_session(SYSTEM) as session:
        with clock.moved(timedelta(days=9)):
            assert sweep_exports(session, SYSTEM) == 1
        session.rollback()


def test_nobody_but_the_team_and_its_supervisor_makes_fetches_or_takes_back(
    manager: Actor, case: tuple[str, str]
) -> None:
    number, report = case
    uid = keep(manager, number)
    left, glass, kin = make_account(), make_account(), make_account()
    chief = make_account(Role.SUPERVISOR)
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=left.id)
        add_member(session, manager, number=number, account_id=kin.id)
    assert fetch(left, uid).endswith(".pdf")
    with open_session(manager) as session:
        remove_member(session, manager, number=number, account_id=left.id)
        block_colleague(session, manager, number=report, account_id=kin.id, reason="Kerabat terlapor")
    with open_session(glass) as session:
        break_glass(session, glass, number=number, reason="Manajer sakit")
    nothing = "NotFound: not_found"
    strangers = (
        left, kin, make_account(), make_account(area_code=METRO), make_account(Role.ADMIN), make_account(Role.SHELTER),
        make_account(Role.SUPERVISOR, METRO), make_account(Role.PARTNER), Actor.visitor(),
    )  # fmt: skip
    for actor in strangers:
        assert fetch(actor, uid) == fetch(actor, "0" * 32) == nothing, actor
        with open_session(actor) as session, pytest.raises(NotFound):
            revoke_export(session, actor, number=number, uid=uid)
        with open_session(actor) as session, pytest.raises(NotFound):
            keep_export(session, actor, number=number, printed=Printed(PaperKind.INTAKE, number, PDF, "abc"))
        with open_session(actor) as session, pytest.raises(NotFound):
            list_exports(session, actor, number=number)
    assert fetch(glass, uid) == "Forbidden: glass_reads_only"
    with open_session(glass) as session, pytest.raises(Forbidden):
        keep_export(session, glass, number=number, printed=Printed(PaperKind.INTAKE, number, PDF, "abc"))
    with open_session(glass) as session, pytest.raises(Forbidden):
        revoke_export(session, glass, number=number, uid=uid)
    assert fetch(chief, uid).endswith(".pdf")


def test_a_paper_of_one_case_is_kept_and_taken_back_in_no_other(manager: Actor, number: str) -> None:
    other, _ = new_case(manager, story="Cerita lain")
    with open_session(manager) as session, pytest.raises(NotFound):
        keep_export(session, manager, number=other, printed=Printed(PaperKind.INTAKE, number, PDF, "abc"))
    uid = keep(manager, number)
    with open_session(manager) as session, pytest.raises(NotFound):
        revoke_export(session, manager, number=other, uid=uid)


def test_every_paper_and_every_download_is_in_the_trail_and_in_the_access_log(
    manager: Actor, number: str
) -> None:
    uid = keep(manager, number)
    fetch(manager, uid)
    with open_session(manager) as session:
        revoke_export(session, manager, number=number, uid=uid)
    with open_session(SYSTEM, write=False) as session:
        lines = session.exec(select(AuditEntry).where(AuditEntry.object_ref == number)).all()
        found = [(line.action, line.facts) for line in lines if line.action.startswith("paper:")]
    kind = {"kind": "intake"}
    assert found == [("paper:made", kind), ("paper:fetched", kind), ("paper:revoked", kind)]
    with open_session(manager) as session:
        log = [row.action for row in read_team(session, manager, number=number).log]
    assert log[:3] == ["paper:revoked", "paper:fetched", "paper:made"]


def test_destroying_the_key_of_a_case_destroys_its_papers(manager: Actor, number: str) -> None:
    uid = keep(manager, number)
    with open_session(SYSTEM) as session:
        for key in session.exec(select(DataKey)):
            key.wrapped = None
            session.add(key)
    assert fetch(manager, uid) == "NotFound: file_gone"


def test_the_password_is_stored_nowhere(manager: Actor, number: str, country: Path) -> None:
    paper = printed(manager, number, PaperKind.CONSENT)
    with open_session(manager) as session:
        uid = keep_export(session, manager, number=number, printed=paper).uid
    assert paper.password.encode() not in everything_stored(country)
    assert paper.password not in repr(paper)
    with open_session(manager) as session:
        data = fetch_export(session, manager, uid=uid).data
    assert "Persetujuan" in text_of(data, paper.password)
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(CaseExport.locked)).one()
