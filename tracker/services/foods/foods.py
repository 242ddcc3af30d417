"""Keeps a person's own foods, from labels, beside the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.measures import Dimension, measure_named
from tracker.language.names import clean_name, clean_note, search_key, search_words
from tracker.language.quantities import parse_phrase
from tracker.nutrition.amounts import IMPLAUSIBLE_MCG
from tracker.nutrition.foods.food import Basis, Food, FoodDiet, Portion
from tracker.nutrition.foods.food_ranking import (
    BRANDED_TIER,
    Candidate,
    is_exact,
    ranked,
    significant,
)
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.foods.plausibility import Label, flag_of
from tracker.services.choosing import Choose, pick
from tracker.services.foods.meaning import meant_foods
from tracker.services.foods.searching import (
    candidates_for,
    corrected_words,
    near_foods,
    shorter_wordings,
)
from tracker.services.keeping import Cleared, cleaned, set_fields
from tracker.services.opening import Diary
from tracker.store.food_search import find_names
from tracker.store.records import own_foods as store
from tracker.store.records.foods import OWN, RECIPE, SHIPPED, food_by_id, foods_by_id, foods_named
from tracker.store.records.wordings import Wording, forget, list_wordings, remembered_food

SERVING = "serving"
_MOST_CHOICES = 12


@dataclass(frozen=True)
class FoodChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out.

    `stated` is the content of a serving.
    """

    stated: StatedAmount | None = None
    serving: str | None = None
    weight_grams: Decimal | None = None
    diet: FoodDiet | None = None
    fortified: bool | None = None
    market: str | Cleared | None = None
    note: str | Cleared | None = None
    printed: str | None = None
    rename: str | None = None
    anyway: bool = False


@dataclass(frozen=True)
class ShownFood:
    """A food, and when the person logged it last."""

    food: Food
    last_logged: date | None


def add_food(diary: Diary, name: str, changes: FoodChanges) -> Food:
    """Adds a food of one's own; it goes before every other of the same name.

    Raises:
        TrackerError: no content, an impossible value, or a name that is taken.
    """
    if changes.stated is None:
        raise TrackerError("say what a serving holds: --mcg 0.38, --dv 25, or --mcg unknown")
    plain = Food(
        id=0,
        name=clean_name(name),
        content=None,
        per_amount=Decimal(1),
        per_unit=Basis.SERVING,
        portions=(Portion(SERVING, usual=True),),
        source="label",
        collection=OWN,
    )
    added = _changed(plain, changes)
    with diary.database.change(diary.person.id) as change:
        refuse_taken_name(change.connection, added.name)
        change.summarize(f"added the food {added.name}")
        food_id = store.add_food(change, added)
    return replace(added, id=food_id)


def edit_food(diary: Diary, name: str, changes: FoodChanges) -> Food:
    """Changes a food of one's own; past intakes keep what they were worth.

    Raises:
        TrackerError: no such food, one of a table, or an impossible value.
    """
    with diary.database.change(diary.person.id) as change:
        before = _own(change.connection, diary, name)
        after = _changed(before, changes)
        if search_key(after.name) != search_key(before.name):
            refuse_taken_name(change.connection, after.name)
        change.summarize(f"edited the food {before.name}")
        store.edit_food(change, after)
    return after


def remove_food(diary: Diary, name: str) -> Food:
    """Takes a food of one's own out; past intakes keep their name and amount.

    Raises:
        TrackerError: no such food, or one of a table.
    """
    with diary.database.change(diary.person.id) as change:
        food = _own(change.connection, diary, name)
        change.summarize(f"removed the food {food.name}")
        store.retire_food(change, food.id)
    return food


def show_food(diary: Diary, name: str, choose: Choose | None = None) -> ShownFood:
    """A food of any table, by its name, its number (`#12`) or USDA's (`fdc:171287`).

    Raises:
        NotFoundError: there is none of that name.
        AmbiguousError: several fit and nobody can be asked.
    """
    with diary.database.read() as connection:
        food = find_food(connection, diary, name, choose)
        return ShownFood(food, store.last_day_of_food(connection, diary.person.id, food.id))


