"""Blood tests, with figure and unit as printed, and symptoms with their severity."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lab_result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("marker", sa.Text(), nullable=False),
        sa.Column("bound", sa.Text(), server_default="", nullable=False),
        sa.Column("value_millionths", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("range_low_millionths", sa.BigInteger(), nullable=True),
        sa.Column("range_high_millionths", sa.BigInteger(), nullable=True),
        sa.Column("lab", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "marker IN ('b12', 'holotc', 'mma', 'homocysteine')", name="ck_lab_result_marker"
        ),
        sa.CheckConstraint("bound IN ('', '<', '>')", name="ck_lab_result_bound"),
        sa.CheckConstraint("value_millionths > 0", name="ck_lab_result_value"),
        sa.CheckConstraint(
            "range_high_millionths > range_low_millionths", name="ck_lab_result_range_is_ordered"
        ),
        sa.CheckConstraint("length(day) = 10", name="ck_lab_result_day"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_lab_result_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lab_result"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lab_result_person_id_day", "lab_result", ["person_id", "day"], unique=False)
    op.create_table(
        "symptom",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("severity BETWEEN 0 AND 4", name="ck_symptom_severity"),
        sa.CheckConstraint("length(day) = 10", name="ck_symptom_day"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_symptom_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_symptom"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_symptom_person_id_day", "symptom", ["person_id", "day"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
