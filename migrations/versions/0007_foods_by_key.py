"""Foods and supplements that ship or are imported leave the diary: it names them by their key.

What a person added themselves stays, as `own:` and its id. Intakes keep their own name, portion
and worth. What a recipe is made of and may be in no library is kept as the person's own, out of
use, so that the recipe keeps its worth although its table is gone or of another release.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OWN = ("own", "recipe")
LEFT = {
    "usda-sr-legacy": ("USDA SR Legacy", "it ships with the program now"),
    "usda-survey": (
        "USDA FNDDS",
        "its release 2021-2023 ships with the program now, and `b12 food import FILE` brings "
        "another beside it",
    ),
    "usda-foundation": (
        "USDA Foundation Foods",
        "`b12 food import FILE` brings them back as a table of its own",
    ),
    "usda-branded": (
        "USDA Branded Foods",
        "`b12 food import FILE` brings them back as a table of its own",
    ),
}
"""Tables that were imported, and what becomes of each."""

OF_ANY_RELEASE = ("usda-survey", "usda-foundation", "usda-branded")
"""Whose foods differ from release to release; SR Legacy has one, and it ships."""

RANGE_IS_ORDERED = (
    "(best_ng IS NULL AND low_ng IS NULL AND high_ng IS NULL) OR "
    "(low_ng >= 0 AND best_ng >= low_ng AND (high_ng IS NULL OR high_ng >= best_ng))"
)

# As the program adds up: a content that is not known makes a total “at least”, open above.
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


FOOD_IMAGES = ("food_wording", "recipe_item")
"""Tables whose images also get the name of the food."""

BATCH = 500
"""Rows at a time: below the number of variables that any SQLite takes."""


def upgrade() -> None:
    connection = op.get_bind()
    _tell_of_imported_tables(connection)
    # For recipes alone: what was logged keeps its worth by itself, and the key of its table.
    adopted = _adopt_ingredients(connection)
    foods, ingredients = _Foods(connection), _Foods(connection, adopted)
    supplements = _Supplements(connection)
    names = {
        table: {"food": ingredients if table == "recipe_item" else foods, "supplement": supplements}
        for table in REFERRING
    }
    op.execute("DROP VIEW daily_intake")
    op.add_column("intake", sa.Column("food_key", sa.Text(), nullable=True))
    op.add_column("intake", sa.Column("supplement_key", sa.Text(), nullable=True))
    op.add_column("schedule", sa.Column("supplement_key", sa.Text(), nullable=True))
    for table in FOOD_IMAGES:
        for column in ("food_key", "food_name"):
            op.add_column(table, sa.Column(column, sa.Text(), server_default="", nullable=False))
    for table, references in REFERRING.items():
        for column, kind in references.items():
            _write_keys(connection, table, column, names[table][kind])
    _translate_images(connection, names)
    for table in (INTAKE, FOOD_WORDING, RECIPE_ITEM, SCHEDULE):
        _drop_references(connection, table)
    op.execute(DAILY_INTAKE)
    _keep_adopted(connection, adopted)
    _take_out_what_is_not_the_persons(connection)


def _tell_of_imported_tables(connection: sa.Connection) -> None:
    counts = connection.execute(
        sa.text("SELECT collection, COUNT(*) FROM food WHERE retired = 0 GROUP BY collection")
    )
    notes = context.config.attributes.setdefault("notes", [])
    notes += [
        f"{LEFT[collection][0]} ({count:,} of them) left the diary, and what was logged stays as "
        f"it was: {LEFT[collection][1]}"
        for collection, count in counts
        if collection in LEFT
    ]


def _adopt_ingredients(connection: sa.Connection) -> set[int]:
    """Keeps the foods of recipes that may be in no library, and returns their ids.

    They become the person's own, out of use: no search meets them, and a recipe keeps its worth
    though its table is gone or of another release. Also of ingredients that were taken out: undo
    may bring them back.
    """
    used = set(connection.scalars(sa.text("SELECT food_id FROM recipe_item")))
    images = sa.text("SELECT before, after FROM change_row WHERE table_name = 'recipe_item'")
    for row in connection.execute(images):
        used |= {json.loads(image).get("food_id") for image in row if image}
    may_be_gone = sa.text(
        "SELECT id FROM food WHERE id IN :ids AND "
        "(collection IN :imported OR (collection = 'shipped' AND retired = 1))"
    ).bindparams(
        sa.bindparam("ids", expanding=True),
        sa.bindparam("imported", expanding=True, value=list(OF_ANY_RELEASE)),
    )
    adopted: set[int] = set()
    for ids in _batches(sorted(one for one in used if one is not None)):
        adopted |= set(connection.scalars(may_be_gone, {"ids": ids}))
    return adopted


def _keep_adopted(connection: sa.Connection, adopted: set[int]) -> None:
    """Once all keys are written: the key of the row itself only has to stay unique."""
    statement = sa.text(
        "UPDATE food SET key = 'own-from-' || collection || '-' || key, collection = 'own', "
        "retired = 1 WHERE id IN :ids"
    ).bindparams(sa.bindparam("ids", expanding=True))
    for ids in _batches(sorted(adopted)):
        connection.execute(statement, {"ids": ids})


class _Foods:
    """The new key and the name of each food by its old id, read as they are asked for."""

    def __init__(self, connection: sa.Connection, adopted: Collection[int] = ()) -> None:
        self._connection = connection
        self._adopted = adopted
        self._known: dict[int, tuple[str, str]] = {}

    def read(self, ids: Iterable[int]) -> None:
        """Reads these foods; two million are never held at once."""
        query = sa.text(
            "SELECT id, collection, key, source_id, name FROM food WHERE id IN :ids"
        ).bindparams(sa.bindparam("ids", expanding=True))
        for some in _batches(sorted(set(ids) - self._known.keys())):
            for row in self._connection.execute(query, {"ids": some}):
                key = f"own:{row.id}" if row.id in self._adopted else _key_of_food(row)
                self._known[row.id] = (key, row.name)

    def key(self, row_id: int) -> str:
        """Its key; only what a person added themselves can have been taken out of the table."""
        return self._known.get(row_id, (f"own:{row_id}", ""))[0]

    def name(self, row_id: int) -> str:
        """Its name, empty where it was taken out."""
        return self._known.get(row_id, ("", ""))[1]


class _Supplements:
    """The new key of each supplement by its old id."""

    def __init__(self, connection: sa.Connection) -> None:
        rows = connection.execute(sa.text("SELECT id, collection, key FROM supplement"))
        self._keys = {row.id: f"b12:{row.key}" for row in rows if row.collection != "own"}

    def read(self, ids: Iterable[int]) -> None:
        """All are known: there are few."""

    def key(self, row_id: int) -> str:
        """Its key."""
        return self._keys.get(row_id, f"own:{row_id}")


def _key_of_food(row: sa.Row) -> str:
    if row.collection in OWN:
        return f"own:{row.id}"
    return {
        "shipped": f"b12:{row.key}",
        "usda-sr-legacy": f"sr:{row.source_id or row.key}",
        "usda-survey": f"fndds:{row.key}",
    }.get(row.collection, f"fdc:{row.source_id or row.key}")


def _write_keys(
    connection: sa.Connection, table: str, column: str, names: _Foods | _Supplements
) -> None:
    used = connection.scalars(
        sa.text(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
    ).all()
    if not used:
        return
    names.read(used)
    setting = f"{column.replace('_id', '_key')} = :key"
    if table in FOOD_IMAGES:
        setting += ", food_name = :name"
    statement = sa.text(f"UPDATE {table} SET {setting} WHERE {column} = :id")
    values = [{"id": one, "key": names.key(one)} for one in used]
    if isinstance(names, _Foods) and table in FOOD_IMAGES:
        values = [{**one, "name": names.name(one["id"])} for one in values]
    connection.execute(statement, values)


def _translate_images(
    connection: sa.Connection, names: dict[str, dict[str, _Foods | _Supplements]]
) -> None:
    """Undo compares rows with their images: these must name foods as the rows do now."""
    query = sa.text(
        "SELECT id, table_name, before, after FROM change_row "
        "WHERE id > :last AND table_name IN :tables ORDER BY id LIMIT :limit"
    ).bindparams(sa.bindparam("tables", expanding=True, value=list(REFERRING)))
    statement = sa.text("UPDATE change_row SET before = :before, after = :after WHERE id = :id")
    last = 0
    while rows := connection.execute(query, {"last": last, "limit": 5000}).all():
        last = rows[-1].id
        images = [(row.id, row.table_name, _loaded(row.before), _loaded(row.after)) for row in rows]
        for _id, table, before, after in images:
            for column, kind in REFERRING[table].items():
                found = (image[column] for image in (before, after) if image and column in image)
                names[table][kind].read(one for one in found if one is not None)
        connection.execute(
            statement,
            [
                {
                    "id": row_id,
                    "before": _translated(table, before, names[table]),
                    "after": _translated(table, after, names[table]),
                }
                for row_id, table, before, after in images
            ],
        )


def _loaded(image: str | None) -> dict[str, Any] | None:
    return None if image is None else json.loads(image)


def _translated(
    table: str, values: dict[str, Any] | None, names: dict[str, _Foods | _Supplements]
) -> str | None:
    if values is None:
        return None
    for column, kind in REFERRING[table].items():
        # An image of an older revision may lack a column that came later.
        if column in values:
            row_id = values.pop(column)
            known = names[kind]
            key = None if row_id is None else known.key(row_id)
            values[column.replace("_id", "_key")] = key
            if table in FOOD_IMAGES and isinstance(known, _Foods):
                values["food_name"] = known.name(row_id)
    return json.dumps(values, ensure_ascii=False)


def _batches(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]


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
    # The children by themselves: foreign keys are off while a diary is upgraded, nothing cascades.
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
