"""Dishes: kept up to date, never in circles, and not rewriting what was eaten."""

from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.label import StatedAmount
from tracker.services.diary.correcting import edit, undo_changes
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.reading import read_day
from tracker.services.foods.foods import FoodChanges, add_food, edit_food, read_wordings
from tracker.services.foods.recipes import (
    RecipeChanges,
    add_recipe,
    edit_recipe,
    list_recipes,
    remove_recipe,
    show_recipe,
)


def label(mcg: str | None) -> FoodChanges:
    content = None if mcg is None else ContentRange.exactly(Decimal(mcg))
    return FoodChanges(stated=StatedAmount(content, "label"), serving="100 g")


@pytest.fixture
def dal(diary):
    add_food(diary, "yeast flakes", label("40"))
    return add_recipe(
        diary,
        "red lentil dal",
        RecipeChanges(add=["400 g tofu", "10 g yeast flakes"], makes=["4"]),
    )


def best(diary, item):
    (intake,) = eat(diary, [item], Details()).intakes
    return intake.content.best


def test_a_dish_is_eaten_by_the_portion_and_by_its_last_word(diary, dal):
    assert best(diary, "1 red lentil dal") == 1
    assert best(diary, "2 portions red lentil dal") == 2
    # There is a shipped dal, but this is the person's own.
    assert best(diary, "1 dal") == 1


def test_by_weight_only_where_the_cooked_weight_is_known(diary, dal):
    with pytest.raises(TrackerError, match="--makes 1200g"):
        eat(diary, ["300 g dal"], Details())
    edit_recipe(diary, "red lentil dal", RecipeChanges(makes=["1200g", "4"]))
    assert best(diary, "300 g dal") == 1
    assert best(diary, "1 dal") == 1, "a portion is a quarter of it"


@pytest.mark.parametrize(
    ("makes", "portions", "grams"),
    [(["2"], 2, None), (["500g"], None, 500), (["500g", "2"], 2, 500)],
)
def test_what_a_dish_makes_is_said_as_a_whole(diary, dal, makes, portions, grams):
    edit_recipe(diary, "red lentil dal", RecipeChanges(makes=["4", "1200g"]))
    edit_recipe(diary, "red lentil dal", RecipeChanges(note="thick"))
    recipe = show_recipe(diary, "red lentil dal").recipe
    assert (recipe.portions, recipe.cooked_grams) == (4, 1200), "a note is no yield"
    recipe = edit_recipe(diary, "red lentil dal", RecipeChanges(makes=makes)).recipe
    assert (recipe.portions, recipe.cooked_grams) == (portions, grams)


@pytest.mark.parametrize("makes", [[""], ["4", " "]])
def test_a_dish_that_makes_nothing_is_told_how_to_say_it(diary, dal, makes):
    with pytest.raises(TrackerError, match=r"--makes 4 \(portions\), --makes 1200g"):
        edit_recipe(diary, "red lentil dal", RecipeChanges(makes=makes))


def test_a_wording_that_only_foods_fit_is_no_recipe(diary, dal):
    with pytest.raises(TrackerError, match="no recipe is called “my soup”: `b12 recipe list`"):
        show_recipe(diary, "my soup")


def test_a_dish_of_a_known_weight_alone(diary):
    add_food(diary, "yeast flakes", label("40"))
    add_recipe(diary, "stew", RecipeChanges(add=["10 g yeast flakes"], makes=["1.2 kg"]))
    assert best(diary, "300 g stew") == 1


def test_a_better_ingredient_counts_from_now_on(diary, dal):
    assert best(diary, "1 dal") == 1
    edit_food(diary, "yeast flakes", label("80"))
    assert best(diary, "1 dal") == 2
    assert read_day(diary, diary.today).total.best == 3, "what was eaten keeps what it was worth"


def test_an_unknown_ingredient_makes_it_at_least(diary, dal):
    add_food(diary, "mystery powder", label(None))
    dish = edit_recipe(diary, "red lentil dal", RecipeChanges(add=["5 g mystery powder"]))
    assert dish.recipe.not_known == 1
    assert dish.recipe.content == ContentRange(Decimal(4), Decimal(4), None)
    logged = eat(diary, ["1 dal"], Details())
    assert logged.day.total.high is None


