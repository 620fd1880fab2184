"""Inbox, search, case file and everybody's lists at the size of one kabupaten."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import event

from bench.kabupaten import Size, fill_kabupaten
from bench.measure import Section, p50_p95, section, times_ms
from bench.office import Office
from bench.rows import LONG
from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.lists import list_due
from rindu_app.domain.aftercare.view import read_aftercare
from rindu_app.domain.aid.view import read_aid
from rindu_app.domain.assessments.view import read_assessment, read_safety_plans
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.caseload import read_caseload
from rindu_app.domain.cases.ledger import list_waiting, read_ledger
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.view import read_case, read_team
from rindu_app.domain.closure.view import read_closing
from rindu_app.domain.conferences.addressed import list_invitations
from rindu_app.domain.conferences.view import read_conferences
from rindu_app.domain.incidents.view import read_incidents
from rindu_app.domain.legal.view import read_legal
from rindu_app.domain.mediation.view import read_mediations
from rindu_app.domain.papers.exports import list_exports
from rindu_app.domain.people.view import read_people
from rindu_app.domain.plans.view import read_plan
from rindu_app.domain.referrals.case_part import read_case_referrals
from rindu_app.domain.referrals.lists import list_addressed, list_waiting_referrals
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.schedule.queries import count_work
from rindu_app.domain.schedule.week import read_week
from rindu_app.domain.services.view import read_services
from rindu_app.domain.sessions.group_queries import list_groups
from rindu_app.domain.sessions.queries import read_sessions
from rindu_app.domain.shelter.home import read_houses, read_shelter_home
from rindu_app.domain.shelter.view import list_waiting_extensions, read_shelter_part
from rindu_app.domain.threads.queries import read_thread
from rindu_app.domain.transfers.lists import list_put_to_me, list_put_to_office
from rindu_app.domain.transfers.view import read_transfers
from rindu_app.models import Case

Step = tuple[str, Callable[[], Any]]
# Every part of a case file: what opens it is audited, so each of them writes.
PARTS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("berkas kasus, 300 baris", read_case),
    ("orang", read_people),
    ("kejadian", read_incidents),
    ("persetujuan", read_ledger),
    ("asesmen", read_assessment),
    ("rencana aman", read_safety_plans),
    ("rencana", read_plan),
    ("layanan dan penjangkauan", read_services),
    ("sesi", read_sessions),
    ("penampungan", read_shelter_part),
    ("mediasi", read_mediations),
    ("hukum", read_legal),
    ("bantuan", read_aid),
    ("rujukan", read_case_referrals),
    ("konferensi", read_conferences),
    ("dokumen", list_exports),
    ("tim dan akses", read_team),
    ("pengalihan", read_transfers),
    ("penutupan", read_closing),
    ("kunjungan lanjutan", read_aftercare),
)


def bench_lists(engine_name: str, *, repeat: int = 40, size: Size = Size()) -> Section:
    result = section(
        f"Daftar, pencarian, dan berkas: {engine_name}, {size.reports:,} laporan, {size.cases:,} kasus",
        "halaman", "p50", "p95", "kueri",
        note="Batas: p95 200 ms (CHECKS.md). Termasuk pembukaan segel dan baris audit. Berkasnya yang terpanjang: "
        "40 dari segala sesuatu, 2.000 baris jejak.",
    )  # fmt: skip
    office = fill_kabupaten(size=size)
    for name, call in [
        *_of_reports(office),
        *of_case(office.supervisor, number_of_case(LONG)),
        *of_people(office),
    ]:
        queries = count_queries(call)
        result.add(name, *p50_p95(times_ms(call, repeat=repeat)), queries)
    return result


def _of_reports(office: Office) -> list[Step]:
    counsellor, supervisor = office.counsellors[0], office.supervisor
    inbox = _run(counsellor, lambda s: list_inbox(s, counsellor, wanted=InboxFilter(view="open")))
    report = inbox().rows[0].number

    def seen(actor: Actor, view: str) -> Callable[[], Any]:
        return _run(actor, lambda s: list_inbox(s, actor, wanted=InboxFilter(view=view)))

    def sought(text: str) -> Callable[[], Any]:
        return _run(supervisor, lambda s: search_reports(s, supervisor, text=text), write=True)

    return [
        ("kotak masuk, wilayah", inbox),
        ("kotak masuk, semua riwayat", seen(counsellor, "all")),
        ("kotak masuk, penyelia", seen(supervisor, "closed")),
        ("hitungan tab", _run(counsellor, lambda s: count_inbox(s, counsellor))),
        ("cari nama", sought("Sari Rekaan77")),
        ("cari nama yang umum", sought("Sari")),
        ("cari telepon", sought("081200000777")),
        ("buka laporan", _run(counsellor, lambda s: read_report(s, counsellor, number=report), write=True)),
        (
            "buka percakapan",
            _run(counsellor, lambda s: read_thread(s, counsellor, number=report), write=True),
        ),
    ]


def of_case(actor: Actor, number: str) -> list[Step]:
    """Every part of this case."""

    def part(read: Callable[..., Any]) -> Callable[[], Any]:
        return _run(actor, lambda s: read(s, actor, number=number), write=True)

    return [(name, part(read)) for name, read in PARTS]


def _listed(actor: Actor, who: str, lists: Mapping[str, Callable[..., Any]]) -> list[Step]:
    """Lists and numbers that need nobody but who looks at them."""

    def read(call: Callable[..., Any]) -> Callable[[], Any]:
        return _run(actor, lambda s: call(s, actor), write=True)

    return [(f"{name}, {who}", read(call)) for name, call in lists.items()]


def of_people(office: Office) -> list[Step]:
    """What each of them looks at without naming a case."""
    area = partial(list_waiting_referrals, view="area")
    both = {"yang perlu dikunjungi": list_due, "angka di menu": count_work, "jadwal sepekan": read_week}
    return [
        *_listed(office.counsellors[0], "konselor", {
            "kasus": list_cases, **both, "kelompok": list_groups, "ditawarkan kepada saya": list_put_to_me,
            "rujukan yang menunggu": list_waiting_referrals,
        }),
        *_listed(office.supervisor, "penyelia", {
            "kasus": partial(list_cases, view="area"), **both, "kelompok": list_groups, "rujukan yang menunggu": area,
            "menunggu keputusan": list_waiting, "perpanjangan yang menunggu": list_waiting_extensions,
            "diteruskan ke kantor": list_put_to_office, "beban kerja": read_caseload,
        }),
        *_listed(office.partner, "mitra", {
            "rujukan": list_addressed, "rujukan yang selesai": partial(list_addressed, ended=True),
            "undangan": list_invitations,
        }),
        *_listed(office.shelter, "rumah perlindungan", {"beranda": read_shelter_home, "rumah dan kamar": read_houses}),
    ]  # fmt: skip


def _run(actor: Actor, call: Callable[[Any], Any], *, write: bool = False) -> Callable[[], Any]:
    def run() -> Any:
        with open_session(actor, write=write) as session:
            return call(session)

    return run


def number_of_case(row_id: int) -> str:
    with open_session(Actor.system("bench"), write=False) as session:
        return number_of(session.get_one(Case, row_id))


def count_queries(call: Callable[[], Any]) -> int:
    """How many questions it asks of the database."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    event.listen(get_engine(), "before_cursor_execute", note)
    call()
    event.remove(get_engine(), "before_cursor_execute", note)
    return len(seen)
