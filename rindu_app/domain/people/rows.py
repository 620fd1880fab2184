"""What screens show of the people of a case."""

from dataclasses import dataclass

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.words.ages import Age


@dataclass(frozen=True)
class PersonRow:
    """Somebody of a case without name, numbers and address (`reveal_people`). `age` is that at the report.

    Of an alleged perpetrator only `relation`, `sex`, `age_band` and the service that needs a name are filled.
    """

    uid: str
    version: int
    role: str
    role_label: str
    relation: str
    sex: str
    age: Age | None
    age_band: str
    education: str
    job: str
    marital: str
    citizenship: str
    disabilities: tuple[str, ...]
    accommodations: tuple[str, ...]
    in_household: bool
    is_guardian: bool
    safety: str
    nik: str
    nik_doubts: tuple[str, ...]
    has_name: bool
    has_contact: bool
    note: str
    service: str
    reason: str


@dataclass(frozen=True)
class LinkRow:
    """Another case. Without `number` it is one the reader may not open: then nothing else is filled either."""

    uid: str
    number: str = ""
    kind: str = ""
    reason: str = ""


@dataclass(frozen=True)
class DuplicateHint:
    """There is another case with the same number; `ask` names its supervisors, and nothing else is said."""

    ask: tuple[str, ...]


@dataclass(frozen=True)
class PeopleView:
    """The client first, then everybody else in the order in which they were added."""

    head: CaseHead
    people: tuple[PersonRow, ...]
    links: tuple[LinkRow, ...]
    duplicate: DuplicateHint | None


@dataclass(frozen=True)
class NamesRow:
    """Who somebody is, asked for and audited by itself."""

    uid: str
    name: str
    phone: str
    address: str
