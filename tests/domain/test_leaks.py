"""What a thief of the database and the file store would find: nothing of anybody (promises 1, 2, 5)."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import text

from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import SafetyFields, assess, check_danger, write_safety_plan
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.notes import edit_case_note, write_case_note
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.closure.checklist import Tick
from rindu_app.domain.drafts.commands import keep_draft
from rindu_app.domain.feedback.asking import send_feedback
from rindu_app.domain.feedback.said import Said
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.mediation import commands
from rindu_app.domain.people.commands import save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.domain.people.links import link_cases
from rindu_app.domain.plans.commands import add_goal, agree_plan, note_progress
from rindu_app.domain.reports.access import access_report, sealer_of
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.handling import close_report
from rindu_app.domain.reports.triage import triage_report
from rindu_app.domain.services.outreach import end_visit, start_visit
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.groups import create_group
from rindu_app.domain.sessions.meetings import cancel_meeting, plan_meeting
from rindu_app.domain.sessions.members import join_group
from rindu_app.domain.sessions.notes import write_session_note
from rindu_app.domain.sessions.planning import cancel_session, plan_session
from rindu_app.domain.threads.commands import propose_appointment, reply, write_message, write_note
from rindu_app.words import clock
from rindu_app.words.codes import (
    Assent,
    AssessmentArea,
    ConsentGiver,
    CounsellingMode,
    ExceptionGround,
    NoteAudience,
    Progress,
    ReferralAction,
    ReportStatus,
    Risk,
    Role,
)
from tests import closing, mediations
from tests.domain.referrals.people import answer, make_partner, make_partner_account, refer
from tests.factories import make_account, reporter_of, send_report
from tests.services import agree_to, give, plan, reach, record

pytestmark = pytest.mark.usefixtures("country")

PLANTED = {
    "story": "KenariCeritaRahasia", "name": "KenariNamaPelapor", "affected_name": "KenariNamaAnak", "phone": "081299990000",
    "trusted": "KenariKakak", "who_answers": "KenariIbu", "code_word": "KenariKue", "stop_word": "KenariHujan", "rt": "KenariRukunTetangga",
    "needs": "KenariKursiRoda", "age": "KenariUmur",
}  # fmt: skip
LATER = (
    "KenariPesan",
    "KenariCatatan",
    "KenariJawaban",
    "KenariTempat",
    "KenariTugas",
    "KenariBukti",
    "KenariAlasan",
    "KenariIpar",
    "KenariOrang",
    "KenariAlamat",
    "KenariKeterangan",
    "KenariTerlapor",
    "KenariSebab",
    "KenariKejadian",
    "KenariPosko",
    "KenariHubungan",
    "KenariSetuju",
    "KenariLayanan",
    "KenariKeamanan",
    "KenariHasil",
    "KenariKeperluan",
    "KenariNomorSurat",
    "KenariTahap",
    "KenariPihakLain",
    "KenariTekanan",
    "KenariPsikolog",
    "KenariMediator",
    "KenariPelatihan",
    "KenariNotulen",
    "KenariKesepakatan",
    "KenariBerhenti",
    "3510104112100001",
    "081288887777",
    "KenariSesi",
    "KenariKelompok",
    "KenariRujukan",
    "KenariRingkasan",
    "KenariHasil",
    "KenariTutup",
    "KenariMasukan",
)


def plant_everything() -> str:
    """One report and one case with a canary in every field a person can fill. Returns the receipt code."""
    counsellor = make_account()
    number, code = plant_report(counsellor)
    with open_session(counsellor) as session:
        case_number = number_of(open_case(session, counsellor, number=number))
    plant_work(counsellor, case_number)
    plant_care(counsellor, case_number)
    plant_people(counsellor, case_number)
    counsel(counsellor, case_number)
    plant_services(counsellor, case_number)
    plant_referrals(counsellor, case_number)
    plant_closing(counsellor, case_number)
    plant_feedback(number)
    return code


def plant_report(counsellor: Actor) -> tuple[str, str]:
    """Its number, and the receipt code."""
    kin, _supervisor = make_account(), make_account(Role.SUPERVISOR)
    submitted, _ = send_report(**PLANTED, ways=["phone", "trusted"])
    number = submitted.number
    with open_session(reporter_of(submitted)) as session:
        write_message(session, reporter_of(submitted), text="KenariPesan", client_key="a" * 32)
    with open_session(counsellor) as session:
        triage_report(session, counsellor, number=number, signs=[], decided=Risk.HIGH, reason="KenariAlasan")
        write_note(session, counsellor, number=number, text="KenariCatatan")
        block_colleague(session, counsellor, number=number, account_id=kin.id, reason="KenariIpar")
        reply(session, counsellor, number=number, text="KenariJawaban")
        propose_appointment(
            session,
            counsellor,
            number=number,
            mode=CounsellingMode.FACE,
            starts_at=clock.now() + timedelta(days=1),
            place="KenariTempat",
        )
    return number, submitted.code


def plant_work(counsellor: Actor, case_number: str) -> None:
    with open_session(counsellor) as session:
        keep_draft(session, counsellor, place=f"/kasus/{case_number}", name="note_text", text="KenariDraf")
        for audience in NoteAudience:
            note = write_case_note(
                session, counsellor, number=case_number, text="KenariCatatan", audience=audience
            )
            session.flush()
            edit_case_note(
                session, counsellor, number=case_number, uid=note.uid, text="KenariCatatan dua", version=1
            )
        add_task(
            session,
            counsellor,
            number=case_number,
            title="KenariTugas",
            due_at=clock.now() + timedelta(days=1),
            owner_id=counsellor.id,
        )
        record_consent(
            session,
            counsellor,
            number=case_number,
            answer=Answer(
                "keep_and_contact",
                given=True,
                evidence="KenariBukti",
                given_by=ConsentGiver.GUARDIAN,
                why_other="KenariWali",
                assent=Assent.YES,
            ),
        )


def plant_care(counsellor: Actor, case_number: str) -> None:
    with open_session(counsellor) as session:
        write_safety_plan(
            session, counsellor, number=case_number, plan=SafetyFields(bag="KenariTas"), with_her=True
        )
        check_danger(
            session, counsellor, number=case_number, signs=[], decided=Risk.HIGH, reason="KenariBahaya"
        )
        record_consent(
            session,
            counsellor,
            number=case_number,
            answer=Answer("assessment", given=True, evidence="KenariBukti"),
        )
        assess(
            session,
            counsellor,
            number=case_number,
            area=AssessmentArea.SOCIAL,
            score=2,
            reason="KenariAsesmen",
            profession="counsellor",
        )
        goal = add_goal(session, counsellor, number=case_number, component="economic", words="KenariTujuan")
        session.flush()
        note_progress(
            session, counsellor, number=case_number, uid=goal.uid, progress=Progress.GOING, note="KenariMaju"
        )
        agree_plan(session, counsellor, number=case_number, agreed_by=ConsentGiver.SELF, how="KenariSepakat")
        ask_exception(
            session,
            counsellor,
            number=case_number,
            purpose="mediation",
            ground=ExceptionGround.LAW,
            reason="KenariPengecualian",
        )


def plant_services(counsellor: Actor, number: str) -> None:
    for handling in ("accompaniment", "outreach"):
        agree_to(counsellor, number, "handling", handling, evidence="KenariSetuju")
    record(counsellor, number, note="KenariLayanan")
    uid = plan(counsellor, number, safety="KenariKeamanan")
    with open_session(counsellor) as session:
        start_visit(session, counsellor, number=number, uid=uid)
        end_visit(session, counsellor, number=number, uid=uid, result="met", note="KenariHasil")
    agree_to(counsellor, number, "social_aid")
    give(counsellor, number, use="KenariKeperluan")
    reach(counsellor, number, "police_report", papers="KenariNomorSurat", note="KenariTahap")
    plant_talks(counsellor)


def plant_talks(counsellor: Actor) -> None:
    """A mediation of another case: this one may not be mediated."""
    number = mediations.speakable_case(counsellor)
    mediations.start(counsellor, number)
    mediations.ask_other(counsellor, number, evidence="KenariPihakLain")
    mediations.assess(counsellor, number, "counsellor", text="KenariTekanan")
    mediations.assess(counsellor, number, "psychologist", text="KenariTekanan", expert="KenariPsikolog")
    told = {"name": "KenariMediator", "training": "KenariPelatihan"}
    mediations.do(counsellor, number, commands.name_mediator, **told)
    mediations.do(counsellor, number, commands.begin_meeting)
    mediations.do(counsellor, number, commands.write_minutes, held_on=mediations.TODAY, text="KenariNotulen")
    signed = {"agreed_on": mediations.TODAY, "text": "KenariKesepakatan", "signed": True}
    mediations.do(counsellor, number, commands.agree, **signed)
    mediations.do(counsellor, number, commands.stop_mediation, reason="KenariBerhenti")


def plant_people(counsellor: Actor, number: str) -> None:
    other, _ = send_report()
    with open_session(counsellor) as session:
        second = number_of(open_case(session, counsellor, number=other.number))
    with open_session(counsellor) as session:
        her = PersonFields(
            role="support", name="KenariOrang", phone="081288887777", address="KenariAlamat", note="KenariKeterangan",
            nik="3510104112100001",
        )  # fmt: skip
        save_person(session, counsellor, number=number, fields=her)
        him = PerpetratorFields(
            "husband", name="KenariTerlapor", service="police_report", reason="KenariSebab"
        )
        save_perpetrator(session, counsellor, number=number, fields=him)
        what = IncidentFields(
            codes={"violence_kind": ("physical",)},
            description="KenariKejadian",
            reported_where="KenariPosko",
        )
        save_incident(session, counsellor, number=number, fields=what)
        link_cases(session, counsellor, number=number, other=second, kind="sibling", reason="KenariHubungan")


def counsel(counsellor: Actor, number: str) -> None:
    """A canary in every field of a session, its note, a group and its meeting."""
    words: dict[str, Any] = {"place": "KenariSesi", "anyway": "KenariSesi"}
    holiday = datetime(2027, 1, 1, 2, tzinfo=UTC)
    with open_session(counsellor) as session:
        agreed = Answer("handling", given=True, evidence="KenariSesi", subject="counselling")
        record_consent(session, counsellor, number=number, answer=agreed)
        plan = Plan("individual", counsellor.id, holiday, **words)
        uid = plan_session(session, counsellor, number=number, plan=plan).uid
        for audience in NoteAudience:
            write_session_note(
                session, counsellor, number=number, uid=uid, text="KenariSesi", audience=audience
            )
        cancel_session(session, counsellor, number=number, uid=uid, reason="KenariSesi")
    with open_session(counsellor) as session:
        group = create_group(session, counsellor, name="KenariKelompok", leader_id=counsellor.id).uid
        join_group(session, counsellor, number=number, uid=group, alias="KenariKelompok")
        plan = Plan("group_support", counsellor.id, holiday, **words)
        met = plan_meeting(session, counsellor, group_uid=group, plan=plan).uid
        cancel_meeting(session, counsellor, group_uid=group, uid=met, reason="KenariKelompok")


def plant_referrals(counsellor: Actor, number: str) -> None:
    """One that waits and one that was answered."""
    hospital = make_partner(mail="ppt@contoh.example")
    written = {"purpose": "KenariRujukan", "written": {"summary": "KenariRingkasan"}}
    refer(counsellor, number, hospital, **written)
    answered = refer(counsellor, number, hospital, service="medical", **written)
    answer(make_partner_account(hospital), answered, ReferralAction.FINISH, "KenariHasil")


def plant_feedback(number: str) -> None:
    """Her report's case is helped with enough by now."""
    her = Actor.reporter(int(number.rsplit("-", 1)[1]))
    with open_session(her) as session:
        send_feedback(session, her, said=Said({}, "KenariMasukan"))


