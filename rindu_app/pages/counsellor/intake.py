"""Staff write down what somebody tells them: the citizen's questions on one form, then the code to hand over."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects
from rindu_app.components.kit.fields import error_of
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.intake import Intake
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import dates, routes
from rindu_app.words.codes import Channel, ContactWay, CounsellingMode, Door, Teller
from rindu_app.words.labels import label

DANGER = [("yes", "Ya"), ("no", "Tidak"), ("unknown", "Tidak tahu"), ("unsaid", "Tidak mau menjawab")]
# In the words of somebody who writes about another person.
WAYS = {
    ContactWay.HERE: "Membaca pesan sendiri dengan angkanya",
    ContactWay.PHONE: "Telepon",
    ContactWay.WHATSAPP: "WhatsApp",
    ContactWay.TRUSTED: "Lewat orang yang dipercaya",
    ContactWay.NONE: "Tidak boleh dihubungi",
}
# The likeliest first: what stands first is what is sent when nobody chooses.
CHANNELS = (Channel.WALK_IN, Channel.PHONE, Channel.WHATSAPP)
DOORS = (Door.REPORT, Door.COUNSELLING, Door.TALK)
TELLERS = {
    Teller.UNSAID: "Tidak disebut",
    Teller.SELF: "Diri sendiri",
    Teller.CHILD: "Seorang anak",
    Teller.WITNESS: "Orang lain; yang melapor saksi",
}
HOURS = [("", "Pilih jam"), *((str(hour), f"{hour:02d}.00") for hour in range(25))]


@screen(COUNSELLOR, routes.INTAKE, title="Laporan baru", on_load=[Intake.load, Nav.load])
def intake() -> Parts:
    header = kit.staff_header(
        rx.cond(Intake.code, "Serahkan angka ini", "Laporan baru"),
        below=kit.back_link(routes.INBOX, "Kotak masuk"),
    )
    body = rx.el.div(
        rx.cond(Intake.code, handed_over(), questions()), on_unmount=Intake.leave, class_name="max-w-3xl"
    )
    return Parts(header, [body])  # fmt: skip


def handed_over() -> rx.Component:
    """The only time the code is seen. Large, to be copied by hand or printed by the browser."""
    return rx.el.div(
        rx.el.p("Tulis atau cetak angka ini untuk orang yang melapor. Setelah halaman ini ditutup, angkanya tidak dapat dilihat lagi."),
        kit.code_box(Intake.code),
        rx.el.ul(
            rx.el.li("Dengan angka ini ia dapat membaca balasan dan menulis lagi di halaman layanan."),
            rx.el.li("Simpan di tempat yang tidak dilihat orang lain. Bentuknya seperti token listrik."),
            rx.el.li("Kami tidak pernah meminta angka ini lewat telepon."),
            class_name="list-disc pl-5 grid gap-1",
        ),
        rx.el.div(
            kit.button("Buka laporan ", Intake.number, href=Intake.href, main=True),
            kit.button("Catat laporan lain", kind="plain", on_click=Intake.load),
            class_name="flex flex-wrap gap-3 print:hidden",
        ),
        class_name="grid grid-cols-1 gap-6",
    )  # fmt: skip


def questions() -> rx.Component:
    return form(
        rx.el.p("Hanya cerita yang wajib. Yang tidak ingin dijawab, biarkan kosong.", class_name="text-muted"),
        how(), what(), where(), contact(), who(),
        kit.button("Simpan dan buat angka", main=True),
        on_submit=Intake.send,
        key=f"intake-{Intake.done}",
        class_name="gap-9",
    )  # fmt: skip


def how() -> rx.Component:
    return kit.section(
        "Bagaimana laporan ini datang",
        rx.el.div(
            one_of("Saluran", "channel", [(c, label(c)) for c in CHANNELS]),
            one_of("Yang diminta", "door", [(d, label(d)) for d in DOORS]),
            one_of("Laporan untuk siapa", "teller", list(TELLERS.items())),
            kit.select(
                "Dalam bahaya sekarang", "intake_danger", *kit.options([("", "Belum ditanyakan"), *DANGER])
            ),
            class_name="grid gap-4 sm:grid-cols-2",
        ),
    )


def what() -> rx.Component:
    return kit.section(
        "Apa yang terjadi",
        kit.textarea("Cerita", "intake_story", rows=8, required=True, error=AppState.errors["intake_story"], hint="Dengan kata-katanya sendiri."),
        rx.el.fieldset(
            rx.el.legend("Jenis, bila disebut", class_name="font-semibold"),
            rx.el.div(
                rx.foreach(Intake.kinds, lambda kind: rx.fragment(pick("intake_kinds", kind.value, kind.text, several=True), key=kind.value)),
                class_name="grid sm:grid-cols-2 gap-x-4",
            ),
            class_name="min-w-0",
        ),
    )  # fmt: skip


def where() -> rx.Component:
    return kit.section(
        "Di mana",
        rx.el.div(
            selects(Intake.levels[0], "intake_district", Intake.districts, "Tidak disebut", on_change=Intake.choose_district, error=AppState.errors["intake_area_code"]),
            selects(Intake.levels[1], "intake_village", Intake.villages, "Tidak disebut"),
            kit.field("RT", "intake_rt", input_mode="numeric", auto_complete="off"),
            class_name="grid gap-4 sm:grid-cols-3",
        ),
    )  # fmt: skip


def contact() -> rx.Component:
    """Asked aloud, one by one: a mistake here endangers her."""
    return kit.section(
        "Kontak aman",
        rx.el.fieldset(
            rx.el.legend("Cara yang aman", class_name="font-semibold"),
            *[pick("intake_ways", str(way), text, several=True) for way, text in WAYS.items()],
            class_name="min-w-0",
        ),
        rx.el.div(
            kit.field("Nomor telepon", "intake_phone", type="tel", auto_complete="off", error=AppState.errors["intake_phone"]),
            kit.field("Orang yang dipercaya dan nomornya", "intake_trusted", auto_complete="off"),
            kit.field("Siapa yang boleh menjawab", "intake_who_answers", auto_complete="off"),
            class_name="grid gap-4 sm:grid-cols-2",
        ),
        rx.el.fieldset(
            rx.el.legend("Hari aman", class_name="font-semibold"),
            rx.el.div(
                *[pick("intake_days", str(day), name, several=True) for day, name in enumerate(dates.LONG_DAYS, 1)],
                class_name="grid grid-cols-2 sm:grid-cols-4",
            ),
            class_name="min-w-0",
        ),
        rx.el.div(
            error_of("intake_hour_from", AppState.errors["intake_hour_from"]),
            rx.el.div(
                kit.select("Mulai jam", "intake_hour_from", *kit.options(HOURS), error=AppState.errors["intake_hour_from"], apart=True),
                kit.select("Sampai jam", "intake_hour_to", *kit.options(HOURS)),
                class_name="grid gap-4 grid-cols-2",
            ),
            class_name="grid gap-1.5",
        ),
        kit.tick("intake_may_identify", "yes", "Boleh mengatakan dari mana kita"),
        kit.tick("intake_may_leave_message", "yes", "Boleh meninggalkan pesan"),
        kit.tick("intake_phone_shared", "yes", "HP-nya dipakai juga oleh orang lain", default_checked=True),
        rx.el.div(
            kit.field("Kata kunci aman", "intake_code_word", auto_complete="off", hint="Kata yang membuktikan bahwa itu kita."),
            kit.field("Kata berhenti", "intake_stop_word", auto_complete="off", hint="Bila diucapkan, kita langsung menutup telepon."),
            kit.select("Cara konseling yang diinginkan", "intake_mode", *kit.options([("", "Belum tahu"), *((m, label(m)) for m in CounsellingMode)])),
            class_name="grid gap-4 sm:grid-cols-2",
        ),
    )  # fmt: skip


def who() -> rx.Component:
    return kit.section(
        "Siapa",
        rx.el.p("Semua boleh kosong. Nama disimpan terkunci dan dicatat setiap kali dilihat.", class_name="text-muted"),
        rx.el.div(
            kit.field("Nama yang melapor", "intake_name", auto_complete="off"),
            kit.field("Nama yang mengalami, bila orang lain", "intake_affected_name", auto_complete="off"),
            kit.field("Usia", "intake_age", auto_complete="off"),
            kit.field("Keperluan khusus", "intake_needs", hint="Bahasa, disabilitas, kehamilan, anak yang ikut.", auto_complete="off"),
            class_name="grid gap-4 sm:grid-cols-2 items-end",
        ),
    )  # fmt: skip


def one_of(text: str, name: str, pairs: list[tuple[str, str]]) -> rx.Component:
    return kit.select(
        text,
        f"intake_{name}",
        *kit.options([(str(code), words[0].upper() + words[1:]) for code, words in pairs]),
    )
