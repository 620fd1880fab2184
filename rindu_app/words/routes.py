"""Addresses. They say nothing about a person or about violence: they stay in browser histories and proxy logs."""

from rindu_app.words.codes import Role

SIGN_IN = "/masuk"
SIGN_IN_CODE = "/masuk/kode"
SIGN_IN_ENROL = "/masuk/daftar-kode"
SIGN_IN_PASSWORD = "/masuk/kata-sandi"  # noqa: S105  # an address
SIGN_OUT = "/keluar-akun"
# Leads everybody to the home of her role.
START = "/beranda"
ACCOUNT = "/saya"
FILES = "/berkas"
PAPERS = "/dokumen"

INBOX = "/kotak-masuk"
ADMIN = "/admin"
SHELTER = "/rumah"
# Case conferences that a partner is asked to.
INVITATIONS = "/undangan"
# A partner's room, and the door for one without an account.
ADDRESSED = "/rujukan"
PARTNER_ACCOUNT = "/rujukan-saya"
LINK = "/tautan"

HOME: dict[Role, str] = {
    Role.COUNSELLOR: INBOX,
    Role.SUPERVISOR: INBOX,
    Role.ADMIN: ADMIN,
    Role.SHELTER: SHELTER,
    Role.PARTNER: ADDRESSED,
}

INTAKE = "/laporan-baru"
CASES = "/kasus"
REPORTS = "/laporan"
SCHEDULE = "/jadwal"
PARTNERS = "/mitra"
GROUPS = "/jadwal/kelompok"
# Leads to a video room, by a key that is made on the way.
ROOMS = "/ruang"
REFERRALS = "/rujukan-keluar"
BREAK_GLASS = "/kasus/buka-darurat"
BROKEN_GLASS = "/kasus/akses-darurat"
DECISIONS = "/keputusan"
CASELOAD = "/beban-kerja"
# Who is to be asked how she is after her case was closed.
TO_VISIT = "/kunjungan"
FEEDBACK = "/masukan"
# Whose cases a supervisor looks at, by account.
OFFICER = "petugas"


def cases_of(account_id: int) -> str:
    return f"{CASES}?{OFFICER}={account_id}"


def report(number: str) -> str:
    return f"{REPORTS}/{number}"


def case(number: str) -> str:
    return f"{CASES}/{number}"


def case_sessions(number: str) -> str:
    return f"{case(number)}/sesi"


def case_services(number: str) -> str:
    return f"{case(number)}/layanan"


def case_conferences(number: str) -> str:
    return f"{case(number)}/rapat"


def case_aftercare(number: str) -> str:
    return f"{case(number)}/kunjungan"


def room(session_uid: str) -> str:
    return f"{ROOMS}/{session_uid}"


def case_referrals(number: str) -> str:
    return f"{case(number)}/rujukan"


def addressed(number: str) -> str:
    """A referral, as its partner opens it."""
    return f"{ADDRESSED}/{number}"


def file(uid: str) -> str:
    """Served only after a check on the report it belongs to."""
    return f"/berkas/{uid}"


# Names the kind of paper with which the part of the file is opened, and what it is about: "referral.<uid>".
PAPER_OF, SEPARATOR = "untuk", "."


def papers(number: str, kind: str, uid: str = "") -> str:
    """Where papers of a case are made, this one chosen."""
    return f"{case(number)}{PAPERS}?{PAPER_OF}={kind}{SEPARATOR + uid if uid else ''}"


def group_list(meeting_uid: str) -> str:
    """Served only to who leads the group."""
    return f"{PAPERS}/pertemuan/{meeting_uid}"


def paper(uid: str) -> str:
    """Served only after a check on the case it was made of."""
    return f"{PAPERS}/{uid}"


ADMIN_AREAS = "/admin/wilayah"
ADMIN_UNITS = "/admin/unit"
ADMIN_PARTNERS = "/admin/mitra"
ADMIN_LISTS = "/admin/daftar"
ADMIN_NUMBERS = "/admin/nomor"
ADMIN_SHELTERS = "/admin/rumah"
ADMIN_TRAIL = "/admin/jejak"
ADMIN_ACCOUNT = "/admin/saya"

SHELTER_ROOMS = "/rumah/kamar"
SHELTER_ACCOUNT = "/rumah/saya"


def stay(uid: str) -> str:
    return f"{SHELTER}/tinggal/{uid}"