def plant_closing(counsellor: Actor, number: str) -> None:
    """Asked for, sent back, and asked for again."""
    words = {"note": "KenariTutup", "ticks": {"agreed": Tick(True, "KenariTutup")}}
    closing.ask(counsellor, number, **words)
    chief = closing.supervisor_of(counsellor)
    closing.decide(chief, number, approve=False, comment="KenariTutup")
    closing.close(counsellor, number, **words)


def encodings(canary: str) -> list[bytes]:
    plain = canary.encode()
    middle = [base64.b64encode(plain[shift:])[4:-4] for shift in range(3)]
    return [plain, canary.lower().encode(), canary.encode("utf-16-le"), plain.hex().encode(), *middle]


def everything_stored(folder: Path) -> bytes:
    """All files of the installation but the key file, and a text dump of every table."""
    files = b"".join(
        path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "keys.json"
    )
    with get_engine().connect() as connection:
        from sqlmodel import SQLModel

        rows = [
            repr(row)
            for table in SQLModel.metadata.sorted_tables
            for row in connection.execute(table.select())
        ]
    return files + "\n".join(rows).encode()


@pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
def test_a_dump_holds_no_planted_word_in_any_encoding(
    installation: Path, caplog: pytest.LogCaptureFixture
) -> None:
    code = plant_everything()
    stored = everything_stored(installation) + caplog.text.encode()
    assert len(stored) > 10_000
    found = [word for word in (*PLANTED.values(), *LATER, code) for form in encodings(word) if form in stored]
    assert found == []
    assert b"6281299990000" not in stored


