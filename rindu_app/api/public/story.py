"""One question per page: show it, keep its answer, go on."""

from typing import Any

from sqlmodel import Session
from starlette.responses import Response

from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, hand_over, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.extras import EXTRAS, check_more
from rindu_app.api.public.home import by_whatsapp, urgent_lines
from rindu_app.api.public.place import place_values, take_place
from rindu_app.api.public.start import new_visit
from rindu_app.api.public.steps import (
    BY_NAME,
    COUNT,
    Said,
    Step,
    as_form,
    keep_answers,
    neighbours,
    skip_answers,
    typed_answers,
)  # fmt: skip
from rindu_app.api.public.visitor import VISITOR, change, look, mark_of
from rindu_app.domain.visits.commands import OpenVisit, open_visit
from rindu_app.words.errors import sentence

RECEIPT = "/cerita/angka"
REVIEW = "/cerita/periksa"


def step_of(ask: Ask) -> Step:
    step = BY_NAME.get(str(ask.parts["step"]))
    if step is None:
        raise NotFound
    return step


def story(ask: Ask) -> Response:
    """A question: its page by GET, its answer by POST."""
    step = step_of(ask)
    return answer(ask, step) if ask.posted else show(ask, step)


def show(ask: Ask, step: Step) -> Response:
    with open_session(VISITOR, write=False) as session:
        visit = open_visit(session, ask.token)
        if visit.report_id is not None:
            return go(RECEIPT)
        return show_step(session, ask, visit, step)


def show_step(
    session: Session,
    ask: Ask,
    visit: OpenVisit,
    step: Step,
    *,
    typed: Said | None = None,
    errors: dict[str, str] | None = None,
    looked: str = "",
) -> Response:
    """The page of a question, with what was said before or what was just typed."""
    said, reviewing = visit.draft["answers"], bool(ask.query.get("dari") or ask.typed("periksa"))
    before, _ = neighbours(step.name, said)
    values: dict[str, Any] = place_values(session, visit.draft, looked) if step.name == "tempat" else {}
    if step.name in EXTRAS:
        values |= EXTRAS[step.name](session, visit)
    return page(step.name, status=422 if errors else 200, n=step.number, m=COUNT, errors=errors or {},
        form=as_form(said, typed, answered=step.name in visit.draft.get("done", ())),
        back=REVIEW if reviewing else before or f"/mulai?k={mark_of(visit)}",
        review=reviewing, mark=mark_of(visit), lost=visit.draft.get("lost", False), **values,
    )  # fmt: skip


def answer(ask: Ask, step: Step) -> Response:
    """Keep an answer. Where the visit ran out meanwhile, a new one begins with what was just typed: it is not lost."""
    try:
        return _answer(ask, step)
    except NotFound as refusal:
        if refusal.code != "visit_over":
            raise
    ask.token = new_visit("", "", "")
    change(ask, lambda _session, visit: visit.draft.update(lost=True))
    return hand_over(_answer(ask, step), ask.token)


def _answer(ask: Ask, step: Step) -> Response:
    if look(ask).report_id is not None:
        return go(RECEIPT)
    if step.name == "tempat" and ask.typed("cari"):
        return look_up(ask, step)
    try:
        stay = change(ask, lambda session, visit: _keep(session, visit, ask, step))
    except Invalid as refusal:
        errors = {refusal.field: sentence(refusal.code, **refusal.facts)}
        with open_session(VISITOR, write=False) as session:
            visit = open_visit(session, ask.token)
            typed = typed_answers(step, ask.form.many)
            return show_step(
                session, ask, visit, step, typed=typed, errors=errors, looked=ask.typed("look")[:80]
            )
    return hand_over(go(stay), ask.token)


def look_up(ask: Ask, step: Step) -> Response:
    """Places with that name, to choose from. What she looked for stays out of the address."""
    looked = ask.typed("look")[:80]
    with open_session(VISITOR, write=False) as session:
        visit = open_visit(session, ask.token)
        hits = place_values(session, visit.draft, looked)["hits"]
        errors = {} if hits else {"look": sentence("nothing_found")}
        return show_step(session, ask, visit, step, errors=errors, looked=looked)


def _keep(session: Session, visit: OpenVisit, ask: Ask, step: Step) -> str:
    """Change the draft; returns where to go."""
    if visit.report_id is not None:
        return RECEIPT
    draft, here = visit.draft, f"/cerita/{step.name}{'?dari=periksa' if ask.typed('periksa') else ''}"
    done = True
    if ask.typed("lewati"):
        draft["answers"] = skip_answers(step, draft["answers"])
        draft.pop("at", None) if step.name == "tempat" else None
    elif step.name == "tempat":
        done = _keep_place(session, visit, ask, step)
    else:
        typed = typed_answers(step, ask.form.many)
        check_more(session, visit, ask, step, typed)
        draft["answers"] = keep_answers(step, draft["answers"], typed)
    draft.pop("lost", None)
    if not done:
        return here
    draft["done"] = [*(name for name in draft.get("done", []) if name != step.name), step.name]
    return _onward(ask, step, draft["answers"])


def _keep_place(session: Session, visit: OpenVisit, ask: Ask, step: Step) -> bool:
    up = ask.form.fields.get("up")
    done = take_place(session, visit, ask.typed("pick"), ask.typed("at"), up)
    rt = {"rt": ask.typed("rt")} if "rt" in ask.form.many else {}
    code = {"area_code": visit.draft["answers"].get("area_code", "")}
    visit.draft["answers"] = keep_answers(step, visit.draft["answers"], code | rt)
    return done


def _onward(ask: Ask, step: Step, said: Said) -> str:
    after = neighbours(step.name, said)[1]
    if step.name == "sekarang" and said.get("danger") == "yes":
        return f"/cerita/bantuan{'?dari=periksa' if ask.typed('periksa') else ''}"
    if ask.typed("periksa") and after not in ("/cerita/nomor", "/cerita/waktu"):
        return REVIEW
    return f"{after}?dari=periksa" if ask.typed("periksa") else after


def help_now(ask: Ask) -> Response:
    """Numbers to call, at once when she says that there is danger."""
    visit = look(ask)
    if visit.report_id is not None:
        return go(RECEIPT)
    with open_session(VISITOR, write=False) as session:
        lines = urgent_lines(session, visit.draft.get("w", ""))
    onward = REVIEW if ask.query.get("dari") else "/cerita/isi"
    return page(
        "darurat",
        hotlines=lines,
        sapa=by_whatsapp(lines),
        back="/cerita/sekarang",
        onward=onward,
        mark=mark_of(visit),
    )
