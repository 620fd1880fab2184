"""Finding an area by what somebody types."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlmodel import Session

from rindu_app.domain.areas.search import search_areas


@pytest.fixture
def statements(reference: Session) -> Iterator[list[str]]:
    """Every statement sent to the database while a test runs."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    engine = reference.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def codes(session: Session, text: str, within: str | None = None, limit: int = 20) -> list[str]:
    return [hit.code for hit in search_areas(session, text, within, limit)]


def test_a_result_shows_its_whole_path(reference: Session) -> None:
    (hit,) = search_areas(reference, "rejomulyo", within="18.72")
    assert hit.path == "Rejomulyo, Metro Selatan, Kota Metro, Lampung"
    assert (hit.code, hit.name, hit.kind, hit.level) == ("18.72.05.1001", "Rejomulyo", "kelurahan", 4)


@pytest.mark.parametrize(
    "text", ["rejomulyo metro", "REJOMULYO, Kota Metro", "metro selatan rejom", "kel. Rejomulyo, Metro"]
)
def test_more_words_narrow_by_what_lies_above(reference: Session, text: str) -> None:
    assert codes(reference, text)[0] == "18.72.05.1001"


def test_a_common_name_is_found_in_many_places(reference: Session) -> None:
    hits = search_areas(reference, "sidomulyo", limit=200)
    assert len([hit for hit in hits if hit.name == "Sidomulyo"]) >= 98
    assert len({hit.code for hit in hits}) == len(hits)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("banyuwangi", "35.10"),
        ("balikpapan", "64.71"),
        ("kota metro", "18.72"),
        ("kab. jombang", "35.17"),
        ("jawa timur", "35"),
        ("jakarta", "31"),
    ],
)
def test_what_was_named_exactly_or_is_larger_comes_first(reference: Session, text: str, first: str) -> None:
    assert codes(reference, text)[0] == first


def test_a_word_inside_a_name_is_found_by_its_beginning_only(reference: Session) -> None:
    assert "18.72.05" in codes(reference, "selatan", within="18.72")
    assert codes(reference, "elatan", within="18.72") == []


def test_accents_and_apostrophes_do_not_matter(reference: Session) -> None:
    assert codes(reference, "regapu\u2019u") == codes(reference, "Regapuu") != []


@pytest.mark.parametrize("text", ["", "a", "%", "__", "' OR 1=1 --", "\x00", "🙂🙂", "zzzz", "x" * 100_000])
def test_nonsense_finds_nothing(reference: Session, text: str) -> None:
    assert codes(reference, text, within="18.72") == []


def test_search_within_an_area_stays_there(reference: Session) -> None:
    assert codes(reference, "su", within="35.10", limit=100)
    assert all(code.startswith("35.10") for code in codes(reference, "su", within="35.10", limit=100))
    assert codes(reference, "banyuwangi", within="35.1") == []


def test_no_more_than_asked_for_is_returned(reference: Session) -> None:
    assert len(codes(reference, "su", limit=7)) == 7
    assert codes(reference, "su", limit=0) == []


def test_a_search_is_one_statement_however_much_it_finds(reference: Session, statements: list[str]) -> None:
    search_areas(reference, "rejomulyo metro", limit=1)
    search_areas(reference, "su", limit=500)
    assert len([sent for sent in statements if sent.startswith("SELECT")]) == 2
