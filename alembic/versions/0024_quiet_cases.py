"""when a team last worked on a case, and who was told of its silence"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels = None
depends_on = None

TOLD = {"protection_case": ("quiet_told_at", "quiet_raised_at"), "case_task": ("raised_at",)}


def upgrade() -> None:
    moment = sqlmodel.sql.sqltypes.UTCDateTime()
    for table, columns in TOLD.items():
        for column in columns:
            op.add_column(table, sa.Column(column, moment, nullable=True))
    op.add_column("protection_case", sa.Column("worked_at", moment, nullable=True))
    op.execute("UPDATE protection_case SET worked_at = active_at")
    with op.batch_alter_table("protection_case") as batch:
        batch.alter_column("worked_at", existing_type=moment, nullable=False)
    op.create_index(op.f("ix_protection_case_worked_at"), "protection_case", ["worked_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_protection_case_worked_at"), table_name="protection_case")
    with op.batch_alter_table("protection_case") as batch:
        batch.drop_column("worked_at")
    for table, columns in TOLD.items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column)
