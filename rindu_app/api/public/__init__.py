"""The citizen's doors: plain HTML by plain forms."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rindu_app.api.public import (
    attaching,
    contact,
    conversation,
    feedback,
    home,
    info,
    leave,
    meeting,
    returning,
    sending,
    start,
    story,
)  # fmt: skip
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.door import door
from rindu_app.api.public.slowing import SLOWING
from rindu_app.api.uids import UID


def public_routes() -> list[Route]:
    """All routes of the workspace `public`, in the order they are looked at."""
    return [
        door("/", home.show_home),
        *(door(f"/{name}", info.show_info(name)) for name in info.PAGES_OF_INFO),
        door("/mulai", start.begin, post=True),
        door("/cerita/periksa", sending.review, post=True),
        door("/cerita/angka", sending.receipt, post=True),
        door("/cerita/bantuan", story.help_now),
        door("/cerita/berkas", attaching.story_files, post=True),
        door("/cerita/{step}", story.story, post=True),
        door("/lanjut", returning.come_back, post=True, wait=_guess_wait),
        door("/percakapan", conversation.conversation, post=True),
        door("/percakapan/berkas", attaching.thread_files, post=True),
        door(f"/percakapan/berkas/{UID}", attaching.download),
        door(f"/percakapan/janji/{UID}", conversation.appointment, post=True),
        door("/percakapan/kontak", contact.contact, post=True),
        door(feedback.FEEDBACK, feedback.feedback, post=True),
        door("/percakapan/tarik", conversation.withdraw, post=True),
        door(f"/bertemu/{UID}", meeting.meet),
        door("/keluar", leave.quit_now),
    ]


def _guess_wait(ask: Ask) -> float:
    return SLOWING.seconds(ask.source)


async def no_icon(_request: Request) -> Response:
    """Browsers ask for an icon even where a page says that it has none."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})


routes = [*public_routes(), Route("/favicon.ico", no_icon)]
