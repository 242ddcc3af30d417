"""Keeps recipes: dishes that are worth what their ingredients are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.language.measures import Dimension, measure_named
from tracker.language.names import clean_name, clean_note, search_key
from tracker.language.quantities import LARGEST_QUANTITY, parse_phrase
from tracker.nutrition.foods.food import Basis, Food
from tracker.nutrition.foods.recipe import Ingredient, Recipe, recipe_food
from tracker.services.choosing import Choose
from tracker.services.foods.foods import find_food, refuse_taken_name
from tracker.services.foods.meaning import find_helping
from tracker.services.keeping import Cleared, cleaned, set_fields
from tracker.services.opening import Diary
from tracker.store.records import own_foods as store
from tracker.store.records.foods import RECIPE, recipe_of


@dataclass(frozen=True)
class RecipeChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out.

    `makes` holds portions, a cooked weight, or both.
    """

    add: Sequence[str] = ()
    remove: Sequence[str] = ()
    makes: Sequence[str] = ()
    rename: str | None = None
    note: str | Cleared | None = None
    accept_flag: bool = False


@dataclass(frozen=True)
class Dish:
    """A recipe and the food that it is."""

    food: Food
    recipe: Recipe


def add_recipe(
    diary: Diary, name: str, changes: RecipeChanges, choose: Choose | None = None
) -> Dish:
    """Adds a recipe.

    Raises:
        TrackerError: an ingredient that is not clear, no yield, or a name that is taken.
    """
    if not changes.makes:
        raise TrackerError("say what it makes: --makes 4 (portions) or --makes 1200g (cooked)")
    food = Food(
        id=0,
        name=clean_name(name),
        content=None,
        per_amount=Decimal(1),
        per_unit=Basis.SERVING,
        source="recipe",
        collection=RECIPE,
    )
    with diary.database.change(diary.person.id) as change:
        connection = change.connection
        refuse_taken_name(connection, food.name)
        recipe = _changed(connection, diary, Recipe(0, food.name, ()), changes, choose)
        change.summarize(f"added the recipe {food.name}")
        food_id = store.add_recipe(change, _described(food, changes), recipe)
        return _dish(connection, diary, f"#{food_id}")


def edit_recipe(
    diary: Diary, name: str, changes: RecipeChanges, choose: Choose | None = None
) -> Dish:
    """Changes a recipe; what was eaten of it keeps what it was worth.

    Raises:
        TrackerError: no such recipe or ingredient, or a recipe that would contain itself.
    """
    with diary.database.change(diary.person.id) as change:
        connection = change.connection
        before = _dish(connection, diary, name)
        recipe = _changed(connection, diary, before.recipe, changes, choose)
        _refuse_circles(connection, before.food, recipe)
        food = _described(before.food, changes)
        if search_key(food.name) != search_key(before.food.name):
            refuse_taken_name(connection, food.name)
        change.summarize(f"edited the recipe {before.food.name}")
        store.edit_recipe(change, food, recipe)
        return _dish(connection, diary, f"#{food.id}")


def remove_recipe(diary: Diary, name: str) -> Food:
    """Takes a recipe out; past intakes, and dishes that contain it, keep theirs.

    Raises:
        TrackerError: no such recipe.
    """
    with diary.database.change(diary.person.id) as change:
        food = _dish(change.connection, diary, name).food
        change.summarize(f"removed the recipe {food.name}")
        store.retire_food(change, food.id)
    return food


def show_recipe(diary: Diary, name: str) -> Dish:
    """A recipe by its name.

    Raises:
        TrackerError: no such recipe.
    """
    with diary.database.read() as connection:
        return _dish(connection, diary, name)


def list_recipes(diary: Diary) -> list[Dish]:
    """Every recipe, by name."""
    with diary.database.read() as connection:
        foods = store.list_foods(connection, (RECIPE,))
        return [Dish(food, recipe_of(connection, food)) for food in foods]


def _dish(connection: Connection, diary: Diary, name: str) -> Dish:
    food = find_food(connection, diary, name)
    if food.collection != RECIPE:
        raise TrackerError(f"{food.name} is a food, not a recipe: `b12 recipe list` shows yours")
    recipe = recipe_of(connection, food)
    return Dish(recipe_food(food, recipe), recipe)


def _described(food: Food, changes: RecipeChanges) -> Food:
    return set_fields(
        food,
        name=cleaned(changes.rename, clean_name),
        note=cleaned(changes.note, clean_note),
    )


def _changed(
    connection: Connection,
    diary: Diary,
    recipe: Recipe,
    changes: RecipeChanges,
    choose: Choose | None,
) -> Recipe:
    kept = list(recipe.ingredients)
    for name in changes.remove:
        kept.remove(_ingredient_named(kept, name))
    for item in changes.add:
        food, helped = find_helping(connection, item, choose, diary.person.id)
        kept.append(Ingredient(food, helped.quantity, helped.portion, changes.accept_flag))
    if not kept:
        raise TrackerError("a recipe needs an ingredient")
    portions, grams = _makes(changes.makes)
    return replace(
        recipe,
        ingredients=tuple(kept),
        portions=portions or recipe.portions,
        cooked_grams=grams or recipe.cooked_grams,
    )


def _ingredient_named(ingredients: Sequence[Ingredient], name: str) -> Ingredient:
    key = search_key(name)
    for one in ingredients:
        if key in (search_key(alias) for alias in (one.food.name, *one.food.aliases)):
            return one
    listed = ", ".join(one.food.name for one in ingredients)
    raise TrackerError(f"no ingredient is called “{name[:60]}”: there is {listed}")


def _makes(said: Sequence[str]) -> tuple[Decimal | None, Decimal | None]:
    """Portions and cooked grams from texts such as `4`, `4 portions` and `1200g`."""
    portions: Decimal | None = None
    grams: Decimal | None = None
    for text in said:
        bare = text.strip().replace(",", ".")
        phrase = parse_phrase(f"{bare} portions" if _is_number(bare) else bare)
        measure = measure_named(phrase.words)
        quantity = phrase.quantity or Fraction(1)
        if measure is not None and measure.dimension is Dimension.WEIGHT:
            grams = Decimal(round(quantity * measure.size * 1000)) / 1000
        elif search_key(phrase.words) in ("portion", "serving"):
            portions = Decimal(round(quantity * 1000)) / 1000
        else:
            raise TrackerError(f"--makes {text[:30]!r}: write portions (4) or a weight (1200g)")
    if any(one is not None and not 0 < one <= LARGEST_QUANTITY for one in (portions, grams)):
        raise TrackerError("--makes must be more than nothing")
    return portions, grams


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _refuse_circles(connection: Connection, food: Food, recipe: Recipe) -> None:
    """Refuses a recipe that contains itself, directly or in another dish.

    Raises:
        TrackerError: it would.
    """
    pending = [one.food for one in recipe.ingredients]
    seen: set[int] = set()
    while pending:
        part = pending.pop()
        if part.id == food.id:
            raise TrackerError(f"{food.name} would contain itself")
        if part.collection == RECIPE and part.id not in seen:
            seen.add(part.id)
            pending += [one.food for one in recipe_of(connection, part).ingredients]
