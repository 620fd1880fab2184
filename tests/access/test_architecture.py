"""What no reviewer should have to look for: who may step round a net, and that nobody else does."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
import reflex as rx
from reflex.state import all_base_state_classes
from reflex_base.registry import RegistrationContext
from sqlmodel import SQLModel

import rindu_app
import rindu_app.models
from rindu_app.access.gate import INTERNAL, permission_of
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import OPEN_TABLES, SCOPES
from rindu_app.state.base import AppState, action

HOME = Path(rindu_app.__file__).parent

# A line here is a decision: this file may act for the system or see beyond the actor.
MAY_WIDEN: dict[str, str] = {
    "cli/accounts.py": "the first administrator, made by whoever has the machine",
    "cli/checks/contents.py": "counting for the doctor, which opens no words",
    "cli/audit.py": "verifying the chain is the machine owner's act",
    "domain/backup/making.py": "the note that a backup was made",
    "domain/backup/restoring.py": "checking what was restored before anybody works with it",
    "domain/deliveries/sending.py": "the job that sends what is queued",
    "domain/deliveries/commands.py": "a neutral notice to a partner, which hangs on no report",
    "domain/referrals/answering.py": "a partner's answer becomes a line of a case that the partner never sees",
    "domain/cases/leaving.py": "ending what an account worked on that may no longer read it",
    "domain/cases/team.py": "breaking the glass: the case is not visible before",
    "domain/transfers/access.py": "a case that is offered is held for whoever may answer, before it is hers to see",
    "domain/transfers/answering.py": "the answer to an offer changes a case that was not hers to see",
    "domain/transfers/lists.py": "number, risk and place of a case that is offered, nothing else of it",
    "domain/conferences/addressed.py": "a partner's answer becomes a line of a case that the partner never sees",
    "domain/conferences/rooms.py": "a partner's way into the room of a conference whose case it never sees",
    "domain/shelter/telling.py": "a shelter writes lines into a case it does not see, and learns whether one consent holds",
    "domain/sessions/rooms.py": "her own video room, which belongs to a case that she cannot see",
    "domain/feedback/asking.py": "whether her report came to help and of which broad kind, nothing else of its case",
    "domain/feedback/keeping.py": "the key that all answers of a kabupaten share",
    "domain/drafts/ending.py": "drafts end with the sign-in or the rights of their account",
    "domain/sessions/seats.py": "a group's meetings are written into files that its leader may not open",
    "domain/files/sweeping.py": "the job that deletes abandoned uploads",
    "domain/people/duplicates.py": "whether the client has another case nearby, nothing else of it",
    "domain/keys/queries.py": "counting keys before a rotation",
    "domain/keys/rotation.py": "re-wrapping keys, which opens no words",
    "domain/reports/matters.py": "a block reaches all reports about one event, also those of another office",
    "domain/reports/readers.py": "counting who could read on beside whoever is blocked",
    "domain/reports/submit.py": "folding what passed before a flood was one, which opens no words",
    "domain/reports/receipts.py": "a code names its report before anybody is known",
    "jobs/chores.py": "the house's own work, without anybody signed in",
    "seeds/demo/story.py": "what the clock does in an invented story",
    "seeds/demo/load.py": "invented offices and accounts, never in production",
    "seeds/load.py": "reference data",
    "domain/reports/view.py": "the number of the report this one duplicates, nothing else of it",
}


def sources() -> dict[str, str]:
    return {str(file.relative_to(HOME)): file.read_text() for file in sorted(HOME.rglob("*.py"))}


def import_states() -> None:
    for module in pkgutil.walk_packages([str(HOME / "state")], "rindu_app.state."):
        importlib.import_module(module.name)


def ours() -> list[type[rx.State]]:
    import_states()
    found = RegistrationContext.get().base_states.values()
    return [cls for cls in found if cls.__module__.startswith("rindu_app.")]  # type: ignore[misc]


def test_every_state_of_ours_is_an_app_state() -> None:
    assert [cls for cls in ours() if not issubclass(cls, AppState)] == []
    assert len(ours()) > 1


def test_every_handler_declares_a_permission() -> None:
    for cls in ours():
        for name, handler in cls.event_handlers.items():
            assert name == "setvar" or permission_of(handler), f"{cls.__qualname__}.{name}"


def test_no_state_keeps_anything_in_the_browser() -> None:
    for cls in ours():
        assert not [name for name in cls.base_vars if cls._is_client_storage(name)]


def test_what_reflex_sends_itself_is_still_called_so() -> None:
    """An upgrade that renames an internal event must not silently lock everybody out."""
    assert set(RegistrationContext.get().event_handlers) >= INTERNAL
    assert all_base_state_classes


async def declared(self: AppState) -> None:
    self.notice = ""


@pytest.mark.parametrize(
    "body",
    [
        {"helper": lambda self: None},
        {"load": rx.event(lambda self: None)},
        {"good": action(Permission.PAGE_OPEN)(declared), "bad": lambda self: None},
    ],
    ids=["PlainMethod", "RxEvent", "OneOfTwo"],
)
def test_a_state_with_an_undeclared_handler_stops_the_app_at_import(
    body: dict[str, object], request: pytest.FixtureRequest
) -> None:
    with pytest.raises(TypeError, match="declares no permission"):
        type(f"Careless{request.node.callspec.id}", (AppState,), {"__module__": __name__, **body})


def test_a_handler_that_would_block_everybody_is_refused_at_import() -> None:
    with pytest.raises(TypeError, match="must be async"):
        action(Permission.PAGE_OPEN)(lambda self: None)


def test_private_helpers_need_no_declaration() -> None:
    cls = type("Careful", (AppState,), {"__module__": __name__, "_helper": lambda self: None})
    assert set(cls.event_handlers) == {"setvar"}


STEPPING_ROUND = re.compile(r"\b(?:widened|Actor\.system)\(")


def test_only_named_files_act_for_the_system_or_see_beyond_the_actor() -> None:
    found = {name for name, text in sources().items() if STEPPING_ROUND.search(text)}
    found -= {"access/session.py", "access/actor.py"}
    assert found - MAY_WIDEN.keys() == set(), "say why in MAY_WIDEN"
    assert MAY_WIDEN.keys() - found == set(), "no longer needed"


def test_the_domain_never_commits_and_states_never_query() -> None:
    for name, text in sources().items():
        if name.startswith("domain/"):
            assert ".commit(" not in text, name
        if name.startswith(("state/", "pages/", "components/")):
            assert not re.search(r"\b(sqlmodel|sqlalchemy)\b", text), name


def test_only_the_scopes_reach_below_the_orm() -> None:
    """The seed writes the table of areas, which nobody's rights depend on, in bulk."""
    found = {name for name, text in sources().items() if "__table__" in text}
    assert found == {"access/scopes.py", "seeds/reference/load_areas.py"}


BELOW = re.compile(
    r"\.from_statement\(|\bsession\.(?:connection|get_bind)\(|\bget_engine\(|\bexec_driver_sql\("
)
# Nothing of this acts for anybody: the database itself is opened, checked or copied, or asked which kind it is.
MAY_GO_BELOW = {
    "access/database.py", "access/session.py", "cli/checks/machine.py", "cli/checks/services.py", "domain/accounts/slowdown.py",
    "domain/backup/making.py", "domain/backup/restoring.py", "domain/backup/tables.py", "domain/health.py", "domain/keys/rotation.py",
    "seeds/reference/load_areas.py",
}  # fmt: skip


def test_nobody_goes_below_the_narrowed_session() -> None:
    """A statement that does not pass the scope, or passes it as something else, would give everything to everybody."""
    assert {name for name, text in sources().items() if BELOW.search(text)} == MAY_GO_BELOW


def test_every_table_is_scoped_or_named_as_open() -> None:
    scoped = {str(model.__tablename__) for model in SCOPES}
    assert scoped | OPEN_TABLES == set(SQLModel.metadata.tables)
    assert not scoped & OPEN_TABLES
