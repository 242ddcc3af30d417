"""Keeps a person's own foods, from labels, beside the tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_name, clean_note, search_key
from tracker.nutrition.amounts import IMPLAUSIBLE_MCG
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, Portion
from tracker.nutrition.foods.label import SERVING, StatedAmount, with_serving, with_weight
from tracker.nutrition.foods.shown import ShownFood
from tracker.nutrition.keys import every_key, own_key
from tracker.services.choosing import MOST_CHOICES, Choose, pick
from tracker.services.foods.known import KnownFoods
from tracker.services.foods.meaning import meant_foods, unknown_key
from tracker.services.foods.wordings import shorter_wordings
from tracker.services.keeping import CLEARED, Cleared, Kind, cleaned, is_new_name, set_fields
from tracker.services.opening import Diary
from tracker.store.journal import Change
from tracker.store.records import own_foods as store
from tracker.store.records.intakes import last_day_of_food
from tracker.store.records.wordings import Wording, forget, list_wordings


@dataclass(frozen=True)
class FoodChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out.

    `stated` is the content of a serving.
    """

    stated: StatedAmount | None = None
    serving: str | Cleared | None = None
    weight_grams: Decimal | Cleared | None = None
    diet: FoodDiet | Cleared | None = None
    fortified: bool | None = None
    market: str | Cleared | None = None
    note: str | Cleared | None = None
    printed: str | None = None
    rename: str | None = None
    anyway: bool = False


def add_food(diary: Diary, name: str, changes: FoodChanges) -> Food:
    """Adds a food of one's own; it goes before every other of the same name.

    Raises:
        TrackerError: no content, an impossible value, or a name that is taken.
    """
    if changes.stated is None:
        raise TrackerError("say what a serving holds: --mcg 0.38, --dv 25, or --mcg unknown")
    plain = Food(
        key="",
        name=clean_name(name),
        content=FoodContent(None, Decimal(1), Basis.SERVING, source="label"),
        portions=(Portion(SERVING, usual=True),),
        collection=Collection.OWN,
    )
    added = _changed(plain, changes)
    with diary.database.change(diary.person.id) as change:
        refuse_taken_name(KnownFoods(change.connection, diary), added.name)
        change.summarize(f"added {_FOODS.called(added)}")
        key = store.add_food(change, added)
    return replace(added, key=key)


def edit_food(diary: Diary, name: str, changes: FoodChanges) -> Food:
    """Changes a food of one's own; past intakes keep what they were worth.

    Raises:
        TrackerError: no such food, one of a table, or an impossible value.
    """

    def changed(change: Change, before: Food) -> Food:
        after = _changed(before, changes)
        refuse_taken_name(KnownFoods(change.connection, diary), after.name, before.name)
        return after

    return _FOODS.edit(diary, name, changed)


def remove_food(diary: Diary, name: str) -> Food:
    """Takes a food of one's own out; past intakes keep their name and amount.

    Raises:
        TrackerError: no such food, or one of a table.
    """
    return _FOODS.remove(diary, name)


def show_food(diary: Diary, name: str, choose: Choose | None = None) -> ShownFood:
    """A food of any table, by its name, its number (`#12`) or USDA's (`fdc:171287`).

    Raises:
        NotFoundError: there is none of that name.
        AmbiguousError: several fit and nobody can be asked.
    """
    with diary.database.read() as connection:
        food = find_food(connection, diary, name, choose)
        keys = every_key(food.key, food.content.source_id)
        return ShownFood(food, last_day_of_food(connection, diary.person.id, keys))


def list_foods(diary: Diary) -> list[Food]:
    """A person's own foods, by name."""
    with diary.database.read() as connection:
        return KnownFoods(connection, diary).own.in_use(Collection.OWN)


def list_with_shipped(diary: Diary) -> list[Food]:
    """A person's own foods and the rows with ranges that ship with the program, by name."""
    foods = list_foods(diary) + diary.library.foods_of(Collection.SHIPPED)
    return sorted(foods, key=lambda food: food.name)


def read_wordings(diary: Diary) -> list[Wording]:
    """What the person answered when a wording was not clear."""
    with diary.database.read() as connection:
        return list_wordings(connection, diary.person.id)


