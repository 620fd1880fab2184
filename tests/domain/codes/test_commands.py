"""Lists, numbers and clocks: an administrator changes them, and what is in use never disappears."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.codes import commands, managing
from rindu_app.domain.codes.commands import HotlineFields, ItemFields
from rindu_app.domain.codes.queries import list_codes, list_hotlines, read_labels
from rindu_app.models import ClockRule, Hotline
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, BANYUWANGI, SYSTEM, make_account

LIST = "violence_kind"


def act(actor: Actor, command: Callable[..., Any], **given: Any) -> Any:
    with open_session(actor) as session:
        return command(session, actor, **given)


def refused(actor: Actor, command: Callable[..., Any], **given: Any) -> tuple[type, str]:
    with pytest.raises(DomainError) as caught:
        act(actor, command, **given)
    return type(caught.value), caught.value.field if isinstance(caught.value, Invalid) else caught.value.code


def items(actor: Actor) -> dict[str, managing.ManagedItem]:
    return {item.code: item for item in act(actor, managing.list_items, list_code=LIST)}


def test_an_entry_gets_other_words_and_is_no_longer_offered_but_keeps_its_label(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    other = items(admin)["other"]
    act(
        admin,
        commands.change_item,
        item_id=other.id,
        fields=ItemFields("Hal lain", "Apa saja", 99, active=False),
    )
    with open_session(SYSTEM, write=False) as session:
        assert "other" not in {row.code for row in list_codes(session, LIST)}
        assert read_labels(session, LIST)["other"] == "Hal lain"
    assert items(admin)["other"].position == 99


def test_a_new_entry_stands_at_the_end(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    act(admin, commands.add_item, list_code=LIST, code="online", fields=ItemFields("Di dunia maya"))
    with open_session(SYSTEM, write=False) as session:
        assert [row.code for row in list_codes(session, LIST)][-1] == "online"
    again = {"list_code": LIST, "code": "online", "fields": ItemFields("Lagi")}
    assert refused(admin, commands.add_item, **again) == (Conflict, "already_there")
    assert (
        refused(admin, commands.add_item, list_code="nowhere", code="x1", fields=ItemFields("a"))[0]
        is NotFound
    )
    assert refused(admin, commands.add_item, list_code=LIST, code="Tidak Boleh", fields=ItemFields("a")) == (
        Invalid,
        "code",
    )
    assert refused(admin, commands.add_item, list_code=LIST, code="empty", fields=ItemFields(" ")) == (
        Invalid,
        "label",
    )


def test_hotlines_are_added_changed_and_closed(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    given = HotlineFields("0812-0000-9001", "Piket malam", whatsapp="0812-0000-9001", area_code=BANYUWANGI)
    line = act(admin, commands.save_hotline, fields=given)
    with open_session(SYSTEM, write=False) as session:
        assert ("0812-0000-9001", "6281200009001") in {
            (h.number, h.whatsapp) for h in list_hotlines(session, BANYUWANGI)
        }
        assert session.get_one(Hotline, line).area_code == BANYUWANGI
    act(admin, commands.save_hotline, hotline_id=line, fields=HotlineFields("112", "Piket", active=False))
    with open_session(SYSTEM, write=False) as session:
        assert "0812-0000-9001" not in {h.number for h in list_hotlines(session, BANYUWANGI)}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (HotlineFields("abc", "x"), "number"),
        (HotlineFields("112", " "), "label"),
        (HotlineFields("112", "x", whatsapp="javascript:1"), "whatsapp"),
    ],
)
def test_an_emergency_number_that_nobody_can_dial_is_refused(
    country: Path, fields: HotlineFields, field: str
) -> None:
    assert refused(make_account(Role.ADMIN), commands.save_hotline, fields=fields) == (Invalid, field)


def test_numbers_of_another_area_are_not_mine_to_change(country: Path) -> None:
    admin, stranger = make_account(Role.ADMIN), make_account(Role.ADMIN, BALIKPAPAN)
    mine = HotlineFields("112", "Piket", area_code=BANYUWANGI)
    line = act(admin, commands.save_hotline, fields=mine)
    assert refused(stranger, commands.save_hotline, fields=mine)[0] is Forbidden
    theirs = HotlineFields("112", "Piket", area_code=BALIKPAPAN)
    assert refused(stranger, commands.save_hotline, hotline_id=line, fields=theirs)[0] is NotFound
    assert line not in {row.id for row in act(stranger, managing.list_managed_hotlines)}


def test_a_clock_is_changed_in_its_own_unit(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    act(admin, commands.change_clock, code="risk_high", amount=10)
    act(admin, commands.change_clock, code="complaint_follow_up", amount=2)
    with open_session(SYSTEM, write=False) as session:
        assert session.get_one(ClockRule, "risk_high").minutes == 10
        assert session.get_one(ClockRule, "complaint_follow_up").working_days == 2
    for amount in (0, -5, 10**7):
        assert refused(admin, commands.change_clock, code="risk_high", amount=amount) == (Invalid, "amount")
    assert refused(admin, commands.change_clock, code="nowhere", amount=5)[0] is NotFound
    assert {rule.code: rule.in_days for rule in act(admin, managing.list_clocks)}["complaint_follow_up"]


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR, None])
def test_nobody_but_an_administrator_reads_or_changes_them_here(country: Path, role: Role | None) -> None:
    actor = make_account(role) if role else Actor.visitor()
    calls: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (commands.change_item, {"item_id": 1, "fields": ItemFields("x")}),
        (commands.add_item, {"list_code": LIST, "code": "xx", "fields": ItemFields("x")}),
        (commands.save_hotline, {"fields": HotlineFields("112", "x")}),
        (commands.change_clock, {"code": "risk_high", "amount": 1}),
        (managing.list_lists, {}),
        (managing.list_items, {"list_code": LIST}),
        (managing.list_managed_hotlines, {}),
        (managing.list_clocks, {}),
    ]
    for command, given in calls:
        assert refused(actor, command, **given)[0] is Forbidden
