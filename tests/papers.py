"""A case that has something for every paper, and what a printed paper says when a machine reads it."""

import io
import re

from pypdf import PdfReader

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import assess
from rindu_app.domain.cases.consents import Answer, record_consent, withdraw_consent
from rindu_app.domain.cases.notes import write_case_note
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.papers.exports import keep_export
from rindu_app.domain.papers.printing import Printed, print_paper
from rindu_app.domain.papers.reading import read_paper
from rindu_app.domain.people.commands import save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.domain.people.view import read_people
from rindu_app.domain.plans.commands import add_goal
from rindu_app.domain.services.outreach import end_visit, start_visit
from rindu_app.words import clock
from rindu_app.words.codes import Assent, AssessmentArea, ConsentGiver, PaperKind, SummaryPart
from tests.domain.cases.test_cases import new_case
from tests.domain.referrals.people import make_partner, refer
from tests.services import agree_to
from tests.services import plan as plan_outreach

ARABIC, JAVANESE = "عائشة", "ꦱꦫꦶ"
CLIENT = f"Siti {ARABIC} {JAVANESE}"
ALL = tuple(SummaryPart)


def full_case(manager: Actor) -> str:
    """The number of a case whose reporter, client, family, incident, consents, task and note all have names of their own."""
    number, _ = new_case(
        manager, teller="witness", name="Warti Pelapor", phone="081211112222", affected_name=CLIENT,
        kinds=["physical"], story="Kenanga mendengar tangisan.", needs="Kursi roda",
    )  # fmt: skip
    with open_session(manager) as session:
        keeps = Answer(KEEP_AND_CONTACT, given=True, evidence="Lisan di kantor")
        record_consent(session, manager, number=number, answer=keeps)
    with open_session(manager) as session:
        client = read_people(session, manager, number=number).people[0]
        fields = PersonFields(
            role="client", name=CLIENT, sex="female", address="Jalan Rekaan 7", phone="081233334444",
            nik="3510104112100001", born_year="1995", born_month="2",
        )  # fmt: skip
        save_person(session, manager, number=number, fields=fields, uid=client.uid, version=client.version)
    with open_session(manager) as session:
        mother = PersonFields(role="parent", relation="mother", name="Ibu Melur", address="Jalan Rekaan 9")
        save_person(session, manager, number=number, fields=mother)
        him = PerpetratorFields(
            "husband", "male", name="Bambang Terlapor", service="police_report", reason="LP"
        )
        save_perpetrator(session, manager, number=number, fields=him)
        what = IncidentFields(
            codes={"violence_kind": ("physical",)}, year="2026", month="3", place="home",
            description="Didorong di dapur.", perpetrators=(PerpetratorFacts("husband"),),
        )  # fmt: skip
        save_incident(session, manager, number=number, fields=what)
        add_task(
            session,
            manager,
            number=number,
            title="Antar ke puskesmas",
            due_at=clock.now(),
            owner_id=manager.id,
        )
        write_case_note(session, manager, number=number, text="Sudah bertemu di kantor")
    _care(manager, number)
    _answers(manager, number)
    return number


def _care(manager: Actor, number: str) -> None:
    """A look at two domains, a goal with what is done for it, an outreach that reached her, and a referral."""
    agree_to(manager, number, "assessment")
    agree_to(manager, number, "handling", "outreach")
    with open_session(manager) as session:
        for area, reason, needs in (
            (AssessmentArea.PHYSICAL, "Memar lama di lengan", ("medical",)),
            (AssessmentArea.SOCIAL, "Tetangga mendukung", ("shelter", "family")),
        ):
            assess(
                session,
                manager,
                number=number,
                area=area,
                score=2,
                reason=reason,
                profession="counsellor",
                needs=needs,
            )
        goal = add_goal(session, manager, number=number, component="economic", words="Ingin menjahit lagi")
        add_task(
            session, manager, number=number, title="Daftar kelas menjahit", due_at=clock.now(), owner_id=manager.id,
            goal_uid=goal.uid,
        )  # fmt: skip
    visit = plan_outreach(manager, number, safety="Parkir menghadap jalan")
    with open_session(manager) as session:
        start_visit(session, manager, number=number, uid=visit)
    with open_session(manager) as session:
        end_visit(session, manager, number=number, uid=visit, result="met", note="Ditemui di balai desa")
    refer(manager, number, make_partner(name="RS Rujukan Uji"))


def _answers(manager: Actor, number: str) -> None:
    given = {"given": True, "evidence": "Lisan di kantor"}
    for answer in (
        Answer("assessment", **given),  # type: ignore[arg-type]
        Answer("shelter", given=False, evidence="Masih ingin berpikir"),
        Answer(
            "recording", given_by=ConsentGiver.GUARDIAN, why_other="Sedang dirawat", assent=Assent.YES, **given  # type: ignore[arg-type]
        ),
    ):  # fmt: skip
        with open_session(manager) as session:
            record_consent(session, manager, number=number, answer=answer)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="assessment")


def printed(actor: Actor, number: str, kind: PaperKind, *parts: SummaryPart, subject: str = "") -> Printed:
    with open_session(actor) as session:
        paper = read_paper(session, actor, number=number, kind=kind, parts=parts, subject=subject)
    return print_paper(paper)


def made(actor: Actor, number: str, kind: PaperKind = PaperKind.INTAKE) -> str:
    """The uid of a paper that is kept."""
    paper = printed(actor, number, kind)
    with open_session(actor) as session:
        return keep_export(session, actor, number=number, printed=paper).uid


def reader(pdf: bytes, password: str = "") -> PdfReader:
    return PdfReader(io.BytesIO(pdf), password=password or None)


def words_of(paper: Printed) -> str:
    return text_of(paper.pdf, paper.password)


def text_of(pdf: bytes, password: str = "") -> str:
    """All words in reading order, with single spaces."""
    pages = (page.extract_text() for page in reader(pdf, password).pages)
    return re.sub(r"\s+", " ", " ".join(pages).replace("\u200b", ""))
