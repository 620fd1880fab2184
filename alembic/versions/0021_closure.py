"""requests to close a case, and tasks that ended with it"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "case_closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("status", TEXT(length=10), nullable=False),
        sa.Column("reason", TEXT(length=60), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("checks", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_case_closure_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_case_closure_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_closure")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_closure_uid")),
    )
    with op.batch_alter_table("case_closure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_closure_case_id"), ["case_id"], unique=False)
    with op.batch_alter_table("case_task", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dropped", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("case_task", schema=None) as batch_op:
        batch_op.alter_column("dropped", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("case_task", schema=None) as batch_op:
        batch_op.drop_column("dropped")
    with op.batch_alter_table("case_closure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_closure_case_id"))
    op.drop_table("case_closure")
