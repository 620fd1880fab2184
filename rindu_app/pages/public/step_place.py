"""Where: narrowed down by small lists, or found by its name. Without a script, two taps in her own kabupaten."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, optional, value, when
from rindu_app.pages.public.frame import error, hidden, post_form, question, reviewing


def place() -> rx.Component:
    """Slots beside those of every question: `chosen` (path or ""), `at` (code), `up` (code or None), `up_words`, `children`,
    `children_words`, `hits`, `looked` (what was typed), `level`."""
    return question(
        "tempat",
        "Di mana ini terjadi?",
        hidden("at", value("at")),
        when("hits", found()),
        when("children and not hits", narrower()),
        when(
            "level >= 3 and not hits",
            kit.field(
                "RT dan RW (boleh dikosongkan)",
                "rt",
                default_value=optional("form.rt"),
                error=error("rt"),
                max_length=40,
            ),
        ),
        lead="Supaya konselor yang terdekat yang membaca. Boleh berhenti di kabupaten atau kecamatan.",
        skip="Tidak tahu atau tidak mau menjawab",
        above=when("chosen and not hits", so_far()),
        below=look_up(),
    )


def so_far() -> rx.Component:
    """What is chosen, and one level up again."""
    return rx.el.form(
        kit.icon("place", "size-6 text-primary"),
        rx.el.p(
            rx.el.span("Dipilih: ", class_name="text-muted"), value("chosen"), class_name="grow basis-48"
        ),
        reviewing(),
        kit.button(
            value("up_words"),
            kind="quiet",
            name="up",
            value=value("up"),
            class_name="px-0",
        ),
        action="/cerita/tempat",
        method="post",
        class_name="box flex flex-wrap items-center gap-x-3 px-4 py-2",
    )


def narrower() -> rx.Component:
    return kit.select(
        value("children_words"),
        "pick",
        kit.option("", "Pilih, atau biarkan kosong"),
        each("a in children", kit.option(value("a.code"), value("a.name"))),
        error=error("area_code"),
    )


def found() -> rx.Component:
    return kit.choices(
        "Yang mana?",
        each("a in hits", kit.choice("pick", value("a.code"), value("a.name"), hint=value("a.path"))),
        name="pick",
    )


def look_up() -> rx.Component:
    return rx.el.div(
        post_form(
            hidden("at", value("at")),
            reviewing(),
            kit.field(
                "Atau cari namanya",
                "look",
                hint="Desa, kelurahan, kecamatan, atau kabupaten",
                default_value=optional("looked"),
                error=error("look"),
                max_length=80,
            ),
            kit.button("Cari", kind="plain", icon="search", name="cari", value="1"),
            action="/cerita/tempat",
        ),
        class_name="border-t border-base-300 pt-6",
    )
