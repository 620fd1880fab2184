"""The frame of every part of a case file: whose file it is, its risk, and the way to the other parts."""

from collections.abc import Sequence

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import came_between
from rindu_app.pages.workspace import Parts
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.words import routes

# Address below the file, and the word on the tab.
PARTS = (
    ("", "Ringkasan"),
    ("rencana-aman", "Rencana aman"),
    ("orang", "Orang"),
    ("kejadian", "Kejadian"),
    ("persetujuan", "Persetujuan"),
    ("asesmen", "Asesmen"),
    ("rencana", "Rencana"),
    ("sesi", "Sesi"),
    ("layanan", "Layanan"),
    ("penampungan", "Penampungan"),
    ("rujukan", "Rujukan"),
    ("rapat", "Konferensi"),
    ("dokumen", "Dokumen"),
    ("tim", "Tim & akses"),
    ("penutupan", "Penutupan"),
    ("kunjungan", "Kunjungan lanjutan"),
)


def case_part(
    state: type[CaseFile], part: str, *content: rx.Component, actions: Sequence[rx.Component] = ()
) -> Parts:
    """One part, shown when its State has read it. `part` is its address below the file."""
    body = rx.match(state.phase, ("ready", rx.fragment(*content)), ("missing", missing()), kit.loading())
    leave = state.leave  # type: ignore[attr-defined]  # every part has it, see `CaseFile`
    return Parts(
        header(state, part, actions),
        [
            reading_only(state),
            happened_again(state),
            came_between(state),
            rx.el.div(body, on_unmount=[leave, Drafts.leave]),
        ],
    )


def header(state: type[CaseFile], part: str, actions: Sequence[rx.Component]) -> rx.Component:
    head = state.head
    links = [(text, head.href + (f"/{name}" if name else "")) for name, text in PARTS]
    current = dict(PARTS)[part]
    return kit.staff_header(
        rx.cond(head.number, head.number, "Kasus"),
        eyebrow=head.eyebrow,
        actions=[
            rx.cond(head.quiet, kit.status_word(head.quiet, "warning")),
            kit.risk(head.risk, head.risk_label),
            *actions,
        ],
        below=rx.fragment(
            kit.back_link(routes.CASES, "Kasus"),
            # Before the file is there its parts have no address: their place is kept, so that nothing jumps.
            rx.match(
                state.phase,
                ("ready", kit.part_menu(*links, current=current, label="Bagian berkas")),
                ("missing", rx.fragment()),
                rx.el.div(class_name="min-h-12"),
            ),
        ),
    )


def reading_only(state: type[CaseFile]) -> rx.Component:
    """Somebody who broke the glass knows what the file lets her do, and who can let her do more."""
    return rx.cond(
        state.head.may_work,
        rx.fragment(),
        kit.notice(
            "Berkas hanya dapat dibaca. Untuk menulis, mintalah manajer kasus memasukkan Anda ke tim.",
            title="Anda membuka berkas ini lewat akses darurat",
            tone="warning",
        ),
    )


def happened_again(state: type[CaseFile]) -> rx.Component:
    """Until somebody has looked at the danger anew, every part of the file says so, with its clock."""
    return rx.cond(
        state.head.look,
        kit.notice(
            state.head.look,
            rx.cond(state.head.look_late, rx.el.strong(" Waktunya sudah lewat."), rx.fragment()),
            kit.button(
                "Tinjau sekarang",
                kind="plain",
                href=state.head.href + "/asesmen",
                class_name="mt-3 w-fit justify-self-start",
            ),
            title="Kekerasan terjadi lagi",
            tone="danger",
        ),
        rx.fragment(),
    )


def missing() -> rx.Component:
    return kit.empty(
        "Kasus ini tidak ditemukan.",
        "Mungkin nomornya salah ketik, atau Anda bukan anggota timnya.",
        kit.button("Kembali ke daftar kasus", href=routes.CASES),
    )
