"""Safe contact: whether, by which number, and when. Used when telling the story and when changing it later."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.kit.fields import error_of
from rindu_app.components.slots import each, optional, value, when
from rindu_app.pages.public.frame import answer, error, question

WAYS = "'phone' in form.ways or 'whatsapp' in form.ways"
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def contact() -> rx.Component:
    return question(
        "kontak",
        "Bagaimana cara aman menghubungi Anda?",
        ways_fields(),
        lead="Kami hanya menghubungi dengan cara yang Anda pilih. Anda bisa mengubahnya kapan saja.",
    )


def number() -> rx.Component:
    return question(
        "nomor",
        "Siapa dan nomor mana yang aman?",
        number_fields(),
        lead="Kami mengirim pesan netral dan tidak menyebut urusan Anda kepada orang lain.",
        skip="Lewati",
    )


def when_safe() -> rx.Component:
    return question(
        "waktu",
        "Kapan kami boleh menghubungi?",
        time_fields(),
        lead="Di luar waktu ini kami tidak mengirim apa pun.",
        skip="Lewati",
    )


def ways_fields() -> rx.Component:
    """Slot: `ways` (code, label, help)."""
    return kit.choices(
        rx.el.span("Boleh lebih dari satu", class_name="font-normal text-muted"),
        each(
            "w in ways",
            kit.choice(
                "ways", value("w.code"), value("w.label"), hint=optional("w.help"),
                chosen=value("w.code in form.ways"), several=True,
            ),
        ),
        name="ways",
        error=error("ways"),
    )  # fmt: skip


def number_fields() -> rx.Component:
    return rx.el.div(
        when(WAYS, kit.field(
            "Nomor telepon atau WhatsApp", "phone", type="tel", default_value=optional("form.phone"),
            error=error("phone"), custom_attrs={"inputmode": "tel"},
        )),
        when("'trusted' in form.ways", kit.field(
            "Orang yang Anda percaya", "trusted", hint="Nama panggilan dan nomornya",
            default_value=optional("form.trusted"), error=error("trusted"),
        )),
        when(WAYS, kit.choices(
            "Apakah orang lain memegang atau membuka HP itu?",
            answer("phone_shared", "yes", "Ya, atau mungkin"),
            answer("phone_shared", "no", "Tidak, hanya saya"),
            name="phone_shared",
        )),
        when(WAYS, kit.field(
            "Siapa saja yang boleh mengangkat?", "who_answers", hint="Misalnya: hanya saya, atau saya dan kakak saya",
            default_value=optional("form.who_answers"), error=error("who_answers"),
        )),
        class_name="grid gap-6",
    )  # fmt: skip


def time_fields() -> rx.Component:
    return rx.el.div(
        kit.choices(
            "Hari yang aman",
            rx.el.div(
                *[
                    kit.tick("days", str(n), day, chosen=value(f"'{n}' in form.days"))
                    for n, day in enumerate(DAYS, 1)
                ],
                class_name="grid grid-cols-2 sm:grid-cols-4",
            ),
            name="days", hint="Kosongkan bila semua hari aman.", error=error("days"),
        ),
        rx.el.div(
            error_of("hour_from", error("hour_from")),
            error_of("hour_to", error("hour_to")),
            rx.el.div(hour("hour_from", "Dari pukul"), hour("hour_to", "Sampai pukul"), class_name="grid grid-cols-2 gap-3"),
            class_name="grid gap-1.5",
        ),
        kit.choices(
            "Bolehkah kami menyebut dari mana kami menelepon?",
            answer("may_identify", "yes", "Boleh"),
            answer("may_identify", "no", "Jangan"),
            name="may_identify",
        ),
        kit.choices(
            "Bila tidak diangkat, bolehkah meninggalkan pesan?",
            answer("may_leave_message", "yes", "Boleh", "Pesan netral saja"),
            answer("may_leave_message", "no", "Jangan"),
            name="may_leave_message",
        ),
        kit.field("Kata kunci aman", "code_word", hint="Kami sebut di awal supaya Anda yakin itu kami. Misalnya: melati",
                  default_value=optional("form.code_word"), error=error("code_word"), max_length=60),
        kit.field("Kata berhenti", "stop_word", hint="Bila Anda menyebutnya, kami langsung menutup percakapan.",
                  default_value=optional("form.stop_word"), error=error("stop_word"), max_length=60),
        class_name="grid gap-7",
    )  # fmt: skip


def hour(name: str, words: str) -> rx.Component:
    hours = [
        kit.option(str(n), f"{n:02d}.00", chosen=value(f"form.{name} == '{n}'"))
        for n in range(0 if name == "hour_from" else 1, 24 if name == "hour_from" else 25)
    ]
    return kit.select(words, name, kit.option("", "Kapan saja"), *hours, error=error(name), apart=True)
