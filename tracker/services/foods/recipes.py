"""Keeps recipes: dishes that are worth what their ingredients are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection

from tracker.errors import AmbiguousError, NotFoundError, TrackerError
from tracker.language.names import clean_name, clean_note
from tracker.language.nearest import nearest_names
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.meant import Meant
from tracker.nutrition.foods.recipe import (
    Ingredient,
    Recipe,
    Yield,
    ingredient_named,
    parse_yield,
    recipe_food,
)
from tracker.nutrition.foods.shown import Dish
from tracker.services.choosing import Choose
from tracker.services.foods.foods import find_food, refuse_taken_name
from tracker.services.foods.known import KnownFoods
from tracker.services.foods.meaning import find_meant, remember_answers
from tracker.services.keeping import Cleared, Kind, cleaned, set_fields
from tracker.services.opening import Diary
from tracker.store.journal import Change
from tracker.store.records import own_foods as store
from tracker.store.records.own_foods import OwnFoods


@dataclass(frozen=True)
class RecipeChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out.

    `makes` is the whole yield: portions, a cooked weight, or both.
    """

    add: Sequence[str] = ()
    remove: Sequence[str] = ()
    makes: Sequence[str] = ()
    rename: str | None = None
    note: str | Cleared | None = None
    accept_flag: bool = False


def add_recipe(
    diary: Diary, name: str, changes: RecipeChanges, choose: Choose | None = None
) -> Dish:
    """Adds a recipe.

    Raises:
        TrackerError: an ingredient that is not clear, no yield, or a name that is taken.
    """
    if not changes.makes:
        raise TrackerError("say what it makes: --makes 4 (portions) or --makes 1200g (cooked)")
    makes = parse_yield(changes.makes)
    food = Food(
        key="",
        name=clean_name(name),
        content=FoodContent(None, Decimal(1), Basis.SERVING, source="recipe"),
        collection=Collection.RECIPE,
    )
    # A person may be asked what an item means: outside of the change, which locks the diary, and
    # not before what needs no answer has been looked at.
    with diary.database.read() as connection:
        refuse_taken_name(KnownFoods(connection, diary), food.name)
        meant = _meant(connection, diary, changes.add, choose)
    with diary.database.change(diary.person.id) as change:
        refuse_taken_name(KnownFoods(change.connection, diary), food.name)
        recipe = _changed(Recipe(0, food.name, ()), changes, meant, makes)
        change.summarize(f"added the recipe {food.name}")
        key = store.add_recipe(change, _described(food, changes), recipe)
        remember_answers(change, diary.person.id, meant)
        return _dish(change.connection, diary, key)


def edit_recipe(
    diary: Diary, name: str, changes: RecipeChanges, choose: Choose | None = None
) -> Dish:
    """Changes a recipe; what was eaten of it keeps what it was worth.

    Raises:
        TrackerError: no such recipe or ingredient, or a recipe that would contain itself.
    """
    makes = parse_yield(changes.makes) if changes.makes else None
    with diary.database.read() as connection:
        _dish(connection, diary, name)
        meant = _meant(connection, diary, changes.add, choose)

    def changed(change: Change, before: Dish) -> Dish:
        known = KnownFoods(change.connection, diary)
        recipe = _changed(before.recipe, changes, meant, makes)
        remember_answers(change, diary.person.id, meant)
        _refuse_circles(known.own, before.food, recipe)
        food = _described(before.food, changes)
        refuse_taken_name(known, food.name, before.food.name)
        return Dish(food, recipe)

    return show_recipe(diary, _RECIPES.edit(diary, name, changed).food.key)


def remove_recipe(diary: Diary, name: str) -> Food:
    """Takes a recipe out; past intakes, and dishes that contain it, keep theirs.

    Raises:
        TrackerError: no such recipe.
    """
    return _RECIPES.remove(diary, name).food


def show_recipe(diary: Diary, name: str) -> Dish:
    """A recipe by its name.

    Raises:
        TrackerError: no such recipe.
    """
    return _RECIPES.read(diary, name)


def list_recipes(diary: Diary) -> list[Dish]:
    """Every recipe, by name."""
    with diary.database.read() as connection:
        own = KnownFoods(connection, diary).own
        return [Dish(food, own.recipe_of(food)) for food in own.in_use(Collection.RECIPE)]


def _dish(connection: Connection, diary: Diary, name: str) -> Dish:
    try:
        food = find_food(connection, diary, name)
    except (NotFoundError, AmbiguousError):
        raise _no_recipe(connection, diary, name) from None
    if food.collection is not Collection.RECIPE:
        raise TrackerError(f"{food.name} is a food, not a recipe: `b12 recipe list` shows yours")
    recipe = KnownFoods(connection, diary).own.recipe_of(food)
    return Dish(recipe_food(food, recipe), recipe)


def _no_recipe(connection: Connection, diary: Diary, name: str) -> NotFoundError:
    own = KnownFoods(connection, diary).own
    near = nearest_names(name, [food.name for food in own.in_use(Collection.RECIPE)])
    hint = "" if near else ": `b12 recipe list` shows yours"
    return NotFoundError(f"no recipe is called “{name[:60]}”{hint}", near)


def _described(food: Food, changes: RecipeChanges) -> Food:
    return set_fields(
        food,
        name=cleaned(changes.rename, clean_name),
        note=cleaned(changes.note, clean_note),
    )


def _meant(
    connection: Connection, diary: Diary, items: Sequence[str], choose: Choose | None
) -> list[Meant]:
    known = KnownFoods(connection, diary, choose)
    return [find_meant(known, item) for item in items]


def _changed(
    recipe: Recipe, changes: RecipeChanges, meant: Sequence[Meant], makes: Yield | None
) -> Recipe:
    kept = list(recipe.ingredients)
    for name in changes.remove:
        kept.remove(ingredient_named(kept, name))
    kept += [
        Ingredient(one.food, one.amount.quantity, one.amount.portion, changes.accept_flag)
        for one in meant
    ]
    if not kept:
        raise TrackerError("a recipe needs an ingredient")
    if makes is not None:
        recipe = replace(recipe, portions=makes.portions, cooked_grams=makes.cooked_grams)
    return replace(recipe, ingredients=tuple(kept))


def _refuse_circles(own: OwnFoods, food: Food, recipe: Recipe) -> None:
    """Refuses a recipe that contains itself, directly or in another dish.

    Raises:
        TrackerError: it would.
    """
    pending = [one.food for one in recipe.ingredients]
    seen: set[str] = set()
    while pending:
        part = pending.pop()
        if part.key == food.key:
            raise TrackerError(f"{food.name} would contain itself")
        if part.collection is Collection.RECIPE and part.key not in seen:
            seen.add(part.key)
            pending += [one.food for one in own.recipe_of(part).ingredients]


_RECIPES = Kind(
    _dish,
    lambda dish: f"the recipe {dish.food.name}",
    lambda change, dish: store.edit_recipe(change, dish.food, dish.recipe),
    lambda change, dish: store.retire_food(change, dish.food),
)
