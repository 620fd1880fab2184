"""Whatever is written, it can be set, with fonts that travel along; and a lock opens by its password alone."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from rindu_app.adapters.paper.lock import LETTERS, lock_pdf, new_password
from rindu_app.adapters.paper.typesetter import typeset
from tests.papers import ARABIC, JAVANESE, text_of


def paper(words: str) -> dict[str, Any]:
    """Every kind of block, with the same words in every place where somebody's own words can stand."""
    blocks: list[dict[str, Any]] = [
        {"type": "notice", "text": words},
        {"type": "facts", "rows": [(words, words), ("Nama", "")]},
        {"type": "words", "text": words, "lines": 2},
        {"type": "table", "head": ("Apa", "B"), "rows": ((words, words),), "widths": (1, 3)},
        {"type": "ticks", "items": ((words, True), ("Lain", False)), "columns": 2},
        {
            "type": "asks",
            "items": (
                {"title": words, "help": words, "yes": True, "no": False, "notes": (words,)},
                {"title": "Kabar", "help": "", "yes": None, "no": None, "notes": ()},
            ),
        },
        {"type": "signs", "place": words, "people": ((words, words), ("Saksi", ""))},
    ]
    return {
        "reference": "K-2611-0001-D1", "title": "Formulir", "subtitle": "Kasus", "office": "UPTD", "office_lines": ("Jalan",),
        "footer": f"dibuat oleh {words[:80]}", "blocks": [{"title": "Bagian", **block} for block in blocks],
    }  # fmt: skip


def fonts_of(pdf: bytes) -> list[Any]:
    """Descriptors of all fonts of all pages."""
    found = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[union-attr]
            whole = font.get_object()
            inner = whole["/DescendantFonts"][0].get_object() if "/DescendantFonts" in whole else whole
            found.append((str(whole["/BaseFont"]), inner["/FontDescriptor"].get_object()))
    return found


@settings(max_examples=40)
@given(st.text(st.characters(), max_size=300))
def test_any_text_can_be_set(words: str) -> None:
    assert typeset(paper(words)).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "words",
    [
        "😀🇮🇩👩‍👧", "\u202eterbalik\u202c", "a\x00b\x07c", "\ud800", "x" * 5_000, "#panic() #import \"@preview/x\"",
        "*tebal* _miring_ $x$ `kode` <label> @ref //komentar", "\\u{0}\\", "]][[", "Kata " * 4_000, "baris\n\n\n\nbaris",
        f"{ARABIC} " * 200, JAVANESE * 300,
    ],
)  # fmt: skip
def test_what_often_breaks_typesetters_does_not_break_ours(words: str) -> None:
    assert typeset(paper(words)).startswith(b"%PDF-")


def test_words_are_never_instructions() -> None:
    words = '#panic() *tebal* #read("paper.typ")'
    assert words in text_of(typeset(paper(words)))


def test_names_in_other_letters_survive_and_every_font_is_embedded_in_part() -> None:
    pdf = typeset(paper(f"Siti {ARABIC} {JAVANESE}"))
    text = text_of(pdf)
    assert ARABIC in text
    assert JAVANESE in text
    fonts = fonts_of(pdf)
    names = {name.partition("+")[2].partition("-")[0] for name, _ in fonts}
    assert {"NotoSans", "NotoNaskhArabic", "NotoSansJavanese"} <= names
    for name, descriptor in fonts:
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, name
        assert name[7] == "+" or name[6] == "+", name  # the mark of a subset


def test_every_page_says_which_it_is_of_how_many() -> None:
    text = text_of(typeset(paper("Kata " * 4_000)))
    pages = len(PdfReader(io.BytesIO(typeset(paper("Kata " * 4_000)))).pages)
    assert pages > 5
    assert f"Halaman 1 dari {pages}" in text
    assert f"Halaman {pages} dari {pages}" in text


def test_nothing_in_it_tells_who_made_it_with_which_machine() -> None:
    about = PdfReader(io.BytesIO(typeset(paper("x")))).metadata
    assert about is not None
    assert {name for name in about if name not in ("/Title", "/Creator")} == set()


def test_a_locked_paper_opens_by_its_password_and_by_nothing_else() -> None:
    password, other = new_password(), new_password()
    assert password != other
    assert set(password) <= {*LETTERS, "-"}
    locked = lock_pdf(typeset(paper("Kenari")), password)
    assert b"Kenari" not in locked
    assert "Kenari" in text_of(locked, password)
    closed = PdfReader(io.BytesIO(locked))
    assert closed.is_encrypted
    assert not closed.decrypt(other)
    with pytest.raises(FileNotDecryptedError):
        closed.pages[0].extract_text()
