"""people, incidents and links of cases"""

import secrets

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text, moment = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime
    area = sa.String(length=13).with_variant(sa.String(length=13, collation="C"), "postgresql")
    is_client = sa.text("role = 'client'")
    op.create_table(
        "case_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("pair", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", text(length=20), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("since", moment(), nullable=False),
        sa.Column("until", moment(), nullable=True),
        sa.Column("until_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_case_link_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_case_link_case_id")),
        sa.ForeignKeyConstraint(["other_id"], ["protection_case.id"], name=op.f("fk_case_link_other_id")),
        sa.ForeignKeyConstraint(["until_by_id"], ["account.id"], name=op.f("fk_case_link_until_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_link")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_link_uid")),
    )
    op.create_index(op.f("ix_case_link_case_id"), "case_link", ["case_id"], unique=False)
    op.create_index(op.f("ix_case_link_pair"), "case_link", ["pair"], unique=False)
    op.create_table(
        "case_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("role", text(length=12), nullable=False),
        sa.Column("relation", text(length=60), nullable=False),
        sa.Column("sex", text(length=60), nullable=False),
        sa.Column("age_band", text(length=60), nullable=False),
        sa.Column("education", text(length=60), nullable=False),
        sa.Column("job", text(length=60), nullable=False),
        sa.Column("marital", text(length=60), nullable=False),
        sa.Column("citizenship", text(length=60), nullable=False),
        sa.Column("disabilities", sa.JSON(), nullable=False),
        sa.Column("accommodations", sa.JSON(), nullable=False),
        sa.Column("in_household", sa.Boolean(), nullable=False),
        sa.Column("is_guardian", sa.Boolean(), nullable=False),
        sa.Column("safety", text(length=8), nullable=False),
        sa.Column("nik_hash", text(length=64), nullable=True),
        sa.Column("phone_hash", text(length=64), nullable=True),
        sa.Column("details", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("since", moment(), nullable=False),
        sa.Column("removed_at", moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_case_person_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_case_person_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_person")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_person_uid")),
    )
    op.create_index(op.f("ix_case_person_case_id"), "case_person", ["case_id"], unique=False)
    op.create_index(op.f("ix_case_person_nik_hash"), "case_person", ["nik_hash"], unique=False)
    op.create_index(op.f("ix_case_person_phone_hash"), "case_person", ["phone_hash"], unique=False)
    op.create_index(
        "uq_case_person_client",
        "case_person",
        ["case_id"],
        unique=True,
        sqlite_where=is_client,
        postgresql_where=is_client,
    )
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", text(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("happened", sa.Date(), nullable=True),
        sa.Column("precision", text(length=8), nullable=False),
        sa.Column("time_of_day", text(length=60), nullable=False),
        sa.Column("place", text(length=60), nullable=False),
        sa.Column("area_code", area, nullable=True),
        sa.Column("setting", text(length=60), nullable=False),
        sa.Column("sphere", text(length=60), nullable=False),
        sa.Column("has_previous", sa.Boolean(), nullable=True),
        sa.Column("was_exchange", sa.Boolean(), nullable=True),
        sa.Column("statistics", sa.Boolean(), nullable=True),
        sa.Column("description", sa.LargeBinary(), nullable=False),
        sa.Column("reported_where", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("since", moment(), nullable=False),
        sa.Column("removed_at", moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_incident_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_incident_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("uid", name=op.f("uq_incident_uid")),
    )
    op.create_index(op.f("ix_incident_case_id"), "incident", ["case_id"], unique=False)
    op.create_table(
        "incident_code",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("list_code", text(length=40), nullable=False),
        sa.Column("code", text(length=60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["protection_case.id"], name=op.f("fk_incident_code_case_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_code_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", "list_code", "code", name=op.f("pk_incident_code")),
    )
    op.create_index(op.f("ix_incident_code_case_id"), "incident_code", ["case_id"], unique=False)
    op.create_table(
        "incident_perpetrator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("relation", text(length=60), nullable=False),
        sa.Column("sex", text(length=60), nullable=False),
        sa.Column("age_band", text(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["protection_case.id"], name=op.f("fk_incident_perpetrator_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_incident_perpetrator_incident_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_perpetrator")),
    )
    op.create_index(
        op.f("ix_incident_perpetrator_case_id"), "incident_perpetrator", ["case_id"], unique=False
    )
    op.create_index(
        op.f("ix_incident_perpetrator_incident_id"), "incident_perpetrator", ["incident_id"], unique=False
    )
    add_clients()


def add_clients() -> None:
    """Every case has one person that it is about. Her name stays where it is, sealed with the case."""
    person = sa.table(
        "case_person",
        *(
            sa.column(name)
            for name in ("uid", "case_id", "role", "by_id", "in_household", "is_guardian", "safety")
        ),
        *(
            sa.column(name)
            for name in ("relation", "sex", "age_band", "education", "job", "marital", "citizenship")
        ),
        sa.column("disabilities", sa.JSON()),
        sa.column("accommodations", sa.JSON()),
        sa.column("since", sqlmodel.sql.sqltypes.UTCDateTime()),
        sa.column("version"),
    )
    case = sa.table(
        "protection_case",
        sa.column("id"),
        sa.column("manager_id"),
        sa.column("opened_at", sqlmodel.sql.sqltypes.UTCDateTime()),
    )
    empty = dict.fromkeys(("relation", "sex", "age_band", "education", "job", "marital", "citizenship"), "")
    rest = {"in_household": False, "is_guardian": False, "safety": "unknown", "version": 1}
    for row in op.get_bind().execute(sa.select(case.c.id, case.c.manager_id, case.c.opened_at)).all():
        own = {
            "uid": secrets.token_hex(16),
            "case_id": row.id,
            "by_id": row.manager_id,
            "since": row.opened_at,
        }
        lists = {"role": "client", "disabilities": [], "accommodations": []}
        op.execute(person.insert().values(**own, **lists, **empty, **rest))


def downgrade() -> None:
    op.drop_index(op.f("ix_incident_perpetrator_incident_id"), table_name="incident_perpetrator")
    op.drop_index(op.f("ix_incident_perpetrator_case_id"), table_name="incident_perpetrator")
    op.drop_table("incident_perpetrator")
    op.drop_index(op.f("ix_incident_code_case_id"), table_name="incident_code")
    op.drop_table("incident_code")
    op.drop_index(op.f("ix_incident_case_id"), table_name="incident")
    op.drop_table("incident")
    op.drop_index("uq_case_person_client", table_name="case_person")
    op.drop_index(op.f("ix_case_person_phone_hash"), table_name="case_person")
    op.drop_index(op.f("ix_case_person_nik_hash"), table_name="case_person")
    op.drop_index(op.f("ix_case_person_case_id"), table_name="case_person")
    op.drop_table("case_person")
    op.drop_index(op.f("ix_case_link_pair"), table_name="case_link")
    op.drop_index(op.f("ix_case_link_case_id"), table_name="case_link")
    op.drop_table("case_link")
