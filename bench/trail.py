"""Who read what over five years: lines of the audit chain, linked as the product links them."""

import random
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import insert
from sqlmodel import select

from bench.rows import LONG
from rindu_app.access.actor import Actor
from rindu_app.access.audit import link_of, seal_of
from rindu_app.access.keyring import get_keyring
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.models import AuditEntry, AuditHead, Case
from rindu_app.words import clock
from rindu_app.words.codes import Role

OF_LONG, BATCH = 2_000, 5_000
ACTIONS = ("case:read", "case:ledger_read", "case:sessions_read", "case:note")


def add_trail(system: Actor, readers: Sequence[Actor], lines: int) -> None:
    """So many `lines` over all cases, and `OF_LONG` about the long one."""
    dice = random.Random(355)
    with open_session(system, write=False) as session:
        cases = [(number_of(case), case.area_code) for case in session.exec(select(Case).order_by(Case.id))]  # type: ignore[arg-type]
    about = [cases[LONG - 1]] * OF_LONG + [dice.choice(cases) for _ in range(lines)]
    dice.shuffle(about)
    for start in range(0, len(about), BATCH):
        _link(
            system,
            readers,
            dice,
            about[start : start + BATCH],
            age=timedelta(minutes=8 * (len(about) - start)),
        )
        print(f"\r  {start:,} baris jejak", end="", flush=True)
    print()


def _link(
    system: Actor,
    readers: Sequence[Actor],
    dice: random.Random,
    about: list[tuple[str, str]],
    *,
    age: timedelta,
) -> None:
    keyring, begin = get_keyring(), clock.now() - age
    with open_session(system) as session:
        head = session.exec(select(AuditHead)).one()
        rows = []
        for place, (number, area) in enumerate(about):
            values = {
                "id": head.count + 1, "at": begin + timedelta(minutes=8 * place), "actor": dice.choice(readers).label,
                "role": str(Role.COUNSELLOR), "action": dice.choice(ACTIONS), "object_ref": number, "area_code": area,
                "facts": {},
            }  # fmt: skip
            head.link = link_of(keyring, head.link, AuditEntry(link="", **values))
            head.count += 1
            rows.append({**values, "link": head.link})
        session.execute(insert(AuditEntry), rows)
        head.seal = seal_of(keyring, head)
        session.add(head)
