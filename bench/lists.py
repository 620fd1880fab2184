"""Inbox, search and case file at the size of one kabupaten."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlmodel import select

from bench.kabupaten import CASES, REPORTS, fill_kabupaten
from bench.measure import Section, p50_p95, section, times_ms
from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.lists import list_due
from rindu_app.domain.aftercare.view import read_aftercare
from rindu_app.domain.assessments.view import read_assessment
from rindu_app.domain.cases.caseload import read_caseload
from rindu_app.domain.cases.ledger import list_waiting, read_ledger
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.view import read_case, read_team
from rindu_app.domain.closure.view import read_closing
from rindu_app.domain.conferences.view import read_conferences
from rindu_app.domain.plans.view import read_plan
from rindu_app.domain.referrals.case_part import read_case_referrals
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.schedule.queries import count_work
from rindu_app.domain.sessions.queries import read_sessions
from rindu_app.domain.threads.queries import read_thread
from rindu_app.models import Case


def bench_lists(engine_name: str, *, repeat: int = 40) -> Section:
    result = section(
        f"Daftar, pencarian, dan berkas: {engine_name}, {REPORTS:,} laporan, {CASES:,} kasus",
        "halaman", "p50", "p95", "kueri",
        note="Batas: p95 200 ms (CHECKS.md). Termasuk pembukaan segel dan baris audit.",
    )  # fmt: skip
    staff = fill_kabupaten()
    counsellor, supervisor = staff[0], staff[-1]
    number = _long_case()
    inbox = _run(counsellor, lambda s: list_inbox(s, counsellor, wanted=InboxFilter(view="open")))
    report = inbox().rows[0].number
    steps: list[tuple[str, Callable[[], Any]]] = [
        ("kotak masuk, wilayah", inbox),
        (
            "kotak masuk, semua riwayat",
            _run(counsellor, lambda s: list_inbox(s, counsellor, wanted=InboxFilter(view="all"))),
        ),
        (
            "kotak masuk, penyelia",
            _run(supervisor, lambda s: list_inbox(s, supervisor, wanted=InboxFilter(view="closed"))),
        ),
        ("hitungan tab", _run(counsellor, lambda s: count_inbox(s, counsellor))),
        (
            "cari nama",
            _run(supervisor, lambda s: search_reports(s, supervisor, text="Sari Rekaan77"), write=True),
        ),
        (
            "cari nama yang umum",
            _run(supervisor, lambda s: search_reports(s, supervisor, text="Sari"), write=True),
        ),
        (
            "cari telepon",
            _run(supervisor, lambda s: search_reports(s, supervisor, text="081200000777"), write=True),
        ),
        ("buka laporan", _run(counsellor, lambda s: read_report(s, counsellor, number=report), write=True)),
        (
            "buka percakapan",
            _run(counsellor, lambda s: read_thread(s, counsellor, number=report), write=True),
        ),
        ("kasus saya", _run(counsellor, lambda s: list_cases(s, counsellor))),
        ("kasus, penyelia", _run(supervisor, lambda s: list_cases(s, supervisor, view="area"))),
        (
            "berkas kasus, 300 baris",
            _run(supervisor, lambda s: read_case(s, supervisor, number=number), write=True),
        ),
        ("persetujuan", _run(supervisor, lambda s: read_ledger(s, supervisor, number=number), write=True)),
        ("asesmen", _run(supervisor, lambda s: read_assessment(s, supervisor, number=number), write=True)),
        ("rencana", _run(supervisor, lambda s: read_plan(s, supervisor, number=number), write=True)),
        ("menunggu keputusan", _run(supervisor, lambda s: list_waiting(s, supervisor), write=True)),
        ("sesi", _run(supervisor, lambda s: read_sessions(s, supervisor, number=number), write=True)),
        (
            "rujukan",
            _run(supervisor, lambda s: read_case_referrals(s, supervisor, number=number), write=True),
        ),
        ("tim dan akses", _run(supervisor, lambda s: read_team(s, supervisor, number=number), write=True)),
        (
            "konferensi",
            _run(supervisor, lambda s: read_conferences(s, supervisor, number=number), write=True),
        ),
        ("penutupan", _run(supervisor, lambda s: read_closing(s, supervisor, number=number), write=True)),
        (
            "kunjungan lanjutan",
            _run(supervisor, lambda s: read_aftercare(s, supervisor, number=number), write=True),
        ),
        ("yang perlu dikunjungi, penyelia", _run(supervisor, lambda s: list_due(s, supervisor))),
        ("yang perlu dikunjungi, konselor", _run(counsellor, lambda s: list_due(s, counsellor))),
        ("beban kerja", _run(supervisor, lambda s: read_caseload(s, supervisor))),
        ("angka di menu, konselor", _run(counsellor, lambda s: count_work(s, counsellor))),
        ("angka di menu, penyelia", _run(supervisor, lambda s: count_work(s, supervisor))),
    ]
    for name, call in steps:
        queries = _count_queries(call)
        result.add(name, *p50_p95(times_ms(call, repeat=repeat)), queries)
    return result


def _run(actor: Actor, call: Callable[[Any], Any], *, write: bool = False) -> Callable[[], Any]:
    def run() -> Any:
        with open_session(actor, write=write) as session:
            return call(session)

    return run


def _long_case() -> str:
    with open_session(Actor.system("bench"), write=False) as session:
        case = session.exec(select(Case).where(Case.id == 1)).one()
    return f"K-{case.opened_at:%y%m}-0001"


def _count_queries(call: Callable[[], Any]) -> int:
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    event.listen(get_engine(), "before_cursor_execute", note)
    call()
    event.remove(get_engine(), "before_cursor_execute", note)
    return len(seen)
