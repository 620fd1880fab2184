"""Composition root: the one Reflex app."""

import reflex as rx


class Contoh(rx.State):
    """Proof of the socket."""

    count: int = 0

    @rx.event
    def add(self) -> None:
        self.count += 1


def contoh() -> rx.Component:
    return rx.el.main(
        rx.el.h1("Contoh", class_name="text-2xl font-bold"),
        rx.el.button("Tambah", on_click=Contoh.add, class_name="btn btn-primary"),
        rx.el.p(Contoh.count, id="count"),
    )


app = rx.App(html_lang="id")
app.add_page(contoh, route="/contoh", title="Contoh")
