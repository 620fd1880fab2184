"""People of a case as a paper form asks for them. Of an alleged perpetrator: no name, on any paper (3.13)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlmodel import Session

from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.papers.content import Row
from rindu_app.domain.papers.telling import Telling
from rindu_app.domain.people.rows import PersonRow
from rindu_app.domain.people.view import people_of
from rindu_app.words.ages import parse_partial, say_age
from rindu_app.words.codes import PersonRole
from rindu_app.words.moments import say_partial


@dataclass(frozen=True)
class Person:
    """Somebody in words. `told` is what is sealed of her, the NIK excepted, which is shown masked in `row`."""

    row: PersonRow
    told: dict[str, str] = field(repr=False)

    @property
    def name(self) -> str:
        return "" if self.row.role == PersonRole.PERPETRATOR else self.told.get("name", "")

    @property
    def born(self) -> str:
        """The date as far as it is known; otherwise how old she was at the report."""
        day = say_partial(parse_partial(self.told.get("born", "")))
        return day or (f"usia {say_age(self.row.age)}" if self.row.age else "")

    @property
    def address(self) -> str:
        return self.told.get("address", "")

    @property
    def phone(self) -> str:
        return self.told.get("phone", "")


@dataclass(frozen=True)
class People:
    client: Person
    others: tuple[Person, ...]
    suspects: tuple[PersonRow, ...]

    def of_role(self, *roles: PersonRole) -> list[Person]:
        return [one for one in self.others if one.row.role in roles]


def read_persons(session: Session, file: OpenFile, telling: Telling | None = None) -> People:
    """A number that somebody else left when she told us about the client is not the client's."""
    found = [Person(row, told) for _, row, told in people_of(session, file)]
    client = next(one for one in found if one.row.role == PersonRole.CLIENT)
    if telling is not None and not telling.is_client and client.phone == telling.phone:
        client = Person(client.row, {**client.told, "phone": ""})
    others = tuple(one for one in found if one.row.role not in (PersonRole.CLIENT, PersonRole.PERPETRATOR))
    suspects = tuple(one.row for one in found if one.row.role == PersonRole.PERPETRATOR)
    return People(client, others, suspects)


def identity_rows(person: Person) -> tuple[Row, ...]:
    """Name, sex, birth, address, telephone, job: what a letter names a person by."""
    return (
        ("Nama", person.name),
        ("Jenis kelamin", person.row.sex),
        ("Tanggal lahir atau usia", person.born),
        ("Alamat", person.address),
        ("Telepon", person.phone),
        ("Pekerjaan", person.row.job),
    )


def suspect_rows(suspect: PersonRow | None) -> tuple[Row, ...]:
    """The same of an alleged perpetrator, as far as it is kept: what is missing stays a line."""
    return (
        ("Nama", ""),
        ("Hubungan dengan klien", suspect.relation if suspect else ""),
        ("Jenis kelamin", suspect.sex if suspect else ""),
        ("Perkiraan usia", suspect.age_band if suspect else ""),
        ("Alamat", ""),
        ("Telepon", ""),
        ("Pekerjaan", ""),
    )


def one_line(people: Iterable[Person]) -> str:
    """Several people in one field: "Ilham (Anak, laki-laki), Salsa (Anak, perempuan)"."""
    return ", ".join(
        f"{one.name or 'tanpa nama'}{f' ({one.row.relation})' if one.row.relation else ''}" for one in people
    )
