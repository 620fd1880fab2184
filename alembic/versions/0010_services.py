"""services and visits to where the client is"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "service_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT(length=60), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", TEXT(length=60), nullable=False),
        sa.Column("result", TEXT(length=60), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("removed_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_service_event_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["account.id"], name=op.f("fk_service_event_officer_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_service_event_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_service_event_uid")),
    )
    op.create_index(op.f("ix_service_event_case_id"), "service_event", ["case_id"])
    op.create_table(
        "outreach_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("status", TEXT(length=10), nullable=False),
        sa.Column("planned_at", MOMENT(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("address", TEXT(length=10), nullable=False),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("safety", sa.LargeBinary(), nullable=False),
        sa.Column("left_at", MOMENT(), nullable=True),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.Column("result", TEXT(length=60), nullable=False),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_outreach_visit_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_outreach_visit_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach_visit")),
        sa.UniqueConstraint("uid", name=op.f("uq_outreach_visit_uid")),
    )
    op.create_index(op.f("ix_outreach_visit_case_id"), "outreach_visit", ["case_id"])


def downgrade() -> None:
    op.drop_table("outreach_visit")
    op.drop_table("service_event")
