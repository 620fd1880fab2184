"""Every function of the domain that is given the name of a case, a report or a thing of theirs, and a real call of it."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import chain, product
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlmodel import SQLModel, select

import rindu_app.domain
from rindu_app import models
from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.access.session import open_session
from rindu_app.domain.cases.file import OpenFile
from rindu_app.words import clock
from rindu_app.words.codes import InviteAnswer
from tests.access.planted import Planted
from tests.factories import METRO, SYSTEM

Function = Callable[..., Any]

# Parameters that name something of a case or a report.
NAMES = ("number", "uid", "place", "track")
MOST = 8


@dataclass(frozen=True)
class Door:
    """A public function: `name` is `<area>.<module>.<function>`."""

    name: str
    function: Function

    @property
    def parameters(self) -> dict[str, inspect.Parameter]:
        return dict(list(inspect.signature(self.function).parameters.items())[2:])

    @property
    def area(self) -> str:
        return self.name.partition(".")[0]


def is_name(parameter: str) -> bool:
    return parameter in NAMES or parameter.endswith(("_uid", "_number"))


def doors(*, named: bool = True) -> Iterator[Door]:
    """All of them, or with `named=False` also those that are given no name. Who is given the row itself stands behind another door, which gave it to him."""
    for module in pkgutil.walk_packages(rindu_app.domain.__path__, "rindu_app.domain."):
        for name, function in vars(importlib.import_module(module.name)).items():
            if not inspect.isfunction(function) or function.__module__ != module.name or name.startswith("_"):
                continue
            given = inspect.signature(function).parameters
            asked = list(given)[:2] == ["session", "actor"] and not takes_a_row(function)
            if asked and (not named or any(map(is_name, given))):
                yield Door(f"{module.name.removeprefix('rindu_app.domain.')}.{name}", function)


def takes_a_row(function: Function) -> bool:
    rows = (SQLModel, OpenFile, Sealer)
    hints = get_type_hints(function)
    hints.pop("return", None)
    return any(
        inspect.isclass(kind) and issubclass(kind, rows) and kind is not Actor for kind in hints.values()
    )


def uids(house: Planted) -> dict[type[SQLModel], tuple[str, ...]]:
    """The uids of planted rows by their table: of case `b`, or of what is no case's but the office's."""
    found: dict[type[SQLModel], tuple[str, ...]] = {}
    with open_session(SYSTEM, write=False) as session:
        for model in filter(is_table, vars(models).values()):
            columns: Any = model
            if "uid" not in model.model_fields:
                continue
            statement = select(columns.uid).order_by(
                columns.id if "id" in model.model_fields else columns.uid
            )
            if "case_id" in model.model_fields and model is not models.Report:
                statement = statement.where(columns.case_id == house.cases["b"])
            elif "report_id" in model.model_fields:
                statement = statement.where(columns.report_id == house.reports["b"])
            if rows := tuple(session.exec(statement.limit(MOST))):
                found[model] = rows
    return found


@dataclass(frozen=True)
class Things:
    """What a call may name of the planted case `b`, and what stands for it where nothing is there."""

    house: Planted
    uids: dict[type[SQLModel], tuple[str, ...]]

    def named(self, door: Door, parameter: str) -> tuple[str, ...]:
        """What this parameter may be."""
        case, report, referral = self.house.numbers["B"], self.house.numbers["b"], self.house.referral
        if parameter in ("number", "case_number", "of_number"):
            return (report, case) if door.area in REPORTED else (case, report, referral)
        if parameter == "place":
            return (f"/kasus/{case}",)
        if parameter in BY_NAME:
            return self.uids[BY_NAME[parameter]]
        module = importlib.import_module(door.function.__module__)
        near = [self.uids[model] for model in vars(module).values() if is_table(model) and model in self.uids]
        return tuple(chain.from_iterable(near or self.uids.values()))


REPORTED = ("reports", "threads", "deliveries")
BY_NAME: dict[str, type[SQLModel]] = {
    "invitee_uid": models.ConferenceInvitee,
    "note_uid": models.SessionNote,
    "group_uid": models.CounsellingGroup,
    "track": models.LegalTrack,
}


def is_table(thing: object) -> bool:
    return inspect.isclass(thing) and issubclass(thing, SQLModel)


def calls(door: Door, things: Things, house: Planted) -> Iterator[dict[str, Any]]:
    """Every call of it that may be a real one; the rest of what it wants is made by type."""
    names = [
        name
        for name, given in door.parameters.items()
        if is_name(name) and (name in NAMES or not_optional(given))
    ]
    rest = {name: value for name, value in required(door, house).items() if name not in names}
    for chosen in product(*(things.named(door, name) for name in names)):
        yield dict(zip(names, chosen, strict=True)) | rest


def required(door: Door, house: Planted) -> dict[str, Any]:
    """What it must be given, made by type."""
    hints = get_type_hints(door.function)
    return {
        name: make(name, hints[name], house) for name, given in door.parameters.items() if not_optional(given)
    }


def not_optional(parameter: inspect.Parameter) -> bool:
    return parameter.default is inspect.Parameter.empty


def make(name: str, kind: Any, house: Planted) -> Any:
    """Something of this type that might have been meant."""
    origin, inner = get_origin(kind), get_args(kind)
    if name in VALUES:
        return VALUES[name]
    if name == "number":
        return house.numbers["B"]
    if name in ("account_id", "officer_id", "counsellor_id", "owner_id", "leader_id"):
        return house.actors["team member"].id
    if origin in (Union, UnionType):
        return None if type(None) in inner else make(name, inner[0], house)
    if origin is not None:
        return EMPTY.get(origin, tuple)()
    if kind in BY_TYPE:
        return BY_TYPE[kind]()
    if issubclass(kind, Enum):
        return next(iter(kind))
    hints = get_type_hints(kind)
    wanted = [field.name for field in fields(kind) if field.default is field.default_factory is MISSING]
    return kind(**{field: make(field, hints[field], house) for field in wanted})


VALUES: dict[str, Any] = {
    "area_code": METRO,
    "other": "K-2611-9999",
    "starts_at": clock.now() + timedelta(days=1),
}
EMPTY: dict[Any, Callable[[], Any]] = {list: list, dict: dict, Mapping: dict, set: set}
BY_TYPE: dict[Any, Callable[[], Any]] = {
    str: lambda: "Seperti yang ditulis",
    int: lambda: 1,
    Permission: lambda: Permission.REPORT_READ,
    InviteAnswer: lambda: InviteAnswer.COMES,
    bytes: lambda: b"%PDF",
    bool: lambda: True,
    datetime: lambda: clock.now() + timedelta(days=1),
    date: lambda: clock.now().date() + timedelta(days=1),
}
