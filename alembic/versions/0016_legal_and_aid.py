"""legal matters with their clocks, and help that reaches a client"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "legal_track",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT(length=12), nullable=False),
        sa.Column("matter", TEXT(length=60), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_legal_track_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_legal_track_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_track")),
        sa.UniqueConstraint("uid", name=op.f("uq_legal_track_uid")),
    )
    op.create_index(op.f("ix_legal_track_case_id"), "legal_track", ["case_id"])
    op.create_table(
        "legal_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("track_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", TEXT(length=60), nullable=False),
        sa.Column("happened_at", MOMENT(), nullable=False),
        sa.Column("number", sa.LargeBinary(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("removed_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["track_id"], ["legal_track.id"], name=op.f("fk_legal_step_track_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_legal_step_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_legal_step_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_step")),
        sa.UniqueConstraint("uid", name=op.f("uq_legal_step_uid")),
    )
    op.create_index(op.f("ix_legal_step_case_id"), "legal_step", ["case_id"])
    op.create_index(op.f("ix_legal_step_track_id"), "legal_step", ["track_id"])
    op.create_table(
        "legal_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("rule", TEXT(length=40), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=False),
        sa.Column("task_uid", TEXT(length=32), nullable=False),
        sa.Column("stopped_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_legal_clock_case_id")),
        sa.ForeignKeyConstraint(["step_id"], ["legal_step.id"], name=op.f("fk_legal_clock_step_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_clock")),
        sa.UniqueConstraint("uid", name=op.f("uq_legal_clock_uid")),
    )
    op.create_index(op.f("ix_legal_clock_case_id"), "legal_clock", ["case_id"])
    op.create_index(op.f("ix_legal_clock_step_id"), "legal_clock", ["step_id"])
    op.create_table(
        "social_aid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT(length=60), nullable=False),
        sa.Column("source", TEXT(length=60), nullable=False),
        sa.Column("status", TEXT(length=10), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("received_rupiah", sa.Integer(), nullable=True),
        sa.Column("use", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_social_aid_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_social_aid_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_social_aid")),
        sa.UniqueConstraint("uid", name=op.f("uq_social_aid_uid")),
    )
    op.create_index(op.f("ix_social_aid_case_id"), "social_aid", ["case_id"])


def downgrade() -> None:
    op.drop_table("social_aid")
    op.drop_table("legal_clock")
    op.drop_table("legal_step")
    op.drop_table("legal_track")
