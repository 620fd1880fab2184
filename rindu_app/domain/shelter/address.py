"""Where a house stands: written and read by the shelter's people of its area, and told to nobody else (BP-12, 3.13)."""

import re
from itertools import pairwise

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.scopes import is_within
from rindu_app.access.sealing import new_sealer, open_sealer, open_sealers, store_key
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.shelter.access import require_shelter
from rindu_app.domain.shelter.rows import AddressRow
from rindu_app.models import ShelterAddress, ShelterHouse
from rindu_app.words import clock

LONGEST = 300
# Words of every address, which give no place away.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "jalan jl jln gang gg nomor no rt rw desa kelurahan kel kecamatan kec kabupaten kab kota blok lantai perumahan perum"
        " dusun dekat depan samping belakang dan di ke dari rumah sakit puskesmas pasar sekolah kantor masjid gereja balai"
        " polisi polres polsek",
    )
)


def set_address(session: Session, actor: Actor, *, house_id: int, address: str) -> None:
    """Write down where a house of the own area stands. Raises `NotFound` for a house elsewhere, `Invalid`."""
    house, text = _house(session, actor, house_id), clean_text(address)
    if not text:
        raise Invalid("address", "required")
    if len(text) > LONGEST:
        raise Invalid("address", "too_long", limit=LONGEST, length=len(text))
    row = session.exec(select(ShelterAddress).where(ShelterAddress.house_id == house_id)).first()
    if row is None:
        sealer = new_sealer()
        store_key(session, sealer)
        row = ShelterAddress(
            house_id=house_id, area_code=house.area_code, key_uid=sealer.uid, address=b"", by_id=actor.id
        )
    else:
        sealer = open_sealer(session, row.key_uid)
    row.address = sealer.seal(_place(house_id), text)
    row.by_id, row.at = actor.id, clock.now()
    session.add(row)
    audit(session, actor, "shelter:address:set", f"house:{house_id}", house.area_code)


def read_address(session: Session, actor: Actor, *, house_id: int) -> AddressRow:
    """Where a house stands; asking leaves a line. "" where nobody wrote it down yet. Raises `Forbidden`, `NotFound`."""
    house = _house(session, actor, house_id)
    row = session.exec(select(ShelterAddress).where(ShelterAddress.house_id == house_id)).first()
    audit(session, actor, "shelter:address:read", f"house:{house_id}", house.area_code)
    if row is None:
        return AddressRow(house.name, "")
    return AddressRow(house.name, open_sealer(session, row.key_uid).open(_place(house_id), row.address))


def require_no_address(session: Session, actor: Actor, field: str, text: str) -> str:
    """The text, cleaned, if it does not tell where one of the actor's houses stands. Raises `Invalid` otherwise.

    What the shelter's people write is read with the case. Two words of an address in a row are enough to find a house;
    the name of a kecamatan alone is not.
    """
    text = clean_text(text)
    if not text:
        return text
    rows = session.exec(select(ShelterAddress)).all()
    sealers = open_sealers(session, {row.key_uid for row in rows})
    said = _pairs(text)
    for row in rows:
        if row.key_uid in sealers and said & _pairs(
            sealers[row.key_uid].open(_place(row.house_id), row.address)
        ):
            raise Invalid(field, "shelter_address_told")
    return text


def _pairs(text: str) -> set[tuple[str, str]]:
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in _COMMON]
    return set(pairwise(words))


def _house(session: Session, actor: Actor, house_id: int) -> ShelterHouse:
    require_shelter(actor)
    house = session.get(ShelterHouse, house_id)
    if house is None or not is_within(house.area_code, actor.area_code):
        raise NotFound
    return house


def _place(house_id: int) -> str:
    return f"shelter_address.address:{house_id}"
