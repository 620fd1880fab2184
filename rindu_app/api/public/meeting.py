"""The way into her video room, from the conversation: one page that says whether it is time, and one link."""

from starlette.responses import Response

from rindu_app.access.errors import Conflict
from rindu_app.api.public.answer import page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.conversation import act, reporter
from rindu_app.api.public.visitor import mark_of
from rindu_app.domain.sessions.rooms import make_own_room_link
from rindu_app.words.errors import sentence

# What she reads is about her, not about our work.
WORDS = {
    "consent_needed": (
        "Anda belum menyetujui panggilan video. Bila Anda mau, katakan kepada konselor lewat percakapan. "
        "Cara lain juga boleh."
    ),
    "video_off": "Panggilan video belum tersedia di layanan ini. Konselor menulis cara lain di percakapan.",
}


def meet(ask: Ask) -> Response:
    """Her link is made for this answer. It works only around the time of the session, in one browser's tab."""
    visit, uid = reporter(ask), str(ask.parts["uid"])
    link, text = "", "Ruang bicara sudah dibuka. Bila konselor belum ada di sana, tunggu sebentar."
    try:
        link = act(visit, lambda session: make_own_room_link(session, visit.actor, uid=uid))
    except Conflict as refusal:
        text = WORDS.get(refusal.code) or sentence(refusal.code, **refusal.facts)
    return page("bertemu", text=text, link=link, mark=mark_of(visit))
