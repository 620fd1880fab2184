"""One report in the words of its screen."""

from dataclasses import dataclass

from rindu_app.domain.reports.rows import ContactView, EventRow, ReportView
from rindu_app.domain.threads.rows import AppointmentRow, FileRow, StaffMessageRow, StaffThread
from rindu_app.words import dates, routes
from rindu_app.words.codes import AppointmentStatus, Audience, Author, ContactWay, ReportStatus
from rindu_app.words.labels import label
from rindu_app.words.medical import say_window
from rindu_app.words.sizes import show_size

_OUTGOING = (ContactWay.PHONE, ContactWay.WHATSAPP)


@dataclass(frozen=True)
class ShownWay:
    """One way to reach her: whether it may be used now, and why not. `reachable`: we can start it from here."""

    way: str
    text: str
    allowed: bool
    why: str
    reachable: bool


@dataclass(frozen=True)
class ShownContact:
    """Safe contact. `notes` are further rules, each a sentence."""

    ways: tuple[ShownWay, ...] = ()
    times: str = ""
    notes: tuple[str, ...] = ()
    code_word: str = ""
    stop_word: str = ""


@dataclass(frozen=True)
class ShownEvent:
    key: str
    title: str
    text: str
    meta: str


@dataclass(frozen=True)
class ShownMessage:
    """`kind`: hers, ours, or note (never shown to her)."""

    uid: str
    kind: str
    by: str
    text: str
    when: str


@dataclass(frozen=True)
class ShownMeeting:
    uid: str
    title: str
    place: str
    status: str
    may_cancel: bool


@dataclass(frozen=True)
class ShownFile:
    uid: str
    name: str
    size: str
    href: str
    is_image: bool


@dataclass(frozen=True)
class Fact:
    name: str
    text: str


@dataclass(frozen=True)
class ShownStory:
    """Everything of a report that its screen shows; `may` names the steps that are possible now."""

    number: str = ""
    eyebrow: str = ""
    risk: str = "low"
    risk_label: str = ""
    risk_decided: bool = True
    danger_now: bool = False
    medical: str = ""
    clock: str = ""
    clock_word: str = ""
    late: bool = False
    status: str = ""
    status_label: str = ""
    story: str = ""
    facts: tuple[Fact, ...] = ()
    has_name: bool = False
    assignee: str = ""
    assignee_id: str = ""
    case_number: str = ""
    case_href: str = ""
    duplicate_of: str = ""
    duplicate_href: str = ""
    held: bool = False
    may: tuple[str, ...] = ()
    may_work: bool = True
    news: bool = False
    has_code: bool = True
    contact: ShownContact = ShownContact()
    events: tuple[ShownEvent, ...] = ()
    version: int = 0
    timezone: str = ""
    today: str = ""


def show_story(view: ReportView) -> ShownStory:
    time, word = dates.show_wait(view.minutes_left)
    zone = view.timezone
    return ShownStory(
        number=view.number,
        eyebrow=f"{view.door_label} {view.teller_label} · {view.channel_label}",
        risk=view.risk,
        risk_label=view.risk_label,
        risk_decided=view.risk_decided,
        danger_now=view.danger_now,
        medical=say_window(view.medical.prophylaxis, view.medical.contraception) if view.medical else "",
        clock=time,
        clock_word=word,
        late=word == dates.LATE,
        status=view.status,
        status_label=view.status_label,
        story=view.story,
        facts=_facts(view),
        has_name=view.has_name,
        assignee=view.assignee,
        assignee_id=str(view.assignee_id or ""),
        case_number=view.case_number,
        case_href=routes.case(view.case_number) if view.case_number else "",
        duplicate_of=view.duplicate_of,
        duplicate_href=routes.report(view.duplicate_of) if view.duplicate_of else "",
        held=bool(view.held_group) and view.status == ReportStatus.NEW,
        may=tuple(view.actions),
        may_work=view.may_work,
        news=view.news and view.may_work,
        has_code=view.has_code,
        contact=show_contact(view.contact),
        events=tuple(_event(number, row, zone) for number, row in enumerate(reversed(view.events)))[::-1],
        version=view.version,
        timezone=zone,
        today=dates.today(zone),
    )


