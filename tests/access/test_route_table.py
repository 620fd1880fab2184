"""Every HTTP route × everybody who may knock, as one table. A new route or screen that is not in it fails here."""

from collections.abc import Callable
from pathlib import Path

import pytest
from httpx import Response
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from rindu_app.access.cookies import staff_cookie
from rindu_app.api.app import create_app
from rindu_app.api.guard import Guard
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.pages import account, admin, counsellor, partner, shelter
from rindu_app.pages.workspace import _screens, roles_of
from rindu_app.words.codes import Role
from tests.accounts import give_password, signed_in
from tests.api.public.citizen import EXIT, OUR_FORM, Citizen

SECRET = "KenariCeritaRahasia"

# Columns: a stranger · she writes her report · she has just sent it · she came back with her code · a counsellor, and
# likewise somebody of a partner · an administrator · staff between password and code.
#   page: a page of hers, or for everybody · said: refused in words · away: led to the neutral site · in: to the sign-in
#   · none: nothing is there · on: to the next page of her way
ROUTES: dict[str, str] = {
    "GET /":                             "page page page page page page page",
    "GET /hak-perempuan":                "page page page page page page page",
    "GET /hak-anak":                     "page page page page page page page",
    "GET /pencegahan":                   "page page page page page page page",
    "GET /alur":                         "page page page page page page page",
    "GET /layanan":                      "page page page page page page page",
    "GET /aman":                         "page page page page page page page",
    "GET /mulai":                        "page page page page page page page",
    "POST /mulai":                       "on   on   on   on   on   on   on",
    "GET /cerita/periksa":               "away page on   on   away away away",
    "POST /cerita/periksa":              "away on   on   on   away away away",
    "GET /cerita/angka":                 "away on   page on   away away away",
    "POST /cerita/angka":                "away on   said on   away away away",
    "GET /cerita/bantuan":               "away page on   on   away away away",
    "GET /cerita/berkas":                "away page on   on   away away away",
    "POST /cerita/berkas":               "away on   on   on   away away away",
    "GET /cerita/{step}":                "away page on   on   away away away",
    "POST /cerita/{step}":               "said said on   on   said said said",
    "GET /lanjut":                       "page page page page page page page",
    "POST /lanjut":                      "said said said said said said said",
    "GET /percakapan":                   "away away page page away away away",
    "POST /percakapan":                  "away away said said away away away",
    "GET /percakapan/berkas":            "away away on   on   away away away",
    "POST /percakapan/berkas":           "away away said said away away away",
    "GET /percakapan/berkas/{uid:uid}":      "away none none none away away away",
    "GET /percakapan/janji/{uid:uid}":       "away away on   on   away away away",
    "POST /percakapan/janji/{uid:uid}":      "away away said said away away away",
    "GET /percakapan/kontak":            "away away page page away away away",
    "POST /percakapan/kontak":           "away away said said away away away",
    "GET /percakapan/masukan":           "away away on   on   away away away",
    "POST /percakapan/masukan":          "away away on   on   away away away",
    "GET /percakapan/tarik":             "away away page page away away away",
    "POST /percakapan/tarik":            "away away on   on   away away away",
    "GET /bertemu/{uid:uid}":            "away away none none away away away",
    "GET /keluar":                       "away page page page away away away",
    "GET /favicon.ico":                  "page page page page page page page",
    "GET /masuk":                        "page page page page on   on   on",
    "POST /masuk":                       "said said said said said said said",
    "GET /masuk/kode":                   "in   in   in   in   on   on   page",
    "POST /masuk/kode":                  "said said said said said said said",
    "GET /masuk/daftar-kode":            "in   in   in   in   on   on   on",
    "POST /masuk/daftar-kode":           "said said said said said said said",
    "GET /masuk/kata-sandi":             "in   in   in   in   on   on   on",
    "POST /masuk/kata-sandi":            "said said said said said said said",
    "GET /beranda":                      "in   in   in   in   on   on   on",
    "GET /tautan":                      "none none none none none none none",
    "POST /tautan":                     "none none none none none none none",
    "GET /tautan/{token}":              "page page page page page page page",
    "POST /tautan/{token}":             "said said said said said said said",
    "GET /berkas/{uid:uid}":             "none none none none none none none",
    "GET /ruang/{uid:uid}":              "none none none none none none none",
    "POST /dokumen/{uid:uid}":           "none none none none none none none",
    "POST /dokumen/pertemuan/{uid:uid}": "none none none none none none none",
    "GET /_health":                      "page page page page page page page",
    "POST /keluar-akun":                 "in   in   in   in   in   in   in",
}  # fmt: skip

# Somebody of a partner gets at every door what a counsellor gets: nothing of the citizens', and the house's own.
COLUMN = (0, 1, 2, 3, 4, 5, 6, 4)

# Pages where she reads her own words again.
HERS = {"GET /cerita/periksa", "GET /cerita/{step}", "GET /percakapan"}
ENDS = {"GET /keluar"}

