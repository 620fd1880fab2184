"""A posted form is read within limits, in memory, and gives back what was typed even where a file is refused."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request

from rindu_app.access.errors import Invalid
from rindu_app.api.uploads import DRAIN_BYTES, FIELD_BYTES, PostedForm, read_form

BOUNDARY = "xxGARISxx"


def part(name: str, data: bytes, filename: str | None = None) -> bytes:
    file = f'; filename="{filename}"' if filename is not None else ""
    return (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode()
        + data
        + b"\r\n"
    )


END = f"--{BOUNDARY}--\r\n".encode()
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def read(body: bytes, kind: str = MULTIPART, chunk: int = 65_536) -> PostedForm:
    pieces = [body[start : start + chunk] for start in range(0, len(body), chunk)] or [b""]

    async def receive() -> dict[str, Any]:
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"content-type", kind.encode())]}
    return asyncio.run(read_form(Request(scope, receive)))


def refusal(body: bytes, kind: str = MULTIPART) -> str:
    with pytest.raises(Invalid) as caught:
        read(body, kind)
    return caught.value.code


def test_fields_and_files_arrive_however_the_network_cuts_them() -> None:
    body = part("story", "Saya takut 😟".encode()) + part("kinds", b"FISIK") + part("kinds", b"PSIKIS")
    body += part("files", b"\xff\xd8\xff" * 50, "foto.jpg") + END
    for chunk in (1, 7, 65_536):
        form = read(body, chunk=chunk)
        assert form.fields["story"] == "Saya takut 😟"
        assert form.many["kinds"] == ["FISIK", "PSIKIS"]
        assert [(file.name, file.data, file.problem) for file in form.files] == [
            ("foto.jpg", b"\xff\xd8\xff" * 50, "")
        ]


def test_an_empty_file_field_is_no_file() -> None:
    assert read(part("files", b"", "") + END).files == []


def test_a_file_of_fifty_megabytes_is_named_and_the_text_is_still_there() -> None:
    form = read(part("files", bytes(50_000_000), "video.mp4") + part("story", b"Tolong") + END)
    [file] = form.files
    assert (file.problem, file.data) == ("file_too_large", b"")
    assert form.fields["story"] == "Tolong"


def test_files_beyond_the_number_are_named_and_not_kept() -> None:
    form = read(b"".join(part("files", b"x" * 100, f"{number}.jpg") for number in range(9)) + END)
    assert [file.problem for file in form.files] == [""] * 5 + ["file_too_many"] * 4
    assert all(not file.data for file in form.files[5:])


def test_a_text_of_a_million_letters_comes_back_whole() -> None:
    text = "a" * 1_000_000
    assert read(part("story", text.encode()) + END).fields["story"] == text
    assert read(f"story={text}".encode(), "application/x-www-form-urlencoded").fields["story"] == text


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (part("story", b"x" * (FIELD_BYTES + 1)) + END, MULTIPART, "form_too_large"),
        (part("files", bytes(DRAIN_BYTES), "a") + END, MULTIPART, "form_too_large"),
        (part("story", b"half a fo")[:-4], MULTIPART, "form_broken"),
        (b"no boundary at all", MULTIPART, "form_broken"),
        (b"", MULTIPART, "form_broken"),
        (b"{}", "application/json", "form_broken"),
        (b"x", "multipart/form-data", "form_broken"),
        (b"a=1&" * 400, "application/x-www-form-urlencoded", "form_broken"),
        (b"a=" + b"x" * (3 * FIELD_BYTES), "application/x-www-form-urlencoded", "form_too_large"),
    ],
    ids=["huge text", "endless body", "cut off", "not multipart", "empty", "json", "no boundary", "many fields", "huge plain"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(body: bytes, kind: str, code: str) -> None:
    assert refusal(body, kind) == code


def test_odd_bytes_in_text_become_text() -> None:
    form = read(part("story", b"\xff\xfe\x00NUL") + END)
    assert form.fields["story"] == "\ufffd\ufffd\x00NUL"
    assert (
        read(b"story=%ff%00%ed%a0%80", "application/x-www-form-urlencoded")
        .fields["story"]
        .startswith("\ufffd\x00")
    )


def test_nothing_is_written_to_the_disk_while_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was made")

    for name in ("SpooledTemporaryFile", "TemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert len(read(part("files", bytes(9_000_000), "a.pdf") + END).files[0].data) == 9_000_000


@settings(max_examples=60)
@given(
    st.binary(max_size=300),
    st.sampled_from([MULTIPART, "application/x-www-form-urlencoded", "multipart/form-data; boundary=", "x"]),
)
def test_any_body_is_read_or_refused_never_a_crash(body: bytes, kind: str) -> None:
    code = ""
    try:
        read(part("story", body) + END if body[:1] > b"\x80" else body, kind)
    except Invalid as refused:
        code = refused.code
    assert code in ("", "form_broken", "form_too_large")
