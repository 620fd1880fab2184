"""The shelter's workspace: who asks for a place, who stays, and the rooms. No case file."""

from rindu_app.components.kit import NavItem
from rindu_app.pages.workspace import Workspace
from rindu_app.words import routes
from rindu_app.words.codes import Role

SHELTER = Workspace(
    name="shelter",
    roles=frozenset({Role.SHELTER}),
    home=routes.SHELTER,
    account=routes.SHELTER_ACCOUNT,
    nav=(
        NavItem("Penghuni", routes.SHELTER, "people"),
        NavItem("Kamar", routes.SHELTER_ROOMS, "shelter"),
    ),
)
