"""what clients say about the help they got"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
AREA_CODE = sa.String(length=13).with_variant(sa.String(length=13, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "client_feedback",
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("area_code", AREA_CODE, nullable=False),
        sa.Column("month", TEXT(length=7), nullable=False),
        sa.Column("help", TEXT(length=12), nullable=False),
        *(
            sa.Column(question, sa.Integer(), nullable=True)
            for question in ("respected", "safe", "rights", "needs", "again")
        ),
        sa.Column("key_uid", TEXT(length=32), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["key_uid"], ["data_key.uid"], name=op.f("fk_client_feedback_key_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_client_feedback")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("client_feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_feedback_area_code"), ["area_code"], unique=False)
    op.create_table(
        "feedback_mark",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("again_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_feedback_mark_report_id")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_feedback_mark")),
    )


def downgrade() -> None:
    op.drop_table("feedback_mark")
    with op.batch_alter_table("client_feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_feedback_area_code"))
    op.drop_table("client_feedback")
