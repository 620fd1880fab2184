"""Every pair of status and step is either in the table or refused; and each kind is answered by whom it is put to."""

from itertools import product

import pytest

from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.transfers.ending import withdraw_transfer
from rindu_app.domain.transfers.workflow import STEPS, next_status
from rindu_app.words.codes import Role, TransferAction, TransferKind, TransferStatus
from tests.domain.referrals.people import new_case
from tests.factories import METRO, SYSTEM, make_account
from tests.transfers import accept, add_to_team, forward, offer, read, refuse, request, stored

PAIRS = list(product(TransferStatus, TransferAction))


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_each_pair_leads_somewhere_or_is_refused(status: TransferStatus, action: TransferAction) -> None:
    if (status, action) in STEPS:
        assert next_status(status, action) in set(TransferStatus) - {TransferStatus.OPEN}
    else:
        with pytest.raises(Conflict, match="transfer_over"):
            next_status(status, action)


def test_only_what_is_open_can_be_answered() -> None:
    assert {status for status, _ in STEPS} == {TransferStatus.OPEN}


# Who accepts and refuses, and who takes back. The others are told that it is not theirs, or find nothing.
ANSWER = {
    TransferKind.OFFER: {"heir"},
    TransferKind.REQUEST: {"manager", "supervisor"},
    TransferKind.FORWARD: {"supervisor there"},
}
WITHDRAW = {
    TransferKind.OFFER: {"manager", "supervisor"},
    TransferKind.REQUEST: {"asker"},
    TransferKind.FORWARD: {"manager", "supervisor"},
}
PEOPLE = ("manager", "asker", "heir", "colleague", "supervisor", "worker there", "supervisor there")


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(("kind", "name"), list(product(TransferKind, PEOPLE)))
@pytest.mark.parametrize("action", ["accept", "refuse", "withdraw"])
def test_each_kind_is_answered_by_whom_it_is_put_to(kind: TransferKind, name: str, action: str) -> None:
    people = {
        "manager": make_account(), "asker": make_account(), "heir": make_account(), "colleague": make_account(),
        "supervisor": make_account(Role.SUPERVISOR), "worker there": make_account(area_code=METRO),
        "supervisor there": make_account(Role.SUPERVISOR, METRO),
    }  # fmt: skip
    manager, actor = people["manager"], people[name]
    number = new_case(manager)
    add_to_team(manager, number, people["asker"])
    if kind is TransferKind.OFFER:
        uid = offer(manager, number, people["heir"])
    elif kind is TransferKind.REQUEST:
        uid = request(people["asker"], number)
    else:
        uid = forward(manager, number, METRO)

    def act() -> None:
        if action == "accept":
            accept(actor, uid, account_id=people["worker there"].id)
        elif action == "refuse":
            refuse(actor, uid)
        else:
            with open_session(actor) as session:
                withdraw_transfer(session, actor, number=number, uid=uid)

    may = WITHDRAW if action == "withdraw" else ANSWER
    if name in may[kind]:
        act()
        assert stored(uid).status != TransferStatus.OPEN
    else:
        with pytest.raises((Forbidden, NotFound)):
            act()
        assert stored(uid).status == TransferStatus.OPEN


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("status", sorted(set(TransferStatus) - {TransferStatus.OPEN}))
def test_what_is_over_is_answered_by_nobody_any_more(status: TransferStatus) -> None:
    manager, heir = make_account(), make_account()
    number = new_case(manager)
    add_to_team(manager, number, heir)
    uid = offer(manager, number, heir)
    with open_session(SYSTEM) as session:
        read(session, uid).status = status
    for act in (accept, refuse):
        with pytest.raises(Conflict, match="transfer_over"):
            act(heir, uid)
    with pytest.raises(Conflict, match="transfer_over"), open_session(manager) as session:
        withdraw_transfer(session, manager, number=number, uid=uid)
    assert stored(uid).status == status
