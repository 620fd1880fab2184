"""The administrator's workspace: the house, and nobody's story."""

from rindu_app.components.kit import NavItem
from rindu_app.pages.workspace import Workspace
from rindu_app.words import routes
from rindu_app.words.codes import Role

ADMIN = Workspace(
    name="admin",
    roles=frozenset({Role.ADMIN}),
    home=routes.ADMIN,
    account=routes.ADMIN_ACCOUNT,
    nav=(
        NavItem("Akun", routes.ADMIN, "people"),
        NavItem("Unit", routes.ADMIN_UNITS, "office"),
        NavItem("Daftar", routes.ADMIN_LISTS, "list"),
        NavItem("Jejak audit", routes.ADMIN_TRAIL, "shield", short="Jejak"),
        NavItem("Lembaga mitra", routes.ADMIN_PARTNERS, "link", on_phone=False),
        NavItem("Rumah perlindungan", routes.ADMIN_SHELTERS, "shelter", on_phone=False),
        NavItem("Nomor dan tenggat", routes.ADMIN_NUMBERS, "phone", on_phone=False),
        NavItem("Wilayah, RT, RW", routes.ADMIN_AREAS, "place", on_phone=False),
    ),
)
