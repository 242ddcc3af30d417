"""The tables, as SQLAlchemy Core knows them.

Amounts of B12 are whole nanograms, weights milligrams, volumes microlitres; days are ISO dates
and times `HH:MM` as text, so that every SQL tool reads them. `migrations/` makes the same.
What a person can change never reuses an id (autoincrement), so that undo restores a row safely.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from tracker.nutrition.diary.intake import IntakeKind
from tracker.nutrition.diary.when import Occasion
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.food import FoodDiet
from tracker.nutrition.people.person import Diet, Phase, Sex
from tracker.nutrition.supplements.supplement import Route

# SQLite gives constraints no names of its own, and a revision can drop only what has one.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

RANGE_IS_ORDERED = (
    "(best_ng IS NULL AND low_ng IS NULL AND high_ng IS NULL) OR "
    "(low_ng >= 0 AND best_ng >= low_ng AND (high_ng IS NULL OR high_ng >= best_ng))"
)


def _owned_by(table: str, column: str) -> Column[int]:
    """A row that means nothing without its parent."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _of_person() -> Column[int]:
    """A row that a person entered: nothing deletes it in passing."""
    return Column("person_id", ForeignKey("person.id"), nullable=False)


def _content() -> list[Column[int]]:
    return [Column(name, BigInteger) for name in ("low_ng", "best_ng", "high_ng")]


