"""how somebody is after her case was closed"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
INDEXED = ("case_id", "due_at", "status")


def upgrade() -> None:
    op.create_table(
        "aftercare_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("closed_at", MOMENT(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=False),
        sa.Column("status", TEXT(length=10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("place", TEXT(length=60), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=True),
        sa.Column("stability", TEXT(length=10), nullable=False),
        sa.Column("relapse", TEXT(length=10), nullable=False),
        sa.Column("safe", TEXT(length=10), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.Column("told_at", MOMENT(), nullable=True),
        sa.Column("raised_at", MOMENT(), nullable=True),
        sa.Column("alarming", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.LargeBinary(), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_aftercare_visit_by_id")),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["account.id"], name=op.f("fk_aftercare_visit_settled_by_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_aftercare_visit_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aftercare_visit")),
        sa.UniqueConstraint("uid", name=op.f("uq_aftercare_visit_uid")),
    )
    with op.batch_alter_table("aftercare_visit") as batch:
        for name in INDEXED:
            batch.create_index(batch.f(f"ix_aftercare_visit_{name}"), [name], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("aftercare_visit") as batch:
        for name in reversed(INDEXED):
            batch.drop_index(batch.f(f"ix_aftercare_visit_{name}"))
    op.drop_table("aftercare_visit")
