"""What is logged about a failure says where, and nothing of what a person entered."""

import pytest
from structlog.testing import capture_logs

from rindu_app.failures import record_failure

SECRET = "planted 3510991234567890"


def broken_deep_down(typed: str) -> None:
    try:
        raise KeyError(typed)
    except KeyError as error:
        raise ValueError(f"cannot use {typed}") from error


def test_a_failure_is_found_again_by_its_number_and_holds_no_data() -> None:
    with pytest.raises(ValueError, match="cannot use") as caught:
        broken_deep_down(SECRET)
    with capture_logs() as lines:
        number = record_failure("request_failed", caught.value)
    assert number.isdigit()
    assert len(number) == 8
    assert [line["reference"] for line in lines] == [number]
    assert lines[0]["error"] == ["ValueError", "KeyError"]
    assert lines[0]["where"][-1].startswith("tests/test_failures.py:")
    assert lines[0]["where"][-1].endswith(" broken_deep_down")
    assert SECRET not in str(lines)
