"""mediation"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "mediation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("status", TEXT(length=12), nullable=False),
        sa.Column("matter", TEXT(length=60), nullable=False),
        sa.Column("other_relation", TEXT(length=60), nullable=False),
        sa.Column("other_agrees", sa.Boolean(), nullable=True),
        sa.Column("other_asked_on", sa.Date(), nullable=True),
        sa.Column("other_evidence_kind", TEXT(length=12), nullable=False),
        sa.Column("other_evidence", sa.LargeBinary(), nullable=True),
        sa.Column("mediator", sa.LargeBinary(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreement", sa.LargeBinary(), nullable=True),
        sa.Column("stop_reason", TEXT(length=16), nullable=False),
        sa.Column("ending", sa.LargeBinary(), nullable=True),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_mediation_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_mediation_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation")),
        sa.UniqueConstraint("uid", name=op.f("uq_mediation_uid")),
    )
    op.create_index(op.f("ix_mediation_case_id"), "mediation", ["case_id"])
    op.create_table(
        "mediation_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("mediation_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT(length=10), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("assessor", TEXT(length=14), nullable=False),
        sa.Column("expert", sa.LargeBinary(), nullable=True),
        sa.Column("good", sa.Boolean(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mediation_id"], ["mediation.id"], name=op.f("fk_mediation_entry_mediation_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_mediation_entry_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_mediation_entry_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_mediation_entry_uid")),
    )
    op.create_index(op.f("ix_mediation_entry_case_id"), "mediation_entry", ["case_id"])
    op.create_index(op.f("ix_mediation_entry_mediation_id"), "mediation_entry", ["mediation_id"])


def downgrade() -> None:
    op.drop_table("mediation_entry")
    op.drop_table("mediation")
