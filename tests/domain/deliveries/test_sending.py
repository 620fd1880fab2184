"""Sent once, or said to be unsure; whatever dies in between."""

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from rindu_app.access.audit import verify_audit
from rindu_app.access.session import open_session
from rindu_app.adapters.channels import MaybeSent, NotSent, Outgoing
from rindu_app.domain.deliveries.sending import TRIES, send_waiting
from rindu_app.domain.threads.commands import change_safe_contact
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, DeliveryChannel
from tests.domain.deliveries.dying_sender import DyingSender
from tests.domain.deliveries.test_queueing import PHONE, deliveries, notify
from tests.factories import SYSTEM, make_account, make_answers, reporter_of, send_report

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


class Recorder:
    """A way out that keeps what it got; it may refuse, doubt, or not know afterwards."""

    def __init__(self, error: Exception | None = None, knows: bool | None = None) -> None:
        self.error, self.knows = error, knows
        self.got: list[Outgoing] = []

    def send(self, message: Outgoing) -> None:
        if self.error is not None:
            raise self.error
        self.got.append(message)

    def was_sent(self, key: str) -> bool | None:
        return self.knows


def send(sender: object) -> int:
    return send_waiting(dict.fromkeys(DeliveryChannel, sender))  # type: ignore[arg-type]


def queue(**values: object) -> object:
    sent, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE, **values)
    notify(make_account(), sent.number)
    return sent


def statuses() -> list[str]:
    return [row.status for row in deliveries()]


@BOTH
def test_what_waits_is_sent_once_to_the_number_she_gave(country: Path) -> None:
    queue()
    recorder = Recorder()
    assert send(recorder) == 1
    assert send(recorder) == 0
    assert [message.to for message in recorder.got] == ["+6281200001234"]
    assert statuses() == ["sent"]


@BOTH
def test_many_senders_at_once_send_each_notice_once(
    country: Path, run_together: Callable[..., list[int]]
) -> None:
    for number in range(8):
        queue(story=f"Cerita {number}")
    recorder = Recorder()
    assert sum(run_together(lambda: send(recorder), times=4)) == 8
    assert len({message.key for message in recorder.got}) == len(recorder.got) == 8


def die(moment: str, book: Path) -> None:
    command = [sys.executable, "-m", "tests.domain.deliveries.dying_sender", str(book), moment]
    assert subprocess.run(command, check=False).returncode == -9


@BOTH
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_sender_killed_around_the_handing_over_sends_exactly_once(
    country: Path, tmp_path: Path, moment: str
) -> None:
    queue()
    book = tmp_path / "book"
    die(moment, book)
    assert statuses() == ["sending"]
    survivor = DyingSender(book, "never")
    assert send(survivor) == 0  # a living sender may still be at it
    with clock.moved(timedelta(minutes=6)):
        send(survivor)
        send(survivor)
    assert len(book.read_text().splitlines()) == 1
    assert statuses() == ["sent"]
    with open_session(SYSTEM, write=False) as session:
        assert verify_audit(session)[1] is None


def test_where_the_way_out_cannot_tell_a_person_decides(country: Path, tmp_path: Path) -> None:
    queue()
    die("after", tmp_path / "book")
    recorder = Recorder(knows=None)
    with clock.moved(timedelta(minutes=6)):
        assert send(recorder) == 0
    assert (statuses(), recorder.got) == (["unknown"], [])


def test_a_refusal_is_tried_again_but_not_for_ever(country: Path) -> None:
    queue()
    for _ in range(TRIES - 1):
        send(Recorder(NotSent("550")))
        assert statuses() == ["waiting"]
    send(Recorder(NotSent("550")))
    assert statuses() == ["failed"]
    assert send(Recorder()) == 0


def test_a_perhaps_is_never_tried_again(country: Path) -> None:
    queue()
    send(Recorder(MaybeSent("503")))
    assert statuses() == ["unknown"]
    assert send(Recorder()) == 0


def test_the_rule_is_asked_again_when_it_is_sent(country: Path) -> None:
    sent = queue()
    reporter = reporter_of(sent)  # type: ignore[arg-type]
    with open_session(reporter) as session:
        change_safe_contact(session, reporter, answers=make_answers(ways=[ContactWay.HERE]))
    assert send(Recorder()) == 0
    assert statuses() == ["failed"]


def test_outside_her_hours_it_waits_and_leaves_within_them(country: Path) -> None:
    hour = (clock.now() + timedelta(hours=7)).hour
    if hour > 20:
        hour = 20
    moved = timedelta(hours=hour - (clock.now() + timedelta(hours=7)).hour)
    with clock.moved(moved):
        queue(hour_from=hour, hour_to=hour + 2)
        with clock.moved(timedelta(hours=-3)):
            assert send(Recorder()) == 0
            assert statuses() == ["waiting"]
        recorder = Recorder()
        assert send(recorder) == 1


def test_a_notice_that_waited_too_long_has_lost_its_sense(country: Path) -> None:
    queue()
    with clock.moved(timedelta(days=4)):
        assert send(Recorder()) == 0
    assert statuses() == ["failed"]
