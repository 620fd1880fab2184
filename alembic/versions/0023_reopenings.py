"""closed cases that go on"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "case_reopening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("reason", TEXT(length=60), nullable=False),
        sa.Column("recurrence", sa.Boolean(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=True),
        sa.Column("met_at", MOMENT(), nullable=True),
        sa.Column("reminded_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_case_reopening_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_case_reopening_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_reopening")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_reopening_uid")),
    )
    with op.batch_alter_table("case_reopening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_reopening_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_reopening_due_at"), ["due_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("case_reopening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_reopening_due_at"))
        batch_op.drop_index(batch_op.f("ix_case_reopening_case_id"))
    op.drop_table("case_reopening")
