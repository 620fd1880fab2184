"""What stands on each paper, and what never does."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.notes import write_case_note
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.papers.content import Block, Facts, Ticks
from rindu_app.domain.papers.reading import ABOUT, PAPERS, read_paper
from rindu_app.domain.people.commands import save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.words.codes import Assent, ConsentGiver, PaperKind, Role, SummaryPart
from rindu_app.words.papers import ABOUT_ONE, FILE_CODES, HINTS, SIMPLE
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.factories import BANYUWANGI, METRO, make_account
from tests.papers import ALL, ARABIC, CLIENT, JAVANESE, full_case, printed, reader, words_of
from tests.services import agree_to
from tests.transfers import accept, forward

pytestmark = pytest.mark.usefixtures("country")

SUSPECT, NIK = "Bambang Terlapor", "3510104112100001"


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri Petugas")


@pytest.fixture
def number(manager: Actor) -> str:
    return full_case(manager)


def words(actor: Actor, number: str, kind: PaperKind, *parts: SummaryPart) -> str:
    return words_of(printed(actor, number, kind, *parts))


def blocks_of(actor: Actor, number: str, kind: PaperKind) -> tuple[Block, ...]:
    with open_session(actor) as session:
        return read_paper(session, actor, number=number, kind=kind).blocks


def facts(actor: Actor, number: str, kind: PaperKind, title: str | None = None) -> dict[str, str]:
    found = [one for one in blocks_of(actor, number, kind) if isinstance(one, Facts)]
    return dict(row for one in found if title in (None, one.title) for row in one.rows)


def ticked(actor: Actor, number: str, title: str) -> dict[str, bool]:
    found = blocks_of(actor, number, PaperKind.IDENTIFICATION)
    return dict(next(one.items for one in found if isinstance(one, Ticks) and one.title == title))


def test_every_kind_has_its_reader_its_code_and_its_hint() -> None:
    assert PAPERS.keys() | {PaperKind.SUMMARY} == set(SIMPLE) == HINTS.keys()
    assert {*SIMPLE, *ABOUT, PaperKind.GROUP_LIST} == set(PaperKind) == FILE_CODES.keys()
    assert set(ABOUT) == set(ABOUT_ONE)
    assert len(set(FILE_CODES.values())) == len(PaperKind)


def test_the_list_of_a_groups_meeting_is_no_paper_of_a_case(manager: Actor, number: str) -> None:
    with pytest.raises(Invalid, match="unknown_choice"):
        blocks_of(manager, number, PaperKind.GROUP_LIST)


@pytest.mark.parametrize("kind", SIMPLE)
def test_only_a_blank_form_leaves_without_a_password(manager: Actor, number: str, kind: PaperKind) -> None:
    paper = printed(manager, number, kind, *ALL)
    assert reader(paper.pdf).is_encrypted == bool(paper.password) == (kind is not PaperKind.CONSENT_BLANK)


def test_the_blank_consent_form_asks_every_purpose_by_itself_and_names_nobody(
    manager: Actor, number: str
) -> None:
    text = words(manager, number, PaperKind.CONSENT_BLANK)
    assert text.count("Ya Tidak") == 15  # eleven that are asked, of which one in five kinds
    assert "Menjalankan penanganan: Konseling" in text
    assert "Persetujuan dapat dicabut kapan saja" in text
    assert "Pemberitahuan" in text
    for name in (ARABIC, "Siti", "Warti", "Melur", SUSPECT, "Jalan Rekaan"):
        assert name not in text


def test_the_filled_consent_form_has_every_answer_with_who_gave_it_and_how(
    manager: Actor, number: str
) -> None:
    text = words(manager, number, PaperKind.CONSENT)
    assert ARABIC in text
    assert JAVANESE in text
    assert "dijelaskan Sri Petugas" in text
    assert "Dicabut" in text
    assert "Sedang dirawat Ia sendiri setuju." in text
    assert "Masih ingin berpikir" in text
    assert text.count("Belum ditanyakan.") == 9


def test_a_paper_says_of_a_lapsed_consent_that_it_is_asked_again_and_accuses_nobody(
    manager: Actor, number: str
) -> None:
    agree_to(
        manager, number, "shelter", given_by=ConsentGiver.GUARDIAN, why_other="Masih anak", assent=Assent.YES
    )
    with open_session(manager) as session:
        save_perpetrator(session, manager, number=number, fields=PerpetratorFields(relation="guardian"))
    for text in (
        words(manager, number, PaperKind.CONSENT),
        words(manager, number, PaperKind.SUMMARY, SummaryPart.CONSENTS),
    ):
        assert "erlu ditanyakan lagi" in text
        assert "terduga" not in text


def test_a_request_letter_names_who_asks_and_for_whom(manager: Actor, number: str) -> None:
    text = words(manager, number, PaperKind.REQUEST)
    for said in ("Warti Pelapor", "081211112222", ARABIC, "sadar dan tanpa tekanan", "Suami", "Fisik"):
        assert said in text


def test_the_intake_form_has_client_alleged_perpetrator_and_reporter(manager: Actor, number: str) -> None:
    text = words(manager, number, PaperKind.INTAKE)
    for said in (
        "I. Klien",
        "II. Terlapor",
        "III. Pelapor",
        ARABIC,
        "Jalan Rekaan 7",
        "081233334444",
        "Februari 1995",
    ):
        assert said in text
    assert "Ibu Melur" in text
    assert "Jalan Rekaan 9" in text
    assert "3510********0001" in text


def test_the_identification_form_has_what_happened_and_how_she_came(manager: Actor, number: str) -> None:
    text = words(manager, number, PaperKind.IDENTIFICATION)
    for said in (
        "Didorong di dapur.",
        "Maret 2026",
        "Fisik",
        "Kursi roda",
        "Keinginan dan harapan klien",
        "Halaman web",
    ):
        assert said in text


def test_the_identification_form_has_her_hopes_and_ticks_what_she_needs(manager: Actor, number: str) -> None:
    assert "Ingin menjahit lagi" in words(manager, number, PaperKind.IDENTIFICATION)
    needs = ticked(manager, number, "Layanan yang dibutuhkan")
    assert {text for text, tick in needs.items() if tick} == {
        "Pemeriksaan atau perawatan medis", "Tempat tinggal aman", "Dukungan keluarga atau kelompok",
    }  # fmt: skip
    assert "Melanjutkan sekolah" in needs
    blank, _ = new_case(manager)
    assert not any(ticked(manager, blank, "Layanan yang dibutuhkan").values())


def test_the_identification_form_says_which_office_handed_her_on(manager: Actor, number: str) -> None:
    assert facts(manager, number, PaperKind.IDENTIFICATION)["Informasi atau rujukan dari"] == ""
    keeper = make_account(Role.ADMIN)
    with open_session(keeper) as session:
        fields = UnitFields(area_code=BANYUWANGI, name="UPTD PPA asal", kind="uptd_ppa")
        save_unit(session, keeper, fields=fields)
    there = make_account(area_code=METRO)
    chief = make_account(Role.SUPERVISOR, METRO)
    accept(chief, forward(manager, number, METRO), account_id=there.id)
    assert "UPTD PPA asal" in facts(there, number, PaperKind.IDENTIFICATION)["Informasi atau rujukan dari"]


def test_the_intake_form_says_what_the_reporter_is_to_her_where_the_file_knows(
    manager: Actor, number: str
) -> None:
    ties = ("Hubungan dengan klien", "Hubungan dengan terlapor")
    assert [facts(manager, number, PaperKind.INTAKE, "III. Pelapor")[tie] for tie in ties] == ["", ""]
    with open_session(manager) as session:
        aunt = PersonFields(role="support", relation="neighbour", name="warti pelapor")
        save_person(session, manager, number=number, fields=aunt)
    assert facts(manager, number, PaperKind.INTAKE, "III. Pelapor")[ties[0]] == "Tetangga"
    herself, _ = new_case(manager)
    agree_to(manager, herself, "keep_and_contact")
    with open_session(manager) as session:
        save_perpetrator(session, manager, number=herself, fields=PerpetratorFields(relation="husband"))
    told = facts(manager, herself, PaperKind.INTAKE, "III. Pelapor")
    assert [told[tie] for tie in ties] == ["Klien sendiri", "terlapor adalah suami"]


def test_the_outreach_report_has_how_she_was_found_what_is_planned_and_what_was_done(
    manager: Actor, number: str
) -> None:
    text = words(manager, number, PaperKind.OUTREACH)
    for said in (
        "Ditemui di balai desa", "Memar lama di lengan", "Tetangga mendukung", "Kondisi psikologis", "Ingin menjahit lagi",
        "Daftar kelas menjahit", "RS Rujukan Uji", "Ibu Melur", "Halaman web", "Langkah yang dilakukan", "Sri Petugas", ARABIC,
    ):  # fmt: skip
        assert said in text
    assert "Parkir menghadap jalan" not in text  # how a team keeps itself safe is for the team
    blank, _ = new_case(manager)
    text = words(manager, blank, PaperKind.OUTREACH)
    assert "Kunjungan" not in text
    assert "Kondisi fisik" in text


def test_a_form_without_an_incident_begins_with_what_was_told(manager: Actor) -> None:
    number, _ = new_case(manager, kinds=["physical"], story="Kenanga mendengar tangisan.")
    assert "Kenanga mendengar tangisan." in words(manager, number, PaperKind.IDENTIFICATION)
    assert "Klien sendiri" in words(manager, number, PaperKind.INTAKE)


PARTS = {
    SummaryPart.CLIENT: "Jalan Rekaan 7",
    SummaryPart.PEOPLE: "Ibu Melur",
    SummaryPart.INCIDENTS: "Didorong di dapur.",
    SummaryPart.CONSENTS: "Tidak berlaku",
    SummaryPart.ASSESSMENT: "Memar lama di lengan",
    SummaryPart.PLAN: "Ingin menjahit lagi",
    SummaryPart.SERVICES: "Lama Petugas Hasil",
    SummaryPart.REFERRALS: "Ke Layanan Keadaan",
    SummaryPart.TASKS: "Oleh Batas",
    SummaryPart.TIMELINE: "Sudah bertemu di kantor",
}


@pytest.mark.parametrize("chosen", SummaryPart)
def test_a_summary_holds_the_part_that_was_chosen_and_no_other(
    manager: Actor, number: str, chosen: SummaryPart
) -> None:
    text = words(manager, number, PaperKind.SUMMARY, chosen)
    assert {part for part, said in PARTS.items() if said in text} == {chosen}
    assert "Warti" not in text  # who told us is nobody's business there


def test_a_summary_of_nothing_is_refused(manager: Actor, number: str) -> None:
    with open_session(manager) as session, pytest.raises(Invalid, match="paper_part_missing"):
        read_paper(session, manager, number=number, kind=PaperKind.SUMMARY)


@pytest.mark.parametrize("kind", SIMPLE)
def test_no_paper_names_the_alleged_perpetrator_or_a_whole_nik_or_anybody_of_another_case(
    manager: Actor, number: str, kind: PaperKind
) -> None:
    other, _ = new_case(manager, name="Orang Kasus Lain", story="Cerita kasus lain")
    text = words(manager, number, kind, *ALL)
    for said in (SUSPECT, "Bambang", NIK, "Orang Kasus Lain", "Cerita kasus lain", other):
        assert said not in text
    assert f"{number}-{FILE_CODES[kind]}" in text
    paper = printed(manager, number, kind, *ALL)
    about = reader(paper.pdf, paper.password).metadata
    assert CLIENT not in str(about)


def test_the_letterhead_is_the_offices_and_a_secret_address_stays_secret(manager: Actor, number: str) -> None:
    keeper = make_account(Role.ADMIN)
    for name, kind, secret in (
        ("Rumah perlindungan rekaan", "shelter", True), ("UPTD PPA rekaan", "uptd_ppa", True), ("Dinas rekaan", "office", False)
    ):  # fmt: skip
        fields = UnitFields(
            area_code=BANYUWANGI, name=name, kind=kind, phone="(0333) 000-1001", address="" if kind == "shelter" else f"Jalan {name}",
            address_secret=secret,
        )  # fmt: skip
        with open_session(keeper) as session:
            save_unit(session, keeper, fields=fields)
    text = words(manager, number, PaperKind.CONSENT_BLANK)
    assert "UPTD PPA rekaan" in text
    assert "(0333) 000-1001" in text
    assert "Jalan" not in text
    assert "Rumah perlindungan rekaan" not in text


def test_only_who_works_on_the_case_prints(manager: Actor, number: str) -> None:
    nosy, away, admin = make_account(), make_account(area_code=METRO), make_account(Role.ADMIN)
    shelter, chief = make_account(Role.SHELTER), make_account(Role.SUPERVISOR)
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Manajer sakit")
    for actor, refusal in ((nosy, Forbidden), (away, NotFound), (admin, NotFound), (shelter, NotFound)):
        for kind in SIMPLE:
            with open_session(actor) as session, pytest.raises(refusal):
                read_paper(session, actor, number=number, kind=kind, parts=ALL)
    assert ARABIC in words(chief, number, PaperKind.INTAKE)


def test_reading_a_paper_takes_a_fixed_number_of_queries(manager: Actor, number: str) -> None:
    def read() -> None:
        with open_session(manager) as session:
            read_paper(session, manager, number=number, kind=PaperKind.SUMMARY, parts=ALL)

    before = counted(read)
    for at in range(5):
        with open_session(manager) as session:
            save_person(session, manager, number=number, fields=PersonFields(role="child", name=f"Anak {at}"))
            write_case_note(session, manager, number=number, text=f"Catatan {at}")
    assert counted(read) == before
