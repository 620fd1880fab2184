"""counselling sessions, groups, and calendars"""

from datetime import timedelta

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text, moment = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime()
    area = sa.String(length=13).with_variant(sa.String(length=13, collation="C"), "postgresql")
    op.add_column("delivery", sa.Column("useful_until", moment, nullable=True))
    op.create_table(
        "calendar_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", text(length=12), nullable=False),
        sa.Column("source_uid", text(length=32), nullable=False),
        sa.Column("starts_at", moment, nullable=False),
        sa.Column("ends_at", moment, nullable=False),
        sa.Column("firm", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_calendar_entry_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_entry")),
        sa.UniqueConstraint("source_uid", name=op.f("uq_calendar_entry_source_uid")),
    )
    op.create_index("ix_calendar_entry_taken", "calendar_entry", ["account_id", "starts_at"], unique=False)
    op.create_table(
        "counselling_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("key_uid", text(length=32), nullable=False),
        sa.Column("area_code", area, nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("ended_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["key_uid"], ["data_key.uid"], name=op.f("fk_counselling_group_key_uid")),
        sa.ForeignKeyConstraint(["leader_id"], ["account.id"], name=op.f("fk_counselling_group_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counselling_group")),
        sa.UniqueConstraint("uid", name=op.f("uq_counselling_group_uid")),
    )
    op.create_index(op.f("ix_counselling_group_area_code"), "counselling_group", ["area_code"], unique=False)
    op.create_index(op.f("ix_counselling_group_leader_id"), "counselling_group", ["leader_id"], unique=False)
    op.create_table(
        "day_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", text(length=12), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_day_off_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_off")),
        sa.UniqueConstraint("uid", name=op.f("uq_day_off_uid")),
    )
    op.create_index(op.f("ix_day_off_account_id"), "day_off", ["account_id"], unique=False)
    op.create_table(
        "working_hours",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("changed_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_working_hours_account_id")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_working_hours")),
    )
    op.create_table(
        "group_meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("counsellor_id", sa.Integer(), nullable=False),
        sa.Column("service", text(length=60), nullable=False),
        sa.Column("starts_at", moment, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("travel_before", sa.Integer(), nullable=False),
        sa.Column("travel_after", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("outside", sa.JSON(), nullable=False),
        sa.Column("anyway", sa.LargeBinary(), nullable=True),
        sa.Column("status", text(length=10), nullable=False),
        sa.Column("ending", sa.LargeBinary(), nullable=True),
        sa.Column("settled_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["counselling_group.id"], name=op.f("fk_group_meeting_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["counsellor_id"], ["account.id"], name=op.f("fk_group_meeting_counsellor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_group_meeting_uid")),
    )
    op.create_index(op.f("ix_group_meeting_counsellor_id"), "group_meeting", ["counsellor_id"], unique=False)
    op.create_index(op.f("ix_group_meeting_group_id"), "group_meeting", ["group_id"], unique=False)
    op.create_index(op.f("ix_group_meeting_starts_at"), "group_meeting", ["starts_at"], unique=False)
    op.create_index(op.f("ix_group_meeting_status"), "group_meeting", ["status"], unique=False)
    op.create_table(
        "group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("alias", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("until", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["counselling_group.id"], name=op.f("fk_group_member_group_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_group_member_case_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_group_member_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
        sa.UniqueConstraint("uid", name=op.f("uq_group_member_uid")),
    )
    op.create_index(op.f("ix_group_member_case_id"), "group_member", ["case_id"], unique=False)
    op.create_index(op.f("ix_group_member_group_id"), "group_member", ["group_id"], unique=False)
    op.create_table(
        "counselling_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("appointment_uid", text(length=32), nullable=True),
        sa.Column("counsellor_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("service", text(length=60), nullable=False),
        sa.Column("uptd", text(length=60), nullable=False),
        sa.Column("simfoni", text(length=60), nullable=False),
        sa.Column("component", text(length=60), nullable=False),
        sa.Column("mode", text(length=12), nullable=False),
        sa.Column("starts_at", moment, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("travel_before", sa.Integer(), nullable=False),
        sa.Column("travel_after", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("room", sa.LargeBinary(), nullable=True),
        sa.Column("outside", sa.JSON(), nullable=False),
        sa.Column("anyway", sa.LargeBinary(), nullable=True),
        sa.Column("status", text(length=10), nullable=False),
        sa.Column("ending", sa.LargeBinary(), nullable=True),
        sa.Column("settled_at", moment, nullable=True),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["protection_case.id"], name=op.f("fk_counselling_session_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["group_meeting.id"], name=op.f("fk_counselling_session_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["counsellor_id"], ["account.id"], name=op.f("fk_counselling_session_counsellor_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_counselling_session_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counselling_session")),
        sa.UniqueConstraint("uid", name=op.f("uq_counselling_session_uid")),
        sa.UniqueConstraint("appointment_uid", name=op.f("uq_counselling_session_appointment_uid")),
    )
    op.create_index(op.f("ix_counselling_session_case_id"), "counselling_session", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_counselling_session_counsellor_id"), "counselling_session", ["counsellor_id"], unique=False
    )
    op.create_index(
        op.f("ix_counselling_session_meeting_id"), "counselling_session", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_counselling_session_starts_at"), "counselling_session", ["starts_at"], unique=False
    )
    op.create_index(op.f("ix_counselling_session_status"), "counselling_session", ["status"], unique=False)
    op.create_table(
        "session_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("audience", text(length=10), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("edited_at", moment, nullable=True),
        sa.Column("amends_uid", text(length=32), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_session_note_case_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["counselling_session.id"], name=op.f("fk_session_note_session_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_session_note_owner_id")),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_session_note_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_note")),
        sa.UniqueConstraint("uid", name=op.f("uq_session_note_uid")),
    )
    op.create_index(op.f("ix_session_note_case_id"), "session_note", ["case_id"], unique=False)
    op.create_index(op.f("ix_session_note_session_id"), "session_note", ["session_id"], unique=False)
    keep_standing_appointments()


def keep_standing_appointments() -> None:
    """What was proposed or agreed before calendars were kept takes its hour too."""
    moment = sqlmodel.sql.sqltypes.UTCDateTime()
    names = ("uid", "by_id", "status")
    appointment = sa.table("appointment", *map(sa.column, names), sa.column("starts_at", moment))
    columns = [*map(sa.column, ("account_id", "kind", "source_uid", "firm"))]
    entry = sa.table("calendar_entry", *columns, sa.column("starts_at", moment), sa.column("ends_at", moment))
    standing = sa.select(appointment).where(appointment.c.status.in_(("proposed", "accepted")))
    rows = [
        {
            "account_id": row.by_id,
            "kind": "appointment",
            "source_uid": row.uid,
            "firm": row.status == "accepted",
            "starts_at": row.starts_at,
            "ends_at": row.starts_at + timedelta(minutes=60),
        }
        for row in op.get_bind().execute(standing)
    ]
    if rows:
        op.bulk_insert(entry, rows)


def downgrade() -> None:
    op.drop_table("session_note")
    op.drop_table("counselling_session")
    op.drop_table("group_member")
    op.drop_table("group_meeting")
    op.drop_table("working_hours")
    op.drop_table("day_off")
    op.drop_table("counselling_group")
    op.drop_table("calendar_entry")
    op.drop_column("delivery", "useful_until")
