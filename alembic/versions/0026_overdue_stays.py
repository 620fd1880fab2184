"""who was told that a stay in a shelter is past its end"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels = None
depends_on = None

COLUMNS = ("told_at", "raised_at")


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("shelter_stay", sa.Column(column, sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("shelter_stay") as batch:
        for column in COLUMNS:
            batch.drop_column(column)
