"""A citizen on a new device, with the small country loaded."""

from pathlib import Path

import pytest

from rindu_app.api.public.slowing import SLOWING
from tests.api.public.citizen import Citizen


@pytest.fixture
def citizen(country: Path) -> Citizen:
    SLOWING.clear()
    return Citizen()
