"""papers about one referral or one mediation"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels = None
depends_on = None

NEW = (("subject", 32), ("called", 20))


def upgrade() -> None:
    for name, length in NEW:
        text = sqlmodel.sql.sqltypes.AutoString(length=length)
        op.add_column("case_export", sa.Column(name, text, nullable=False, server_default=""))
    with op.batch_alter_table("case_export") as table:
        for name, _ in NEW:
            table.alter_column(name, server_default=None)


def downgrade() -> None:
    for name, _ in NEW:
        op.drop_column("case_export", name)
