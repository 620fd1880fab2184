"""the register of partners"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    area = sa.String(length=13).with_variant(sa.String(length=13, collation="C"), "postgresql")
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("area_code", area, nullable=False),
        sa.Column("name", text(length=120), nullable=False),
        sa.Column("kind", text(length=40), nullable=False),
        sa.Column("services", sa.JSON(), nullable=False),
        sa.Column("phone", text(length=30), nullable=False),
        sa.Column("mail", text(length=120), nullable=False),
        sa.Column("address", text(length=300), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("timezone", text(length=20), nullable=False),
        sa.Column("mou_number", text(length=80), nullable=False),
        sa.Column("mou_until", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_code"], ["area.code"], name=op.f("fk_partner_area_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("uid", name=op.f("uq_partner_uid")),
    )
    op.create_index(op.f("ix_partner_area_code"), "partner", ["area_code"])


def downgrade() -> None:
    op.drop_index(op.f("ix_partner_area_code"), "partner")
    op.drop_table("partner")
