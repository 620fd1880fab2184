"""supervisors are told of blocks; a message's own key is its report's"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("conflict_block") as batch_op:
        batch_op.add_column(sa.Column("told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    with op.batch_alter_table("message") as batch_op:
        batch_op.drop_constraint(op.f("uq_message_client_key"), type_="unique")
        batch_op.create_unique_constraint(
            op.f("uq_message_report_id_client_key"), ["report_id", "client_key"]
        )


def downgrade() -> None:
    with op.batch_alter_table("message") as batch_op:
        batch_op.drop_constraint(op.f("uq_message_report_id_client_key"), type_="unique")
        batch_op.create_unique_constraint(op.f("uq_message_client_key"), ["client_key"])
    with op.batch_alter_table("conflict_block") as batch_op:
        batch_op.drop_column("told_at")
