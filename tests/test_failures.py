"""What is logged about a failure says where, and nothing of what a person entered."""

import pytest

from rindu_app.failures import record_failure

SECRET = "planted 3510991234567890"


def broken_deep_down(typed: str) -> None:
    try:
        raise KeyError(typed)
    except KeyError as error:
        raise ValueError(f"cannot use {typed}") from error


def test_a_failure_is_found_again_by_its_number_and_holds_no_data(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    try:
        broken_deep_down(SECRET)
    except ValueError as error:
        number = record_failure("request_failed", error)
    logged = "".join(capsys.readouterr()) + caplog.text
    assert number.isdigit()
    assert len(number) == 8
    assert number in logged
    assert "ValueError" in logged
    assert "KeyError" in logged
    assert "tests/test_failures.py" in logged
    assert "broken_deep_down" in logged
    assert SECRET not in logged
