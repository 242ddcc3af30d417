"""The diary: people, targets, foods, supplements, intakes and the journal of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RANGE_IS_ORDERED = (
    "(best_ng IS NULL AND low_ng IS NULL AND high_ng IS NULL) OR "
    "(low_ng >= 0 AND best_ng >= low_ng AND (high_ng IS NULL OR high_ng >= best_ng))"
)

DAILY_INTAKE = """
CREATE VIEW daily_intake AS
SELECT person.name AS person,
       intake.day AS day,
       SUM(COALESCE(intake.low_ng, 0)) / 1000.0 AS low_mcg,
       SUM(intake.best_ng) / 1000.0 AS best_mcg,
       CASE WHEN COUNT(*) = COUNT(intake.high_ng)
            THEN SUM(intake.high_ng) / 1000.0 END AS high_mcg,
       target_span.amount_ng / 1000.0 AS target_mcg,
       ROUND(100.0 * SUM(intake.best_ng) / target_span.amount_ng, 1) AS percent,
       COUNT(*) - COUNT(intake.best_ng) AS not_known,
       COUNT(*) AS intakes
FROM intake
JOIN person ON person.id = intake.person_id
LEFT JOIN target_span ON target_span.person_id = intake.person_id
     AND intake.day BETWEEN target_span.first_day AND target_span.last_day
