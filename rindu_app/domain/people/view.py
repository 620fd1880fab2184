"""Reading the people of a case: a fixed number of queries, however many there are."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, number_of, sealer_of
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.codes.queries import read_lists
from rindu_app.domain.people.client import born_of, reported_on
from rindu_app.domain.people.commands import find_person
from rindu_app.domain.people.duplicates import find_duplicate
from rindu_app.domain.people.fields import LISTS, Lists
from rindu_app.domain.people.links import list_links
from rindu_app.domain.people.nik import Nik, mask_nik, read_nik
from rindu_app.domain.people.now import facts_of
from rindu_app.domain.people.rows import NamesRow, PeopleView, PersonRow
from rindu_app.models import Area, Case, CasePerson
from rindu_app.words import clock
from rindu_app.words.ages import age_on
from rindu_app.words.codes import PersonRole
from rindu_app.words.labels import label

MOST = 100


def read_people(session: Session, actor: Actor, *, number: str) -> PeopleView:
    """Everybody of a case without names and numbers, the cases linked to it, and whether the client may have another one.

    Raises `NotFound` outside the team.
    """
    file = open_file(session, actor, number)
    people = people_of(session, file)
    client = next(row for row, _, _ in people if row.role == PersonRole.CLIENT)
    links = list_links(session, file.case, file.sealer)
    shown = tuple(person for _, person, _ in people)
    return PeopleView(file.head, shown, links, find_duplicate(session, actor, file.case, client))


def people_of(session: Session, file: OpenFile) -> tuple[tuple[CasePerson, PersonRow, dict[str, str]], ...]:
    """Everybody, the client first, each with what is sealed of her except her NIK. The file was opened by its reader."""
    rows = _rows_of(session, file.case)
    lists, reported = read_lists(session, LISTS), reported_on(session, file.case, file.head.timezone)
    facts = {row.uid: facts_of(file.case, row, file.sealer) for row in rows}
    niks = {uid: read_nik(told["nik"], clock.now().date()) for uid, told in facts.items() if told.get("nik")}
    districts = _known_districts(session, niks.values())
    return tuple(
        (
            row,
            _show(row, facts[row.uid], niks.get(row.uid), lists, reported, districts),
            {name: value for name, value in facts[row.uid].items() if name != "nik"},
        )
        for row in sorted(rows, key=lambda row: (row.role != PersonRole.CLIENT, row.id or 0))
    )


def reveal_people(session: Session, actor: Actor, *, number: str) -> tuple[NamesRow, ...]:
    """Names, telephones and addresses; asking for them is audited by itself. A NIK is never shown whole."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    audit(session, actor, "case:reveal_people", number_of(case), case.area_code)
    sealer = sealer_of(session, case)
    found = ((row.uid, facts_of(case, row, sealer)) for row in _rows_of(session, case))
    return tuple(
        NamesRow(uid, told.get("name", ""), told.get("phone", ""), told.get("address", ""))
        for uid, told in found
    )


def read_person(
    session: Session, actor: Actor, *, number: str, uid: str
) -> tuple[CasePerson, dict[str, str]]:
    """One person's row and what is sealed of her, for a form that changes it; audited like her name. Without her NIK."""
    case = access_case(session, actor, number, Permission.CASE_WRITE)
    person = find_person(session, case, uid)
    audit(session, actor, "case:reveal_people", number_of(case), case.area_code)
    told = facts_of(case, person, sealer_of(session, case))
    return person, {name: value for name, value in told.items() if name != "nik"}


def _rows_of(session: Session, case: Case) -> list[CasePerson]:
    statement = select(CasePerson).where(CasePerson.case_id == case.id, col(CasePerson.removed_at).is_(None))
    return list(session.exec(statement.order_by(col(CasePerson.id)).limit(MOST)))


def _known_districts(session: Session, niks: Iterable[Nik]) -> set[str]:
    """Districts of today and of former days: an old NIK keeps its code."""
    named = {nik.district for nik in niks}
    return set(session.exec(select(Area.code).where(col(Area.code).in_(named))))


def _show(
    row: CasePerson, told: dict[str, str], nik: Nik | None, lists: Lists, reported: date, districts: set[str]
) -> PersonRow:
    def words(list_code: str, code: str) -> str:
        known = lists[list_code].get(code)
        return known.label if known is not None else code

    born = born_of(told, reported)
    return PersonRow(
        uid=row.uid,
        version=row.version,
        role=row.role,
        role_label=label(PersonRole(row.role)),
        relation=words("relation_fine", row.relation),
        sex=words("sex", row.sex),
        age=age_on(born, reported) if born else None,
        age_band=words("age_band", row.age_band),
        education=words("education", row.education),
        job=words("job", row.job),
        marital=words("marital", row.marital),
        citizenship=words("citizenship", row.citizenship),
        disabilities=tuple(words("disability", code) for code in row.disabilities),
        accommodations=tuple(words("accommodation", code) for code in row.accommodations),
        in_household=row.in_household,
        is_guardian=row.is_guardian,
        safety=row.safety,
        nik=mask_nik(nik.digits) if nik else "",
        nik_doubts=_doubts(row, told, nik, reported, districts) if nik else (),
        has_name=bool(told.get("name")),
        has_contact=bool(told.get("phone") or told.get("address")),
        note=told.get("note", ""),
        service=words("perpetrator_name_service", told.get("service", "")),
        reason=told.get("reason", ""),
    )


def _doubts(
    row: CasePerson, told: dict[str, str], nik: Nik, reported: date, districts: set[str]
) -> tuple[str, ...]:
    """What does not fit, to be looked at again: never a reason to refuse the number."""
    doubts, born = list(nik.doubts), born_of({"born": told.get("born", "")}, reported)
    if nik.district and nik.district not in districts:
        doubts.append("nik_district")
    if nik.sex and row.sex and nik.sex != row.sex:
        doubts.append("nik_sex")
    if nik.born and born and not born.earliest <= nik.born <= born.latest:
        doubts.append("nik_born")
    return tuple(doubts)