def test_dishes_in_dishes_but_never_in_circles(diary, dal):
    add_recipe(diary, "thali", RecipeChanges(add=["1 red lentil dal", "1 cup rice"], makes=["1"]))
    assert best(diary, "1 thali") == 1
    add_recipe(diary, "feast", RecipeChanges(add=["2 thali"], makes=["2"]))
    for item in ("1 red lentil dal", "1 thali", "1 feast"):
        with pytest.raises(TrackerError, match="contain itself"):
            edit_recipe(diary, "red lentil dal", RecipeChanges(add=[item]))
    assert best(diary, "1 feast") == 1


def test_ingredients_can_be_taken_out(diary, dal):
    dish = edit_recipe(diary, "red lentil dal", RecipeChanges(remove=["yeast flakes"]))
    assert dish.recipe.content.best == 0
    with pytest.raises(TrackerError, match="there is tofu"):
        edit_recipe(diary, "red lentil dal", RecipeChanges(remove=["salt"]))
    with pytest.raises(TrackerError, match="needs an ingredient"):
        edit_recipe(diary, "red lentil dal", RecipeChanges(remove=["tofu"]))


def test_a_removed_dish_stays_in_what_contains_it_and_undo_brings_it_back(diary, dal):
    add_recipe(diary, "thali", RecipeChanges(add=["1 red lentil dal"], makes=["1"]))
    remove_recipe(diary, "red lentil dal")
    assert [dish.food.name for dish in list_recipes(diary)] == ["thali"]
    assert best(diary, "1 thali") == 1
    undo_changes(diary, 2, only_this_person=True)
    assert best(diary, "1 red lentil dal") == 1


def test_every_step_of_a_recipe_can_be_undone(diary, dal):
    edit_recipe(diary, "red lentil dal", RecipeChanges(add=["100 g tofu"], rename="yellow dal"))
    undo_changes(diary, 1, only_this_person=True)
    assert len(show_recipe(diary, "red lentil dal").recipe.ingredients) == 2
    undo_changes(diary, 1, only_this_person=True)
    assert not list_recipes(diary)


@pytest.mark.parametrize(
    "changes",
    [
        RecipeChanges(add=["1 cup rice"]),
        RecipeChanges(add=["1 cup rice"], makes=["0"]),
        RecipeChanges(add=["1 cup rice"], makes=["-4"]),
        RecipeChanges(add=["1 cup rice"], makes=["much"]),
        RecipeChanges(add=["1 cup rice"], makes=["2 litres"]),
        RecipeChanges(add=["2 cups dragon"], makes=["4"]),
        RecipeChanges(add=["1 cup oat milk"], makes=["4"]),
        RecipeChanges(makes=["4"]),
    ],
)
def test_a_recipe_that_is_not_clear_is_refused(diary, changes):
    with pytest.raises(TrackerError):
        add_recipe(diary, "mess", changes)
    assert not list_recipes(diary)


def test_a_name_of_an_own_food_is_taken(diary, dal):
    with pytest.raises(TrackerError, match="already"):
        add_recipe(diary, "yeast flakes", RecipeChanges(add=["1 cup rice"], makes=["1"]))
    with pytest.raises(TrackerError, match="already"):
        add_food(diary, "red lentil dal", label("1"))


@pytest.mark.parametrize(
    ("makes", "message"),
    [
        ("200kg", "more than a kitchen cooks"),
        ("0", "more than zero"),
        ("0.001 mg", "more than nothing"),
    ],
)
def test_a_yield_that_cannot_be_says_what_is_wrong(diary, makes, message):
    with pytest.raises(TrackerError, match=message):
        add_recipe(diary, "soup", RecipeChanges(add=["400 g tofu"], makes=[makes]))


def test_an_answer_is_remembered_by_recipe_and_edit_as_by_eat(diary):
    asked = []

    def first(wanted, names):
        asked.append(wanted)
        return 0

    add_recipe(diary, "porridge", RecipeChanges(add=["100 g fish"], makes=["2"]), first)
    (egg,) = eat(diary, ["1 egg"], Details()).intakes
    edit(diary, egg.id, Details(), "100 g sausage", choose=first)
    remembered = {one.wording for one in read_wordings(diary)}
    assert remembered == set(asked)
    assert len(asked) == 2
    eat(diary, ["100 g fish", "100 g sausage"], Details(), choose=first)
    assert len(asked) == 2
