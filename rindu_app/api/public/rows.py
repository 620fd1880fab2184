"""Rows of the conversation as the page shows them."""

from dataclasses import dataclass

from rindu_app.domain.threads.rows import AppointmentRow, FileRow, ReporterMessageRow
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, CounsellingMode
from rindu_app.words.moments import say_moment


@dataclass(frozen=True)
class MessageShown:
    mine: bool
    text: str
    when: str


@dataclass(frozen=True)
class AppointmentShown:
    """`open`: it waits for her yes or no."""

    uid: str
    mode: str
    when: str
    place: str
    link: str
    status: str
    open: bool


@dataclass(frozen=True)
class FileShown:
    uid: str
    name: str
    size: str


def message_row(row: ReporterMessageRow, zone: str) -> MessageShown:
    return MessageShown(row.mine, row.text, say_moment(row.at, zone, clock.now()))


def appointment_row(row: AppointmentRow, zone: str) -> AppointmentShown:
    when = say_moment(row.starts_at, zone, clock.now())
    link = row.place if row.place.startswith("https://") and " " not in row.place else ""
    if not link and row.mode == CounsellingMode.VIDEO and row.status == AppointmentStatus.ACCEPTED:
        link = f"/bertemu/{row.uid}"
    waits = row.status == AppointmentStatus.PROPOSED
    return AppointmentShown(
        row.uid, row.mode_label, when[0].upper() + when[1:], row.place, link, row.status_label, waits
    )


def file_row(row: FileRow) -> FileShown:
    return FileShown(row.uid, row.name, say_size(row.size))


def say_size(size: int) -> str:
    """ "340 kB", "1,2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
