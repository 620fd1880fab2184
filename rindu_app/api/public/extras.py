"""What single questions need beside their answers: lists to choose from, files, a second look at what was typed."""

from collections.abc import Callable
from typing import Any

from sqlmodel import Session

from rindu_app.access.errors import Invalid
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.steps import Said, Step
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.words.codes import ContactWay, CounsellingMode, Door

STORY_TITLES = {
    Door.COUNSELLING: "Apa yang dapat kami bantu?",
    Door.REPORT: "Apa yang terjadi?",
    Door.TALK: "Apa yang ingin Anda ceritakan?",
}


def story_values(session: Session, visit: OpenVisit) -> dict[str, Any]:
    door = visit.draft["answers"].get("door", Door.REPORT)
    return {"title": STORY_TITLES[Door(door)], "kinds": list_codes(session, "violence_kind")}


def ways(session: Session, _visit: OpenVisit | None = None) -> dict[str, Any]:
    known = {str(way) for way in ContactWay}
    return {"ways": [row for row in list_codes(session, "contact_way") if row.code in known]}


def modes(session: Session, _visit: OpenVisit) -> dict[str, Any]:
    known = {str(mode) for mode in CounsellingMode}
    return {"modes": [row for row in list_codes(session, "counselling_mode") if row.code in known]}


def name_values(_session: Session, visit: OpenVisit) -> dict[str, Any]:
    said = visit.draft["answers"]
    return {"anonymous": "no" if said.get("name") else "yes" if "nama" in visit.draft.get("done", ()) else ""}


EXTRAS: dict[str, Callable[[Session, OpenVisit], dict[str, Any]]] = {
    "isi": story_values,
    "kontak": ways,
    "cara": modes,
    "nama": name_values,
}


def check_more(session: Session, _visit: OpenVisit, ask: Ask, step: Step, typed: Said) -> None:
    """Refuse what only a list in the database can judge; forget a name where she chose to give none."""
    if typed.get("kinds") and not set(typed["kinds"]) <= {
        row.code for row in list_codes(session, "violence_kind")
    }:
        raise Invalid("kinds", "unknown_choice")
    if step.name == "nama":
        if ask.typed("anonymous") == "yes":
            typed["name"] = ""
        elif ask.typed("anonymous") == "no" and not typed["name"].strip():
            raise Invalid("name", "name_or_none")
