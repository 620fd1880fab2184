"""who must not see a report"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conflict_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("since", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_conflict_block_report_id")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_conflict_block_account_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_conflict_block_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_block")),
        sa.UniqueConstraint("uid", name=op.f("uq_conflict_block_uid")),
    )
    op.create_index(op.f("ix_conflict_block_report_id"), "conflict_block", ["report_id"])
    op.create_index(op.f("ix_conflict_block_account_id"), "conflict_block", ["account_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_conflict_block_account_id"), "conflict_block")
    op.drop_index(op.f("ix_conflict_block_report_id"), "conflict_block")
    op.drop_table("conflict_block")