def list_foods(diary: Diary, with_shipped: bool) -> list[Food]:
    """A person's own foods, and the shipped ones if they are wanted."""
    with diary.database.read() as connection:
        return store.list_foods(connection, (OWN, SHIPPED) if with_shipped else (OWN,))


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
    if name.startswith("#") and name[1:].isdigit() and len(name) < 18:
        return _numbered(connection, int(name[1:]))
    found: Sequence[Food] = meant_foods(connection, name, diary.person.id)
    if len(found) == 1:
        return found[0]
    if not found:
        similar = candidates_for(connection, name, diary.person.id)[:_MOST_CHOICES]
        found = foods_by_id(connection, [one.food_id for one in similar])
    if not found:
        raise NotFoundError(f"no food is called “{name[:60]}”", near_foods(connection, name))
    return found[0] if len(found) == 1 else pick(name, found, choose)


def refuse_taken_name(connection: Connection, name: str) -> None:
    """Refuses a name that another food or recipe of one's own has, or that cannot be found.

    Raises:
        TrackerError: the name is refused.
    """
    if not search_key(name):
        raise TrackerError(f"“{name}” has no letters by which it could be found")
    for taken in foods_named(connection, search_key(name)):
        if taken.collection in (OWN, RECIPE):
            what = "recipe" if taken.collection == RECIPE else "food"
            raise TrackerError(
                f"there already is a {what} of yours called {taken.name}: "
                f"change it with `b12 {what} edit`"
            )


def doubt_about(food: Food) -> str:
    """Why what a label seems to say is hard to believe; empty where it is not."""
    if food.content is None or food.per_unit is Basis.SERVING:
        return ""
    per_100 = food.content.best * 100 / food.per_amount
    return flag_of(per_100, Label(food.name, food.per_amount))


def _numbered(connection: Connection, food_id: int) -> Food:
    try:
        return food_by_id(connection, food_id)
    except LookupError:
        raise NotFoundError(f"there is no food #{food_id}") from None


def _own(connection: Connection, diary: Diary, name: str) -> Food:
    food = find_food(connection, diary, name)
    if food.collection == RECIPE:
        raise TrackerError(f"{food.name} is a recipe: see `b12 recipe edit` and `remove`")
    if food.collection != OWN:
        raise TrackerError(
            f"{food.name} is not yours but from {food.source or 'a table'} and stays as it is: "
            "add your own of that name with `b12 food add`, which goes before it"
        )
    return food


def _changed(food: Food, changes: FoodChanges) -> Food:
    if changes.serving is not None and changes.stated is None:
        raise TrackerError("another --serving needs its content: add --mcg or --dv")
    basis = food if changes.stated is None else _with_serving(food, changes)
    if changes.stated is None and changes.weight_grams is not None:
        raise TrackerError("another --weight needs --serving and its content: add --mcg or --dv")
    return set_fields(
        basis,
        name=cleaned(changes.rename, clean_name),
        diet=changes.diet,
        fortified=changes.fortified,
        market=cleaned(changes.market, lambda market: clean_name(market, "the market")),
        note=cleaned(changes.note, clean_note),
        # What the label of then said is not what the new one says.
        printed=None if changes.stated is None else changes.printed or "",
    )


