"""What clients say is heard, and nothing leads from an answer to a person: no id, no key, no time."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlmodel import SQLModel, select

from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.errors import Conflict, Forbidden, Invalid
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.access_log import read_access_log
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.feedback.asking import has_answered, is_asked, send_feedback
from rindu_app.domain.feedback.keeping import keep_answer
from rindu_app.domain.feedback.said import LONGEST, Said, check_said
from rindu_app.domain.feedback.sums import SMALLEST, Quarter, read_feedback
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.commands import withdraw_report
from rindu_app.models import AuditEntry, Case, ClientFeedback, DataKey, FeedbackMark
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Help, Question, Role
from tests.closing import close
from tests.counting import counted
from tests.factories import (
    BALIKPAPAN,
    BANYUWANGI,
    EAST_JAVA,
    GENTENG,
    METRO,
    SYSTEM,
    make_account,
    reporter_of,
    send_report,
)
from tests.services import agree_to, record

pytestmark = pytest.mark.usefixtures("country")
DAY = timedelta(days=1)
SAID = Said({Question.SAFE: 4, Question.NEEDS: 2}, "Ruang tunggunya sempit")


def new_case(manager: Actor, **told: object) -> tuple[str, Submitted]:
    sent, _ = send_report(**told)
    with open_session(manager) as session:
        return number_of(open_case(session, manager, number=sent.number)), sent


def helped(manager: Actor, kind: str = "accompany_police", **told: object) -> tuple[str, Submitted]:
    """A case whose client was given something."""
    number, sent = new_case(manager, **told)
    give(manager, number, kind)
    return number, sent


def give(manager: Actor, number: str, kind: str, **values: object) -> None:
    subject = {"psychosocial_support": "rehabilitation", "return_home": "reintegration"}.get(
        kind, "accompaniment"
    )
    agree_to(manager, number, "handling", subject)
    record(manager, number, kind=kind, **values)


def asked(sent: Submitted, after: timedelta = timedelta()) -> bool:
    her = reporter_of(sent)
    with clock.moved(after), open_session(her) as session:
        return is_asked(session, her)


def send(sent: Submitted, said: Said = SAID, after: timedelta = timedelta()) -> None:
    her = reporter_of(sent)
    with clock.moved(after), open_session(her) as session:
        send_feedback(session, her, said=said)


def stored() -> list[ClientFeedback]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(ClientFeedback)))


def test_she_is_asked_once_she_was_helped_and_when_her_case_is_over() -> None:
    manager = make_account()
    alone, _ = send_report()
    assert not asked(alone)
    number, sent = new_case(manager)
    assert not asked(sent)
    give(manager, number, "accompany_police", result="not_done")
    assert not asked(sent)
    give(manager, number, "accompany_police")
    assert asked(sent)
    over, other = new_case(manager)
    close(manager, over)
    assert asked(other)


def test_a_witness_is_not_asked_and_whoever_took_her_report_back_is() -> None:
    manager = make_account()
    _, witness = helped(manager, teller="witness", affected_name="Anak Rekaan")
    assert not asked(witness)
    _, sent = helped(manager)
    her = reporter_of(sent)
    with open_session(her) as session:
        withdraw_report(session, her)
    assert asked(sent)  # why she did is what one should hear


@pytest.mark.parametrize("actor", ["counsellor", "supervisor", "visitor"])
def test_only_the_person_behind_the_code_answers(actor: str) -> None:
    manager = make_account()
    helped(manager)
    who = {
        "counsellor": manager,
        "supervisor": make_account(Role.SUPERVISOR),
        "visitor": Actor.visitor(),
    }[actor]
    with open_session(who) as session, pytest.raises(Forbidden):
        send_feedback(session, who, said=SAID)
    assert stored() == []


def test_whoever_is_not_asked_cannot_answer_and_twice_is_once() -> None:
    manager = make_account()
    _, early = new_case(manager)
    with pytest.raises(Conflict, match="feedback_not_now"):
        send(early)
    _, sent = helped(manager)
    send(sent)
    with pytest.raises(Conflict, match="feedback_not_now"):
        send(sent)
    assert len(stored()) == 1


def test_she_is_asked_again_after_a_while_and_both_answers_stay() -> None:
    manager = make_account()
    _, sent = helped(manager)
    send(sent)
    days = get_settings().feedback_days
    assert not asked(sent, (days - 1) * DAY)
    her = reporter_of(sent)
    with open_session(her) as session:
        assert has_answered(session, her)
    assert asked(sent, (days + 32) * DAY)
    send(sent, after=(days + 32) * DAY)
    assert len(stored()) == 2
    with open_session(SYSTEM, write=False) as session:
        assert len(session.exec(select(FeedbackMark)).all()) == 1


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (["accompany_police"], Help.LEGAL),
        (["psychosocial_support"], Help.COUNSELLING),
        (["return_home"], Help.OTHER),
        (["accompany_police", "legal_information"], Help.LEGAL),
        (["accompany_police", "psychosocial_support"], Help.SEVERAL),
    ],
)
def test_of_what_she_was_given_only_one_broad_kind_is_kept(given: list[str], kind: Help) -> None:
    manager = make_account()
    number, sent = new_case(manager)
    for one in given:
        give(manager, number, one)
    send(sent)
    [row] = stored()
    assert (row.help, row.area_code, row.month) == (kind, BANYUWANGI, f"{clock.now() + 7 * DAY / 24:%Y-%m}")
    assert (row.safe, row.needs, row.respected) == (4, 2, None)


# No way from an answer to a case


def values_of(row: SQLModel) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).model_fields}


def test_an_answer_has_no_column_that_leads_anywhere() -> None:
    columns = SQLModel.metadata.tables["client_feedback"].columns
    names = {*Question, "uid", "area_code", "month", "help", "key_uid", "words"}
    assert {column.name for column in columns} == names
    assert {key.target_fullname for column in columns for key in column.foreign_keys} == {"data_key.uid"}


def test_no_value_of_an_answer_stands_in_any_other_table_but_its_place_and_the_shared_key() -> None:
    manager = make_account()
    _, sent = helped(manager, area_code=GENTENG)
    send(sent)
    send(helped(manager, story="Cerita lain")[1])
    rows = stored()
    assert len({row.uid for row in rows}) == 2
    wanted = {row.uid for row in rows} | {row.words for row in rows}
    with get_engine().connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            if table.name == "client_feedback":
                continue
            found = {value for row in connection.execute(table.select()) for value in hashable(row)}
            assert not found & wanted, table.name
            months = {row.month for row in rows}
            assert not found & months, table.name


def hashable(row: Iterable[Any]) -> Iterable[Any]:
    return (value for value in row if isinstance(value, (str, bytes)))


def test_two_answers_of_a_kabupaten_share_one_key_that_is_as_old_as_its_month() -> None:
    manager = make_account()
    before = {key.uid for key in keys()}
    cases = [helped(manager, story=f"Cerita {number}")[1] for number in range(3)]
    known = {key.uid for key in keys()}
    for sent in cases:
        send(sent)
    new = [key for key in keys() if key.uid not in known]
    assert len(new) == 1
    assert new[0].created_on.day == 1
    assert {row.key_uid for row in stored()} == {new[0].uid}
    assert new[0].uid not in before


def keys() -> list[DataKey]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(DataKey)))


def test_neither_time_nor_order_of_an_answer_is_kept() -> None:
    manager = make_account()
    for number in range(12):
        send(helped(manager, story=f"Cerita {number}")[1], Said({Question.SAFE: 1 + number % 4}, f"{number}"))
    for row in stored():
        assert not [value for value in values_of(row).values() if isinstance(value, (datetime, date))]
    if get_engine().dialect.name == "sqlite":
        with get_engine().connect() as connection:
            uids = list(connection.execute(text("select uid from client_feedback")).scalars())
            assert uids == sorted(uids)  # as it lies on disk: by its random key
            with pytest.raises(Exception, match="no such column"):
                connection.execute(text("select rowid from client_feedback"))


def test_answering_changes_nothing_that_staff_can_see() -> None:
    manager, supervisor = make_account(), make_account(Role.SUPERVISOR)
    number, sent = helped(manager)
    seen = [everything(actor, number, sent) for actor in (manager, supervisor)]
    lines = audit_lines()
    send(sent)
    assert audit_lines() == lines
    assert [everything(actor, number, sent) for actor in (manager, supervisor)] == seen


def everything(actor: Actor, number: str, sent: Submitted) -> str:
    """What a reader gets of the case, its report and who looked at it, but for her own looking."""
    with open_session(actor) as session:
        view, report = (
            read_case(session, actor, number=number),
            read_report(session, actor, number=sent.number),
        )
        case = session.exec(select(Case)).one()
        log = [row for row in read_access_log(session, case) if "read" not in row.action]
        seen = repr((view, report, case.version, case.active_at, case.worked_at, log))
        session.rollback()  # her own looking leaves no line
    return seen


def audit_lines() -> int:
    with open_session(SYSTEM, write=False) as session:
        return len([row for row in session.exec(select(AuditEntry)) if "read" not in row.action])


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_whoever_is_no_supervisor_finds_no_answer_and_no_mark_and_can_write_neither(role: Role) -> None:
    manager = make_account()
    _, sent = helped(manager)
    send(sent)
    reader = manager if role == Role.COUNSELLOR else make_account(role)
    with open_session(reader, write=False) as session:
        assert session.exec(select(ClientFeedback)).all() == []
        assert session.exec(select(FeedbackMark)).all() == []
        with pytest.raises(Forbidden):
            read_feedback(session, reader)
    for row in (
        FeedbackMark(report_id=1, again_on=date(2030, 1, 1)),
        ClientFeedback(area_code=BANYUWANGI, month="2026-01", help="other", key_uid=stored()[0].key_uid),
    ):
        with pytest.raises(Forbidden), open_session(reader) as session:
            session.add(row)


def test_a_reporter_marks_no_other_report() -> None:
    _, first = helped(make_account())
    other, _ = send_report(story="Cerita lain")
    her = reporter_of(first)
    with pytest.raises(Forbidden), open_session(her) as session:
        session.add(FeedbackMark(report_id=reporter_of(other).report_id or 0, again_on=date(2030, 1, 1)))


def test_the_mark_of_a_supervisor_is_nobodys_to_read_either() -> None:
    send(helped(make_account())[1])
    supervisor = make_account(Role.SUPERVISOR)
    with open_session(supervisor, write=False) as session:
        assert session.exec(select(FeedbackMark)).all() == []


# Sums


def keep(
    count: int, *, area: str = BANYUWANGI, month: str = "2026-08", help: Help = Help.LEGAL, **said: Any
) -> None:
    scores = said.get("scores", {Question.SAFE: 4})
    with open_session(SYSTEM) as session:
        for _ in range(count):
            keep_answer(session, Said(scores, said.get("words", "")), area_code=area, month=month, help=help)
            session.flush()


def quarters(
    actor: Actor | None = None, on: datetime = datetime(2026, 11, 28, tzinfo=UTC)
) -> tuple[Quarter, ...]:
    reader = actor or make_account(Role.SUPERVISOR)
    with clock.moved(on - clock.now()), open_session(reader) as session:
        return read_feedback(session, reader)


def test_fewer_than_five_are_not_shown_and_five_are() -> None:
    keep(SMALLEST - 1, words="Jangan tampilkan")
    assert quarters() == (Quarter(2026, 3),)
    keep(1, words="Terima kasih", scores={Question.SAFE: 1, Question.AGAIN: 2})
    [quarter] = quarters()
    assert (quarter.count, sorted(quarter.words)) == (5, ["Jangan tampilkan"] * 4 + ["Terima kasih"])
    assert quarter.questions is not None
    assert {question: (found.count, found.mean) for question, found in quarter.questions.items()} == {
        Question.SAFE: (5, 3.4)
    }


def test_the_running_quarter_is_shown_only_when_it_is_over() -> None:
    keep(6, month="2026-10")
    assert quarters() == ()
    assert quarters(on=datetime(2026, 12, 31, 16, 59, tzinfo=UTC)) == ()
    [quarter] = quarters(on=datetime(2026, 12, 31, 17, 1, tzinfo=UTC))
    assert (quarter.year, quarter.number, quarter.count) == (2026, 4, 6)


def test_months_make_quarters_the_newest_first() -> None:
    for month in ("2025-12", "2026-01", "2026-03", "2026-04", "2026-09"):
        keep(5, month=month)
    found = [(quarter.year, quarter.number, quarter.count) for quarter in quarters()]
    assert found == [(2026, 3, 5), (2026, 2, 5), (2026, 1, 10), (2025, 4, 5)]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({Help.LEGAL: 5, Help.SHELTER: 5}, {Help.LEGAL, Help.SHELTER}),
        ({Help.LEGAL: 7, Help.SHELTER: 4}, set()),
        ({Help.LEGAL: 9, Help.OTHER: 6, Help.SHELTER: 1}, {Help.LEGAL}),
        ({Help.LEGAL: 6, Help.SHELTER: 4, Help.OTHER: 3}, {Help.LEGAL}),
        ({Help.SHELTER: 3, Help.OTHER: 3}, set()),
    ],
)
def test_a_kind_of_help_is_shown_where_neither_it_nor_the_rest_is_too_small(
    sizes: dict[Help, int], shown: set[Help]
) -> None:
    for kind, size in sizes.items():
        keep(size, help=kind)
    [quarter] = quarters()
    assert quarter.kinds is not None
    assert quarter.kinds.keys() == shown


def test_words_stand_in_no_order_of_time_and_the_same_at_each_look() -> None:
    for number in range(20):
        keep(1, words=f"{number:02d}")
    supervisor = make_account(Role.SUPERVISOR)
    first, second = quarters(supervisor)[0].words, quarters(supervisor)[0].words
    assert first == second
    assert sorted(first) == [f"{number:02d}" for number in range(20)] != list(first)


def test_a_supervisor_hears_her_kabupaten_and_the_province_all_of_its_own() -> None:
    keep(5)
    keep(5, area=BALIKPAPAN)
    keep(5, area="35.17")
    for area, count in ((BANYUWANGI, 5), (BALIKPAPAN, 5), (EAST_JAVA, 10)):
        assert [quarter.count for quarter in quarters(make_account(Role.SUPERVISOR, area))] == [count]
    for area in (METRO, GENTENG):  # a kecamatan is too small to hear anything of
        assert quarters(make_account(Role.SUPERVISOR, area)) == ()


def test_looking_leaves_a_line_and_asks_the_same_however_many_answered() -> None:
    supervisor = make_account(Role.SUPERVISOR)
    keep(5)
    one = counted(lambda: quarters(supervisor))
    keep(40, words="Baik", month="2026-05")
    assert counted(lambda: quarters(supervisor)) == one
    with open_session(SYSTEM, write=False) as session:
        lines = session.exec(select(AuditEntry).where(AuditEntry.action == "feedback:read")).all()
    assert [(line.object_ref, line.actor) for line in lines] == [("", supervisor.label)] * 2


# What may be said


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ({}, ("respected", "feedback_empty")),
        (dict.fromkeys(Question, "skip"), ("respected", "feedback_empty")),
        ({"words": " \0 "}, ("respected", "feedback_empty")),
        ({"safe": "5"}, ("safe", "unknown_choice")),
        ({"safe": "0"}, ("safe", "unknown_choice")),
        ({"safe": "٣"}, ("safe", "unknown_choice")),
        ({"words": "a" * (LONGEST + 1)}, ("words", "too_long")),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(typed: dict[str, str], refusal: tuple[str, str]) -> None:
    with pytest.raises(Invalid) as raised:
        check_said(typed)
    assert (raised.value.field, raised.value.code) == refusal


def test_one_answer_is_enough_and_so_are_words_alone() -> None:
    assert check_said({"safe": "3", "again": "skip"}) == Said({Question.SAFE: 3}, "")
    assert check_said({"words": " Baik "}) == Said({}, "Baik")


def test_words_are_sealed() -> None:
    send(helped(make_account())[1])
    [row] = stored()
    assert row.words is not None
    assert b"Ruang" not in row.words
    assert inspect(ClientFeedback).primary_key[0].name == "uid"