def test_the_dump_test_would_notice(installation: Path) -> None:
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE area SET legal_basis = 'KenariCeritaRahasia' WHERE code = '35'"))
    assert any(form in everything_stored(installation) for form in encodings("KenariCeritaRahasia"))


def test_a_key_opens_its_own_report_only_and_words_cannot_be_moved() -> None:
    counsellor = make_account()
    (one, _), (two, _) = send_report(), send_report()
    with open_session(counsellor) as session:
        first = access_report(session, counsellor, one.number, Permission.REPORT_READ)
        second = access_report(session, counsellor, two.number, Permission.REPORT_READ)
        key = sealer_of(session, first)
        assert key.open_json(f"report.answers:{key.uid}", first.answers)["story"]
        with pytest.raises(InvalidTag):
            key.open(f"report.answers:{key.uid}", second.answers)
        with pytest.raises(InvalidTag):
            key.open("message.body:elsewhere", first.answers)


def test_closing_reasons_are_sealed_too(installation: Path) -> None:
    counsellor = make_account()
    submitted, _ = send_report()
    with open_session(counsellor) as session:
        close_report(
            session, counsellor, number=submitted.number, status=ReportStatus.NOT_OURS, reason="KenariAlasan"
        )
    assert b"KenariAlasan" not in everything_stored(installation)
