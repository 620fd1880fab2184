"""The counsellor's workspace: its people and its menu."""

from rindu_app.components.kit import NavItem
from rindu_app.pages.workspace import Workspace
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import Role

COUNSELLOR = Workspace(
    name="counsellor",
    roles=frozenset({Role.COUNSELLOR, Role.SUPERVISOR}),
    home=routes.INBOX,
    account=routes.ACCOUNT,
    nav=(
        NavItem("Kotak masuk", routes.INBOX, "inbox", short="Masuk", count=Nav.inbox),
        NavItem("Kasus saya", routes.CASES, "folder", short="Kasus", count=Nav.cases),
        NavItem("Jadwal", routes.SCHEDULE, "calendar", count=Nav.due),
        NavItem("Laporan baru", routes.INTAKE, "add", short="Baru"),
        NavItem("Rujukan", routes.REFERRALS, "forward", count=Nav.referrals, on_phone=False),
        NavItem("Kunjungan lanjutan", routes.TO_VISIT, "care", count=Nav.to_visit, on_phone=False),
        NavItem("Lembaga mitra", routes.PARTNERS, "office", on_phone=False),
        NavItem("Akses darurat", routes.BREAK_GLASS, "lock", on_phone=False),
    ),
)
