"""Foods and supplements that ship or are imported leave the diary: it names them by their key.

What a person added themselves stays, as `own:` and its id. Intakes keep their own name, portion
and worth. A food of an imported table that a recipe is made of becomes one of the person's own,
so that the recipe keeps its worth although its table is not there any more.
"""

import json

import sqlalchemy as sa
from alembic import context, op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OWN = ("own", "recipe")
SHIPS_NOW = {"shipped", "usda-sr-legacy", "usda-survey"}
IMPORTED = {"usda-foundation": "USDA Foundation Foods", "usda-branded": "USDA Branded Foods"}

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

AS_IT_WAS = sa.MetaData()
INTAKE = sa.Table(
    "intake",
    AS_IT_WAS,
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
    sa.Column("food_key", sa.Text(), nullable=True),
    sa.Column("supplement_key", sa.Text(), nullable=True),
    sa.CheckConstraint("kind IN ('food', 'supplement')", name="ck_intake_kind"),
    sa.CheckConstraint("length(day) = 10", name="ck_intake_day"),
    sa.CheckConstraint("length(time) = 5", name="ck_intake_time"),
    sa.CheckConstraint(
        "occasion IN ('breakfast', 'lunch', 'dinner', 'snack')", name="ck_intake_occasion"
    ),
    sa.CheckConstraint("weight_mg >= 0", name="ck_intake_weight"),
    sa.CheckConstraint(
        "fortified_ng = 0 OR fortified_ng BETWEEN 0 AND best_ng",
        name="ck_intake_fortified_is_a_part",
    ),
    sa.CheckConstraint(RANGE_IS_ORDERED, name="ck_intake_range_is_ordered"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_intake_person_id"),
    sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_intake_food_id"),
    sa.ForeignKeyConstraint(["supplement_id"], ["supplement.id"], name="fk_intake_supplement_id"),
    sa.PrimaryKeyConstraint("id", name="pk_intake"),
    sa.Index("ix_intake_person_id_day", "person_id", "day"),
    sa.Index("ix_intake_food_id", "food_id"),
    sa.Index("ix_intake_supplement_id", "supplement_id"),
)
FOOD_WORDING = sa.Table(
    "food_wording",
    AS_IT_WAS,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("wording", sa.Text(), nullable=False),
    sa.Column("search_key", sa.Text(), nullable=False),
    sa.Column("food_id", sa.Integer(), nullable=False),
    sa.Column("food_key", sa.Text(), server_default="", nullable=False),
    sa.Column("food_name", sa.Text(), server_default="", nullable=False),
    sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_food_wording_food_id"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_food_wording_person_id"),
    sa.PrimaryKeyConstraint("id", name="pk_food_wording"),
    sa.UniqueConstraint("person_id", "search_key", name="uq_food_wording_person_id"),
    sa.Index("ix_food_wording_food_id", "food_id"),
)
RECIPE_ITEM = sa.Table(
    "recipe_item",
    AS_IT_WAS,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("recipe_id", sa.Integer(), nullable=False),
    sa.Column("food_id", sa.Integer(), nullable=False),
    sa.Column("quantity", sa.Text(), nullable=False),
    sa.Column("portion", sa.Text(), nullable=False),
    sa.Column("flag_accepted", sa.Integer(), server_default="0", nullable=False),
    sa.Column("food_key", sa.Text(), server_default="", nullable=False),
    sa.Column("food_name", sa.Text(), server_default="", nullable=False),
    sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_recipe_item_food_id"),
    sa.ForeignKeyConstraint(
        ["recipe_id"], ["recipe.id"], name="fk_recipe_item_recipe_id", ondelete="CASCADE"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_recipe_item"),
    sa.Index("ix_recipe_item_food_id", "food_id"),
    sa.Index("ix_recipe_item_recipe_id", "recipe_id"),
)
SCHEDULE = sa.Table(
    "schedule",
    AS_IT_WAS,
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
    sa.Column("supplement_key", sa.Text(), nullable=True),
    sa.CheckConstraint("dose_ng > 0", name="ck_schedule_dose"),
    sa.CheckConstraint("last_day >= first_day", name="ck_schedule_days_in_order"),
    sa.CheckConstraint("length(time) = 5", name="ck_schedule_time"),
    sa.CheckConstraint(
        "route IN ('oral', 'sublingual', 'nasal', 'injection')", name="ck_schedule_route"
    ),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_schedule_person_id"),
    sa.ForeignKeyConstraint(["supplement_id"], ["supplement.id"], name="fk_schedule_supplement_id"),
    sa.PrimaryKeyConstraint("id", name="pk_schedule"),
    sa.UniqueConstraint("uid", name="uq_schedule_uid"),
    sa.Index("ix_schedule_person_id", "person_id"),
    sa.Index("ix_schedule_supplement_id", "supplement_id"),
)
REFERRING = {
    "intake": {"food_id": "food", "supplement_id": "supplement"},
    "food_wording": {"food_id": "food"},
    "recipe_item": {"food_id": "food"},
    "schedule": {"supplement_id": "supplement"},
}


def upgrade() -> None:
    connection = op.get_bind()
    _tell_of_imported_tables(connection)
    _adopt_ingredients(connection)
    keys = {"food": _keys_of_foods(connection), "supplement": _keys_of_supplements(connection)}
    names = dict(connection.execute(sa.text("SELECT id, name FROM food")).fetchall())
    op.execute("DROP VIEW daily_intake")
    op.add_column("intake", sa.Column("food_key", sa.Text(), nullable=True))
    op.add_column("intake", sa.Column("supplement_key", sa.Text(), nullable=True))
    op.add_column("schedule", sa.Column("supplement_key", sa.Text(), nullable=True))
    for table in ("food_wording", "recipe_item"):
        for column in ("food_key", "food_name"):
            op.add_column(table, sa.Column(column, sa.Text(), server_default="", nullable=False))
    for table, references in REFERRING.items():
        for column, kind in references.items():
            _write_keys(connection, table, column, keys[kind])
    for table in ("food_wording", "recipe_item"):
        _write_names(connection, table, names)
    _translate_images(connection, keys, names)
    for table in (INTAKE, FOOD_WORDING, RECIPE_ITEM, SCHEDULE):
        _drop_references(connection, table)
    op.execute(DAILY_INTAKE)
    _take_out_what_is_not_the_persons(connection)


def _tell_of_imported_tables(connection: sa.Connection) -> None:
    counts = connection.execute(
        sa.text("SELECT collection, COUNT(*) FROM food WHERE retired = 0 GROUP BY collection")
    )
    notes = context.config.attributes.setdefault("notes", [])
    notes += [
        f"{IMPORTED[collection]} ({count:,} foods) left the diary, and what was logged stays as "
        "it was: `b12 food import FILE` brings them back as a table of its own"
        for collection, count in counts
        if collection in IMPORTED
    ]


def _adopt_ingredients(connection: sa.Connection) -> None:
    """Makes the imported foods of recipes the person's own; their key must stay unique."""
    listed = sa.bindparam("collections", expanding=True, value=list(IMPORTED))
    connection.execute(
        sa.text(
            "UPDATE food SET key = 'own-from-' || collection || '-' || key, collection = 'own' "
            "WHERE collection IN :collections AND id IN (SELECT food_id FROM recipe_item)"
        ).bindparams(listed)
    )


def _keys_of_foods(connection: sa.Connection) -> dict[int, str]:
    rows = connection.execute(sa.text("SELECT id, collection, key, source_id FROM food"))
    return {row.id: _key_of_food(row) for row in rows}


def _key_of_food(row: sa.Row) -> str:
    if row.collection in OWN:
        return f"own:{row.id}"
    return {
        "shipped": f"b12:{row.key}",
        "usda-sr-legacy": f"sr:{row.source_id or row.key}",
        "usda-survey": f"fndds:{row.key}",
    }.get(row.collection, f"fdc:{row.source_id or row.key}")


def _keys_of_supplements(connection: sa.Connection) -> dict[int, str]:
    rows = connection.execute(sa.text("SELECT id, collection, key FROM supplement"))
    return {
        row.id: f"own:{row.id}" if row.collection == "own" else f"b12:{row.key}" for row in rows
    }


def _write_keys(connection: sa.Connection, table: str, column: str, keys: dict[int, str]) -> None:
    used = connection.scalars(
        sa.text(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
    ).all()
    key_column = column.replace("_id", "_key")
    statement = sa.text(f"UPDATE {table} SET {key_column} = :key WHERE {column} = :id")
    if used:
        connection.execute(statement, [{"key": keys[one], "id": one} for one in used])


def _write_names(connection: sa.Connection, table: str, names: dict[int, str]) -> None:
    used = connection.scalars(sa.text(f"SELECT DISTINCT food_id FROM {table}")).all()
    statement = sa.text(f"UPDATE {table} SET food_name = :name WHERE food_id = :id")
    if used:
        connection.execute(statement, [{"name": names[one], "id": one} for one in used])


def _translate_images(
    connection: sa.Connection, keys: dict[str, dict[int, str]], names: dict[int, str]
) -> None:
    """Undo compares rows with their images: these must name foods as the rows do now."""
    rows = connection.execute(
        sa.text(
            "SELECT id, table_name, before, after FROM change_row WHERE table_name IN :tables"
        ).bindparams(sa.bindparam("tables", expanding=True, value=list(REFERRING)))
    ).all()
    translated = [
        {
            "id": row.id,
            "before": _translated(row.table_name, row.before, keys, names),
            "after": _translated(row.table_name, row.after, keys, names),
        }
        for row in rows
    ]
    if translated:
        statement = sa.text("UPDATE change_row SET before = :before, after = :after WHERE id = :id")
        connection.execute(statement, translated)


def _translated(
    table: str, image: str | None, keys: dict[str, dict[int, str]], names: dict[int, str]
) -> str | None:
    if image is None:
        return None
    values = json.loads(image)
    for column, kind in REFERRING[table].items():
        # An image of an older revision may lack a column that came later.
        if column in values:
            row_id = values.pop(column)
            values[column.replace("_id", "_key")] = keys[kind].get(row_id)
            if table in ("food_wording", "recipe_item"):
                values["food_name"] = names.get(row_id, "")
    return json.dumps(values, ensure_ascii=False)


def _drop_references(connection: sa.Connection, table: sa.Table) -> None:
    sequence = _sequence(connection, table.name)
    options = {"copy_from": table, "table_kwargs": {"sqlite_autoincrement": True}}
    with op.batch_alter_table(table.name, **options) as batch:
        for column in REFERRING[table.name]:
            batch.drop_index(f"ix_{table.name}_{column}")
            batch.drop_constraint(f"fk_{table.name}_{column}", type_="foreignkey")
            batch.drop_column(column)
    for column in REFERRING[table.name]:
        key = column.replace("_id", "_key")
        op.create_index(f"ix_{table.name}_{key}", table.name, [key])
    _restore_sequence(connection, table.name, sequence)


def _sequence(connection: sa.Connection, table: str) -> int | None:
    if connection.dialect.name != "sqlite":
        return None
    query = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    return connection.scalar(query, {"name": table})


def _restore_sequence(connection: sa.Connection, table: str, sequence: int | None) -> None:
    """A table that is built anew forgets which ids it gave: undo must never meet one again."""
    if sequence is None:
        return
    values = {"name": table, "sequence": sequence}
    connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
    connection.execute(
        sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :sequence)"), values
    )


def _take_out_what_is_not_the_persons(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        for trigger in ("added", "added_branded", "changed", "removed"):
            op.execute(f"DROP TRIGGER food_name_{trigger}")
        for index in ("food_search_words", "food_search", "food_search_branded"):
            op.execute(f"DROP TABLE {index}")
    for child, parent, owned in (
        ("food_name", "food", OWN),
        ("portion", "food", OWN),
        ("supplement_name", "supplement", ("own",)),
    ):
        listed = sa.bindparam("owned", expanding=True, value=list(owned))
        rest = f"SELECT id FROM {parent} WHERE collection NOT IN :owned"
        connection.execute(
            sa.text(f"DELETE FROM {child} WHERE {parent}_id IN ({rest})").bindparams(listed)
        )
    for parent, owned in (("food", OWN), ("supplement", ("own",))):
        listed = sa.bindparam("owned", expanding=True, value=list(owned))
        connection.execute(
            sa.text(f"DELETE FROM {parent} WHERE collection NOT IN :owned").bindparams(listed)
        )
    op.drop_table("reference_intake")
    op.execute("DELETE FROM setting WHERE name = 'seeds'")
    for table in ("food", "supplement"):
        op.drop_column(table, "confidence")


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
