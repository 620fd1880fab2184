"""A file is sealed with its report's key, opened by those who may see the report, and leaves a trace when it is."""

import hashlib
from pathlib import Path

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.sealing import new_sealer
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.files.checking import check_upload
from rindu_app.domain.files.commands import discard_draft_file, discard_draft_files, keep_upload
from rindu_app.domain.files.queries import list_draft_files, open_draft_file, open_file
from rindu_app.domain.reports.access import sealer_of
from rindu_app.domain.threads.commands import reply, write_note
from rindu_app.domain.threads.queries import read_own_thread, read_thread
from rindu_app.domain.visits.commands import open_visit, start_visit
from rindu_app.models import Attachment, AuditEntry, Message, Report
from rindu_app.words import clock
from rindu_app.words.codes import Audience, Author, Role
from tests import samples
from tests.factories import (
    BALIKPAPAN,
    EAST_JAVA,
    make_account,
    make_answers,
    report_id_of,
    reporter_of,
    send_report,
    send_visit,
)

CANARY = "CANARY-suara-tetangga"


def attach(
    actor: Actor, report_id: int, name: str = "lebam.jpg", data: bytes = b"", message_uid: str | None = None
) -> str:
    file = check_upload(name, data or samples.picture())
    with open_session(actor) as session:
        sealer = sealer_of(session, session.get_one(Report, report_id))
        return keep_upload(session, actor, sealer, file=file, report_id=report_id, message_uid=message_uid)


def open_as(actor: Actor, uid: str) -> bytes:
    with open_session(actor) as session:
        return open_file(session, actor, uid).data


def all_rows() -> list[Attachment]:
    with open_session(Actor.system("test"), write=False) as session:
        return list(session.exec(select(Attachment)))


