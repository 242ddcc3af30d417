"""Imported tables: beside the diaries, found by every one of them, and removed again."""

from contextlib import contextmanager
from decimal import Decimal

import pytest

from tracker.errors import NotFoundError, TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.label import StatedAmount
from tracker.services.diary.correcting import repeat
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.revaluing import revalue
from tracker.services.foods.foods import (
    FoodChanges,
    add_food,
    read_wordings,
    remove_food,
    show_food,
)
from tracker.services.foods.recipes import RecipeChanges, add_recipe, show_recipe
from tracker.services.foods.tables import import_foods, list_tables, remove_table
from tracker.services.opening import open_diary


@contextmanager
def unseen(_size):
    yield lambda _count: None


@pytest.fixture
def bars(diary, fooddata):
    """A diary beside which there is a table of two products."""
    foods = {"QUUX BAR": 1.0, "QUUX BAR, CRUNCHY": 2.0}
    import_foods(diary.settings, [fooddata.foods("branded_food", foods)], unseen)
    return open_diary(diary.settings)


@pytest.fixture
def without(bars):
    """The same diary after the table was removed."""

    def remove():
        remove_table(bars, "usda-branded", anyway=True)
        return open_diary(bars.settings)

    return remove


def best(diary, item):
    (intake,) = eat(diary, [item], Details()).intakes
    return intake.content.best


def test_an_imported_food_is_found_by_words_and_by_its_number(bars):
    assert best(bars, "100 g quux bar") == 1
    food = show_food(bars, "quux bar").food
    assert best(bars, f"50 g {food.key}") == Decimal("0.5")


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("100 g fndds:11111000", "Milk, whole"),
        ("100 g sr:171287", "Egg, whole, raw, fresh"),
        ("100 g FDC:171287", "Egg, whole, raw, fresh"),
        ("1 b12:egg", "egg"),
    ],
)
def test_a_food_that_ships_is_logged_by_its_key(diary, item, name):
    (intake,) = eat(diary, [item], Details()).intakes
    assert intake.name == name


def test_a_product_is_logged_by_its_barcode_however_long_it_is_written(diary, fooddata):
    download = fooddata.folder(
        "bars",
        food=[{"fdc_id": 5, "data_type": "branded_food", "description": "QUUX"}],
        food_nutrient=[{"fdc_id": 5, "nutrient_id": 1178, "amount": 1}],
        branded_food=[{"fdc_id": 5, "gtin_upc": "737628064502"}],
    )
    import_foods(diary.settings, [download], unseen)
    for code in ("737628064502", "00737628064502"):
        (intake,) = eat(diary, [f"100 g gtin:{code}"], Details()).intakes
        assert intake.food_key == "gtin:00737628064502"


def test_a_product_is_the_same_whether_it_was_logged_by_its_number_or_its_barcode(diary, fooddata):
    """Older diaries did not keep barcodes: their products are named by their FDC id."""

    def download(name, mcg, **label):
        return fooddata.folder(
            name,
            food=[{"fdc_id": 5, "data_type": "branded_food", "description": "QUUX"}],
            food_nutrient=[{"fdc_id": 5, "nutrient_id": 1178, "amount": mcg}],
            branded_food=[{"fdc_id": 5, **label}],
        )

    import_foods(diary.settings, [download("plain", 1)], unseen)
    eat(diary, ["100 g quux"], Details())
    import_foods(diary.settings, [download("coded", 2, gtin_upc="737628064502")], unseen)
    later = open_diary(diary.settings)
    assert later.library.food("fdc:5").key == "gtin:00737628064502"
    assert show_food(later, "quux").last_logged == later.today
    [(before, after)] = revalue(later, "quux", later.today, None, accept_flag=False).changes
    assert (before.content.best, after.content.best) == (1, 2)


@pytest.mark.parametrize(
    ("mcg", "unit", "is_one"), [(1, "g", True), (2, "g", False), (1, "ml", False)]
)
def test_a_product_that_is_listed_again_unchanged_is_one_and_else_it_is_asked_which(
    diary, fooddata, mcg, unit, is_one
):
    download = fooddata.folder(
        "bars",
        food=[{"fdc_id": n, "data_type": "branded_food", "description": "QUUX"} for n in (5, 6)],
        food_nutrient=[
            {"fdc_id": n, "nutrient_id": 1178, "amount": one} for n, one in ((5, 1), (6, mcg))
        ],
        branded_food=[
            {"fdc_id": n, "serving_size": 100, "serving_size_unit": one}
            for n, one in ((5, "g"), (6, unit))
        ],
    )
    import_foods(diary.settings, [download], unseen)
    if is_one:
        (intake,) = eat(diary, ["100 g quux"], Details()).intakes
        assert intake.food_key == "fdc:6", "the latest"
    else:
        with pytest.raises(TrackerError, match="could be"):
            eat(diary, ["100 g quux"], Details())


