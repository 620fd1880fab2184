"""to which institution somebody goes on from a shelter"""

import sqlalchemy as sa

from alembic import op

revision: str = "0031"
down_revision: str | None = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("shelter_stay") as batch:
        batch.add_column(sa.Column("onward_partner_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            batch.f("fk_shelter_stay_onward_partner_id"), "partner", ["onward_partner_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("shelter_stay") as batch:
        batch.drop_constraint(batch.f("fk_shelter_stay_onward_partner_id"), type_="foreignkey")
        batch.drop_column("onward_partner_id")
