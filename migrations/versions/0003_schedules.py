"""Schedules of supplements, and factors of a person that bear on absorption."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "factor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("length(since) = 10", name="ck_factor_since"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_factor_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_factor"),
        sa.UniqueConstraint("person_id", "code", name="uq_factor_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "schedule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("supplement_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("dose_ng", sa.BigInteger(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("every", sa.Text(), nullable=False),
        sa.Column("time", sa.String(length=5), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.CheckConstraint("dose_ng > 0", name="ck_schedule_dose"),
        sa.CheckConstraint("last_day >= first_day", name="ck_schedule_days_in_order"),
        sa.CheckConstraint("length(time) = 5", name="ck_schedule_time"),
        sa.CheckConstraint(
            "route IN ('oral', 'sublingual', 'nasal', 'injection')", name="ck_schedule_route"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_schedule_person_id"),
        sa.ForeignKeyConstraint(
            ["supplement_id"], ["supplement.id"], name="fk_schedule_supplement_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_schedule"),
        sa.UniqueConstraint("uid", name="uq_schedule_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_schedule_person_id", "schedule", ["person_id"], unique=False)
    op.create_index("ix_schedule_supplement_id", "schedule", ["supplement_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