def _one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """Holds a column to the words of the program: a further one asks for a revision."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False, server_default="") for name in names]


person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("born", String(10)),
    Column("sex", Text),
    Column("diet", Text),
    Column("standard", Text, nullable=False),
    Column("day_starts", Integer, nullable=False, server_default="0"),
    _one_of("sex", Sex),
    _one_of("diet", Diet),
    CheckConstraint("day_starts BETWEEN 0 AND 12", name="day_starts"),
    CheckConstraint("length(born) = 10", name="born"),
    sqlite_autoincrement=True,
)

life_phase = Table(
    "life_phase",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("phase", Text, nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10)),
    _one_of("phase", (Phase.PREGNANCY, Phase.LACTATION)),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

target_span = Table(
    "target_span",
    metadata,
    Column("id", Integer, primary_key=True),
    _owned_by("person", "person_id"),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("amount_ng", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("life_stage", Text, nullable=False),
    Column("standard", Text, nullable=False),
    Column("unverified", Integer, nullable=False),
    *_text("note"),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    UniqueConstraint("person_id", "first_day"),
)

# A person's own foods and the foods that their recipes are; every other is named by its key.
food = Table(
    "food",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("collection", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("diet", Text, nullable=False),
    Column("fortified", Integer, nullable=False, server_default="0"),
    Column("per_amount_thousandths", BigInteger, nullable=False),
    Column("per_unit", Text, nullable=False),
    *_content(),
    *_text("food_group", "printed", "source", "source_id", "market", "note"),
    Column("retired", Integer, nullable=False, server_default="0"),
    Column("added_ng", BigInteger),
    *_text("flag"),
    UniqueConstraint("collection", "key"),
    Index(None, "source_id"),
    _one_of("per_unit", Basis),
    CheckConstraint("per_amount_thousandths > 0", name="per_amount"),
    _one_of("diet", FoodDiet),
    CheckConstraint(RANGE_IS_ORDERED, name="range_is_ordered"),
    sqlite_autoincrement=True,
)

food_name = Table(
    "food_name",
    metadata,
    Column("id", Integer, primary_key=True),
    _owned_by("food", "food_id"),
    Column("name", Text, nullable=False),
    Column("search_key", Text, nullable=False),
    Index(None, "food_id"),
    Index(None, "search_key"),
    sqlite_autoincrement=True,
)

portion = Table(
    "portion",
    metadata,
    Column("id", Integer, primary_key=True),
    _owned_by("food", "food_id"),
    Column("name", Text, nullable=False),
    Column("weight_mg", BigInteger),
    Column("volume_ul", BigInteger),
    Column("usual", Integer, nullable=False, server_default="0"),
    # A check that comes to NULL holds: each of the two may be not known.
    CheckConstraint("weight_mg > 0 AND volume_ul > 0", name="more_than_nothing"),
    UniqueConstraint("food_id", "name"),
    sqlite_autoincrement=True,
)

supplement = Table(
    "supplement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("collection", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("strength_ng", BigInteger, nullable=False),
    Column("unit", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("route", Text, nullable=False),
    *_text("source", "source_id", "note"),
    Column("retired", Integer, nullable=False, server_default="0"),
    UniqueConstraint("collection", "key"),
    CheckConstraint("strength_ng > 0", name="strength"),
    _one_of("route", Route),
    sqlite_autoincrement=True,
)

supplement_name = Table(
    "supplement_name",
    metadata,
    Column("id", Integer, primary_key=True),
    _owned_by("supplement", "supplement_id"),
    Column("name", Text, nullable=False),
    Column("search_key", Text, nullable=False),
    Index(None, "supplement_id"),
    Index(None, "search_key"),
    sqlite_autoincrement=True,
)

intake = Table(
    "intake",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    # A fraction as text, such as 1/3: no number of a database holds it exactly.
    Column("quantity", Text, nullable=False),
    Column("portion", Text),
    Column("weight_mg", BigInteger),
    *_content(),
    Column("fortified_ng", BigInteger, nullable=False, server_default="0"),
    Column("day", String(10), nullable=False),
    Column("time", String(5)),
    Column("occasion", Text),
    Column("note", Text),
    Column("form", Text),
    Column("route", Text),
    *_text("source"),
    Column("food_key", Text),
    Column("supplement_key", Text),
    _one_of("kind", IntakeKind),
    CheckConstraint("length(day) = 10", name="day"),
    CheckConstraint("length(time) = 5", name="time"),
    _one_of("occasion", Occasion),
    CheckConstraint("weight_mg >= 0", name="weight"),
    CheckConstraint(
        "fortified_ng = 0 OR fortified_ng BETWEEN 0 AND best_ng", name="fortified_is_a_part"
    ),
    CheckConstraint(RANGE_IS_ORDERED, name="range_is_ordered"),
    Index("ix_intake_person_id_day", "person_id", "day"),
    Index(None, "food_key"),
    Index(None, "supplement_key"),
    sqlite_autoincrement=True,
)

setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    # No foreign key: undo takes out who was added, and the change that added them stays.
    Column("person_id", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("undone_at", Text),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

change_row = Table(
    "change_row",
    metadata,
    Column("id", Integer, primary_key=True),
    _owned_by("change", "change_id"),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "change_id"),
    Index("ix_change_row_table_name_row_id", "table_name", "row_id"),
)

# What a person said that a wording means, when they were asked.
food_wording = Table(
    "food_wording",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("wording", Text, nullable=False),
    Column("search_key", Text, nullable=False),
    *_text("food_key", "food_name"),
    UniqueConstraint("person_id", "search_key"),
    Index(None, "food_key"),
    sqlite_autoincrement=True,
)

# A recipe is a food whose content is computed from its items whenever it is read.
recipe = Table(
    "recipe",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("food_id", ForeignKey("food.id"), nullable=False, unique=True),
    Column("portions_thousandths", BigInteger),
    Column("cooked_weight_mg", BigInteger),
    CheckConstraint("portions_thousandths > 0", name="portions"),
    CheckConstraint("cooked_weight_mg > 0", name="cooked_weight"),
    CheckConstraint(
        "portions_thousandths IS NOT NULL OR cooked_weight_mg IS NOT NULL", name="makes_something"
    ),
    sqlite_autoincrement=True,
)

recipe_item = Table(
    "recipe_item",
    metadata,
    Column("id", Integer, primary_key=True),
    _owned_by("recipe", "recipe_id"),
    Column("quantity", Text, nullable=False),
    Column("portion", Text, nullable=False),
    Column("flag_accepted", Integer, nullable=False, server_default="0"),
    *_text("food_key", "food_name"),
    Index(None, "recipe_id"),
    Index(None, "food_key"),
    sqlite_autoincrement=True,
)

factor = Table(
    "factor",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("code", Text, nullable=False),
    Column("since", String(10)),
    *_text("note"),
    Column("last_day", String(10)),
    UniqueConstraint("person_id", "code"),
    CheckConstraint("length(since) = 10", name="since"),
    CheckConstraint("length(last_day) = 10", name="last_day"),
    CheckConstraint("last_day >= since", name="days_in_order"),
    sqlite_autoincrement=True,
)

schedule = Table(
    "schedule",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("uid", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("quantity", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("dose_ng", BigInteger, nullable=False),
    Column("form", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("every", Text, nullable=False),
    Column("time", String(5)),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10)),
    Column("supplement_key", Text),
    CheckConstraint("dose_ng > 0", name="dose"),
    _one_of("route", Route),
    CheckConstraint("length(time) = 5", name="time"),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    Index(None, "person_id"),
    Index(None, "supplement_key"),
    sqlite_autoincrement=True,
)

lab_result = Table(
    "lab_result",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("marker", Text, nullable=False),
    Column("bound", Text, nullable=False, server_default=""),
    Column("value_millionths", BigInteger, nullable=False),
    Column("unit", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("range_low_millionths", BigInteger),
    Column("range_high_millionths", BigInteger),
    *_text("lab", "note"),
    CheckConstraint("bound IN ('', '<', '>')", name="bound"),
    CheckConstraint("value_millionths > 0", name="value"),
    CheckConstraint("range_high_millionths > range_low_millionths", name="range_is_ordered"),
    CheckConstraint("length(day) = 10", name="day"),
    Index("ix_lab_result_person_id_day", "person_id", "day"),
    sqlite_autoincrement=True,
)

symptom = Table(
    "symptom",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_person(),
    Column("code", Text, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    *_text("note"),
    CheckConstraint("severity BETWEEN 0 AND 4", name="severity"),
    CheckConstraint("length(day) = 10", name="day"),
    Index("ix_symptom_person_id_day", "person_id", "day"),
    sqlite_autoincrement=True,
)
