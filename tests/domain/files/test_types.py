"""A file is what its bytes say, whatever its name claims."""

import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rindu_app.access.errors import Invalid
from rindu_app.adapters import image_worker, images
from rindu_app.domain.files.checking import check_upload, clean_name
from rindu_app.domain.files.types import JPEG, PDF, detect_type
from rindu_app.words.errors import sentence
from tests import samples


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Invalid) as caught:
        check_upload(name, data)
    assert caught.value.field == "files"
    assert sentence(caught.value.code, **caught.value.facts)
    return caught.value.code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_pictures_are_taken_and_their_copy_carries_no_metadata(kind: str) -> None:
    data = samples.picture(kind)
    checked = check_upload("foto.bin", data)
    assert checked.data == data
    assert checked.type.image_format == kind
    assert checked.working is not None
    assert samples.PLACE.encode() not in checked.working.data
    with Image.open(io.BytesIO(checked.working.data)) as copy:
        assert copy.size == (300, 200)
        assert dict(copy.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp"} & copy.info.keys()


def test_a_photo_taken_sideways_stands_upright_in_the_copy() -> None:
    checked = check_upload("foto.jpg", samples.picture(orientation=6))
    assert checked.working is not None
    with Image.open(io.BytesIO(checked.working.data)) as copy:
        assert copy.size == (200, 300)


def test_a_large_photo_is_made_small_enough_to_look_at() -> None:
    checked = check_upload("foto.jpg", samples.picture(size=(6000, 4000)))
    assert checked.working is not None
    with Image.open(io.BytesIO(checked.working.data)) as copy:
        assert max(copy.size) == image_worker.MAX_SIDE


@pytest.mark.parametrize(("media_type", "data"), [*samples.AUDIO.items(), ("application/pdf", samples.PDF)])
def test_recordings_and_documents_are_taken_as_they_are(media_type: str, data: bytes) -> None:
    checked = check_upload("bukti.exe", data)
    assert checked.type.media_type == media_type
    assert checked.working is None
    assert checked.name == f"bukti.{checked.type.extension}"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "file_type"),
        (b"<html><script>alert(1)</script>%PDF-1.7", "file_type"),
        (b"MZ\x90\x00" + bytes(100), "file_type"),
        (b"#!/bin/sh\nrm -rf /", "file_type"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "file_heic"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + bytes(80) + b"hdlr\x00\x00\x00\x00vide", "file_video"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(50) + b"V_VP9", "file_video"),
        (b"OggS" + bytes(24) + b"\x80theora", "file_video"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska", "file_type"),
        (b"GIF89a/*<script>alert(1)</script>*/", "file_broken"),
        (b"\xff\xd8\xff\xe0" + bytes(500), "file_broken"),
        (samples.picture()[:2000], "file_broken"),
    ],
    ids=["empty", "svg", "html before pdf", "program", "shell", "heic", "mp4 video", "webm video", "ogg video",
         "matroska", "gif and script", "no jpeg", "half a jpeg"],
)  # fmt: skip
def test_everything_else_is_refused_with_its_own_sentence(data: bytes, code: str) -> None:
    assert refusal("foto.jpg", data) == code


def test_a_zip_behind_a_photo_does_not_reach_the_copy() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.html", "<script>alert(1)</script>")
    checked = check_upload("foto.jpg", samples.picture() + archive.getvalue())
    assert checked.working is not None
    assert b"index.html" not in checked.working.data


def test_a_file_above_the_limit_is_refused_with_the_limit_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Invalid) as caught:
        check_upload("foto.jpg", samples.picture() + bytes(10_000_000))
    assert (
        sentence(caught.value.code, **caught.value.facts) == "Berkas ini terlalu besar. Paling besar 10 MB."
    )


def test_a_bomb_of_pixels_is_refused_before_it_is_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    assert len(out.getvalue()) < 200_000
    assert refusal("foto.png", out.getvalue()) == "file_pixels"


def test_the_decoder_runs_apart_with_nothing_of_ours_in_its_hands() -> None:
    probe = "import os,sys; sys.path[:0]=[]; print(sorted(os.environ)); print('rindu_app' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", probe], env={}, capture_output=True, text=True, check=True
    )
    assert "RINDU" not in done.stdout
    assert "rindu_app" not in images.WORKER.read_text()


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\foto\\lebam.PNG", "lebam.jpg"),
        ("foto\u202egpj.exe", "fotogpj.jpg"),
        ("a\x00b\r\nc.jpg", "abc.jpg"),
        ("", "berkas.jpg"),
        ("...", "berkas.jpg"),
        ("x" * 300 + ".jpg", "x" * 80 + ".jpg"),
        ("bukti \U0001f5ff.jpg", "bukti \U0001f5ff.jpg"),
        ("\ud800.jpg", "berkas.jpg"),
    ],
)
def test_names_become_harmless(name: str, clean: str) -> None:
    assert clean_name(name, JPEG) == clean


@given(st.binary(max_size=400))
def test_any_bytes_are_named_or_refused_never_a_crash(data: bytes) -> None:
    try:
        told = detect_type(data).media_type
    except Invalid as refused:
        told = sentence(refused.code)
    assert told


@given(st.text(max_size=200))
def test_any_name_is_safe_to_show_and_to_save(name: str) -> None:
    clean = clean_name(name, PDF)
    assert clean.endswith(".pdf")
    assert len(clean) <= 84
    assert not set(clean) & set('/\\\x00\r\n"<>')
    clean.encode()
