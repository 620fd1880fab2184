"""Files: added to a story before it is sent, or to the conversation afterwards."""

from collections.abc import Callable
from typing import Any

from sqlmodel import Session
from starlette.responses import Response

from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.api.files import file_response
from rindu_app.api.public.answer import go, hand_over, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.conversation import act, onward, reporter, show
from rindu_app.api.public.rows import file_row
from rindu_app.api.public.steps import BY_NAME, COUNT, neighbours
from rindu_app.api.public.story import RECEIPT, REVIEW
from rindu_app.api.public.visitor import VISITOR, change, look, mark_of
from rindu_app.api.uploads import PostedFile
from rindu_app.domain.files.checking import CheckedFile, check_upload
from rindu_app.domain.files.commands import discard_draft_file, keep_upload
from rindu_app.domain.files.queries import list_draft_files, open_draft_file, open_file
from rindu_app.domain.visits.commands import OpenVisit
from rindu_app.settings import get_settings
from rindu_app.words.errors import sentence

STEP = BY_NAME["berkas"]
Keep = Callable[[CheckedFile], Any]


def story_files(ask: Ask) -> Response:
    """The question about files."""
    visit = look(ask)
    if visit.report_id is not None:
        return go(RECEIPT)
    if not ask.posted:
        return show_files(ask, visit, {})
    if uid := ask.typed("buang"):
        change(ask, lambda session, v: _discard(session, v, uid))
        return go(f"{ask.path}{_dari(ask)}")
    if not ask.form.files:
        return _next(ask)
    problem = keep_all(ask.form.files, lambda file: change(ask, lambda s, v: _keep_draft(s, v, file)))
    if problem:
        return show_files(ask, look(ask), {"files": problem})
    return hand_over(go(f"{ask.path}{_dari(ask)}"), ask.token)


def _dari(ask: Ask) -> str:
    return "?dari=periksa" if ask.typed("periksa") else ""


def _next(ask: Ask) -> Response:
    if ask.typed("unggah"):
        return show_files(ask, look(ask), {"files": sentence("file_none")})
    change(ask, lambda _s, v: v.draft.update(done=[*v.draft.get("done", []), "berkas"]))
    return hand_over(go(REVIEW), ask.token)


def show_files(ask: Ask, visit: OpenVisit, errors: dict[str, str]) -> Response:
    with open_session(VISITOR, write=False) as session:
        kept = list_draft_files(session, visit.sealer, visit_hash=visit.row.token_hash)
    reviewing = bool(ask.query.get("dari") or ask.typed("periksa"))
    back = REVIEW if reviewing else neighbours("berkas", visit.draft["answers"])[0]
    return page("berkas", status=422 if errors else 200, n=STEP.number, m=COUNT, errors=errors, form={}, back=back,
        review=reviewing, mark=mark_of(visit), kept=[file_row(f) for f in kept], limit=limit_mb(), lost=False,
    )  # fmt: skip


def limit_mb() -> int:
    return get_settings().upload_max_bytes // 1_000_000


def keep_all(files: list[PostedFile], keep: Keep) -> str:
    """Keep what can be kept, one by one; returns why others could not, in words."""
    problems = []
    for file in files:
        try:
            if file.problem:
                raise Invalid("files", file.problem, limit=_limit_of(file.problem))
            keep(check_upload(file.name, file.data))
        except Invalid as refusal:
            problems.append(f"{file.name[:40]}: {sentence(refusal.code, **refusal.facts)}")
    return " ".join(problems)


def _limit_of(problem: str) -> int:
    return limit_mb() if problem == "file_too_large" else get_settings().upload_max_files


def _keep_draft(session: Session, visit: OpenVisit, file: CheckedFile) -> None:
    if visit.report_id is not None:
        raise NotFound("visit_over")
    keep_upload(session, VISITOR, visit.sealer, file=file, visit_hash=visit.row.token_hash)


def _discard(session: Session, visit: OpenVisit, uid: str) -> None:
    discard_draft_file(session, visit_hash=visit.row.token_hash, uid=uid)


def thread_files(ask: Ask) -> Response:
    """Add files to the conversation."""
    visit = reporter(ask)
    if not ask.posted:
        return go("/percakapan")
    if not ask.form.files:
        return show(ask, visit, {"files": sentence("file_none")})
    problem = keep_all(
        ask.form.files,
        lambda file: act(
            visit, lambda s: keep_upload(s, visit.actor, visit.sealer, file=file, report_id=visit.report_id)
        ),
    )
    return show(ask, visit, {"files": problem}) if problem else onward(ask, "/percakapan#berkas")


def download(ask: Ask) -> Response:
    """One of her own files, of the draft or of the conversation."""
    visit, uid = look(ask), str(ask.parts["uid"])
    if visit.report_id is not None:
        return file_response(act(visit, lambda s: open_file(s, visit.actor, uid)))
    with open_session(VISITOR, write=False) as session:
        return file_response(open_draft_file(session, visit.sealer, visit_hash=visit.row.token_hash, uid=uid))
