"""case conferences"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "case_conference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("status", TEXT(length=10), nullable=False),
        sa.Column("starts_at", MOMENT(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.LargeBinary(), nullable=False),
        sa.Column("room", sa.LargeBinary(), nullable=True),
        sa.Column("notes", sa.LargeBinary(), nullable=True),
        sa.Column("ending", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("ended_at", MOMENT(), nullable=True),
        *_keys("case_conference", by_id="account", case_id="protection_case"),
    )
    op.create_index(op.f("ix_case_conference_case_id"), "case_conference", ["case_id"])
    op.create_index(op.f("ix_case_conference_starts_at"), "case_conference", ["starts_at"])
    op.create_table(
        "conference_invitee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("key_uid", TEXT(length=32), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("parcel", sa.LargeBinary(), nullable=True),
        sa.Column("has_notes", sa.Boolean(), nullable=False),
        sa.Column("access_until", MOMENT(), nullable=True),
        sa.Column("answer", TEXT(length=8), nullable=False),
        sa.Column("answered_at", MOMENT(), nullable=True),
        sa.Column("came", sa.Boolean(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["key_uid"], ["data_key.uid"], name=op.f("fk_conference_invitee_key_uid")),
        *_keys(
            "conference_invitee",
            account_id="account",
            by_id="account",
            case_id="protection_case",
            conference_id="case_conference",
            partner_id="partner",
        ),
    )
    for column in ("case_id", "conference_id", "partner_id"):
        op.create_index(op.f(f"ix_conference_invitee_{column}"), "conference_invitee", [column])
    op.create_table(
        "conference_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT(length=32), nullable=False),
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("task_uid", TEXT(length=32), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        *_keys(
            "conference_decision",
            by_id="account",
            case_id="protection_case",
            conference_id="case_conference",
            owner_id="account",
            partner_id="partner",
        ),
    )
    for column in ("case_id", "conference_id"):
        op.create_index(op.f(f"ix_conference_decision_{column}"), "conference_decision", [column])


def _keys(table: str, **columns: str) -> list[sa.Constraint]:
    foreign: list[sa.Constraint] = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in columns.items()
    ]
    return [
        *foreign,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{table}_uid")),
    ]


def downgrade() -> None:
    op.drop_table("conference_decision")
    op.drop_table("conference_invitee")
    op.drop_table("case_conference")
