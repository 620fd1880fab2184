"""The citizen's pages by name. They hold no State: Python renders them, and `rindu_app.api` fills and serves them."""

from collections.abc import Callable

import reflex as rx

from rindu_app.components.templates import Pages
from rindu_app.pages.public import (
    conversation,
    review,
    rights,
    safety,
    services,
    start,
    step_contact,
    step_place,
    step_story,
    step_who,
    step_wish,
)  # fmt: skip
from rindu_app.pages.public.change_contact import change_contact
from rindu_app.pages.public.come_back import come_back
from rindu_app.pages.public.feedback import feedback, thanks
from rindu_app.pages.public.home import home
from rindu_app.pages.public.link import LINK_PAGES
from rindu_app.pages.public.lost import missing, trouble
from rindu_app.pages.public.meeting import meeting
from rindu_app.pages.public.message import message, nothing
from rindu_app.pages.public.receipt import receipt
from rindu_app.pages.public.sign_in import SIGN_IN_PAGES

TEMPLATES: dict[str, Callable[[], rx.Component]] = {
    "home": home,
    "start": start.start,
    "siapa": step_who.who,
    "sekarang": step_who.now,
    "darurat": step_who.numbers,
    "isi": step_story.story,
    "tempat": step_place.place,
    "kontak": step_contact.contact,
    "nomor": step_contact.number,
    "waktu": step_contact.when_safe,
    "cara": step_wish.way,
    "nama": step_wish.name,
    "berkas": step_wish.files,
    "periksa": review.review,
    "angka": receipt,
    "lanjut": come_back,
    "percakapan": conversation.conversation,
    "ubah-kontak": change_contact,
    "tarik": conversation.withdraw,
    "bertemu": meeting,
    "masukan": feedback,
    "terima-kasih": thanks,
    "hak-perempuan": rights.women,
    "hak-anak": rights.children,
    "pencegahan": safety.prevention,
    "alur": services.flow,
    "layanan": services.services,
    "aman": safety.phone,
    "message": message,
    "kosong": nothing,
    "missing": missing,
    "trouble": trouble,
    **LINK_PAGES,
    **SIGN_IN_PAGES,
}

PAGES = Pages(TEMPLATES)
