"""`/berkas/…` gives a file to those who may see its report; to all others it looks as if there were nothing."""

from pathlib import Path

from sqlmodel import select
from starlette.testclient import TestClient

from rindu_app.access.cookies import staff_cookie
from rindu_app.access.session import open_session
from rindu_app.api.app import create_app
from rindu_app.domain.accounts.sessions import end_sessions_of
from rindu_app.models import AuditEntry
from rindu_app.words.codes import Role
from tests import samples
from tests.accounts import KEEPER, SignedIn, signed_in
from tests.domain.files.test_files import attach
from tests.factories import BALIKPAPAN, BANYUWANGI, report_id_of, send_report


def fetch(uid: str, by: SignedIn | None) -> tuple[int, bytes]:
    client = TestClient(create_app(), base_url="http://127.0.0.1:3000")
    if by is not None:
        client.cookies.set(staff_cookie(), by.token)
    answer = client.get(f"/berkas/{uid}")
    if answer.status_code == 200:
        assert answer.headers["content-disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.content


def test_the_counsellor_gets_it_and_everybody_else_finds_nothing(country: Path) -> None:
    hers, (sent, _) = signed_in("sari", area=BANYUWANGI), send_report()
    uid = attach(hers.actor, report_id_of(sent), data=samples.PDF, name="surat.pdf")
    assert fetch(uid, hers) == (200, samples.PDF)

    nothing = "0" * 32
    others = [
        None,
        signed_in("budi", area=BALIKPAPAN),
        signed_in("admin", role=Role.ADMIN, area=BANYUWANGI),
    ]
    for other in others:
        assert fetch(uid, other) == fetch(nothing, other)
        assert fetch(uid, other)[0] == 404
    for odd in ("../../etc/passwd", "%00", "a" * 5000):
        assert fetch(odd, hers)[0] == 404
    with open_session(KEEPER, write=False) as session:
        reads = session.exec(select(AuditEntry.actor).where(AuditEntry.action == "file:read")).all()
    assert reads == [hers.actor.label]


def test_a_session_that_ended_opens_no_file(country: Path) -> None:
    hers, (sent, _) = signed_in("sari", area=BANYUWANGI), send_report()
    uid = attach(hers.actor, report_id_of(sent), data=samples.PDF, name="surat.pdf")
    with open_session(KEEPER) as session:
        end_sessions_of(session, hers.account_id)
    assert fetch(uid, hers)[0] == 404
