"""Nothing acknowledged is lost: the server is killed at random moments under a stream of reports, messages and uploads."""

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import verify_audit
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.files.queries import open_file
from rindu_app.domain.files.sweeping import sweep_files
from rindu_app.domain.reports.receipts import open_receipt
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.models import Attachment, Receipt, Report, ReportEvent, SafeContact
from rindu_app.words import clock
from tests.browser import ROOT, free_port, wait_until_answering
from tests.durability.stream import Crowd, Told

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)]
SYSTEM = Actor.system("tests")
ROUNDS = int(os.environ.get("RINDU_KILL_ROUNDS", "3"))


def test_every_receipt_that_was_shown_opens_its_report_after_kills(empty_installation: Path) -> None:
    crowd = Crowd(random.Random(129))
    for _ in range(ROUNDS):
        run_until_killed(empty_installation, crowd)
    assert len(crowd.told) >= ROUNDS * 3, "the stream was too thin to prove anything"
    for code, told in crowd.told.items():
        assert_is_whole(code, told)
    assert_nothing_is_half_saved()


def run_until_killed(folder: Path, crowd: Crowd) -> None:
    """Start the real server, let the crowd in, and pull the plug at a random moment."""
    port = free_port()
    url, log = f"http://127.0.0.1:{port}", folder / "server.log"
    variables = os.environ | {"RINDU_PUBLIC_URL": url, "RINDU_DEMO": "off"}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "rindu_app.cli", "serve", "--port", str(port)],
            cwd=ROOT, env=variables, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
    try:
        wait_until_answering(process, url, log)
        before = len(crowd.told)
        stream = threading.Thread(target=lambda: asyncio.run(crowd.run(url, clients=6)))
        stream.start()
        deadline = time.monotonic() + 60
        while len(crowd.told) < before + 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(crowd.dice.uniform(0, 2))
    finally:
        with contextlib.suppress(ProcessLookupError):  # it did not even start: the log says why
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    stream.join(30)


def assert_is_whole(code: str, told: Told) -> None:
    with open_session(Actor.visitor(), write=False) as session:
        opened = open_receipt(session, code)
    assert opened is not None, "a code that was shown opens nothing"
    report_id, sealer = opened
    reporter = Actor.reporter(report_id)
    with open_session(reporter) as session:
        session.info["sealers"] = {sealer.uid: sealer}
        report = session.exec(select(Report)).one()
        assert sealer.open_json(f"report.answers:{sealer.uid}", report.answers)["story"] == told.story
        thread = read_own_thread(session, reporter)
        assert [message.text for message in thread.messages][: len(told.messages)] == told.messages
        assert len(thread.files) >= told.uploads
        for file in thread.files:
            assert open_file(session, reporter, file.uid).data


def assert_nothing_is_half_saved() -> None:
    with clock.moved(timedelta(hours=3)):
        sweep_files()  # what the server does in the background, once a file is old enough to be an orphan
    with open_session(SYSTEM) as session:
        reports = set(session.exec(select(Report.id)))
        for part in (Receipt, SafeContact, ReportEvent):
            assert set(session.exec(select(part.report_id))) == reports
        files = set(session.exec(select(Attachment.uid).where(col(Attachment.report_id).is_not(None))))
        drafts = set(session.exec(select(Attachment.uid).where(col(Attachment.report_id).is_(None))))
        assert files <= {file.uid for file in get_file_store().list()} <= files | drafts
        count, broken = verify_audit(session)
    assert (count >= len(reports), broken) == (True, None)
