"""temporary shelter: houses, beds, stays"""

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None

# The place of a shelter is written down by its own people alone, and no longer kept with the units an administrator sees.
FORGET = sa.text("UPDATE unit SET address = '' WHERE kind = 'shelter'")


def upgrade() -> None:
    text, moment = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime()
    area = sa.String(length=13).with_variant(sa.String(length=13, collation="C"), "postgresql")
    op.execute(FORGET)
    op.create_table(
        "shelter_house",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_code", area, nullable=False),
        sa.Column("name", text(length=80), nullable=False),
        sa.Column("boys_until", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_code"], ["area.code"], name=op.f("fk_shelter_house_area_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_house")),
    )
    op.create_index(op.f("ix_shelter_house_area_code"), "shelter_house", ["area_code"], unique=False)
    op.create_table(
        "shelter_room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("house_id", sa.Integer(), nullable=False),
        sa.Column("name", text(length=60), nullable=False),
        sa.Column("boys_until", sa.Integer(), nullable=True),
        sa.Column("families_only", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["house_id"], ["shelter_house.id"], name=op.f("fk_shelter_room_house_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_room")),
    )
    op.create_index(op.f("ix_shelter_room_house_id"), "shelter_room", ["house_id"], unique=False)
    op.create_table(
        "shelter_address",
        sa.Column("house_id", sa.Integer(), nullable=False),
        sa.Column("area_code", area, nullable=False),
        sa.Column("key_uid", text(length=32), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_shelter_address_by_id")),
        sa.ForeignKeyConstraint(["house_id"], ["shelter_house.id"], name=op.f("fk_shelter_address_house_id")),
        sa.ForeignKeyConstraint(["key_uid"], ["data_key.uid"], name=op.f("fk_shelter_address_key_uid")),
        sa.PrimaryKeyConstraint("house_id", name=op.f("pk_shelter_address")),
    )
    op.create_table(
        "shelter_bed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("name", text(length=40), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["shelter_room.id"], name=op.f("fk_shelter_bed_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_bed")),
    )
    op.create_index(op.f("ix_shelter_bed_room_id"), "shelter_bed", ["room_id"], unique=False)
    op.create_table(
        "shelter_stay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("case_number", text(length=20), nullable=False),
        sa.Column("key_uid", text(length=32), nullable=False),
        sa.Column("area_code", area, nullable=False),
        sa.Column("status", text(length=12), nullable=False),
        sa.Column("urgency", text(length=8), nullable=False),
        sa.Column("asked", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("house_id", sa.Integer(), nullable=True),
        sa.Column("placed_at", moment, nullable=True),
        sa.Column("due_at", moment, nullable=True),
        sa.Column("left_at", moment, nullable=True),
        sa.Column("destination", text(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name=op.f("fk_shelter_stay_asked_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_shelter_stay_case_id")),
        sa.ForeignKeyConstraint(["house_id"], ["shelter_house.id"], name=op.f("fk_shelter_stay_house_id")),
        sa.ForeignKeyConstraint(["key_uid"], ["data_key.uid"], name=op.f("fk_shelter_stay_key_uid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_stay")),
        sa.UniqueConstraint("uid", name=op.f("uq_shelter_stay_uid")),
    )
    op.create_index(op.f("ix_shelter_stay_area_code"), "shelter_stay", ["area_code"], unique=False)
    op.create_index(op.f("ix_shelter_stay_case_id"), "shelter_stay", ["case_id"], unique=False)
    op.create_index(op.f("ix_shelter_stay_house_id"), "shelter_stay", ["house_id"], unique=False)
    op.create_index(op.f("ix_shelter_stay_status"), "shelter_stay", ["status"], unique=False)
    op.create_table(
        "shelter_bed_use",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stay_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("bed_id", sa.Integer(), nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("until", moment, nullable=True),
        sa.ForeignKeyConstraint(["bed_id"], ["shelter_bed.id"], name=op.f("fk_shelter_bed_use_bed_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_shelter_bed_use_case_id")),
        sa.ForeignKeyConstraint(["stay_id"], ["shelter_stay.id"], name=op.f("fk_shelter_bed_use_stay_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_bed_use")),
    )
    op.create_index(op.f("ix_shelter_bed_use_case_id"), "shelter_bed_use", ["case_id"], unique=False)
    op.create_index(op.f("ix_shelter_bed_use_stay_id"), "shelter_bed_use", ["stay_id"], unique=False)
    op.create_index(
        "uq_shelter_bed_use_now",
        "shelter_bed_use",
        ["bed_id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "shelter_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("stay_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", text(length=10), nullable=False),
        sa.Column("code", text(length=60), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_shelter_entry_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_shelter_entry_case_id")),
        sa.ForeignKeyConstraint(["stay_id"], ["shelter_stay.id"], name=op.f("fk_shelter_entry_stay_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_shelter_entry_uid")),
    )
    op.create_index(op.f("ix_shelter_entry_case_id"), "shelter_entry", ["case_id"], unique=False)
    op.create_index(op.f("ix_shelter_entry_stay_id"), "shelter_entry", ["stay_id"], unique=False)
    op.create_table(
        "shelter_extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("stay_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_shelter_extension_by_id")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["protection_case.id"], name=op.f("fk_shelter_extension_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["account.id"], name=op.f("fk_shelter_extension_decided_by_id")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["shelter_stay.id"], name=op.f("fk_shelter_extension_stay_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter_extension")),
        sa.UniqueConstraint("uid", name=op.f("uq_shelter_extension_uid")),
    )
    op.create_index(op.f("ix_shelter_extension_case_id"), "shelter_extension", ["case_id"], unique=False)
    op.create_index(op.f("ix_shelter_extension_stay_id"), "shelter_extension", ["stay_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_shelter_extension_stay_id"), table_name="shelter_extension")
    op.drop_index(op.f("ix_shelter_extension_case_id"), table_name="shelter_extension")
    op.drop_table("shelter_extension")
    op.drop_index(op.f("ix_shelter_entry_stay_id"), table_name="shelter_entry")
    op.drop_index(op.f("ix_shelter_entry_case_id"), table_name="shelter_entry")
    op.drop_table("shelter_entry")
    op.drop_index(
        "uq_shelter_bed_use_now",
        table_name="shelter_bed_use",
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.drop_index(op.f("ix_shelter_bed_use_stay_id"), table_name="shelter_bed_use")
    op.drop_index(op.f("ix_shelter_bed_use_case_id"), table_name="shelter_bed_use")
    op.drop_table("shelter_bed_use")
    op.drop_index(op.f("ix_shelter_stay_status"), table_name="shelter_stay")
    op.drop_index(op.f("ix_shelter_stay_house_id"), table_name="shelter_stay")
    op.drop_index(op.f("ix_shelter_stay_case_id"), table_name="shelter_stay")
    op.drop_index(op.f("ix_shelter_stay_area_code"), table_name="shelter_stay")
    op.drop_table("shelter_stay")
    op.drop_index(op.f("ix_shelter_bed_room_id"), table_name="shelter_bed")
    op.drop_table("shelter_bed")
    op.drop_table("shelter_address")
    op.drop_index(op.f("ix_shelter_room_house_id"), table_name="shelter_room")
    op.drop_table("shelter_room")
    op.drop_index(op.f("ix_shelter_house_area_code"), table_name="shelter_house")
    op.drop_table("shelter_house")
