"""How she would like to talk, her name if she wants to give it, and files."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, optional, value, when
from rindu_app.pages.public.frame import error, question, reviewing, unseen


def way() -> rx.Component:
    """Slot beside those of every question: `modes` (code, label, help)."""
    return question(
        "cara",
        "Bagaimana Anda ingin berbicara dengan konselor?",
        kit.choices(
            unseen("Bagaimana Anda ingin berbicara dengan konselor?"),
            each(
                "o in modes",
                kit.choice("mode", value("o.code"), value("o.label"), hint=optional("o.help"),
                           chosen=value("form.mode == o.code")),
            ),
            name="mode",
            error=error("mode"),
        ),
        kit.field(
            "Ada yang perlu kami siapkan?", "needs", default_value=optional("form.needs"), error=error("needs"),
            hint="Misalnya juru bahasa isyarat, kursi roda, bahasa daerah, atau membawa anak. Boleh dikosongkan.",
        ),
        lead="Ini keinginan Anda, bukan janji. Waktunya kita sepakati nanti. Gratis.",
    )  # fmt: skip


def name() -> rx.Component:
    """Slot beside those of every question: `anonymous` ("yes", "no" or "")."""
    return question(
        "nama",
        "Mau menyebut nama?",
        kit.choices(
            unseen("Mau menyebut nama?"),
            kit.choice("anonymous", "yes", "Tidak, tanpa nama", hint="Bantuan dan jawabannya sama saja",
                       chosen=value("anonymous == 'yes'")),
            kit.choice("anonymous", "no", "Ya, saya sebut", hint="Nama panggilan sudah cukup",
                       chosen=value("anonymous == 'no'")),
            name="anonymous",
        ),
        kit.field("Nama Anda", "name", default_value=optional("form.name"), error=error("name"),
                  hint="Isi bila Anda memilih menyebut nama."),
        when(
            "form.teller in ('child', 'witness')",
            kit.field("Nama panggilan orang yang Anda ceritakan", "affected_name", hint="Boleh dikosongkan.",
                      default_value=optional("form.affected_name"), error=error("affected_name")),
        ),
        kit.field(
            "{% if form.teller in ('child', 'witness') %}Kira-kira umurnya{% else %}Kira-kira umur Anda{% endif %}",
            "age", hint="Boleh dikosongkan.", default_value=optional("form.age"), error=error("age"), max_length=40,
        ),
        lead="Tanpa nama pun Anda tetap dibantu. Nama disimpan terkunci dan dibuka hanya oleh petugas yang mendampingi.",
    )  # fmt: skip


def files() -> rx.Component:
    """Slots beside those of every question: `kept` (uid, name, size), `limit` (MB)."""
    return question(
        "berkas",
        "Ada foto, suara, atau dokumen?",
        rx.el.div(
            kit.field("Pilih berkas", "files", type="file", error=error("files"),
                      hint="Foto, rekaman suara, atau PDF. Paling besar " + value("limit") + " MB tiap berkas.",
                      custom_attrs={"multiple": True, "accept": "image/*,audio/*,application/pdf"}),
            kit.button("Unggah", kind="plain", icon="attach", name="unggah", value="1"),
            class_name="grid gap-3",
        ),
        lead="Tidak wajib. Petunjuk tempat di dalam foto kami hapus dari salinan yang dilihat petugas.",
        skip="Lewati",
        above=when("kept", kept_files()),
        enc_type="multipart/form-data",
    )  # fmt: skip


def kept_files() -> rx.Component:
    row = rx.el.li(
        kit.icon("check", "size-5 text-success"),
        rx.el.span(
            rx.el.span(value("f.name"), class_name="block break-all"),
            rx.el.span("Sudah tersimpan, ", value("f.size"), class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        kit.button(
            "Hapus",
            unseen(value("' ' ~ f.name")),
            kind="quiet",
            name="buang",
            value=value("f.uid"),
            class_name="px-0",
        ),
        class_name="flex items-center gap-3 px-4 py-2",
    )
    return rx.el.form(
        reviewing(),
        rx.el.ul(
            each("f in kept", row),
            class_name="box rows",
            custom_attrs={"role": "list", "aria-label": "Berkas yang sudah tersimpan"},
        ),
        action="/cerita/berkas",
        method="post",
    )