def show_contact(contact: ContactView) -> ShownContact:
    """What is allowed now first, in the order a counsellor would try."""
    ways = tuple(_way(contact, way) for way in ContactWay if way is not ContactWay.NONE)
    days = ", ".join(dates.LONG_DAYS[day - 1] for day in contact.days) or "Setiap hari"
    notes = [
        "Boleh mengatakan dari mana kita." if contact.may_identify else "Jangan mengatakan dari mana kita.",
        "Boleh meninggalkan pesan." if contact.may_leave_message else "Jangan meninggalkan pesan.",
        "HP-nya dipakai juga oleh orang lain." if contact.phone_shared else "",
        f"Orang yang dipercaya: {contact.trusted}." if contact.trusted else "",
        f"Yang boleh menjawab: {contact.who_answers}." if contact.who_answers else "",
    ]
    times = f"{days}, {contact.hours or 'jam berapa pun'}"
    return ShownContact(
        ways=ways,
        times=times if any(way.way in contact.ways and way.reachable for way in ways) else "",
        notes=tuple(note for note in notes if note),
        code_word=contact.code_word,
        stop_word=contact.stop_word,
    )


def _way(contact: ContactView, way: ContactWay) -> ShownWay:
    why = contact.unsafe_now[way]
    if not why and way in _OUTGOING and not contact.phone:
        why = "Nomor teleponnya tidak kita ketahui."
    text = "Pesan di halaman ini" if way is ContactWay.HERE else label(way)
    if way is ContactWay.TRUSTED:
        text = "Lewat orang yang dipercaya"
    return ShownWay(str(way), text, not why, why, way in _OUTGOING and bool(contact.phone))


def _facts(view: ReportView) -> tuple[Fact, ...]:
    place = f"{view.place}, RT {view.rt}" if view.rt else view.place
    found = [
        ("Jenis yang disebut", ", ".join(view.kinds)),
        ("Tempat", place),
        ("Usia", view.age),
        ("Keperluan khusus", view.needs),
        ("Cara konseling yang diinginkan", view.mode_label),
        ("Diterima", dates.show_moment(view.received, view.timezone)),
    ]
    return tuple(Fact(name, text) for name, text in found if text)


def _event(number: int, row: EventRow, zone: str) -> ShownEvent:
    meta = " · ".join(filter(None, [dates.show_moment(row.at, zone), row.by]))
    return ShownEvent(str(number), row.label, row.note, meta)


def show_messages(thread: StaffThread, zone: str) -> list[ShownMessage]:
    return [_message(row, zone) for row in thread.messages]


def _message(row: StaffMessageRow, zone: str) -> ShownMessage:
    hers = row.author == Author.REPORTER
    kind = "hers" if hers else "note" if row.audience == Audience.TEAM else "ours"
    when = dates.show_moment(row.at, zone)
    if kind == "ours":
        when += " · sudah dibaca" if row.seen else " · belum dibaca"
    return ShownMessage(row.uid, kind, label(Author.REPORTER) if hers else row.by, row.text, when)


def show_meetings(thread: StaffThread, zone: str) -> list[ShownMeeting]:
    return [_meeting(row, zone) for row in thread.appointments]


def _meeting(row: AppointmentRow, zone: str) -> ShownMeeting:
    standing = row.status in (AppointmentStatus.PROPOSED, AppointmentStatus.ACCEPTED)
    title = f"{row.mode_label}, {dates.show_appointment(row.starts_at, zone)}"
    return ShownMeeting(row.uid, title, row.place, row.status_label, standing)


def show_files(thread: StaffThread) -> list[ShownFile]:
    return [_file(row) for row in thread.files]


def _file(row: FileRow) -> ShownFile:
    is_image = row.media_type.startswith("image/")
    return ShownFile(row.uid, row.name, show_size(row.size), routes.file(row.uid), is_image)
