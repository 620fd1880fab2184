"""what several people come to takes the time of each of them"""

from alembic import op

revision: str = "0030"
down_revision: str | None = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("calendar_entry") as batch:
        batch.drop_constraint(batch.f("uq_calendar_entry_source_uid"), type_="unique")
        batch.create_unique_constraint(
            batch.f("uq_calendar_entry_source_uid_account_id"), ["source_uid", "account_id"]
        )


def downgrade() -> None:
    # What was before knows nothing of them.
    op.execute("DELETE FROM calendar_entry WHERE kind IN ('visit', 'conference')")
    with op.batch_alter_table("calendar_entry") as batch:
        batch.drop_constraint(batch.f("uq_calendar_entry_source_uid_account_id"), type_="unique")
        batch.create_unique_constraint(batch.f("uq_calendar_entry_source_uid"), ["source_uid"])
