"""claims of deliveries, and the mail of units"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("unit") as batch_op:
        batch_op.add_column(
            sa.Column("mail", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False, server_default="")
        )
    with op.batch_alter_table("delivery") as batch_op:
        batch_op.add_column(sa.Column("unit_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("overridden", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("claimed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_delivery_unit_id"), "unit", ["unit_id"], ["id"])
        batch_op.create_index(op.f("ix_delivery_unit_id"), ["unit_id"])


def downgrade() -> None:
    with op.batch_alter_table("delivery") as batch_op:
        batch_op.drop_index(op.f("ix_delivery_unit_id"))
        batch_op.drop_constraint(op.f("fk_delivery_unit_id"), type_="foreignkey")
        batch_op.drop_column("claimed_at")
        batch_op.drop_column("overridden")
        batch_op.drop_column("unit_id")
    with op.batch_alter_table("unit") as batch_op:
        batch_op.drop_column("mail")
