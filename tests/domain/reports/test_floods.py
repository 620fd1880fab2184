"""A flood is folded away, never refused, and never over a person (ADR 7)."""

import random

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.reports import receipts
from rindu_app.domain.reports.handling import assign_report, mark_group_junk, release_held, unmark_group_junk
from rindu_app.domain.reports.holding import FLOOD, Pace
from rindu_app.domain.reports.inbox import count_inbox, list_held, list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.threads.commands import write_message
from tests.factories import BALIKPAPAN, make_account, reporter_of, send_report

pytestmark = pytest.mark.usefixtures("country")


def numbers(actor: Actor) -> list[str]:
    with open_session(actor, write=False) as session:
        return [row.number for row in list_inbox(session, actor, wanted=InboxFilter()).rows]


SAME = "Kalimat panjang yang selalu sama"


def test_a_flood_is_folded_away_and_a_person_in_it_is_not() -> None:
    counsellor = make_account()
    for number in range(FLOOD + 20):
        send_report(story=f"spam {number} beli sekarang", pace=Pace(seconds=1))
    real, _ = send_report(story="Saya dikunci di kamar", pace=Pace(seconds=90))
    with open_session(counsellor, write=False) as session:
        counts, held = count_inbox(session, counsellor), list_held(session, counsellor)
    assert real.number in numbers(counsellor)
    assert counts.open <= 3
    assert sum(group.count for group in held) == counts.held >= FLOOD + 18


def test_a_held_group_is_set_aside_and_brought_back_as_a_whole() -> None:
    counsellor, stranger = make_account(), make_account(area_code=BALIKPAPAN)
    for _ in range(5):
        send_report(story=SAME, pace=Pace(seconds=1))
    with open_session(counsellor, write=False) as session:
        (group,) = list_held(session, counsellor)
    with open_session(stranger) as session:
        assert mark_group_junk(session, stranger, group=group.group) == 0
    with open_session(counsellor) as session:
        assert mark_group_junk(session, counsellor, group=group.group) == group.count == 5
    with open_session(counsellor) as session:
        assert unmark_group_junk(session, counsellor, group=group.group) == 5
    assert len(numbers(counsellor)) == 5


def test_one_report_is_taken_out_of_its_group() -> None:
    counsellor = make_account()
    sent = [send_report(story=SAME, pace=Pace(seconds=1))[0] for _ in range(3)]
    assert sent[2].number not in numbers(counsellor)
    with open_session(counsellor) as session:
        release_held(session, counsellor, number=sent[2].number)
    assert sent[2].number in numbers(counsellor)


def test_what_passed_before_a_flood_was_one_joins_it_unless_somebody_looks_after_it() -> None:
    counsellor = make_account()
    sent = [send_report(story=SAME)[0].number for _ in range(2)]
    assert set(numbers(counsellor)) == set(sent)
    with open_session(counsellor) as session:
        assign_report(session, counsellor, number=sent[0], account_id=counsellor.id)
    send_report(story=SAME)
    assert numbers(counsellor) == [sent[0]]


def test_three_who_write_the_same_few_words_are_three_people() -> None:
    counsellor = make_account()
    sent = {send_report(story="Tolong saya")[0].number for _ in range(3)}
    assert set(numbers(counsellor)) == sent


def test_somebody_in_danger_is_held_with_nobody() -> None:
    counsellor = make_account()
    real, _ = send_report(story=SAME, danger="yes", pace=Pace(seconds=40))
    for _ in range(4):
        send_report(story=SAME, pace=Pace(seconds=1))
    assert numbers(counsellor) == [real.number]


def test_whoever_comes_back_with_her_code_and_writes_is_no_machine() -> None:
    counsellor = make_account()
    *_, held = [send_report(story=SAME)[0] for _ in range(3)]
    assert numbers(counsellor) == []
    with open_session(reporter_of(held)) as session:
        write_message(session, reporter_of(held), text="Ini sungguhan", client_key="k1")
    assert numbers(counsellor) == [held.number]


@pytest.mark.slow
def test_a_thousand_junk_reports_neither_shut_out_nor_bury_the_one_that_is_real(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From 200 addresses, no two texts alike, half of them crying danger. She comes in the middle of it, and is in no danger now."""
    monkeypatch.setitem(receipts.ARGON2, "memory_cost", 64)
    counsellor, chance = make_account(), random.Random(354)
    words = [
        f"{a}{b}"
        for a in ("ka", "bu", "si", "ro", "me", "ta")
        for b in ("ras", "lang", "nut", "dip", "mol", "wek")
    ]
    for number in range(1000):
        if number == 500:
            real, _ = send_report(
                story="Saya dikunci di kamar sejak kemarin", pace=Pace(seconds=95, source="her")
            )
        send_report(
            story=" ".join(chance.sample(words, 8)), danger=chance.choice(["yes", "no"]),
            pace=Pace(seconds=chance.uniform(0.2, 5), source=f"source {number % 200}"),
        )  # fmt: skip
    with open_session(counsellor, write=False) as session:
        page, held = list_inbox(session, counsellor, wanted=InboxFilter()), list_held(session, counsellor)
    assert [row.number for row in page.rows] == [real.number]
    assert len(held) <= 2  # the hour may have turned
    assert sum(group.count for group in held) == 1000
    with open_session(counsellor) as session:
        assert sum(mark_group_junk(session, counsellor, group=group.group) for group in held) == 1000
    with open_session(counsellor) as session:
        assert sum(unmark_group_junk(session, counsellor, group=group.group) for group in held) == 1000
