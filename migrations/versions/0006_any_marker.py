"""Which blood tests there are is for the program to say: the database no longer lists them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("ck_lab_result_marker", "lab_result", type_="check")
        return
    # SQLite drops a CHECK only with its table. Nothing refers to this one, so no row can be lost
    # with it; the rebuild is written out, as Alembic's own would forget the other checks.
    _create("lab_result_of_any_marker")
    op.execute("INSERT INTO lab_result_of_any_marker SELECT * FROM lab_result")
    # The numbers of rows that were removed must not be given again: undo may bring those back.
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'lab_result_of_any_marker'")
    op.execute(
        "UPDATE sqlite_sequence SET name = 'lab_result_of_any_marker' WHERE name = 'lab_result'"
    )
    op.drop_table("lab_result")
    op.rename_table("lab_result_of_any_marker", "lab_result")
    op.create_index("ix_lab_result_person_id_day", "lab_result", ["person_id", "day"])


def _create(name: str) -> None:
    op.create_table(
        name,
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


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
