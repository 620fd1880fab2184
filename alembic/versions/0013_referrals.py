"""referrals to partners, and who answers for a partner"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels = None
depends_on = None

text = sqlmodel.sql.sqltypes.AutoString
moment = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("partner_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_account_partner_id"), "partner", ["partner_id"], ["id"])
        batch_op.create_index(op.f("ix_account_partner_id"), ["partner_id"])
    with op.batch_alter_table("case_event") as batch_op:
        batch_op.alter_column("by_id", existing_type=sa.Integer(), nullable=True)
    _referral()
    _referral_link()
    with op.batch_alter_table("delivery") as batch_op:
        for name in ("partner_id", "referral_id"):
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
            table = name.removesuffix("_id")
            batch_op.create_foreign_key(op.f(f"fk_delivery_{name}"), table, [name], ["id"])
            batch_op.create_index(op.f(f"ix_delivery_{name}"), [name])
        batch_op.add_column(sa.Column("link", sa.LargeBinary(), nullable=True))


def _referral() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("key_uid", text(length=32), nullable=True),
        sa.Column("service", text(length=60), nullable=False),
        sa.Column("urgency", text(length=10), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("status", text(length=12), nullable=False),
        sa.Column("outcome", text(length=30), nullable=False),
        sa.Column("parcel", sa.LargeBinary(), nullable=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        *[
            sa.Column(name, moment(), nullable=True)
            for name in ("due_at", "opened_at", "access_until", "reminded_at", "escalated_at", "ended_at")
        ],
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_referral_case_id")),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_referral_partner_id")),
        sa.ForeignKeyConstraint(["key_uid"], ["data_key.uid"], name=op.f("fk_referral_key_uid")),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name=op.f("fk_referral_made_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("uid", name=op.f("uq_referral_uid")),
    )
    for name in ("case_id", "partner_id", "status", "due_at"):
        op.create_index(op.f(f"ix_referral_{name}"), "referral", [name])


def _referral_link() -> None:
    op.create_table(
        "referral_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", text(length=64), nullable=False),
        sa.Column("code_hash", text(length=64), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("expires_at", moment(), nullable=False),
        sa.Column("session_hash", text(length=64), nullable=True),
        sa.Column("session_until", moment(), nullable=True),
        sa.Column("ended_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_referral_link_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_link")),
        sa.UniqueConstraint("uid", name=op.f("uq_referral_link_uid")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_referral_link_token_hash")),
        sa.UniqueConstraint("session_hash", name=op.f("uq_referral_link_session_hash")),
    )
    op.create_index(op.f("ix_referral_link_referral_id"), "referral_link", ["referral_id"])


def downgrade() -> None:
    with op.batch_alter_table("delivery") as batch_op:
        batch_op.drop_column("link")
        for name in ("referral_id", "partner_id"):
            batch_op.drop_index(op.f(f"ix_delivery_{name}"))
            batch_op.drop_constraint(op.f(f"fk_delivery_{name}"), type_="foreignkey")
            batch_op.drop_column(name)
    op.drop_table("referral_link")
    op.drop_table("referral")
    op.execute("DELETE FROM case_event WHERE by_id IS NULL")
    with op.batch_alter_table("case_event") as batch_op:
        batch_op.alter_column("by_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_index(op.f("ix_account_partner_id"))
        batch_op.drop_constraint(op.f("fk_account_partner_id"), type_="foreignkey")
        batch_op.drop_column("partner_id")