def forget_wording(diary: Diary, wording: str) -> Wording:
    """Forgets an answer, so that the next time it is asked again.

    Raises:
        NotFoundError: nothing is remembered for that wording.
    """
    with diary.database.change(diary.person.id) as change:
        known = list_wordings(change.connection, diary.person.id)
        key = search_key(wording)
        for one in known:
            if search_key(one.wording) == key:
                change.summarize(f"forgot that “{one.wording}” is {one.food_name}")
                forget(change, one.id)
                return one
    raise NotFoundError(
        f"nothing is remembered for “{wording[:60]}”", [one.wording for one in known[:4]]
    )


def find_food(
    connection: Connection, diary: Diary, name: str, choose: Choose | None = None
) -> Food:
    """The food that a name means; as `show_food`, within the caller's transaction."""
    name = clean_name(name)
    known = KnownFoods(connection, diary, choose)
    if name.startswith("#") and name[1:].isdigit() and len(name) < 18:
        return _numbered(known, int(name[1:]))
    found = meant_foods(known, name).foods
    if len(found) == 1:
        return found[0]
    found = found or known.of(known.candidates(name)[:MOST_CHOICES])
    if not found:
        if said := unknown_key(name):
            raise said
        near = known.shelves.near(shorter_wordings(name)[-1])
        raise NotFoundError(f"no food is called “{name[:60]}”", near)
    return found[0] if len(found) == 1 else pick(name, found, known.choose)


def refuse_taken_name(known: KnownFoods, name: str, before: str | None = None) -> None:
    """Refuses a name that another food or recipe of one's own has, or that cannot be found.

    `before` is what the food was called until now; another spelling of it is never refused.

    Raises:
        TrackerError: the name is refused.
    """
    if not is_new_name(name, before):
        return
    for taken in known.named(name):
        if taken.collection.is_of_a_person:
            what = "recipe" if taken.collection is Collection.RECIPE else "food"
            raise TrackerError(
                f"there already is a {what} of yours called {taken.name}: "
                f"change it with `b12 {what} edit`"
            )


def _numbered(known: KnownFoods, number: int) -> Food:
    food = known.food(own_key(number))
    if food is None:
        raise NotFoundError(f"there is no food #{number} of yours")
    return food


def _own(connection: Connection, diary: Diary, name: str) -> Food:
    food = find_food(connection, diary, name)
    if food.collection is Collection.RECIPE:
        raise TrackerError(f"{food.name} is a recipe: see `b12 recipe edit` and `remove`")
    if food.collection is not Collection.OWN:
        raise TrackerError(
            f"{food.name} is not yours but from {food.content.source or 'a table'} and stays as it "
            "is: add your own of that name with `b12 food add`, which goes before it"
        )
    return food


def _changed(food: Food, changes: FoodChanges) -> Food:
    stated = changes.stated
    if changes.serving is not None and stated is None:
        raise TrackerError("another --serving needs its content: add --mcg or --dv")
    basis = _with_serving(food if stated is None else _worth(food, stated, changes), changes)
    # What the label of then said is not what the new one says.
    printed = None if stated is None else changes.printed or ""
    content = set_fields(basis.content, fortified=changes.fortified, printed=printed)
    return set_fields(
        basis,
        name=cleaned(changes.rename, clean_name),
        content=content,
        diet=changes.diet,
        market=cleaned(changes.market, lambda market: clean_name(market, "the market")),
        note=cleaned(changes.note, clean_note),
    )


def _worth(food: Food, stated: StatedAmount, changes: FoodChanges) -> Food:
    content = stated.content
    if content is not None and content.best > IMPLAUSIBLE_MCG and not changes.anyway:
        raise TrackerError(
            f"{content.best:,f} µg in a serving is unusual: add --anyway if it is right"
        )
    source = stated.source or "label"
    return replace(food, content=replace(food.content, mcg=content, source=source))


def _with_serving(food: Food, changes: FoodChanges) -> Food:
    grams = None if changes.weight_grams is CLEARED else changes.weight_grams
    if changes.serving is not None:
        serving = SERVING if changes.serving is CLEARED else changes.serving
        return with_serving(food, serving, grams)
    return food if changes.weight_grams is None else with_weight(food, grams)


_FOODS = Kind(_own, lambda food: f"the food {food.name}", store.edit_food, store.retire_food)
