"""People and linked cases in the words of their screen."""

from dataclasses import dataclass

from rindu_app.domain.people.rows import LinkRow, NamesRow, PeopleView, PersonRow
from rindu_app.words import routes
from rindu_app.words.ages import Age, say_age
from rindu_app.words.codes import PersonRole, PersonSafety
from rindu_app.words.labels import label
from rindu_app.words.people import NIK_DOUBTS

FAMILY = (PersonRole.CHILD, PersonRole.PARENT, PersonRole.GUARDIAN, PersonRole.HOUSEHOLD)
NETWORK = {
    PersonSafety.SAFE: "aman dihubungi",
    PersonSafety.UNSAFE: "tidak aman dihubungi",
    PersonSafety.UNKNOWN: "belum diketahui aman atau tidak",
}
NOTHING = "Belum ada keterangan"
HIDDEN_CASE = "Kasus lain, ditangani tim lain"


@dataclass(frozen=True)
class ShownPerson:
    """`names` is filled only after it was asked for. `safety` "" where it does not matter."""

    uid: str
    title: str
    lines: tuple[str, ...]
    doubts: tuple[str, ...]
    names: tuple[str, ...]
    guardian: bool
    safety: str
    safety_label: str
    hidden: bool
    version: int


@dataclass(frozen=True)
class ShownLink:
    """`number` is empty for a case that the reader may not open."""

    uid: str
    title: str
    number: str
    href: str
    reason: str


@dataclass(frozen=True)
class ShownPeople:
    client: tuple[ShownPerson, ...] = ()
    family: tuple[ShownPerson, ...] = ()
    support: tuple[ShownPerson, ...] = ()
    suspects: tuple[ShownPerson, ...] = ()
    links: tuple[ShownLink, ...] = ()
    network: str = ""
    duplicate: str = ""


def show_people(view: PeopleView, names: dict[str, NamesRow]) -> ShownPeople:
    shown = {row.uid: show_person(row, names.get(row.uid)) for row in view.people}

    def those(*roles: PersonRole) -> tuple[ShownPerson, ...]:
        return tuple(shown[row.uid] for row in view.people if row.role in roles)

    return ShownPeople(
        client=those(PersonRole.CLIENT),
        family=those(*FAMILY),
        support=those(PersonRole.SUPPORT, PersonRole.WITNESS),
        suspects=those(PersonRole.PERPETRATOR),
        links=tuple(show_link(row) for row in view.links),
        network=_network(view.people),
        duplicate=_duplicate(view),
    )


def show_person(row: PersonRow, names: NamesRow | None) -> ShownPerson:
    is_suspect, is_client = row.role == PersonRole.PERPETRATOR, row.role == PersonRole.CLIENT
    title = " · ".join(filter(None, [row.role_label, row.relation]))
    lines = _suspect_lines(row) if is_suspect else _lines(row)
    if is_suspect or is_client:  # their section says already what they are
        title, lines = (row.relation, lines) if is_suspect else (lines[0] if lines else NOTHING, lines[1:])
    revealed = (names.name or "Nama tidak dicatat", names.phone, names.address) if names else ()
    return ShownPerson(
        uid=row.uid,
        title=title or row.role_label,
        lines=lines,
        doubts=tuple(NIK_DOUBTS[code] for code in row.nik_doubts),
        names=tuple(filter(None, revealed)),
        guardian=row.is_guardian,
        safety="" if is_suspect or is_client else row.safety,
        safety_label=label(PersonSafety(row.safety)),
        hidden=row.has_name or row.has_contact,
        version=row.version,
    )


def show_link(row: LinkRow) -> ShownLink:
    if not row.number:
        return ShownLink(row.uid, HIDDEN_CASE, "", "", "")
    return ShownLink(row.uid, row.kind, row.number, routes.case(row.number), row.reason)


def age_words(age: Age | None, unknown: str = "") -> str:
    """ "16 tahun, anak"; where it is not certain, she is to be treated as one."""
    if age is None:
        return unknown
    return say_age(age) + {True: ", anak", None: ", mungkin anak", False: ""}[age.is_child]


def _lines(row: PersonRow) -> tuple[str, ...]:
    person = " · ".join(filter(None, [row.sex, age_words(row.age), row.marital, row.citizenship]))
    work = " · ".join(filter(None, [row.education, row.job]))
    needs = f"Perlu: {', '.join(row.accommodations).lower()}" if row.accommodations else ""
    nik = f"NIK {row.nik}" if row.nik else ""
    home = "Tinggal serumah dengan klien" if row.in_household and row.role != PersonRole.CLIENT else ""
    return tuple(filter(None, [person, work, ", ".join(row.disabilities), needs, home, nik, row.note]))


def _suspect_lines(row: PersonRow) -> tuple[str, ...]:
    home = "Tinggal serumah dengan klien" if row.in_household else ""
    named = f"Namanya disimpan untuk: {row.service.lower()}. {row.reason}" if row.service else ""
    return tuple(filter(None, [" · ".join(filter(None, [row.sex, row.age_band])), home, named]))


def _network(people: tuple[PersonRow, ...]) -> str:
    """How many she may turn to, and of how many she must beware."""
    around = [row for row in people if row.role not in (PersonRole.CLIENT, PersonRole.PERPETRATOR)]
    counted = {code: sum(row.safety == code for row in around) for code in NETWORK}
    said = ", ".join(f"{number} orang {NETWORK[code]}" for code, number in counted.items() if number)
    return f"{said}." if said else "Belum ada orang di sekitarnya yang dicatat."


def _duplicate(view: PeopleView) -> str:
    if view.duplicate is None:
        return ""
    whom = " atau ".join(view.duplicate.ask) or "penyelia wilayah ini"
    return f"Mungkin ada kasus lain tentang orang yang sama di wilayah ini. Tanyakan kepada {whom}."
