"""goals, their progress, and what she agreed to"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("agreed_by", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("how", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_plan_agreement_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_plan_agreement_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_agreement")),
        sa.UniqueConstraint("uid", name=op.f("uq_plan_agreement_uid")),
    )
    with op.batch_alter_table("plan_agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_agreement_case_id"), ["case_id"], unique=False)

    op.create_table(
        "plan_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("component", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_plan_goal_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_plan_goal_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_goal")),
        sa.UniqueConstraint("uid", name=op.f("uq_plan_goal_uid")),
    )
    with op.batch_alter_table("plan_goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_goal_case_id"), ["case_id"], unique=False)

    op.create_table(
        "goal_progress",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("goal_uid", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("progress", sqlmodel.sql.sqltypes.AutoString(length=12), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_goal_progress_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_goal_progress_case_id")),
        sa.ForeignKeyConstraint(["goal_uid"], ["plan_goal.uid"], name=op.f("fk_goal_progress_goal_uid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_progress")),
        sa.UniqueConstraint("uid", name=op.f("uq_goal_progress_uid")),
    )
    with op.batch_alter_table("goal_progress", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_progress_case_id"), ["case_id"], unique=False)

    with op.batch_alter_table("case_task", schema=None) as batch_op:
        batch_op.add_column(sa.Column("goal_uid", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_case_task_goal_uid"), "plan_goal", ["goal_uid"], ["uid"])


def downgrade() -> None:
    with op.batch_alter_table("case_task", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_task_goal_uid"), type_="foreignkey")
        batch_op.drop_column("goal_uid")

    with op.batch_alter_table("goal_progress", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goal_progress_case_id"))

    op.drop_table("goal_progress")
    with op.batch_alter_table("plan_goal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_goal_case_id"))

    op.drop_table("plan_goal")
    with op.batch_alter_table("plan_agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_agreement_case_id"))

    op.drop_table("plan_agreement")
