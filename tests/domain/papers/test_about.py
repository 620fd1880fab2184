"""Papers about one referral, one mediation, the sessions of one person or of a group: what stands on them, and until when."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.mediation.commands import stop_mediation, write_minutes
from rindu_app.domain.papers.attendance import read_group_list
from rindu_app.domain.papers.exports import fetch_export, keep_export, list_exports
from rindu_app.domain.papers.printing import print_paper
from rindu_app.domain.papers.reading import ABOUT, read_paper
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.ending import revoke_referral
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.sessions.meetings import hold_meeting
from rindu_app.domain.sessions.outcome import settle_session
from rindu_app.models import AuditEntry, Mediation
from rindu_app.words import clock
from rindu_app.words.codes import NoteAudience, PaperKind, Role
from tests import mediations
from tests.counting import counted
from tests.domain.referrals.people import allow, make_partner, new_case, refer
from tests.domain.sessions.people import new_case as counselled
from tests.domain.sessions.people import plan
from tests.domain.sessions.test_groups import join, meet, new_group, view
from tests.factories import METRO, SYSTEM, make_account
from tests.papers import ARABIC, JAVANESE, printed, words_of

pytestmark = pytest.mark.usefixtures("country")

NAME = f"Melati {ARABIC} {JAVANESE}"


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri Petugas")


def subjects(actor: Actor, number: str) -> dict[str, str]:
    """The uid by the kind, as the papers of the case offer them."""
    with open_session(actor) as session:
        return {one.kind: one.uid for one in list_exports(session, actor, number=number).subjects}


def words(actor: Actor, number: str, kind: PaperKind) -> str:
    return words_of(printed(actor, number, kind, subject=subjects(actor, number)[kind]))


def kept(actor: Actor, number: str, kind: PaperKind) -> str:
    paper = printed(actor, number, kind, subject=subjects(actor, number)[kind])
    with open_session(actor) as session:
        return keep_export(session, actor, number=number, printed=paper).uid


def fetched(actor: Actor, uid: str) -> str:
    """The name of the file, or the code of the refusal."""
    try:
        with open_session(actor) as session:
            return fetch_export(session, actor, uid=uid).name
    except DomainError as refusal:
        return refusal.code


def referred(manager: Actor) -> tuple[str, str, str]:
    """(number of the case, the partner, number of the referral)"""
    number = new_case(manager, name=NAME, story="Kenanga mendengar tangisan.")
    partner = make_partner(address="Jalan Mitra 3")
    return number, partner, number_of(refer(manager, number, partner))


def test_a_letter_says_what_is_asked_and_only_what_she_allows_this_partner(manager: Actor) -> None:
    number, _, referral = referred(manager)
    text = words(manager, number, PaperKind.REFERRAL)
    for said in (
        "RSUD uji", "Jalan Mitra 3", "Visum", "Mohon pemeriksaan", "Lengan memar", ARABIC, JAVANESE, "Sri Petugas",
        "dengan persetujuannya", "Tidak dapat dilayani", f"{referral}-D7",
    ):  # fmt: skip
        assert said in text
    for kept_back in ("0812", "Kursi roda", "Jalan Contoh", "Kenanga", number):
        assert kept_back not in text


def test_what_she_allows_no_longer_ends_the_letter_and_its_download(manager: Actor) -> None:
    number, partner, referral = referred(manager)
    uid, other = kept(manager, number, PaperKind.REFERRAL), subjects(manager, number)
    assert fetched(manager, uid) == f"{referral}-D7.pdf"
    allow(manager, number, partner, "age")
    assert fetched(manager, uid) == "paper_not_now"
    assert PaperKind.REFERRAL not in subjects(manager, number)
    with open_session(manager) as session, pytest.raises(Conflict, match="paper_not_now"):
        read_paper(
            session, manager, number=number, kind=PaperKind.REFERRAL, subject=other[PaperKind.REFERRAL]
        )
    with open_session(manager) as session:
        assert [row.ended for row in list_exports(session, manager, number=number).made] == ["paper_not_now"]


def test_a_withdrawn_consent_and_a_revoked_referral_end_letters(manager: Actor) -> None:
    for ends in ("consent", "referral"):
        number, partner, _ = referred(manager)
        uid, of = kept(manager, number, PaperKind.REFERRAL), subjects(manager, number)[PaperKind.REFERRAL]
        with open_session(manager) as session:
            if ends == "consent":
                withdraw_consent(session, manager, number=number, purpose="referral", subject=partner)
            else:
                revoke_referral(session, manager, number=number, uid=of, reason="Sudah tidak perlu")
        assert fetched(manager, uid) == "paper_not_now"


def test_a_consent_that_ends_by_itself_ends_the_letter(
    manager: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, partner, _ = referred(manager)
    allow(manager, number, partner, expires_at=clock.now() + timedelta(hours=1))
    uid = kept(manager, number, PaperKind.REFERRAL)
    assert fetched(manager, uid) != "paper_not_now"
    later = clock.now() + timedelta(hours=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert fetched(manager, uid) == "paper_not_now"


def test_minutes_name_no_other_side_and_nothing_that_one_side_told_alone(manager: Actor) -> None:
    number = mediations.speakable_case(manager, name=NAME)
    mediations.start(manager, number)
    mediations.ask_other(manager, number, evidence="Ia menangis saat ditanya")
    mediations.assess(manager, number, "counsellor", text="Ia takut pada ibu mertua")
    mediations.assess(manager, number, "psychologist", text="Ia yakin", expert="Dra. Rekaan")
    assert subjects(manager, number) == {}
    mediations.do(
        manager, number, mediations.commands.name_mediator, name="Ibu Mediator", training="Pelatihan 2024"
    )
    mediations.do(manager, number, mediations.commands.begin_meeting)
    assert set(subjects(manager, number)) == {PaperKind.MEDIATION_AGREEMENT}
    mediations.do(manager, number, write_minutes, held_on=mediations.TODAY, text="Membahas nafkah anak")
    text = words(manager, number, PaperKind.MEDIATION_MINUTES)
    for said in (
        ARABIC,
        JAVANESE,
        "Suami",
        "Ibu Mediator",
        "Pelatihan 2024",
        "Membahas nafkah anak",
        f"{number}-D8",
    ):
        assert said in text
    for kept_back in ("menangis", "mertua", "yakin", "Dra. Rekaan"):
        assert kept_back not in text
    blank = words(manager, number, PaperKind.MEDIATION_AGREEMENT)
    assert "Tanggung jawab pihak lain" in blank
    assert "tanpa tekanan" in blank


def test_a_signed_agreement_is_printed_with_its_words_and_stays_a_record(manager: Actor) -> None:
    number = mediations.speakable_case(manager, name=NAME)
    mediations.settle(manager, number)
    text = words(manager, number, PaperKind.MEDIATION_AGREEMENT)
    assert "Nafkah tiap tanggal 5" in text
    assert "Ditandatangani pada" in text
    assert "Tanggung jawab pihak lain" not in text
    uid = kept(manager, number, PaperKind.MEDIATION_AGREEMENT)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="mediation")
    assert fetched(manager, uid) == f"{number}-D9.pdf"


@pytest.mark.parametrize("shut", ["stopped", "withdrawn", "sexual"])
def test_a_sheet_to_sign_is_not_printed_where_nobody_may_mediate(manager: Actor, shut: str) -> None:
    number = mediations.speakable_case(manager)
    mediations.meet(manager, number)
    of, uid = subjects(manager, number), kept(manager, number, PaperKind.MEDIATION_AGREEMENT)
    if shut == "sexual":
        mediations.happened(manager, number, "sexual")
    with open_session(manager) as session:
        if shut == "stopped":
            stop_mediation(session, manager, number=number, reason="Cukup")
        if shut == "withdrawn":
            withdraw_consent(session, manager, number=number, purpose="mediation")
    assert fetched(manager, uid) == "paper_not_now"
    with open_session(manager) as session, pytest.raises(Conflict, match="paper_not_now"):
        read_paper(session, manager, number=number, kind=PaperKind.MEDIATION_AGREEMENT, subject=of[PaperKind.MEDIATION_AGREEMENT])  # fmt: skip


def test_attendance_counts_what_was_held_and_what_was_missed(manager: Actor) -> None:
    number, _, _ = counselled(manager, name=NAME)
    assert "Belum ada sesi" in words_of(printed(manager, number, PaperKind.ATTENDANCE))
    for hours, came, note in ((1, True, "Ia bercerita banyak"), (4, False, "Tidak datang karena hujan")):
        uid = plan(manager, number, clock.now() - timedelta(hours=hours)).uid
        with open_session(manager) as session:
            settle_session(
                session, manager, number=number, uid=uid, came=came, note=note, audience=NoteAudience.TEAM
            )
    text = words_of(printed(manager, number, PaperKind.ATTENDANCE))
    for said in (ARABIC, JAVANESE, "1 dari 2 sesi", "Tidak hadir", "Sri Petugas", "Bertemu langsung"):
        assert said in text
    assert "bercerita" not in text
    assert "hujan" not in text


def group_words(actor: Actor, uid: str) -> str:
    with open_session(actor) as session:
        paper = read_group_list(session, actor, uid=uid)
    return words_of(print_paper(paper))


def test_the_sheet_of_a_group_has_lines_to_initial_and_says_nothing_of_anybody(manager: Actor) -> None:
    """Whoever finds it learns neither who comes nor where they meet; so it needs no lock."""
    other = make_account()
    group = new_group(manager, "Kelompok Teratai")
    (one, _, _), (two, _, report) = counselled(manager, name=NAME), counselled(other)
    join(manager, one, group, "Mawar Merah")
    join(other, two, group, "Dahlia")
    uid = meet(manager, group)[0]
    text = group_words(manager, uid)
    for said in ("Kelompok Teratai", "1 2 Pemimpin", "-D11"):
        assert said in text
    for name in ("Mawar", "M. M.", "Dahlia", "D.", "Aula", "Hadir 1", ARABIC, one, two):
        assert name not in text
    with open_session(other) as session:
        block_colleague(session, other, number=report, account_id=manager.id, reason="Saudara terlapor")
    assert group_words(manager, uid) == text
    with open_session(SYSTEM) as session:
        made = session.exec(select(AuditEntry).where(AuditEntry.action == "paper:made")).all()
    assert [(entry.object_ref, entry.facts["kind"]) for entry in made] == [(group, "group_list")] * 2


def test_after_the_meeting_the_sheet_says_how_many_came_and_not_who(
    manager: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, (one, _, _), (two, _, _) = new_group(manager), counselled(manager), counselled(manager)
    join(manager, one, group, "Mawar")
    join(manager, two, group, "Dahlia")
    uid, later = meet(manager, group)[0], clock.now() + timedelta(days=30)
    monkeypatch.setattr(clock, "now", lambda: later)
    came = view(manager, group).members[0].uid
    with open_session(manager) as session:
        hold_meeting(session, manager, group_uid=group, uid=uid, came=[came])
    text = group_words(manager, uid)
    assert "Hadir 1 dari 2" in text
    assert "M." not in text


def test_only_who_leads_the_group_prints_its_list(manager: Actor) -> None:
    group, chief = new_group(manager), make_account(Role.SUPERVISOR)
    number, _, _ = counselled(manager)
    join(manager, number, group, "Mawar")
    uid = meet(manager, group)[0]
    refusals: tuple[tuple[Actor, type[DomainError]], ...] = (
        (make_account(), Forbidden), (make_account(area_code=METRO), NotFound), (make_account(Role.ADMIN), NotFound),
        (make_account(Role.SHELTER), NotFound), (make_account(Role.PARTNER), NotFound), (Actor.visitor(), NotFound),
    )  # fmt: skip
    for actor, refusal in refusals:
        with open_session(actor) as session, pytest.raises(refusal):
            read_group_list(session, actor, uid=uid)
    assert "-D11" in group_words(chief, uid)


@pytest.mark.parametrize("kind", ABOUT)
def test_only_who_works_on_the_case_prints_and_only_of_this_case(manager: Actor, kind: PaperKind) -> None:
    if kind is PaperKind.REFERRAL:
        number, _, _ = referred(manager)
    else:
        number = mediations.speakable_case(manager)
        mediations.settle(manager, number)
    subject, other = subjects(manager, number)[kind], new_case(manager)
    nosy = make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Manajer sakit")
    refusals: tuple[tuple[Actor, str, type[DomainError]], ...] = (
        (nosy, number, Forbidden), (make_account(area_code=METRO), number, NotFound), (make_account(Role.ADMIN), number, NotFound),
        (make_account(Role.SHELTER), number, NotFound), (manager, other, Conflict),
    )  # fmt: skip
    for actor, of, refusal in refusals:
        with open_session(actor) as session, pytest.raises(refusal):
            read_paper(session, actor, number=of, kind=kind, subject=subject)
    for forged in ("", "0" * 32):
        with open_session(manager) as session, pytest.raises(Conflict):
            read_paper(session, manager, number=number, kind=kind, subject=forged)


def test_what_can_be_printed_takes_a_fixed_number_of_queries(manager: Actor) -> None:
    number, _, _ = referred(manager)
    mediations.plant_mediation(manager, number)

    def read() -> None:
        with open_session(manager) as session:
            list_exports(session, manager, number=number)

    before = counted(read)
    for service in ("medical", "visum"):
        refer(manager, number, make_partner(name=f"RS {service}"), service=service)
        mediations.plant_mediation(manager, number)
    assert counted(read) == before
    with open_session(SYSTEM) as session:
        assert len(session.exec(select(Mediation)).all()) == 3
