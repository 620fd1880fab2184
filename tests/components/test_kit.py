"""The kit: every piece works on a page without scripts and on a staff page."""

import pytest
import reflex as rx

from rindu_app.components import kit
from rindu_app.components.html import render
from rindu_app.components.kit.icon_shapes import ICONS
from rindu_app.components.slots import each, optional, value
from rindu_app.components.templates import compile_component


class Desk(rx.State):
    name: str = ""
    problem: str = ""
    late: bool = False
    level: str = "low"


PLAIN_PIECES = [
    kit.button("Lanjutkan", main=True),
    kit.button("Lapor", href="/lapor", kind="plain", icon="next"),
    kit.back_link("/"),
    kit.rows(kit.link_row("Lanjutkan", "/lanjut", hint="dengan kode", icon="key", end="3", action=True)),
    kit.phone_list(kit.phone_row("112", "Darurat", "24 jam")),
    kit.field("Nama", "name", hint="Boleh samaran", error="Terlalu panjang"),
    kit.textarea("Cerita", "story"),
    kit.select("Wilayah", "area", *kit.options([("1", "Satu"), ("2", "Dua")])),
    kit.choices("Bagaimana?", kit.choice("way", "phone", "Telepon", hint="Pada jam Anda"), name="way"),
    kit.tick("kept", "yes", "Saya sudah menyimpannya"),
    kit.notice("Tersimpan", tone="success", title="Baik", live=True),
    kit.empty("Belum ada", "Mulai dari sini", kit.button("Mulai", href="/mulai")),
    kit.loading(),
    kit.page_title("Judul", eyebrow="Langkah 1 dari 6", lead="Alasannya", focus=True),
    kit.section("Bagian", rx.el.p("isi"), end="3 hari lalu"),
    kit.tabs(kit.tab("Ringkasan", href="/a", current=True, count="3"), kit.tab("Rencana", href="/b")),
    kit.timeline(kit.timeline_item("Dibuka", meta="12 Nov", text="Rincian", picture="send")),
    kit.clock("0:12", "lewat", late=True),
    kit.risk("high", "Risiko tinggi"),
    kit.status_word("Dibaca", "success"),
    kit.code_box("4821 0937 5526 1840 7713"),
]


@pytest.mark.parametrize("piece", PLAIN_PIECES)
def test_every_piece_is_plain_html_on_a_citizen_page(piece: rx.Component) -> None:
    page = render(piece)
    assert page.startswith("<")
    assert "style=" not in page


@pytest.mark.parametrize("piece", PLAIN_PIECES)
def test_every_piece_compiles_for_a_staff_page(piece: rx.Component) -> None:
    assert piece.render()


def test_pieces_follow_state_on_a_staff_page() -> None:
    pieces = [
        kit.field("Nama", "name", default_value=Desk.name, error=Desk.problem),
        kit.choice("way", "phone", "Telepon", chosen=Desk.late),
        kit.clock(Desk.name, "lewat", late=Desk.late),
        kit.risk(Desk.level, Desk.name),
        kit.tab("Ringkasan", href="/a", current=Desk.late, count=Desk.name),
        kit.link_row(Desk.name, "/kasus/" + Desk.name, hint=Desk.name),
        kit.notice(Desk.name, title=Desk.name),
        rx.el.li(class_name=["row-link", kit.risk_bar(Desk.level)]),
    ]
    assert all(piece.render() for piece in pieces)


def test_a_field_shows_its_error_only_when_there_is_one_and_ties_it_to_the_control() -> None:
    page = compile_component(
        kit.field(
            "Nama",
            "name",
            hint="Boleh samaran",
            default_value=optional("form.name"),
            error=value("errors.name"),
        )
    )
    wrong = page.render(form={"name": "<b>"}, errors={"name": "Terlalu panjang."})
    assert 'aria-describedby="name-hint name-error"' in wrong
    assert 'aria-invalid="true"' in wrong
    assert 'id="name-error"' in wrong
    assert "Terlalu panjang." in wrong
    assert 'value="&lt;b&gt;"' in wrong

    right = page.render(form={}, errors={})
    assert 'aria-describedby="name-hint"' in right
    assert "aria-invalid" not in right
    assert "name-error" not in right


def test_a_choice_remembers_what_was_chosen() -> None:
    page = compile_component(kit.choice("way", "phone", "Telepon", chosen=value("form.way == 'phone'")))
    assert " checked" in page.render(form={"way": "phone"})
    assert " checked" not in page.render(form={"way": "here"})
    assert " checked" not in page.render(form={})


def test_a_select_remembers_what_was_chosen_among_options_that_the_server_lists() -> None:
    listed = each(
        "a in areas", kit.option(value("a.code"), value("a.name"), chosen=value("form.area == a.code"))
    )
    page = compile_component(kit.select("Wilayah", "area", listed))
    areas = [{"code": "35.10", "name": "Banyuwangi"}, {"code": "18.72", "name": "Metro"}]
    shown = page.render(areas=areas, form={"area": "18.72"})
    assert '<option selected value="18.72">Metro</option>' in shown
    assert '<option value="35.10">Banyuwangi</option>' in shown


def test_the_error_summary_leads_to_each_field_and_takes_the_focus() -> None:
    page = compile_component(kit.error_summary())
    assert page.render(errors={}) == ""
    shown = page.render(errors={"phone": "Nomor belum lengkap."})
    assert '<a class="link-error" href="#phone">Nomor belum lengkap.</a>' in shown
    assert " autofocus" in shown
    assert 'role="alert"' in shown


def test_the_citizen_page_has_the_exit_first_and_says_nothing_sensitive() -> None:
    page = compile_component(kit.citizen_shell(rx.el.h1("Lapor"))).render(css="")
    assert page.startswith("<!doctype html><html")
    assert '<html lang="id">' in page
    assert "<title>Layanan Warga</title>" in page
    assert 'content="noindex, nofollow"' in page
    assert 'content="no-referrer"' in page
    assert page.split("<body")[1].split(">", 1)[1].startswith('<nav aria-label="Keluar" class="exit-bar"><a')
    assert "<script" not in page
    assert "http" not in page.split("<body")[0]


def test_the_phone_bar_holds_at_most_five_places() -> None:
    places = [kit.NavItem(f"Tempat {n}", f"/{n}", "inbox") for n in range(5)]
    with pytest.raises(ValueError, match="4 places beside the account"):
        kit.staff_shell(nav=places, current="/0", account="Sri W.")
    beside = [*places[:4], kit.NavItem("Lain", "/lain", "tasks", on_phone=False)]
    assert kit.staff_shell(nav=beside, current="/0", account="Sri W.").render()


def test_an_icon_is_silent_unless_it_stands_alone() -> None:
    assert 'aria-hidden="true"' in render(kit.icon("exit"))
    assert 'aria-label="Cari" ' in render(kit.icon("search", label="Cari"))
    with pytest.raises(KeyError):
        kit.icon("tidak-ada")


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_is_one_path(name: str) -> None:
    assert set(ICONS[name]) <= set("0123456789.,- aAcChHlLmMqQsStTvVzZ")
