"""The door for a partner without an account: an address from a mail, a code from the telephone, one referral."""

from starlette.responses import Response
from starlette.routing import Route

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, Noted
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.door import door
from rindu_app.api.public.slowing import SLOWING
from rindu_app.domain.referrals.answering import answer_referral
from rindu_app.domain.referrals.entering import LASTS, enter_link, who_holds
from rindu_app.domain.referrals.lists import read_addressed
from rindu_app.domain.referrals.shown import show_view
from rindu_app.settings import get_settings
from rindu_app.words.codes import ReferralAction
from rindu_app.words.errors import sentence
from rindu_app.words.routes import LINK

VISITOR = Actor.visitor()


def cookie_name() -> str:
    return "__Host-titip" if get_settings().secure_cookies else "titip"


def enter(ask: Ask) -> Response:
    """Any address shows the same page; only address and code together lead on."""
    if not ask.posted:
        return page("tautan", path=ask.path, errors={})
    try:
        with open_session(VISITOR) as session:
            cookie = enter_link(session, token=str(ask.parts["token"])[:100], code=ask.typed("code"))
    except Noted as refusal:
        SLOWING.note_failure(ask.source)
        return page("tautan", status=422, path=ask.path, errors={"code": sentence(refusal.code)})
    answer = go(LINK)
    answer.set_cookie(
        cookie_name(), cookie, max_age=int(LASTS.total_seconds()), path="/",
        secure=get_settings().secure_cookies, httponly=True, samesite="strict",
    )  # fmt: skip
    return answer


def referral(ask: Ask) -> Response:
    """The referral by GET, an answer by POST. Withdrawn meanwhile: that is what the next request says."""
    actor = _holder(ask)
    if actor is None:
        return page("tautan-selesai", status=404, title="Belum terbuka", text=sentence("link_wrong"))
    if not ask.posted:
        return _show(actor)
    step = ask.typed("jawab")
    action = ReferralAction(step) if step in set(ReferralAction) else ReferralAction.REVOKE
    note = ask.typed(f"{step}_note")
    try:
        with open_session(actor) as session:
            answer_referral(session, actor, action=action, note=note)
    except Invalid as refusal:
        name = f"{step}_note"
        return _show(actor, {name: sentence(refusal.code, **refusal.facts)}, {name: note})
    except Conflict:
        return _show(actor, status=409)
    return go(LINK)


def _show(
    actor: Actor,
    errors: dict[str, str] | None = None,
    typed: dict[str, str] | None = None,
    *,
    status: int = 200,
) -> Response:
    with open_session(actor) as session:
        shown = show_view(read_addressed(session, actor))
    if not shown.live:
        return page("tautan-selesai", status=status, title=shown.status, text=shown.ended)
    status = 422 if errors else status
    return page("tautan-rujukan", status=status, r=shown, errors=errors or {}, typed=typed or {})


def _holder(ask: Ask) -> Actor | None:
    cookie = ask.cookies.get(cookie_name(), "")
    with open_session(VISITOR, write=False) as session:
        return who_holds(session, cookie) if cookie else None


def _guess_wait(ask: Ask) -> float:
    return SLOWING.seconds(ask.source)


routes: list[Route] = [
    door(LINK, referral, post=True),
    door(f"{LINK}/{{token}}", enter, post=True, wait=_guess_wait),
]
