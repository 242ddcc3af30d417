"""A person's own foods, their recipes, and what they said that a wording means."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.food import FoodDiet
from tracker.store.tables.columns import (
    RANGE_IS_ORDERED,
    content,
    metadata,
    of_person,
    one_of,
    owned_by,
    texts,
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
    *content(),
    *texts("food_group", "printed", "source", "source_id", "market", "note"),
    Column("retired", Integer, nullable=False, server_default="0"),
    Column("added_ng", BigInteger),
    *texts("flag"),
    UniqueConstraint("collection", "key"),
    Index(None, "source_id"),
    one_of("per_unit", Basis),
    CheckConstraint("per_amount_thousandths > 0", name="per_amount"),
    one_of("diet", FoodDiet),
    CheckConstraint(RANGE_IS_ORDERED, name="range_is_ordered"),
    sqlite_autoincrement=True,
)

food_name = Table(
    "food_name",
    metadata,
    Column("id", Integer, primary_key=True),
    owned_by("food", "food_id"),
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
    owned_by("food", "food_id"),
    Column("name", Text, nullable=False),
    Column("weight_mg", BigInteger),
    Column("volume_ul", BigInteger),
    Column("usual", Integer, nullable=False, server_default="0"),
    # A check that comes to NULL holds: each of the two may be not known.
    CheckConstraint("weight_mg > 0 AND volume_ul > 0", name="more_than_nothing"),
    UniqueConstraint("food_id", "name"),
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
    owned_by("recipe", "recipe_id"),
    Column("quantity", Text, nullable=False),
    Column("portion", Text, nullable=False),
    Column("flag_accepted", Integer, nullable=False, server_default="0"),
    *texts("food_key", "food_name"),
    Index(None, "recipe_id"),
    Index(None, "food_key"),
    sqlite_autoincrement=True,
)

# What a person said that a wording means, when they were asked.
food_wording = Table(
    "food_wording",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("wording", Text, nullable=False),
    Column("search_key", Text, nullable=False),
    *texts("food_key", "food_name"),
    UniqueConstraint("person_id", "search_key"),
    Index(None, "food_key"),
    sqlite_autoincrement=True,
)