@pytest.mark.parametrize("item", ["1 fndds:1", "1 own:77", "1 gtin:abc", "1 b12:nothing"])
def test_a_key_of_no_food_is_refused(diary, item):
    with pytest.raises(TrackerError):
        eat(diary, [item], Details())


def test_what_was_logged_outlives_its_table(bars, without):
    eat(bars, ["100 g quux bar"], Details(day=bars.today))
    diary = without()
    again = repeat(diary, diary.today, None, Details())
    assert [one.content.best for one in again.intakes] == [1]
    with pytest.raises(NotFoundError):
        eat(diary, ["100 g quux bar"], Details())


def test_an_answer_whose_food_is_gone_is_asked_again(bars, without):
    eat(bars, ["100 g quux"], Details(), choose=lambda _wanted, _names: 1)
    diary = without()
    with pytest.raises(TrackerError):
        eat(diary, ["100 g quux"], Details())
    assert [one.food_name for one in read_wordings(diary)] != []


def test_an_answer_whose_own_food_was_removed_is_asked_again(diary):
    stated = StatedAmount(ContentRange.exactly(Decimal(1)), "label")
    for name in ("quux pie", "quux pot"):
        add_food(diary, name, FoodChanges(stated=stated, serving="100 g"))
    eat(diary, ["100 g quux"], Details(), choose=lambda _wanted, names: names.index("quux pie"))
    remove_food(diary, "quux pie")
    with pytest.raises(TrackerError, match="could be: quux pot"):
        eat(diary, ["100 g quux"], Details())


def test_a_recipe_that_lost_an_ingredient_is_of_unknown_worth_and_says_which(bars, without, b12):
    add_recipe(bars, "mix", RecipeChanges(add=["1 egg", "100 g quux bar"], makes=["2"]))
    assert show_recipe(bars, "mix").recipe.content.best == Decimal("1.56")
    diary = without()
    dish = show_recipe(diary, "mix")
    assert dish.recipe.content is None
    assert [one.food.name for one in dish.recipe.missing] == ["QUUX BAR"]
    (intake,) = eat(diary, ["1 mix"], Details()).intakes
    assert intake.content is None


def test_a_dish_of_a_dish_that_lost_an_ingredient_is_of_unknown_worth_too(bars, without):
    add_recipe(bars, "mix", RecipeChanges(add=["100 g quux bar"], makes=["2"]))
    add_recipe(bars, "feast", RecipeChanges(add=["1 egg", "1 mix"], makes=["1"]))
    feast = show_recipe(without(), "feast")
    assert feast.recipe.content is None
    assert [(one.dish, one.food.name) for one in feast.food.missing] == [("mix", "QUUX BAR")]


def test_a_table_that_recipes_use_is_removed_only_when_that_is_insisted_on(bars):
    add_recipe(bars, "mix", RecipeChanges(add=["1 egg", "100 g quux bar"], makes=["2"]))
    add_recipe(bars, "plain", RecipeChanges(add=["1 egg"], makes=["2"]))
    with pytest.raises(TrackerError, match=r"mix \(QUUX BAR\); .*--anyway"):
        remove_table(bars, "usda-branded", anyway=False)
    assert [one.table for one in list_tables(bars.settings)[0]] == ["shipped", "usda-branded"]
    assert [part.dish for part in remove_table(bars, "usda-branded", anyway=True)] == ["mix"]


def test_a_table_whose_foods_another_one_has_is_missed_by_no_recipe(diary, fooddata):
    egg = {"fdc_id": 171287, "data_type": "sr_legacy_food", "description": "Egg, whole"}
    import_foods(diary.settings, [fooddata.folder("eggs", food=[egg])], unseen)
    later = open_diary(diary.settings)
    add_recipe(later, "omelette", RecipeChanges(add=["100 g sr:171287"], makes=["1"]))
    assert remove_table(later, "usda-sr-legacy", anyway=False) == []


def test_tables_are_listed_with_what_they_hold(bars):
    tables, notes = list_tables(bars.settings)
    assert [one.table for one in tables] == ["shipped", "usda-branded"]
    assert tables[1].foods == 2
    assert notes == []


def test_a_flagged_value_enters_no_total_without_the_persons_word(diary, fooddata):
    download = fooddata.folder(
        "oats",
        food=[{"fdc_id": 5, "data_type": "branded_food", "description": "OAT MILK"}],
        food_nutrient=[{"fdc_id": 5, "nutrient_id": 1178, "amount": 37.5}],
        branded_food=[{"fdc_id": 5, "serving_size": 240, "serving_size_unit": "ml"}],
    )
    assert import_foods(diary.settings, [download], unseen).flagged == 1
    logged = eat(diary, ["240 ml fdc:5"], Details())
    assert (logged.day.total.best, logged.day.total.not_known) == (None, 1)
    assert "times" in logged.valued[0].flag
    accepted = eat(diary, ["240 ml fdc:5"], Details(accept_flag=True))
    assert accepted.day.total.best == 90