# Who has a page at this address, once signed in.
SCREENS: dict[str, set[Role]] = {
    "/kotak-masuk": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/laporan/[nomor]": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/laporan-baru": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/asesmen": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/rencana": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/rencana-aman": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/dokumen": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/persetujuan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/layanan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/penampungan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/rapat": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/rujukan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/layanan/mediasi": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/layanan/hukum": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/layanan/bantuan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/penutupan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/kunjungan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kunjungan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/tim": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/beban-kerja": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/masukan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/keputusan": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/kejadian": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/orang": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/buka-darurat": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/akses-darurat": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/rujukan-keluar": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/rujukan": {Role.PARTNER},
    "/undangan": {Role.PARTNER},
    "/rujukan/[nomor]": {Role.PARTNER},
    "/rujukan-saya": {Role.PARTNER},
    "/mitra": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/kasus/[nomor]/sesi": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/jadwal/kelompok": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/jadwal": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/saya": {Role.COUNSELLOR, Role.SUPERVISOR},
    "/admin": {Role.ADMIN},
    "/admin/wilayah": {Role.ADMIN},
    "/admin/unit": {Role.ADMIN},
    "/admin/mitra": {Role.ADMIN},
    "/admin/daftar": {Role.ADMIN},
    "/admin/nomor": {Role.ADMIN},
    "/admin/jejak": {Role.ADMIN},
    "/admin/saya": {Role.ADMIN},
    "/admin/rumah": {Role.ADMIN},
    "/rumah": {Role.SHELTER},
    "/rumah/kamar": {Role.SHELTER},
    "/rumah/tinggal/[kode]": {Role.SHELTER},
    "/rumah/saya": {Role.SHELTER},
}


def writing() -> Citizen:
    her = Citizen()
    her.tell(SECRET)
    return her


def sent() -> Citizen:
    her = Citizen()
    her.report(SECRET)
    return her


def came_back() -> Citizen:
    code, her = Citizen().report(SECRET), Citizen()
    her.come_back(code)
    return her


def staff(token: str) -> Citizen:
    person = Citizen()
    person.http.cookies.set(staff_cookie(), token)
    return person


def half_signed_in() -> Citizen:
    return staff(give_password("dewi").token)


def everybody() -> tuple[Callable[[], Citizen], ...]:
    signed_in("dewi")
    sari, keeper = signed_in("sari"), signed_in("admin", role=Role.ADMIN)
    doctor = signed_in("dokter", role=Role.PARTNER)
    return (
        Citizen, writing, sent, came_back, lambda: staff(sari.token), lambda: staff(keeper.token), half_signed_in,
        lambda: staff(doctor.token),
    )  # fmt: skip


def knock(person: Citizen, door: str) -> Response:
    method, _, path = door.partition(" ")
    path = path.replace("{step}", "isi").replace("{uid:uid}", "0" * 32)
    if method == "POST":
        return person.http.post(path, data={}, headers=OUR_FORM)
    answer = person.http.get(path)
    # A page that is left for good is opened through an address of its own (ADR 40).
    own = answer.headers.get("location", "").startswith(f"{path}?k=")
    return person.http.get(answer.headers["location"]) if own else answer


def named(answer: Response) -> str:
    address = answer.headers.get("location", "")
    if answer.status_code == 303:
        return {EXIT: "away", "/masuk": "in"}.get(address, "on")
    # The houses of fast tests have no migrations, so that their health is trouble.
    return {200: "page", 204: "page", 503: "page", 404: "none", 422: "said"}.get(
        answer.status_code, str(answer.status_code)
    )


def test_every_route_of_ours_is_in_the_table() -> None:
    routes = {
        f"{method} {route.path}"  # type: ignore[attr-defined]
        for route in create_app().routes
        for method in route.methods - {"HEAD"}  # type: ignore[attr-defined]
    }
    assert routes == ROUTES.keys()


@pytest.mark.slow
@pytest.mark.parametrize(
    "who", range(8), ids=["stranger", "writes", "sent", "back", "counsellor", "admin", "half", "partner"]
)
def test_every_door_answers_everybody_as_the_table_says(country: Path, who: int) -> None:
    make = everybody()[who]
    looking = make()
    for door, line in ROUTES.items():
        only_looks = door.startswith("GET") and door not in ENDS
        answer = knock(looking if only_looks else make(), door)
        assert named(answer) == line.split()[COLUMN[who]], door
        seen = SECRET in answer.text or SECRET in str(answer.headers)
        assert seen <= (door in HERS and 1 <= who <= 3), door


def shell(request: Request) -> PlainTextResponse:
    return PlainTextResponse("shell")


def test_every_screen_is_there_for_its_roles_and_for_nobody_else(country: Path) -> None:
    for workspace in (counsellor, admin, shelter, partner):
        workspace.register()
    if "/saya" not in _screens:
        account.register()
    assert _screens.keys() == SCREENS.keys()
    guarded = Guard(Starlette(routes=[Route("/{path:path}", shell)]), who=who_is, roles_of=roles_of)
    doors = create_app()
    doors.mount("", guarded)
    browser = TestClient(doors, follow_redirects=False)
    for role in Role:
        token = signed_in(f"uji-{role}", role=role).token
        for screen, roles in SCREENS.items():
            path = screen.replace("[nomor]", "L-2611-0001")
            answer = browser.get(path, headers={"cookie": f"{staff_cookie()}={token}"})
            assert answer.status_code == (200 if role in roles else 404), (role, screen)
            stranger = browser.get(path)
            assert (stranger.status_code, stranger.headers["location"]) == (303, "/masuk")
