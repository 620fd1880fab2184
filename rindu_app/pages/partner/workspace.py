"""A partner's workspace: what was sent to it, and nothing else."""

from rindu_app.components.kit import NavItem
from rindu_app.pages.workspace import Workspace
from rindu_app.words import routes
from rindu_app.words.codes import Role

PARTNER = Workspace(
    name="partner",
    roles=frozenset({Role.PARTNER}),
    home=routes.ADDRESSED,
    account=routes.PARTNER_ACCOUNT,
    nav=(
        NavItem("Rujukan", routes.ADDRESSED, "inbox"),
        NavItem("Undangan", routes.INVITATIONS, "calendar"),
    ),
)
