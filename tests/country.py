"""A small country for tests: the areas they name, and every code list."""

from datetime import date

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.models import Area
from rindu_app.seeds.reference.code_lists import load_code_lists
from tests.installations import make_tables

AREAS = {
    "18": ("Lampung", "provinsi"),
    "18.72": ("Kota Metro", "kota"),
    "18.72.05": ("Metro Selatan", "kecamatan"),
    "18.72.05.1001": ("Rejomulyo", "kelurahan"),
    "35": ("Jawa Timur", "provinsi"),
    "35.10": ("Kabupaten Banyuwangi", "kabupaten"),
    "35.10.10": ("Genteng", "kecamatan"),
    "35.10.10.2001": ("Genteng Kulon", "desa"),
    "35.10.10.2002": ("Genteng Wetan", "desa"),
    "35.10.16": ("Banyuwangi", "kecamatan"),
    "35.17": ("Kabupaten Jombang", "kabupaten"),
    "64": ("Kalimantan Timur", "provinsi"),
    "64.71": ("Kota Balikpapan", "kota"),
}


def add_areas(session: Session) -> None:
    for code, (name, kind) in AREAS.items():
        session.merge(
            Area(
                code=code,
                name=name,
                name_search=name.lower(),
                level=1 + code.count("."),
                kind=kind,
                parent_code=code.rpartition(".")[0] or None,
                timezone="Asia/Makassar" if code.startswith("64") else "Asia/Jakarta",
                valid_from=date(2025, 1, 1),
                legal_basis="uji",
            )
        )


def make_country() -> None:
    """An installation that knows these areas and all code lists."""
    make_tables()
    with open_session(Actor.system("tests")) as session:
        add_areas(session)
        load_code_lists(session)