def test_a_photo_becomes_a_sealed_original_and_a_copy_without_metadata(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    photo = samples.picture()
    shown = attach(counsellor, report_id_of(sent), data=photo)
    original, copy = sorted(all_rows(), key=lambda row: row.kind)
    assert (original.kind, copy.kind, copy.original_uid, shown) == (
        "original",
        "working",
        original.uid,
        copy.uid,
    )
    assert open_as(counsellor, original.uid) == photo
    assert samples.PLACE.encode() in open_as(counsellor, original.uid)
    assert samples.PLACE.encode() not in open_as(counsellor, copy.uid)
    with open_session(Actor.system("test"), write=False) as session:
        kept = session.exec(select(AuditEntry).where(AuditEntry.action == "file:kept")).one()
    assert kept.facts == {"sha256": hashlib.sha256(photo).hexdigest(), "size": len(photo)}


def test_nothing_readable_lies_on_disk(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    attach(counsellor, report_id_of(sent), f"{CANARY}.pdf", samples.PDF + CANARY.encode())
    planted = [CANARY, CANARY.encode("utf-16-le").decode("latin-1"), "%PDF-"]
    for path in country.rglob("*"):
        if path.is_file():
            content = path.read_bytes().decode("latin-1")
            assert not [word for word in planted if word in content], path


def test_opening_leaves_a_line_and_a_refusal_does_too(country: Path) -> None:
    counsellor, stranger, (sent, _) = make_account(), make_account(area_code=BALIKPAPAN), send_report()
    uid = attach(counsellor, report_id_of(sent))
    open_as(counsellor, uid)
    with pytest.raises(NotFound):
        open_as(stranger, uid)
    with open_session(Actor.system("test"), write=False) as session:
        entries = session.exec(select(AuditEntry.actor, AuditEntry.action)).all()
    assert (counsellor.label, "file:read") in entries
    assert (stranger.label, "refused") in entries
    assert (stranger.label, "file:read") not in entries


def test_strangers_find_nothing_and_an_administrator_has_no_way_in(country: Path) -> None:
    counsellor, (sent, _), (other, _) = make_account(), send_report(), send_report()
    uid = attach(counsellor, report_id_of(sent))
    assert open_as(reporter_of(sent), uid)
    with pytest.raises(NotFound):
        open_as(reporter_of(other), uid)
    for refused in (make_account(Role.ADMIN, EAST_JAVA), Actor.visitor()):
        with pytest.raises(Forbidden):
            open_as(refused, uid)
    with pytest.raises(NotFound):
        open_as(counsellor, "0" * 32)


def test_a_file_of_an_internal_note_is_not_the_reporters(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    report_id = report_id_of(sent)
    uids = {}
    for audience in Audience:
        with open_session(counsellor) as session:
            message = Message(
                report_id=report_id,
                author=Author.STAFF,
                by_id=counsellor.id,
                audience=audience,
                body=b"",
                at=clock.now(),
            )
            session.add(message)
        data = samples.PDF + audience.encode()
        uids[audience] = attach(counsellor, report_id, data=data, message_uid=message.uid)
    assert open_as(reporter_of(sent), uids[Audience.REPORTER])
    with pytest.raises(NotFound):
        open_as(reporter_of(sent), uids[Audience.TEAM])


def test_nor_does_her_thread_name_it(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    with open_session(counsellor) as session:
        note = write_note(session, counsellor, number=sent.number, text="Foto dari tetangga")
        answer = reply(session, counsellor, number=sent.number, text="Ini suratnya")
    attach(counsellor, report_id_of(sent), "tersangka.pdf", samples.PDF, message_uid=note.uid)
    attach(counsellor, report_id_of(sent), "surat.pdf", samples.PDF + b"2", message_uid=answer.uid)
    attach(reporter_of(sent), report_id_of(sent), "lebam.jpg", samples.picture())
    with open_session(reporter_of(sent)) as session:
        assert {row.name for row in read_own_thread(session, reporter_of(sent)).files} == {
            "surat.pdf",
            "lebam.jpg",
        }
    with open_session(counsellor) as session:
        assert len(read_thread(session, counsellor, number=sent.number).files) == 3


def test_whoever_only_broke_the_glass_adds_no_file(country: Path) -> None:
    manager, nosy, (sent, _) = make_account(), make_account(), send_report()
    with open_session(manager) as session:
        case = number_of(open_case(session, manager, number=sent.number))
    with open_session(nosy) as session:
        break_glass(session, nosy, number=case, reason="Darurat")
    with pytest.raises(Forbidden, match="glass_reads_only"):
        attach(nosy, report_id_of(sent))
    assert all_rows() == []
    for actor in (manager, reporter_of(sent)):
        attach(actor, report_id_of(sent), data=samples.PDF + actor.kind.encode())
    assert len(all_rows()) == 2


def test_a_counsellor_of_another_area_can_add_nothing(country: Path) -> None:
    (sent, _), stranger, admin = (
        send_report(),
        make_account(area_code=BALIKPAPAN),
        make_account(Role.ADMIN, EAST_JAVA),
    )
    for refused in (stranger, admin):
        with pytest.raises(NotFound), open_session(refused) as session:
            keep_upload(
                session,
                refused,
                new_sealer(),
                file=check_upload("a.pdf", samples.PDF),
                report_id=report_id_of(sent),
            )
    assert all_rows() == []


def test_the_same_bytes_again_are_the_same_file(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    assert attach(counsellor, report_id_of(sent)) == attach(counsellor, report_id_of(sent))
    assert len(all_rows()) == 2


def test_a_file_moved_under_another_name_opens_for_nobody(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    first = attach(counsellor, report_id_of(sent), "a.pdf", samples.PDF)
    second = attach(counsellor, report_id_of(sent), "b.pdf", samples.PDF + b"other")
    store = get_file_store()
    store.put(first, store.get(second))
    with pytest.raises(NotFound) as gone:
        open_as(counsellor, first)
    assert gone.value.code == "file_gone"


def add_draft(token: str, name: str, data: bytes) -> str:
    file = check_upload(name, data)
    with open_session(Actor.visitor()) as session:
        visit = open_visit(session, token)
        return keep_upload(session, visit.actor, visit.sealer, file=file, visit_hash=visit.row.token_hash)


def new_visit() -> str:
    with open_session(Actor.visitor()) as session:
        return start_visit(session).token


def test_draft_files_are_the_visits_alone_until_they_are_sent(country: Path) -> None:
    mine, hers = new_visit(), new_visit()
    uid = add_draft(mine, "lebam.jpg", samples.picture())
    with open_session(Actor.visitor()) as session:
        visit, other = open_visit(session, mine), open_visit(session, hers)
        assert [
            row.name for row in list_draft_files(session, visit.sealer, visit_hash=visit.row.token_hash)
        ] == ["lebam.jpg"]
        assert (
            open_draft_file(session, visit.sealer, visit_hash=visit.row.token_hash, uid=uid).media_type
            == "image/jpeg"
        )
        assert list_draft_files(session, other.sealer, visit_hash=other.row.token_hash) == ()
        with pytest.raises(NotFound):
            open_draft_file(session, other.sealer, visit_hash=other.row.token_hash, uid=uid)
    with pytest.raises(NotFound):
        open_as(make_account(), uid)

    sent = send_visit(mine, make_answers())
    assert open_as(reporter_of(sent), uid) == open_as(make_account(), uid)


def test_a_draft_file_can_be_taken_back_with_its_original(country: Path) -> None:
    token, hers = new_visit(), new_visit()
    uid, kept = add_draft(token, "lebam.jpg", samples.picture()), add_draft(token, "surat.pdf", samples.PDF)
    with open_session(Actor.visitor()) as session:
        with pytest.raises(NotFound):
            discard_draft_file(session, visit_hash=open_visit(session, hers).row.token_hash, uid=uid)
        discard_draft_file(session, visit_hash=open_visit(session, token).row.token_hash, uid=uid)
    assert [row.uid for row in all_rows()] == [kept]
    assert [stored.uid for stored in get_file_store().list()] == [kept]


def test_leaving_without_sending_takes_all_files_along(country: Path) -> None:
    token = new_visit()
    add_draft(token, "lebam.jpg", samples.picture())
    with open_session(Actor.visitor()) as session:
        assert discard_draft_files(session, visit_hash=open_visit(session, token).row.token_hash) == 2
    assert list(get_file_store().list()) == []


def test_a_visit_brings_a_limited_number_of_files(country: Path) -> None:
    token = new_visit()
    for number in range(5):
        add_draft(token, "surat.pdf", samples.PDF + bytes([number]))
    with pytest.raises(Invalid) as full:
        add_draft(token, "surat.pdf", samples.PDF + b"six")
    assert (full.value.code, full.value.facts) == ("file_too_many", {"limit": 5})
    assert len(list(get_file_store().list())) == 5
