"""Suggestions: they close the gap, fit the diet, and name nothing doubtful."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.suggestion import MOST_PORTIONS
from tracker.nutrition.foods.food import FoodDiet
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.people.person import Diet, Phase
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.suggesting import suggest
from tracker.services.foods.foods import FoodChanges, add_food
from tracker.services.foods.recipes import RecipeChanges, add_recipe
from tracker.services.opening import open_diary
from tracker.services.people.life_phases import add_life_phase
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.settings import Settings

EVERY = 50


def names(found):
    return [one.food.name for one in found.suggestions]


@pytest.mark.parametrize("diet", list(Diet))
@pytest.mark.parametrize("eaten", [[], ["1 egg"], ["1 cup milk", "1 egg"]])
def test_every_suggestion_brings_the_day_to_its_target(diary, diet, eaten):
    if eaten:
        eat(diary, eaten, Details())
    found = suggest(diary, diary.today, diet, EVERY)
    assert found.suggestions
    for one in found.suggestions:
        assert one.percent_after >= 100
        assert one.mcg >= found.gap_mcg
        assert one.amount.quantity <= MOST_PORTIONS
        reached = (found.day.total.best or 0) + one.mcg
        assert one.percent_after == reached * 100 / found.day.target.mcg


def test_a_vegan_is_never_told_to_eat_an_animal(diary):
    eat(diary, ["1 oz beef liver"], Details(day=diary.today - timedelta(days=1)))
    found = suggest(diary, diary.today, Diet.VEGAN, EVERY)
    assert {one.food.diet for one in found.suggestions} == {FoodDiet.VEGAN}
    vegetarian = suggest(diary, diary.today, Diet.VEGETARIAN, EVERY)
    assert FoodDiet.OTHER not in {one.food.diet for one in vegetarian.suggestions}


def test_the_diet_of_the_profile_counts_where_none_is_said(diary, database_path):
    set_profile(diary, "me", ProfileChanges(diet=Diet.VEGAN))
    vegan = open_diary(Settings(database=str(database_path)))
    assert {one.food.diet for one in suggest(vegan, vegan.today, None, EVERY).suggestions} == {
        FoodDiet.VEGAN
    }


def test_a_dish_of_ones_own_is_suggested_and_no_food_twice(diary):
    own_food(diary, "flakes", "12", "12", "12", fortified=False)
    add_recipe(diary, "zorb pie", RecipeChanges(add=["1 flakes"], makes=["4"]))
    eat(diary, ["1 flakes", "1 oz beef liver"], Details(day=diary.today - timedelta(days=2)))
    found = names(suggest(diary, diary.today, None, 500))
    assert {"zorb pie", "flakes", "beef liver"} <= set(found)
    assert len(found) == len(set(found))


def test_what_is_eaten_anyway_comes_first(diary):
    add_food(
        diary,
        "zorb",
        FoodChanges(
            stated=StatedAmount(ContentRange.exactly(Decimal(3)), "label"), serving="1 bar"
        ),
    )
    eat(diary, ["zorb"], Details(day=diary.today - timedelta(days=2)))
    assert names(suggest(diary, diary.today, None, 3))[0] == "zorb"


def test_unknown_flagged_and_uncertain_contents_are_left_out(diary):
    add_food(diary, "zorb", FoodChanges(stated=StatedAmount(None, "label"), serving="1 bar"))
    eat(diary, ["zorb"], Details(day=diary.today - timedelta(days=2)))
    found = suggest(diary, diary.today, None, EVERY)
    assert "zorb" not in names(found)
    # From 0 to 2 µg, depending on the brand: no promise can be made of it.
    assert "veggie burger" not in names(found)


def own_food(diary, name, low, best, high, fortified):
    content = ContentRange(Decimal(low), Decimal(best), Decimal(high))
    stated = StatedAmount(content, "label", fortified)
    add_food(diary, name, FoodChanges(stated=stated, serving="1 bar", fortified=fortified))


def test_a_fortified_food_is_suggested_where_at_least_half_of_its_best_is_sure(diary):
    own_food(diary, "zorb", "1.5", "3", "4", fortified=True)
    own_food(diary, "blick", "1.499", "3", "4", fortified=True)
    own_food(diary, "plonk", "0.1", "3", "4", fortified=False)
    found = names(suggest(diary, diary.today, None, 500))
    assert ("zorb" in found, "blick" in found, "plonk" in found) == (True, False, True)


def test_what_was_eaten_in_the_last_90_days_is_eaten_anyway(diary):
    own_food(diary, "zorb", "3", "3", "3", fortified=False)
    own_food(diary, "blick", "3", "3", "3", fortified=False)
    eat(diary, ["zorb"], Details(day=diary.today - timedelta(days=90)))
    eat(diary, ["blick"], Details(day=diary.today - timedelta(days=91)))
    found = suggest(diary, diary.today, None, 500).suggestions
    eaten = {one.food.name: one.times_eaten for one in found}
    assert (eaten["zorb"], eaten["blick"]) == (1, 0)


def test_the_order_is_what_is_eaten_then_a_single_portion_then_what_comes_nearest(diary):
    for name, mcg in (("thrice", "9"), ("once", "8"), ("never", "2.5"), ("half", "4.9")):
        own_food(diary, name, mcg, mcg, mcg, fortified=False)
    yesterday = Details(day=diary.today - timedelta(days=1))
    for _ in range(3):
        eat(diary, ["thrice"], yesterday)
    eat(diary, ["once"], yesterday)
    found = suggest(diary, diary.today, None, 500).suggestions
    assert [one.food.name for one in found[:2]] == ["thrice", "once"]
    rest = found[2:]
    keys = [(one.amount.quantity != 1, one.mcg) for one in rest]
    assert keys == sorted(keys)
    assert {is_not_one for is_not_one, _ in keys} == {True, False}


def test_of_one_kind_two_are_named_and_what_is_eaten_anyway_beside_them(diary):
    found = suggest(diary, diary.today, None, 500).suggestions
    kinds = Counter(one.food.group for one in found)
    assert max(kinds.values()) == 2
    fullest = next(group for group, count in kinds.items() if count == 2)
    of_that_kind = [one.food.name for one in found if one.food.group == fullest]
    eat(diary, [of_that_kind[0]], Details(day=diary.today - timedelta(days=1)))
    again = suggest(diary, diary.today, None, 500).suggestions
    assert sum(one.food.group == fullest for one in again) == 3


def test_nothing_is_missing_when_the_target_is_reached(diary):
    eat(diary, ["1 oz beef liver"], Details())
    found = suggest(diary, diary.today, None, EVERY)
    assert (found.gap_mcg, found.suggestions) == (0, ())


def test_no_liver_in_pregnancy(diary, database_path):
    assert any("liver" in name for name in names(suggest(diary, diary.today, None, 500)))
    set_profile(diary, "me", ProfileChanges(born=date(1990, 5, 17)))
    known = open_diary(Settings(database=str(database_path)))
    add_life_phase(known, Phase.PREGNANCY, date(2026, 9, 1), None)
    pregnant = open_diary(Settings(database=str(database_path)))
    assert not any("liver" in name for name in names(suggest(pregnant, pregnant.today, None, 500)))


def test_no_food_is_suggested_for_an_infant(diary, database_path):
    set_profile(diary, "me", ProfileChanges(born=date(2026, 6, 1)))
    infant = open_diary(Settings(database=str(database_path)))
    with pytest.raises(TrackerError, match="infant"):
        suggest(infant, infant.today, None, EVERY)