GROUP BY person.id, person.name, intake.day, target_span.amount_ng
"""


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_person_id", "change", ["person_id"], unique=False)
    op.create_table(
        "food",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collection", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("diet", sa.Text(), nullable=False),
        sa.Column("fortified", sa.Integer(), server_default="0", nullable=False),
        sa.Column("per_amount_thousandths", sa.BigInteger(), nullable=False),
        sa.Column("per_unit", sa.Text(), nullable=False),
        sa.Column("low_ng", sa.BigInteger(), nullable=True),
        sa.Column("best_ng", sa.BigInteger(), nullable=True),
        sa.Column("high_ng", sa.BigInteger(), nullable=True),
        sa.Column("food_group", sa.Text(), server_default="", nullable=False),
        sa.Column("printed", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), server_default="", nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.Column("market", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("retired", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("diet IN ('vegan', 'vegetarian', 'other')", name="ck_food_diet"),
        sa.CheckConstraint("per_unit IN ('g', 'ml', 'serving')", name="ck_food_per_unit"),
        sa.CheckConstraint(RANGE_IS_ORDERED, name="ck_food_range_is_ordered"),
        sa.CheckConstraint("per_amount_thousandths > 0", name="ck_food_per_amount"),
        sa.PrimaryKeyConstraint("id", name="pk_food"),
        sa.UniqueConstraint("collection", "key", name="uq_food_collection"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("born", sa.String(length=10), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("diet", sa.Text(), nullable=True),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("day_starts", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("diet IN ('omnivore', 'vegetarian', 'vegan')", name="ck_person_diet"),
        sa.CheckConstraint("sex IN ('female', 'male')", name="ck_person_sex"),
        sa.CheckConstraint("day_starts BETWEEN 0 AND 12", name="ck_person_day_starts"),
        sa.CheckConstraint("length(born) = 10", name="ck_person_born"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name", name="uq_person_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reference_intake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("life_stage", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("from_months", sa.Integer(), nullable=True),
        sa.Column("to_months", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ear_ng", sa.BigInteger(), nullable=True),
        sa.Column("amount_ng", sa.BigInteger(), nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("amount_ng > 0", name="ck_reference_intake_amount"),
        sa.PrimaryKeyConstraint("id", name="pk_reference_intake"),
        sa.UniqueConstraint("standard", "life_stage", name="uq_reference_intake_standard"),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("name", name="uq_setting_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "supplement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collection", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("strength_ng", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), server_default="", nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("retired", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "route IN ('oral', 'sublingual', 'nasal', 'injection')", name="ck_supplement_route"
        ),
        sa.CheckConstraint("strength_ng > 0", name="ck_supplement_strength"),
        sa.PrimaryKeyConstraint("id", name="pk_supplement"),
        sa.UniqueConstraint("collection", "key", name="uq_supplement_collection"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_id"], ["change.id"], name="fk_change_row_change_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_change_row"),
    )
    op.create_index("ix_change_row_change_id", "change_row", ["change_id"], unique=False)
    op.create_index(
        "ix_change_row_table_name_row_id", "change_row", ["table_name", "row_id"], unique=False
    )
    op.create_table(
        "food_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["food_id"], ["food.id"], name="fk_food_name_food_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_food_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_food_name_food_id", "food_name", ["food_id"], unique=False)
    op.create_index("ix_food_name_search_key", "food_name", ["search_key"], unique=False)
    op.create_table(
        "intake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Text(), nullable=False),
        sa.Column("portion", sa.Text(), nullable=True),
        sa.Column("weight_mg", sa.BigInteger(), nullable=True),
        sa.Column("low_ng", sa.BigInteger(), nullable=True),
        sa.Column("best_ng", sa.BigInteger(), nullable=True),
        sa.Column("high_ng", sa.BigInteger(), nullable=True),
        sa.Column("fortified_ng", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("time", sa.String(length=5), nullable=True),
        sa.Column("occasion", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("route", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("food_id", sa.Integer(), nullable=True),
        sa.Column("supplement_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('food', 'supplement')", name="ck_intake_kind"),
        sa.CheckConstraint(
            "occasion IN ('breakfast', 'lunch', 'dinner', 'snack')", name="ck_intake_occasion"
        ),
        sa.CheckConstraint(RANGE_IS_ORDERED, name="ck_intake_range_is_ordered"),
        sa.CheckConstraint(
            "fortified_ng = 0 OR fortified_ng BETWEEN 0 AND best_ng",
            name="ck_intake_fortified_is_a_part",
        ),
        sa.CheckConstraint("length(day) = 10", name="ck_intake_day"),
        sa.CheckConstraint("length(time) = 5", name="ck_intake_time"),
        sa.CheckConstraint("weight_mg >= 0", name="ck_intake_weight"),
        sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_intake_food_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_intake_person_id"),
        sa.ForeignKeyConstraint(
            ["supplement_id"], ["supplement.id"], name="fk_intake_supplement_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_intake"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intake_food_id", "intake", ["food_id"], unique=False)
    op.create_index("ix_intake_person_id_day", "intake", ["person_id", "day"], unique=False)
    op.create_index("ix_intake_supplement_id", "intake", ["supplement_id"], unique=False)
    op.create_table(
        "life_phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.CheckConstraint("phase IN ('pregnancy', 'lactation')", name="ck_life_phase_phase"),
        sa.CheckConstraint("last_day >= first_day", name="ck_life_phase_days_in_order"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_life_phase_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_life_phase"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_life_phase_person_id", "life_phase", ["person_id"], unique=False)
    op.create_table(
        "portion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("weight_mg", sa.BigInteger(), nullable=True),
        sa.Column("volume_ul", sa.BigInteger(), nullable=True),
        sa.Column("usual", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("weight_mg > 0 AND volume_ul > 0", name="ck_portion_more_than_nothing"),
        sa.ForeignKeyConstraint(
            ["food_id"], ["food.id"], name="fk_portion_food_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_portion"),
        sa.UniqueConstraint("food_id", "name", name="uq_portion_food_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "supplement_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supplement_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supplement_id"],
            ["supplement.id"],
            name="fk_supplement_name_supplement_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_supplement_name"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_supplement_name_search_key", "supplement_name", ["search_key"], unique=False
    )
    op.create_index(
        "ix_supplement_name_supplement_id", "supplement_name", ["supplement_id"], unique=False
    )
    op.create_table(
        "target_span",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=False),
        sa.Column("amount_ng", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("life_stage", sa.Text(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("unverified", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("last_day >= first_day", name="ck_target_span_days_in_order"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_target_span_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_target_span"),
        sa.UniqueConstraint("person_id", "first_day", name="uq_target_span_person_id"),
    )
    op.execute(DAILY_INTAKE)


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