def _with_serving(food: Food, changes: FoodChanges) -> Food:
    assert changes.stated is not None
    content = changes.stated.content
    if content is not None and content.best > IMPLAUSIBLE_MCG and not changes.anyway:
        raise TrackerError(
            f"{content.best:,f} µg in a serving is unusual: add --anyway if it is right"
        )
    stated = replace(food, content=content, source=changes.stated.source or "label")
    if changes.serving is None and food.id:
        return stated
    phrase = parse_phrase(clean_name(changes.serving or SERVING, "--serving"))
    amount = phrase.quantity or Fraction(1)
    measure = measure_named(phrase.words)
    if measure is None:
        return _per_household_measure(stated, amount, phrase.words, changes.weight_grams)
    size = _exact(amount * measure.size)
    if measure.dimension is Dimension.WEIGHT:
        return replace(
            stated,
            per_amount=size,
            per_unit=Basis.GRAM,
            portions=(Portion(SERVING, size, usual=True),),
        )
    return replace(
        stated,
        per_amount=size,
        per_unit=Basis.MILLILITRE,
        portions=(Portion(SERVING, changes.weight_grams, size, usual=True),),
    )


def _per_household_measure(
    food: Food, amount: Fraction, name: str, weight_grams: Decimal | None
) -> Food:
    if weight_grams is None:
        per_amount, basis, one = _exact(amount), Basis.SERVING, None
    else:
        per_amount, basis = weight_grams, Basis.GRAM
        one = _exact(Fraction(weight_grams) / amount)
    return replace(
        food,
        per_amount=per_amount,
        per_unit=basis,
        portions=(Portion(clean_name(name, "--serving"), one, usual=True),),
    )


def _exact(amount: Fraction) -> Decimal:
    """Thousandths, as the database keeps weights and volumes."""
    exact = Decimal(round(amount * 1000)) / 1000
    if exact <= 0:
        raise TrackerError("a serving must be more than nothing")
    return exact


@dataclass(frozen=True)
class SearchResult:
    """Foods, best first.

    Where no food has all the words, `not_found` holds them and `meant` the corrected ones, if
    there are any: else the foods have some of the words.
    """

    foods: tuple[Food, ...]
    not_found: str | None = None
    meant: str | None = None


def find_foods(diary: Diary, text: str, limit: int) -> SearchResult:
    """The foods that a text such as `glass of milk` or `yoghurt` means, best first.

    Raises:
        TrackerError: nothing to look for.
    """
    phrase = parse_phrase(clean_name(text, "the text"))
    with diary.database.read() as connection:
        person_id = diary.person.id
        for words in shorter_wordings(phrase.words):
            if found := candidates_for(connection, words, person_id):
                return _result(connection, found, words, person_id, limit)
        corrected = " ".join(corrected_words(connection, search_words(phrase.words)))
        if found := candidates_for(connection, corrected, person_id):
            return SearchResult(_foods(connection, found, limit), phrase.words, corrected)
        return _any_of(connection, phrase.words, person_id, limit)


def _any_of(connection: Connection, text: str, person_id: int, limit: int) -> SearchResult:
    """Foods that have some of the words, where none has all."""
    words = search_words(text)
    some = ranked(find_names(connection, significant(words), person_id, any_word=True), words)
    return SearchResult(_foods(connection, some, limit), text)


def _result(
    connection: Connection,
    found: Sequence[Candidate],
    words: str,
    person_id: int,
    limit: int,
) -> SearchResult:
    """What the person said that the words mean comes first, then as ranked.

    “tin of tuna” is tuna, though there may be a product with these words in its name.
    """
    for shorter in shorter_wordings(words)[1:]:
        if is_exact(found[0], search_words(words)) and found[0].tier < BRANDED_TIER:
            break
        better = candidates_for(connection, shorter, person_id)
        is_plainer = better and better[0].tier < BRANDED_TIER <= found[0].tier
        if is_plainer or (better and is_exact(better[0], search_words(shorter))):
            found = better
            words = shorter
    remembered = remembered_food(connection, person_id, search_key(words))
    ids = [one.food_id for one in found]
    if remembered is not None:
        ids = [remembered, *(one for one in ids if one != remembered)]
    return SearchResult(tuple(foods_by_id(connection, ids[:limit])))


def _foods(connection: Connection, found: Sequence[Candidate], limit: int) -> tuple[Food, ...]:
    return tuple(foods_by_id(connection, [one.food_id for one in found[:limit]]))
