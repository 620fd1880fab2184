"""papers made of a case"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text, moment = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime()
    op.create_table(
        "case_export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", text(length=20), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.Column("downloads_left", sa.Integer(), nullable=False),
        sa.Column("revoked_at", moment, nullable=True),
        sa.Column("revoked_by_id", sa.Integer(), nullable=True),
        sa.Column("gone_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_case_export_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_case_export_by_id")),
        sa.ForeignKeyConstraint(["revoked_by_id"], ["account.id"], name=op.f("fk_case_export_revoked_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_export")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_export_uid")),
    )
    for column in ("case_id", "expires_at", "gone_at"):
        op.create_index(op.f(f"ix_case_export_{column}"), "case_export", [column])


def downgrade() -> None:
    op.drop_table("case_export")
