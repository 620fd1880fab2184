"""Logs say what happened, never to whom: planted names, phones, codes and addresses do not come out."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from rindu_app.log import get_logger, scrub, setup_logging
from rindu_app.settings import Settings

PLANTED = (
    "Siti Aminah",
    "0812-0000-1234",
    "4821 7733 9014 2256 1190",
    "3510250101900001",
    "siti@contoh.example",
    "36.85.12.7",
    "Firefox",
)


@pytest.fixture(params=["development", "production"])
def log(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    root, before = logging.getLogger(), logging.getLogger().handlers
    key = tmp_path_factory.mktemp("k") / "keys.json"
    setup_logging(Settings(environment=request.param, key_file=key, public_url="https://contoh.example"))
    yield stream
    root.handlers = before
    structlog.reset_defaults()


def nothing_planted_in(text: str) -> bool:
    return not [word for word in PLANTED if word in text]


def test_only_known_fields_come_out(log: io.StringIO) -> None:
    get_logger().info(
        "report received", report="L-2026-17", name="Siti Aminah", phone="0812-0000-1234", receipt="4821 7733 9014 2256 1190",
        nik="3510250101900001", mail="siti@contoh.example", ip="36.85.12.7", user_agent="Firefox", action="receive",
    )  # fmt: skip
    text = log.getvalue()
    assert nothing_planted_in(text)
    assert "L-2026-17" in text
    assert "receive" in text


def test_numbers_and_addresses_that_slip_into_a_sentence_are_taken_out(log: io.StringIO) -> None:
    logging.getLogger("other.library").warning(
        "call 0812-0000-1234 code 4821 7733 9014 2256 1190 from 36.85.12.7 siti@contoh.example"
    )
    logging.getLogger("other.library").error("GET /lanjut?kode=4821&nama=Siti+Aminah failed")
    text = log.getvalue()
    assert nothing_planted_in(text)
    assert "Siti" not in text
    assert "/lanjut" in text


def fail_with_words() -> None:
    try:
        raise ValueError("Siti Aminah 0812-0000-1234 menangis")
    except ValueError as error:
        raise RuntimeError("while saving Siti Aminah") from error


def test_an_error_says_where_and_what_kind_but_not_its_own_words(log: io.StringIO) -> None:
    for logger in (get_logger(), logging.getLogger("other.library")):
        try:
            fail_with_words()
        except RuntimeError:
            logger.exception("job failed")
    text = log.getvalue()
    assert "Siti" not in text
    assert "menangis" not in text
    assert text.count("fail_with_words") >= 2
    assert text.count("RuntimeError") >= 2
    assert text.count("ValueError") >= 2


def test_access_lines_of_the_web_server_are_silent(log: io.StringIO) -> None:
    for name in ("granian.access", "uvicorn.access"):
        logging.getLogger(name).info('36.85.12.7 - "POST /lapor?x=Siti+Aminah" 200 Firefox')
    assert log.getvalue() == ""


def test_production_lines_are_json(log: io.StringIO) -> None:
    get_logger().info("job done", job="sweep_files", count=3)
    line = log.getvalue().strip()
    if line.startswith("{"):
        assert json.loads(line) | {"timestamp": ""} == {
            "event": "job done", "job": "sweep_files", "count": 3, "level": "info", "timestamp": "",
        }  # fmt: skip
    else:
        assert "sweep_files" in line


@pytest.mark.parametrize(
    "text", ["case K-2026-12 opened", "took 12.5 ms", "revision 0002", "2026-11-23", "port 8400"]
)
def test_what_names_nobody_stays_readable(text: str) -> None:
    assert scrub(text) == text
