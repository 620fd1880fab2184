"""how a consent was given, and what a supervisor decides"""

from typing import Any

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def added() -> tuple[sa.Column[Any], ...]:
    """Answers that were written down before are read as given by the person, before a witness, in Indonesian."""
    return (
        sa.Column("subject", TEXT(length=40), nullable=False, server_default=""),
        sa.Column("fields", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("assent", TEXT(length=12), nullable=False, server_default="yes"),
        sa.Column("language", TEXT(length=12), nullable=False, server_default="indonesian"),
        sa.Column("evidence_kind", TEXT(length=12), nullable=False, server_default="witness"),
        sa.Column("why_other", sa.LargeBinary(), nullable=True),
    )


def upgrade() -> None:
    with op.batch_alter_table("consent") as batch:
        for column in added():
            batch.add_column(column)
    op.create_table(
        "approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT(length=20), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("comment", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_approval_case_id")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name=op.f("fk_approval_asked_by_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_approval_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sa.UniqueConstraint("uid", name=op.f("uq_approval_uid")),
    )
    op.create_index(op.f("ix_approval_case_id"), "approval", ["case_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_approval_case_id"), "approval")
    op.drop_table("approval")
    with op.batch_alter_table("consent") as batch:
        for column in reversed(added()):
            batch.drop_column(column.name)
