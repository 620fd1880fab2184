"""Loading the demo: offices and accounts first, then everything that happened, in the order in which it happened."""

import base64
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyotp
from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.keyring import get_keyring
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import second_factor
from rindu_app.domain.accounts.commands import create_account
from rindu_app.domain.aftercare.watching import watch_aftercare
from rindu_app.domain.cases.watching import watch_cases
from rindu_app.domain.partners.commands import PartnerFields, save_partner
from rindu_app.domain.reports.holding import forget_pace
from rindu_app.domain.shelter.overdue import watch_stays
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.models import Account, Partner, ReferenceVersion
from rindu_app.seeds.demo.feedback import keep_answers
from rindu_app.seeds.demo.shelter import make_houses
from rindu_app.seeds.demo.story import Story
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role

FOLDER = Path(__file__).parent
NAME, VERSION = "demo", "1"
SEEDER = Actor.system("demo")
PASSWORD = "melati di teras rumah"  # noqa: S105  # printed at every start; production refuses this module
WATCHED_DAYS = 30
BEFORE = timedelta(days=-200)  # the first story
_WEEKDAYS = {str(day): ("07:30", "15:30") for day in range(1, 6)}
HOURS = {
    "weekdays": _WEEKDAYS,
    "mornings": {str(day): ("08:00", "12:00") for day in range(1, 7)},
    "always": {str(day): ("00:00", "24:00") for day in range(1, 8)},
}
Step = Callable[[int, int], None]


class NoDemoHere(RuntimeError):
    """Production never gets invented people among real ones."""


@dataclass(frozen=True)
class DemoAccount:
    username: str
    name: str
    role: Role
    area: str
    partner: str = ""


def load_demo(step: Step = lambda done, total: None) -> bool:
    """Load the demo once. False where it is there already; raises `NoDemoHere` in production."""
    if get_settings().production:
        raise NoDemoHere("Data contoh tidak boleh dimuat di produksi.")
    if is_loaded():
        return False
    with clock.moved(BEFORE):
        _make_offices()
    accounts = {account.username: _actor(account) for account in demo_accounts()}
    with clock.moved(BEFORE):
        make_houses(_read("shelters.toml")["house"], SEEDER, accounts)
    moments = sorted(_moments(accounts), key=lambda moment: -moment[0])
    for done, (hours_ago, act) in enumerate(moments, start=1):
        with clock.moved(timedelta(hours=-hours_ago)):
            act()
        step(done, len(moments))
    keep_answers(_read("feedback.toml")["answer"], SEEDER)
    forget_pace()
    with open_session(SEEDER) as session:
        session.add(ReferenceVersion(name=NAME, version=VERSION, loaded_at=clock.now()))
    return True


def is_loaded() -> bool:
    with open_session(SEEDER, write=False) as session:
        return session.get(ReferenceVersion, NAME) is not None


def demo_accounts() -> list[DemoAccount]:
    """One account per role and area, and one more counsellor."""
    return [
        DemoAccount(row["username"], row["name"], Role(row["role"]), row["area"], row.get("partner", ""))
        for row in _read("offices.toml")["account"]
    ]


def demo_secret(username: str) -> str:
    """The second factor of a demo account: different in each installation, and in no file."""
    digest = bytes.fromhex(get_keyring().index_token("demo", username))
    return base64.b32encode(digest).decode().rstrip("=")


def demo_code(username: str) -> str:
    """The six digits that the account's authenticator would show now."""
    return pyotp.TOTP(demo_secret(username)).at(clock.now())


def _make_offices() -> None:
    with open_session(SEEDER) as session:
        for row in _read("offices.toml")["unit"]:
            hours = HOURS[row.pop("hours")]
            fields = UnitFields(
                area_code=row.pop("area"), address_secret=row.pop("secret", False), hours=hours, **row
            )
            save_unit(session, SEEDER, fields=fields)
        for row in _read("offices.toml")["partner"]:
            _make_partner(session, row)
        for account in demo_accounts():
            _make_account(session, account)


def _make_partner(session: Session, row: dict[str, Any]) -> None:
    given = row | {"hours": HOURS[row["hours"]], "services": tuple(row["services"])}
    save_partner(session, SEEDER, fields=PartnerFields(area_code=given.pop("area"), **given))


def _make_account(session: Session, given: DemoAccount) -> None:
    account_id = create_account(
        session, SEEDER, username=given.username, display_name=given.name, role=given.role, area_code=given.area,
        password=PASSWORD, must_change_password=False, partner=_partner_uid(session, given.partner),
    )  # fmt: skip
    second_factor.enrol(session, session.get_one(Account, account_id), demo_secret(given.username), step=0)


def _partner_uid(session: Session, name: str) -> str:
    return session.exec(select(Partner.uid).where(Partner.name == name)).one() if name else ""


def _actor(given: DemoAccount) -> Actor:
    with open_session(SEEDER, write=False) as session:
        account = session.exec(select(Account).where(Account.username == given.username)).one()
    return Actor(
        kind=given.role,
        account_id=account.id,
        area_code=given.area,
        name=given.name,
        partner_id=account.partner_id,
    )


def _moments(accounts: dict[str, Actor]) -> Iterator[tuple[float, Callable[[], None]]]:
    """(hours ago, what happened then) of all stories."""
    stories: dict[str, Story] = {}
    for path in sorted(FOLDER.glob("reports_*.toml")):
        first = accounts[f"konselor.{path.stem.removeprefix('reports_')}"]
        for row in _read(path.name)["report"]:
            yield from Story(row, first, accounts, stories).moments()
    for days in range(WATCHED_DAYS):
        yield 24.0 * days, _watch


def _watch() -> None:
    """What the house does by itself each day: whoever is silent is reminded, and then her supervisor is told."""
    with open_session(SEEDER) as session:
        watch_cases(session, SEEDER)
        watch_stays(session, SEEDER)
        watch_aftercare(session, SEEDER)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text())
