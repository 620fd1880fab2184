"""A database with all areas and lists, loaded once per test process: loading takes seconds, reading does not."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from rindu_app.access.database import make_engine
from rindu_app.seeds.reference.code_lists import load_code_lists
from rindu_app.seeds.reference.load_areas import AreaChanges, load_areas
from rindu_app.seeds.reference.seed_rows import SeedChanges


@dataclass(frozen=True)
class Loaded:
    """The engine of a loaded database, what loading changed, and each call of `progress`."""

    engine: Engine
    areas: AreaChanges
    lists: SeedChanges
    steps: list[tuple[int, int]]


def load_reference(engine: Engine) -> Loaded:
    SQLModel.metadata.create_all(engine)
    steps: list[tuple[int, int]] = []
    started = time.perf_counter()
    with Session(engine) as session:
        areas = load_areas(session, lambda done, total: steps.append((done, total)))
        session.commit()
        middle = time.perf_counter()
        lists = load_code_lists(session)
        session.commit()
    lists_time = time.perf_counter() - middle
    print(f"{engine.dialect.name}: areas {middle - started:.1f} s, lists {lists_time:.1f} s")  # noqa: T201  # shown by `pytest -s`, never asserted
    return Loaded(engine, areas, lists, steps)


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    result = load_reference(make_engine(f"sqlite:///{tmp_path_factory.mktemp('reference')}/rindu.db"))
    yield result
    result.engine.dispose()


@pytest.fixture
def reference(loaded: Loaded) -> Iterator[Session]:
    """A session on the loaded database; whatever a test writes is rolled back."""
    with Session(loaded.engine) as session:
        yield session
        session.rollback()
